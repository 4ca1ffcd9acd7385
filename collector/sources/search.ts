import { z } from 'zod';
import type { SourceBase } from '#contract';
import type { Answer, Asking, Unreadable } from '../types.ts';

const Term = z
  .string()
  .min(1)
  .max(100)
  .regex(/[\p{L}\p{N}]/u, 'a word or a phrase');

/** The setting `search` of source types that have a search of their own. */
export const Search = z
  .union([Term, z.array(Term).min(1).max(20)])
  .optional()
  .describe("Words or phrases to look for; when left out, those of the panel's queries.");

/** Quotes and backslashes would end the phrase that each one is asked as. */
const plain = (term: string): string => term.replace(/["\\\s\p{Cc}]+/gu, ' ').trim();

/**
 * What a source looks for, once each: what its settings say, else the names of the whole panel, or of the one brand that
 * the source is bound to.
 */
export function searchesFor(
  { search, brand }: Pick<SourceBase, 'brand'> & { search?: string | string[] | undefined },
  brands: Asking['brands'],
): [string, ...string[]] {
  const names = brands.filter(({ id }) => brand === undefined || id === brand).flatMap((one) => one.names);
  const byLowerCase = new Map<string, string>();
  for (const term of (search === undefined ? names : [search].flat()).map(plain)) {
    if (term !== '' && !byLowerCase.has(term.toLowerCase())) byLowerCase.set(term.toLowerCase(), term);
  }
  const [first, ...others] = byLowerCase.values();
  if (first === undefined) throw new Error('there is nothing to search for');
  return [first, ...others];
}

/** An address with its query, everything in it percent-encoded. */
export const addressOf = (base: string, query: Readonly<Record<string, string | number>>): string =>
  `${base}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
    .join('&')}`;

/** The query of the address that was read in the end: what was asked for. */
export const askedIn = ({ url }: Answer): URLSearchParams => new URL(url).searchParams;

/** Where an answer tells no more which search it answers, what comes after it can't be known. */
export const ledElsewhere: Unreadable = {
  status: 'changed',
  reason: 'led_elsewhere',
  detail: 'another page answers than the search that was asked for',
};
