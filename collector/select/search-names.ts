import type { Brand } from '#contract';
import { parseQuery, type Query } from './parse-query.ts';

const mostNames = 5;

/**
 * Words and phrases such that whatever the query wants holds at least one of them: of parts that must all be there, the
 * first that names something is enough.
 */
function namesIn(query: Query): string[] {
  switch (query.kind) {
    case 'term':
      return query.forms.slice(0, 1);
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
  const parsed = brand.match === undefined ? undefined : parseQuery(brand.match);
  const ofMatch = parsed && 'query' in parsed ? namesIn(parsed.query) : [];
  const lists = [ofMatch, brand.any ?? [], (brand.all ?? []).slice(0, 1), [brand.name]];
  const names = (lists.find((list) => list.length > 0) ?? []).map((name) =>
    name.replace(/[*"=]/g, '').trim(),
  );
  return [...new Set(names)].filter((name) => name !== '').slice(0, mostNames);
}
