/** `npm run picture`: builds the demo and takes the README's pictures of its Overview, light and dark. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'astro';
import { chromium } from 'playwright';
import { browserFlags, needBrowser } from './find-browser.ts';

const out = mkdtempSync(join(tmpdir(), 'earshot-picture-'));
execFileSync(process.execPath, ['collector/cli.ts', 'build', '--demo', '--out', out, '--base', '/'], {
  stdio: 'inherit',
});
const server = await preview({
  root: 'site',
  outDir: out,
  base: '/',
  server: { port: 4399, host: '127.0.0.1' },
  logLevel: 'error',
});
const browser = await chromium.launch({ executablePath: needBrowser(process.env), args: browserFlags });
mkdirSync('docs', { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1240 },
    colorScheme,
    deviceScaleFactor: 1.5,
  });
  await page.goto(`http://127.0.0.1:${server.port}/`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `docs/overview-${colorScheme}.png` });
  await page.close();
}
await browser.close();
await server.stop();
rmSync(out, { recursive: true, force: true });
console.log('docs/overview-light.png and docs/overview-dark.png are taken');
