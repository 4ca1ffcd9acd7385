import type { Brand, Config } from '#contract';
import type { Asking } from '../types.ts';
import { readWanted } from './panel.ts';
import type { Query } from './query.ts';

const mostNames = 5;

/**
 * Words and phrases such that whatever the query wants holds at least one of them: of parts that must all be there, the
 * first that names something is enough.
 */
function namesIn(query: Query): string[] {
  switch (query.kind) {
    case 'term':
      return [(query.exact ?? query.written).replace(/^=|[*"]/g, '').trim()];
    case 'near':
      return query.left.flatMap(namesIn);
    case 'or':
      return query.parts.flatMap(namesIn);
    case 'and':
      return query.parts.map(namesIn).find((names) => names.length > 0) ?? [];
    default:
      return [];
  }
}

/**
 * What to type into a source's own search to find a brand: at most five words or phrases, from its query. What a search
 * gives is still held against the whole query.
 */
export function searchNames(brand: Brand): string[] {
  const { match, any, all } = readWanted(brand);
  const lists = [match, any, all.slice(0, 1)].map((queries) => queries.flatMap(namesIn));
  const names = [...lists, [brand.name]].find((list) => list.length > 0) ?? [];
  return [...new Set(names)].filter((name) => name !== '').slice(0, mostNames);
}

/** The panel as sources see it. */
export const askedBrands = (config: Config): Asking['brands'] =>
  [config.brand, ...config.competitors].map((brand) => ({
    id: brand.id,
    names: searchNames(brand),
    articles: brand.articles ?? [],
  }));
