import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPreloads } from './src/module-preloads.ts';

/** Names in every built page, beside each script, what that loads. */
export function preloadModules(): AstroIntegration {
  const chunks = new Map<string, readonly string[]>();
  return {
    name: 'earshot-preload-modules',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'earshot-chunks',
                generateBundle(_, bundle) {
                  for (const file of Object.values(bundle))
                    if (file.type === 'chunk') chunks.set(file.fileName, file.imports);
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const html = readFileSync(join(folder, file), 'utf8');
          const made = withPreloads(html, chunks);
          if (made !== html) writeFileSync(join(folder, file), made);
        }
      },
    },
  };
}
