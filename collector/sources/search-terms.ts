import { z } from 'zod';
import type { Asking } from '../types.ts';

const Term = z
  .string()
  .min(2)
  .max(100)
  .regex(/^(?=.*[\p{L}\p{N}])\P{Cc}*$/u, 'a word or a phrase');

/** Setting of sources that are searched. */
export const Search = z
  .union([Term, z.array(Term).min(1).max(20)])
  .optional()
  .describe('Words to search for, or a list of such; the names of the whole panel when left out.');

/** What is searched for, one search each. What is found is held against the queries of the panel all the same. */
export function termsOf(search: z.infer<typeof Search>, { brands }: Asking): string[] {
  const terms = search === undefined ? brands.flatMap(({ names }) => names) : [search].flat();
  return [...new Set(terms.map((term) => term.trim().toWellFormed()))].filter((term) => term !== '');
}
