/** Where a term is looked for; in both where none is named. */
export type TextField = 'title' | 'text';
/** What an item is, besides what it says. */
export type ItemField = 'site' | 'lang' | 'group';

/** A part of a word or phrase after a wildcard: `*` is any number of letters, `?` is one. */
export type Piece = { gap: '*' | '?'; text: string };
export type Shape = { head: string; pieces: readonly Piece[] };

/** A word or phrase. */
export type Term = {
  kind: 'term';
  /** As it was written, for telling it. */
  written: string;
  /** Its folded spellings, wildcards within them left standing. */
  forms: string[];
  /** The same, cut at the wildcards. */
  shapes: Shape[];
  /** Any ending will do: `roast*`. */
  open: boolean;
  /** The writing that must be met: in case, or with `raw` to the letter and symbol. */
  exact: string | undefined;
  raw: boolean;
  field: TextField | undefined;
};
export type Query =
  | Term
  | { kind: 'and' | 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  /** Two terms at most `within` words apart; the left one first where `ordered`. */
  | { kind: 'near'; left: Term[]; right: Term[]; within: number; ordered: boolean }
  | { kind: ItemField; value: string };
/** `at` is the place in the query, counted from 0. */
export type QueryError = { error: string; at: number };

/** Read from left to right; `title:"x"`, `raw:(a OR b)`. */
export const fieldNames = ['title', 'text', 'raw', 'site', 'lang', 'group'] as const;
export type FieldName = (typeof fieldNames)[number];
