import { resolve } from 'node:path';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { preloadModules } from './preload-modules.ts';

/** The command line says where data come from and where the pages go; see `src/data.ts` for the data. */
const out = process.env['EARSHOT_OUT'];
const base = process.env['EARSHOT_BASE'];
const site = process.env['EARSHOT_SITE'];

// Where a shell or a test runner sets BASE_URL, Astro takes it for the base path of links, against its own config.
delete process.env['BASE_URL'];

export default defineConfig({
  outDir: out ? resolve(out) : '../dist',
  ...(base ? { base } : {}),
  ...(site ? { site } : {}),
  integrations: [svelte(), preloadModules()],
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  // The policy of the pages allows no inline style or script, so that none may be inlined.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
});
