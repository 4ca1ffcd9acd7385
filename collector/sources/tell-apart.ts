import type { Source } from '../types.ts';

const longestPart = 40;

/** The parts of an address's path from the last to the first; none where it has no path that people could read. */
function partsOf({ url }: Source): string[] {
  const path = typeof url === 'string' ? URL.parse(url)?.pathname : undefined;
  return path === undefined || path.includes('%') ? [] : path.split('/').filter(Boolean).reverse();
}

/**
 * Labels of sources, in their order: where several would be labelled alike, such as feeds of one host, each is named with
 * the last part of its path that differs in all of them, else with its id.
 */
export function toldApart(sources: readonly { source: Source; label: string }[]): string[] {
  const alike = Map.groupBy(sources, ({ label }) => label);
  const marks = new Map<Source, string>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const paths = group.map(({ source }) => partsOf(source));
    const depth = Math.max(...paths.map((parts) => parts.length));
    const places = Array.from({ length: depth }, (_, at) => paths.map((parts) => parts[at] ?? ''));
    const differing = places.find(
      (parts) =>
        new Set(parts).size === parts.length &&
        parts.every((part) => part !== '' && part.length <= longestPart),
    );
    for (const [at, { source }] of group.entries()) marks.set(source, differing?.[at] ?? source.id);
  }
  return sources.map(({ source, label }) => (marks.has(source) ? `${label} (${marks.get(source)})` : label));
}
