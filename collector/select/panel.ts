import type { Brand, Config } from '#contract';
import { fold } from './fold.ts';
import { allOf, type Found, find, oneOf, type Searchable } from './match.ts';
import { parseQuery, type Query, type Term, termOf } from './parse-query.ts';

/** `excluded`: the brand is named, but a word of `none` stands there or none of `context` does. */
export type Judgement = { kept: 'yes' | 'unknown' | 'excluded' | 'no'; found: Found };
export type PanelBrand = {
  id: string;
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
};

type Wanted = { named: Query[]; none: Query[]; context: Query[] };
type Problem = { key: 'match' | 'any' | 'all' | 'none' | 'context'; index?: number; message: string };

/** A word of a list, with or without quotes around it. */
const unquoted = (word: string): string => word.trim().replace(/^["\u201c\u201e](.*)["\u201d\u201c]$/, '$1');

function read(brand: Brand): { wanted: Wanted; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const key of ['any', 'all', 'none', 'context'] as const)
    if (brand[key]?.length === 0)
      problems.push({ key, message: 'names nothing to look for: write a word, or leave the key out' });
  const list = (key: 'any' | 'all' | 'none' | 'context'): Query[] =>
    (brand[key] ?? []).flatMap((word, index): Query[] => {
      const term = termOf(unquoted(word));
      if (!('error' in term)) return [term];
      problems.push({ key, index, message: term.error });
      return [];
    });
  const named: Query[] = [];
  if (brand.match !== undefined) {
    const parsed = parseQuery(brand.match);
    if ('error' in parsed)
      problems.push({ key: 'match', message: `${parsed.error} (character ${parsed.at + 1})` });
    else named.push(parsed.query);
  }
  const any = list('any');
  if (any.length > 0) named.push({ kind: 'or', parts: any });
  named.push(...list('all'));
  if (brand.match === undefined && brand.any === undefined && brand.all === undefined) {
    const name = termOf(brand.name);
    if ('error' in name) problems.push({ key: 'match', message: `${name.error}; say what finds the brand` });
    else named.push(name);
  }
  return { wanted: { named, none: list('none'), context: list('context') }, problems };
}

/** All that is wrong with the queries of a config, each with its path in it. */
export function queryErrors(config: Config): { path: (string | number)[]; message: string }[] {
  const of = (brand: Brand, path: (string | number)[]) =>
    read(brand).problems.map(({ key, index, message }) => ({
      path: [...path, key, ...(index === undefined ? [] : [index])],
      message,
    }));
  return [
    ...of(config.brand, ['brand']),
    ...config.competitors.flatMap((brand, at) => of(brand, ['competitors', at])),
  ];
}

function judge({ named, none, context }: Wanted, where: Searchable): Judgement {
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

/** Words of a query that are wanted, for telling the brand's handles. */
const wantedWords = (query: Query): string[] => {
  if (query.kind === 'term') return query.forms;
  if (query.kind === 'near') return [...query.left, ...query.right].flatMap(wantedWords);
  return query.kind === 'not' ? [] : query.parts.flatMap(wantedWords);
};

/** All terms of a query, also of what it does not want. */
const termsOf = (query: Query): Term[] => {
  if (query.kind === 'term') return [query];
  if (query.kind === 'near') return [...query.left, ...query.right];
  return query.kind === 'not' ? termsOf(query.part) : query.parts.flatMap(termsOf);
};

function wordsLookedFor(brand: Brand, { named, none, context }: Wanted): (word: string) => boolean {
  const words = new Set(fold(brand.name).split(' ').map(squashed));
  const stems: string[] = [];
  for (const { forms, open } of [...named, ...none, ...context].flatMap(termsOf))
    for (const form of forms) {
      const parts = form.split(' ').map(squashed);
      for (const part of parts) words.add(part);
      if (open) stems.push(parts.at(-1) ?? form);
    }
  words.delete('');
  return (word) => {
    const plain = squashed(word);
    const genitive = squashed(fold(word).replace(/'s$/, ''));
    return words.has(plain) || words.has(genitive) || stems.some((stem) => plain.startsWith(stem));
  };
}

function compile(brand: Brand): PanelBrand {
  const { wanted } = read(brand);
  const own = new Set([brand.name, ...wanted.named.flatMap(wantedWords)].map(squashed));
  return {
    id: brand.id,
    judge: (where) => judge(wanted, where),
    ownsHandle: (handle) => own.has(squashed(handle)),
    looksFor: wordsLookedFor(brand, wanted),
  };
}

/** Reads the queries of all brands once. Never throws: a brand whose query can't be read matches nothing. */
export const compilePanel = (config: Config): Panel => ({
  brands: [config.brand, ...config.competitors].map(compile),
  bound: new Map(
    config.sources.flatMap(({ id, brand }) => (brand === undefined ? [] : [[id, brand] as const])),
  ),
});
