import type { Brand, Config } from '#contract';
import { excerptLength } from './excerpt.ts';
import { fold } from './fold.ts';
import { allOf, type Found, find, oneOf, type Searchable } from './match.ts';
import { matchesSilence, namesNothing, parseQuery } from './parse-query.ts';
import { type FieldName, fieldNames, type Query, type Term } from './query.ts';
import { fieldedTerm } from './term.ts';

/** `excluded`: the brand is named, but a word of `none` stands there or none of `context` does. */
export type Judgement = { kept: 'yes' | 'unknown' | 'excluded' | 'no'; found: Found };
export type PanelBrand = {
  id: string;
  /** Its query, read. */
  wanted: Wanted;
  judge(where: Searchable): Judgement;
  /** Whether a name or @handle is the brand's own rather than a person's. */
  ownsHandle(handle: string): boolean;
  /** Whether its queries look for a word, or for a phrase that holds it. */
  looksFor(word: string): boolean;
};
/** The brand and its competitors with their queries read, and what is known of the sources. */
export type Panel = {
  brands: PanelBrand[];
  /** Brand by id of the source whose every item speaks of it. */
  bound: ReadonlyMap<string, string>;
  /** Whether a part of the text is stored of what a group says. */
  keepsExcerpt(group: string): boolean;
};

/** The parts of a brand's query by the key that they stand under. */
export type Wanted = { match: Query[]; any: Query[]; all: Query[]; none: Query[]; context: Query[] };
type Key = keyof Wanted;
type Problem = { key: Key; index?: number; message: string };

const fieldAhead = new RegExp(`^(${fieldNames.join('|')}):(?=\\S)`, 'i');

/** A word or phrase of a list, with or without quotes around it; fields may stand before it. */
function listed(written: string, groups: readonly string[] | undefined): Query | { error: string } {
  const fields: FieldName[] = [];
  let rest = written.trim();
  for (let field = fieldAhead.exec(rest); field; field = fieldAhead.exec(rest)) {
    fields.push(field[1]?.toLowerCase() as FieldName);
    rest = rest.slice(field[0].length);
  }
  return fieldedTerm(rest.replace(/^(=?)["\u201c\u201e](.*)["\u201d\u201c]$/, '$1$2'), fields, groups);
}

function read(brand: Brand, groups?: readonly string[]): { wanted: Wanted; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const key of ['any', 'all', 'none', 'context'] as const)
    if (brand[key]?.length === 0)
      problems.push({ key, message: 'names nothing to look for: write a word, or leave the key out' });
  const list = (key: Exclude<Key, 'match'>): Query[] =>
    (brand[key] ?? []).flatMap((word, index): Query[] => {
      const term = listed(word, groups);
      const message = 'error' in term ? term.error : key === 'any' && matchesSilence(term) && namesNothing;
      if (message) problems.push({ key, index, message });
      return message || 'error' in term ? [] : [term];
    });
  const match: Query[] = [];
  if (brand.match !== undefined) {
    const parsed = parseQuery(brand.match, groups);
    if ('error' in parsed)
      problems.push({ key: 'match', message: `${parsed.error} (character ${parsed.at + 1})` });
    else match.push(parsed.query);
  }
  if (brand.match === undefined && brand.any === undefined && brand.all === undefined) {
    const name = fieldedTerm(brand.name, []);
    if ('error' in name) problems.push({ key: 'match', message: `${name.error}; say what finds the brand` });
    else match.push(name);
  }
  const wanted: Wanted = {
    match,
    any: list('any'),
    all: list('all'),
    none: list('none'),
    context: list('context'),
  };
  const named = namedBy(wanted);
  if (named.length > 0 && named.every(matchesSilence)) {
    problems.push({ key: 'all', message: namesNothing });
    wanted.all = [];
  }
  return { wanted, problems };
}

/** What could be read of a brand's query. */
export const readWanted = (brand: Brand): Wanted => read(brand).wanted;

/** What must be there for the brand to be named. */
const namedBy = ({ match, any, all }: Wanted): Query[] => [
  ...match,
  ...(any.length > 0 ? [{ kind: 'or' as const, parts: any }] : []),
  ...all,
];

/**
 * All that is wrong with the queries of a config, each with its path in it.
 * @param groups those of its sources: with them, a query for another one is wrong
 */
export function queryErrors(
  config: Config,
  groups?: readonly string[],
): { path: (string | number)[]; message: string }[] {
  const of = (brand: Brand, path: (string | number)[]) =>
    read(brand, groups).problems.map(({ key, index, message }) => ({
      path: [...path, key, ...(index === undefined ? [] : [index])],
      message,
    }));
  return [
    ...of(config.brand, ['brand']),
    ...config.competitors.flatMap((brand, at) => of(brand, ['competitors', at])),
  ];
}

function judge(named: readonly Query[], { none, context }: Wanted, where: Searchable): Judgement {
  // A query that could not be read finds nothing; the config stage has said so.
  if (named.length === 0) return { kept: 'no', found: { truth: 'no' } };
  const found = allOf(named.map((query) => find(query, where)));
  if (found.truth === 'no') return { kept: 'no', found };
  if (none.some((query) => find(query, where).truth === 'yes')) return { kept: 'excluded', found };
  const around = context.length === 0 ? 'yes' : oneOf(context.map((query) => find(query, where))).truth;
  if (around === 'no') return { kept: 'excluded', found };
  return { kept: found.truth === 'yes' && around === 'yes' ? 'yes' : 'unknown', found };
}

const squashed = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Terms of a query; without those that it does not want, unless they are asked for too. */
function termsOf(query: Query, unwanted: boolean): Term[] {
  switch (query.kind) {
    case 'term':
      return [query];
    case 'near':
      return [...query.left, ...query.right];
    case 'not':
      return unwanted ? termsOf(query.part, unwanted) : [];
    case 'and':
    case 'or':
      return query.parts.flatMap((part) => termsOf(part, unwanted));
    default:
      return [];
  }
}

function wordsLookedFor(brand: Brand, queries: readonly Query[]): (word: string) => boolean {
  const words = new Set(fold(brand.name).split(' ').map(squashed));
  const stems: string[] = [];
  for (const { forms, open } of queries.flatMap((query) => termsOf(query, true)))
    for (const form of forms) {
      const parts = form.split(' ').map(squashed);
      for (const part of parts) words.add(part);
      if (open) stems.push(parts.at(-1) ?? form);
      for (const part of form.split(' '))
        if (part.includes('*') || part.includes('?')) stems.push(squashed(part.replace(/[*?].*$/, '')));
    }
  words.delete('');
  return (word) => {
    const plain = squashed(word);
    const genitive = squashed(fold(word).replace(/'s$/, ''));
    return (
      words.has(plain) || words.has(genitive) || stems.some((stem) => stem !== '' && plain.startsWith(stem))
    );
  };
}

function compile(brand: Brand): PanelBrand {
  const { wanted } = read(brand);
  const named = namedBy(wanted);
  const forms = named.flatMap((query) => termsOf(query, false)).flatMap((term) => term.forms);
  const own = new Set([brand.name, ...forms].map(squashed));
  return {
    id: brand.id,
    wanted,
    judge: (where) => judge(named, wanted, where),
    ownsHandle: (handle) => own.has(squashed(handle)),
    looksFor: wordsLookedFor(brand, Object.values(wanted).flat()),
  };
}

/** Reads the queries of all brands once. Never throws: a brand whose query can't be read matches nothing. */
export const compilePanel = (config: Config): Panel => ({
  keepsExcerpt: (group) => excerptLength(group, config) > 0,
  brands: [config.brand, ...config.competitors].map(compile),
  bound: new Map(
    config.sources.flatMap(({ id, brand }) => (brand === undefined ? [] : [[id, brand] as const])),
  ),
});
