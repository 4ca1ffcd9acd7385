import { fold, isBoundary, wordStarts } from './fold.ts';
import type { Query, Term } from './parse-query.ts';

/** One field, folded for comparison. */
type Field = { plain: string; folded: string; words?: number[] };
/** A text to be searched. `partial` where `text` is an excerpt, whose silence proves nothing. */
export type Searchable = { title: Field; text: Field; partial: boolean };
export type Span = { at: number; end: number };
/** `unknown`: the part of the text that was kept does not tell. */
export type Truth = 'yes' | 'unknown' | 'no';
/** Where the query first matched, by field; only spans of terms that are wanted count. */
export type Found = { truth: Truth; title?: Span | undefined; text?: Span | undefined };

export const searchable = (title: string, text: string, partial = false): Searchable => ({
  title: { plain: title, folded: fold(title) },
  text: { plain: text, folded: fold(text) },
  partial,
});

const sameCase = (plain: string, exact: string): boolean =>
  plain.replace(/[\u2018\u2019]/g, "'") === exact.replace(/[\u2018\u2019]/g, "'");

/** Where `form` ends when it begins at `at`, or -1. A space in it is met by a space or a hyphen in the text. */
function endOf(text: string, form: string, at: number): number {
  if (text.startsWith(form, at)) return at + form.length;
  if (!form.includes(' ')) return -1;
  for (let i = 0; i < form.length; i += 1)
    if (form[i] !== text[at + i] && !(form[i] === ' ' && text[at + i] === '-')) return -1;
  return at + form.length;
}

function nextForm(field: Field, form: string, term: Term, from: number): Span | undefined {
  const { folded, plain } = field;
  const space = form.indexOf(' ');
  const head = space < 0 ? form : form.slice(0, space);
  for (let at = folded.indexOf(head, from); at >= 0; at = folded.indexOf(head, at + 1)) {
    let end = endOf(folded, form, at);
    if (end < 0 || !isBoundary(folded, at)) continue;
    if (term.open) while (!isBoundary(folded, end)) end += 1;
    else if (!isBoundary(folded, end)) continue;
    if (term.exact !== undefined && !sameCase(plain.slice(at, at + form.length), term.exact)) continue;
    return { at, end };
  }
  return undefined;
}

/** The first place, from `from` on, where the term stands as words of their own. */
function next(field: Field, term: Term, from = 0): Span | undefined {
  let first: Span | undefined;
  for (const form of term.forms) {
    const span = nextForm(field, form, term, from);
    if (span && (!first || span.at < first.at)) first = span;
  }
  return first;
}

// Texts that repeat a word thousands of times are made to cost time.
const mostPlaces = 500;

function places(field: Field, terms: readonly Term[]): Span[] {
  const spans: Span[] = [];
  for (const term of terms)
    for (let span = next(field, term); span && spans.length < mostPlaces; span = next(field, term, span.end))
      spans.push(span);
  return spans.sort((a, b) => a.at - b.at);
}

/** Index of the word that holds a place, by binary search. */
function wordAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function near(field: Field, query: Extract<Query, { kind: 'near' }>): Span | undefined {
  const left = places(field, query.left);
  if (left.length === 0) return undefined;
  const right = places(field, query.right);
  if (right.length === 0) return undefined;
  field.words ??= wordStarts(field.folded);
  const starts = field.words;
  const inWords = ({ at, end }: Span): [number, number] => [wordAt(starts, at), wordAt(starts, end - 1)];
  const rights = right.map(inWords);
  for (const span of left) {
    const [from, to] = inWords(span);
    // Words apart: 1 where one follows the other, as editors and archives count it.
    const close = rights.findIndex(([otherFrom, otherTo]) =>
      otherFrom > to ? otherFrom - to <= query.within : from > otherTo && from - otherTo <= query.within,
    );
    const other = right[close];
    if (other) return { at: Math.min(span.at, other.at), end: Math.max(span.end, other.end) };
  }
  return undefined;
}

const fieldsOf = (query: Query): { title: boolean; text: boolean } =>
  query.kind === 'term'
    ? { title: query.field !== 'text', text: query.field !== 'title' }
    : { title: true, text: true };

function leaf(query: Query, where: Searchable, look: (field: Field) => Span | undefined): Found {
  const fields = fieldsOf(query);
  const title = fields.title ? look(where.title) : undefined;
  const text = fields.text ? look(where.text) : undefined;
  if (title || text) return { truth: 'yes', title, text };
  return { truth: where.partial && fields.text ? 'unknown' : 'no' };
}

const opposite: Record<Truth, Truth> = { yes: 'no', unknown: 'unknown', no: 'yes' };
const rank: Record<Truth, number> = { no: 0, unknown: 1, yes: 2 };
const earlier = (a: Span | undefined, b: Span | undefined): Span | undefined =>
  a && b ? (b.at < a.at ? b : a) : (a ?? b);

/** All parts must hold. The spans of the first part that has some stand: a query names the brand first. */
export function allOf(parts: readonly Found[]): Found {
  let truth: Truth = 'yes';
  for (const part of parts) if (rank[part.truth] < rank[truth]) truth = part.truth;
  return {
    truth,
    title: parts.find((part) => part.title)?.title,
    text: parts.find((part) => part.text)?.text,
  };
}

/** One part must hold. The earliest span stands. */
export function oneOf(parts: readonly Found[]): Found {
  return parts.reduce<Found>(
    (best, part) => ({
      truth: rank[part.truth] > rank[best.truth] ? part.truth : best.truth,
      title: earlier(best.title, part.title),
      text: earlier(best.text, part.text),
    }),
    { truth: 'no' },
  );
}

/** Whether a text holds what the query asks for, and where first. */
export function find(query: Query, where: Searchable): Found {
  switch (query.kind) {
    case 'term':
      return leaf(query, where, (field) => next(field, query));
    case 'near':
      return leaf(query, where, (field) => near(field, query));
    case 'not':
      return { truth: opposite[find(query.part, where).truth] };
    case 'and':
      return allOf(query.parts.map((part) => find(part, where)));
    case 'or':
      return oneOf(query.parts.map((part) => find(part, where)));
  }
}
