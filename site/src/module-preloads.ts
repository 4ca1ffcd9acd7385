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
