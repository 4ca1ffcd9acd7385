import { find, type Searchable, type Truth } from './match.ts';
import type { Wanted } from './panel.ts';
import type { Query, Term } from './query.ts';

const mostShown = 4;

const listed = (all: readonly string[], joint: string): string =>
  all.length <= mostShown
    ? all.join(joint)
    : [...all.slice(0, mostShown), `${all.length - mostShown} more`].join(joint);

const showTerm = ({ written, raw, field }: Term): string =>
  `${field === undefined ? '' : `${field}:`}${raw ? 'raw:' : ''}“${written}”`;
const showTerms = (terms: readonly Term[]): string => listed(terms.map(showTerm), ' or ');

/** A query in words, shortened. */
export function showQuery(query: Query): string {
  switch (query.kind) {
    case 'term':
      return showTerm(query);
    case 'near': {
      const operator = `${query.ordered ? 'O' : ''}NEAR/${query.within}`;
      return `${showTerms(query.left)} ${operator} ${showTerms(query.right)}`;
    }
    case 'not':
      return `NOT ${showQuery(query.part)}`;
    case 'and':
    case 'or':
      return `(${listed(query.parts.map(showQuery), query.kind === 'and' ? ' AND ' : ' OR ')})`;
    default:
      return `${query.kind}:${query.value}`;
  }
}

/** The words and phrases of a query that a text holds, as far as they are wanted. */
export function whatMatches(query: Query, where: Searchable): string[] {
  if (query.kind === 'not') return [];
  if (query.kind === 'and' || query.kind === 'or')
    return query.parts.flatMap((part) => whatMatches(part, where));
  return find(query, where).truth === 'yes' ? [showQuery(query)] : [];
}

const holdsOne = (terms: readonly Term[], where: Searchable): boolean =>
  terms.some((term) => find(term, where).truth === 'yes');

function nearMisses(query: Extract<Query, { kind: 'near' }>, where: Searchable): string {
  const { left, right, within, ordered } = query;
  if (!holdsOne(left, where)) return `${showTerms(left)} is not there`;
  if (!holdsOne(right, where)) return `${showTerms(right)} is not there`;
  const words = `within ${within} word${within === 1 ? '' : 's'}`;
  return ordered
    ? `${showTerms(right)} does not follow ${showTerms(left)} ${words}`
    : `${showTerms(right)} is not ${words} of ${showTerms(left)}`;
}

function notOfItem(kind: 'site' | 'lang' | 'group', value: string, where: Searchable): string {
  const { site, group, lang } = where.about;
  const is = { site, group, lang: lang?.() }[kind];
  const names = { site: 'site', group: 'group', lang: 'language' };
  return is === undefined || is === '' || is === 'und'
    ? `its ${names[kind]} is not known to be ${value}`
    : `its ${names[kind]} is ${is}, not ${value}`;
}

/** Why a query does not hold, or is not known to hold: the parts that decide it. */
function misses(query: Query, where: Searchable): string[] {
  const truth = find(query, where).truth;
  if (truth === 'yes') return [];
  switch (query.kind) {
    case 'term':
      return [`${showTerm(query)} is not there`];
    case 'near':
      return [nearMisses(query, where)];
    case 'not': {
      const found = whatMatches(query.part, where);
      const what = found.length > 0 ? listed(found, ', ') : showQuery(query.part);
      return [truth === 'no' ? `excluded by NOT: ${what}` : `may be excluded by NOT: ${what}`];
    }
    case 'and':
      return query.parts
        .filter((part) => find(part, where).truth === truth)
        .flatMap((part) => misses(part, where));
    case 'or': {
      if (query.parts.every((part) => part.kind === 'term'))
        return [`none of ${listed(query.parts.map(showQuery), ', ')} is there`];
      const each = query.parts.map((part) => misses(part, where).join(' and '));
      return [listed([...new Set(each)], '; ')];
    }
    default:
      return [notOfItem(query.kind, query.value, where)];
  }
}

/** Why a brand's query does not keep a text, or is not known to; the first reason is the one that decides. */
export function whyNot({ match, any, all, none, context }: Wanted, where: Searchable): string[] {
  const anyOf: Query[] = any.length > 0 ? [{ kind: 'or', parts: any }] : [];
  const named = [...match, ...anyOf, ...all];
  const truthOf = (query: Query): Truth => find(query, where).truth;
  const failing = named.filter((query) => truthOf(query) === 'no');
  if (failing.length > 0) return failing.flatMap((query) => misses(query, where));
  const excluded = none.filter((query) => truthOf(query) === 'yes').map(showQuery);
  if (excluded.length > 0) return [`excluded by none: ${listed(excluded, ', ')}`];
  const unknown = named.flatMap((query) => misses(query, where));
  const hasContext = context.length === 0 || context.some((query) => truthOf(query) === 'yes');
  return hasContext ? unknown : [...unknown, `no word of context: ${listed(context.map(showQuery), ', ')}`];
}

/** What of a brand's query a text holds. */
export const whatNames = ({ match, any, all }: Wanted, where: Searchable): string[] => [
  ...new Set([...match, ...any, ...all].flatMap((query) => whatMatches(query, where))),
];
