import { type Field, fieldOf, type Span, spansOf } from './find-term.ts';
import { wordStarts } from './fold.ts';
import type { ItemField, Query, Term, TextField } from './query.ts';

export type { Span } from './find-term.ts';

/** What is known of an item besides its text. */
export type About = {
  /** True where the text is an excerpt, whose silence proves nothing. */
  partial?: boolean;
  /** Domain or community; empty where it has none. */
  site?: string;
  group?: string;
  /** Asked only where a query asks: BCP 47, `und` where the text does not tell, undefined where nobody looked. */
  lang?: () => string | undefined;
};
/** A text to be searched. */
export type Searchable = { title: Field; text: Field; about: About };
/** `unknown`: the part of the text that was kept does not tell. */
export type Truth = 'yes' | 'unknown' | 'no';
/** Where the query first matched, by field; only spans of terms that are wanted count. */
export type Found = { truth: Truth; title?: Span | undefined; text?: Span | undefined };

export const searchable = (title: string, text: string, about: About = {}): Searchable => ({
  title: fieldOf(title),
  text: fieldOf(text),
  about,
});

// Texts that repeat a word thousands of times are made to cost time.
const mostPlaces = 500;

const inField = (term: Term, name: TextField): boolean => term.field === undefined || term.field === name;

function places(field: Field, name: TextField, terms: readonly Term[]): Span[] {
  const spans: Span[] = [];
  for (const term of terms)
    if (inField(term, name)) spans.push(...spansOf(field, term, mostPlaces - spans.length));
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

type Near = Extract<Query, { kind: 'near' }>;

function near(field: Field, name: TextField, query: Near): Span | undefined {
  const left = places(field, name, query.left);
  if (left.length === 0) return undefined;
  const right = places(field, name, query.right);
  if (right.length === 0) return undefined;
  field.words ??= wordStarts(field.plain);
  const starts = field.words;
  const inWords = ({ at, end }: Span): [number, number] => [wordAt(starts, at), wordAt(starts, end - 1)];
  const rights = right.map(inWords);
  for (const span of left) {
    const [from, to] = inWords(span);
    // Words apart: 1 where one follows the other, as editors and archives count it.
    const close = rights.findIndex(([otherFrom, otherTo]) =>
      otherFrom > to
        ? otherFrom - to <= query.within
        : !query.ordered && from > otherTo && from - otherTo <= query.within,
    );
    const other = right[close];
    if (other) return { at: Math.min(span.at, other.at), end: Math.max(span.end, other.end) };
  }
  return undefined;
}

function inText(
  terms: readonly Term[],
  where: Searchable,
  look: (field: Field, name: TextField) => Span | undefined,
): Found {
  const title = look(where.title, 'title');
  const text = look(where.text, 'text');
  if (title || text) return { truth: 'yes', title, text };
  const mayStandInRest = where.about.partial && terms.some((term) => inField(term, 'text'));
  return { truth: mayStandInRest ? 'unknown' : 'no' };
}

/** In a part of a text one side may stand alone, and the other in the rest: then the place of that side is told. */
function nearInText(query: Near, where: Searchable): Found {
  const terms = [...query.left, ...query.right];
  const found = inText(terms, where, (field, name) => near(field, name, query));
  if (found.truth !== 'unknown') return found;
  const side = (one: readonly Term[]): Found =>
    inText(one, where, (field, name) => places(field, name, one)[0]);
  const [left, right] = [side(query.left), side(query.right)];
  return { truth: 'unknown', title: left.title ?? right.title, text: left.text ?? right.text };
}

/** `en` holds for en-GB; of a whole text that does not tell its language it holds not, of a part it may. */
function isLanguage(asked: string, { lang, partial }: About): Truth {
  const tag = lang?.()?.toLowerCase();
  if (tag === undefined) return 'unknown';
  if (tag === 'und') return partial ? 'unknown' : 'no';
  return tag === asked || tag.startsWith(`${asked}-`) ? 'yes' : 'no';
}

function isItem(field: ItemField, value: string, about: About): Truth {
  if (field === 'lang') return isLanguage(value, about);
  const stated = about[field];
  if (stated === undefined) return 'unknown';
  if (field === 'group') return stated === value ? 'yes' : 'no';
  const site = stated.toLowerCase();
  return site === value || (value.includes('.') && site.endsWith(`.${value}`)) ? 'yes' : 'no';
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
      return inText([query], where, (field, name) =>
        inField(query, name) ? spansOf(field, query, 1)[0] : undefined,
      );
    case 'near':
      return nearInText(query, where);
    case 'not':
      return { truth: opposite[find(query.part, where).truth] };
    case 'and':
      return allOf(query.parts.map((part) => find(part, where)));
    case 'or':
      return oneOf(query.parts.map((part) => find(part, where)));
    default:
      return { truth: isItem(query.kind, query.value, where.about) };
  }
}
