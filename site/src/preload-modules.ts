import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What a script loads before it runs, by the file names of the build; `imports` are those it names itself. */
type Chunks = ReadonlyMap<string, readonly string[]>;

/** All that a script loads before it runs, itself left out. */
function needsOf(file: string, chunks: Chunks): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const next of chunks.get(name) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(file);
  found.delete(file);
  return [...found];
}

const moduleScript = /<script type="module" src="([^"]*)"><\/script>/g;

/**
 * Names beside each script of a page what it loads, so that it comes along with it: a browser finds that out only
 * once it has read the script, and on a large page not before it has laid it out.
 */
export function withPreloads(html: string, chunks: Chunks): string {
  const told = new Set([...html.matchAll(moduleScript)].map(([, src]) => src));
  return html.replaceAll(moduleScript, (script, src: string) => {
    const at = src.lastIndexOf('_astro/');
    if (at < 0) return script;
    const links = needsOf(src.slice(at), chunks).flatMap((need) => {
      const href = src.slice(0, at) + need;
      if (told.has(href)) return [];
      told.add(href);
      return [`<link rel="modulepreload" href="${href}">`];
    });
    return links.join('') + script;
  });
}

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
