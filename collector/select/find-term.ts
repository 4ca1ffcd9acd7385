import { characterAt, type Folded, foldWithPlaces, isBoundary, wordClass } from './fold.ts';
import type { Shape, Term } from './query.ts';

/** One field of a text, folded for comparison. */
export type Field = Folded & { plain: string; words?: number[] };
/** A place in the plain text. */
export type Span = { at: number; end: number };

export const fieldOf = (plain: string): Field => ({ plain, ...foldWithPlaces(plain) });

/** Letters that `*` stands for at most within a word: in scripts without spaces a word has no other end. */
const longestGap = 30;

const joiner = (character: string | undefined): boolean => character === ' ' || character === '-';

/** Where `form` ends when it begins at `at`, or -1. A space in it is met by a space or a hyphen in the text. */
function literalEnd(text: string, form: string, at: number): number {
  if (text.startsWith(form, at)) return at + form.length;
  if (!form.includes(' ')) return -1;
  for (let i = 0; i < form.length; i += 1)
    if (form[i] !== text[at + i] && !(form[i] === ' ' && joiner(text[at + i]))) return -1;
  return at + form.length;
}

/** Places that a wildcard may lead to. */
function reached(text: string, gap: '*' | '?', from: number): number[] {
  const places = gap === '*' ? [from] : [];
  let at = from;
  for (let letters = 0; letters < (gap === '?' ? 1 : longestGap); letters += 1) {
    const character = characterAt(text, at);
    if (character === '' || wordClass(character) === 0) break;
    at += character.length;
    places.push(at);
  }
  return places;
}

/** All places where a shape may end when it begins at `at`. Linear in the length of the word. */
function shapeEnds(text: string, { head, pieces }: Shape, at: number): number[] {
  let ends = [literalEnd(text, head, at)].filter((end) => end >= 0);
  for (const { gap, text: literal } of pieces) {
    if (ends.length === 0) break;
    const next = new Set<number>();
    for (const end of ends)
      for (const start of reached(text, gap, end)) {
        const stop = literalEnd(text, literal, start);
        if (stop >= 0) next.add(stop);
      }
    ends = [...next];
  }
  return ends;
}

const untilSpace = (text: string): string => text.split(' ', 1)[0] ?? '';

/**
 * Says for places in rising order where the next one lies, from which a shape may reach what follows its wildcards; -1
 * for none. So a text full of beginnings costs no more than any other.
 */
function reachable(text: string, { head, pieces }: Shape): (at: number) => number {
  const last = untilSpace(pieces.findLast((piece) => piece.text !== '')?.text ?? '');
  if (last === '') return (at) => at;
  const literals = pieces.reduce((sum, piece) => sum + piece.text.length, head.length);
  const reach = literals + pieces.length * longestGap * 2;
  let found = -1;
  return (at) => {
    if (found < at) found = text.indexOf(last, at);
    return found < 0 ? -1 : Math.max(at, found - reach);
  };
}

/** Where the word that goes on at `from` ends. */
function wordEnd(text: string, from: number): number {
  let end = from;
  while (!isBoundary(text, end)) end += 1;
  return end;
}

const straight = (text: string): string => text.replace(/[\u2018\u2019]/g, "'");

/** Places in the folded text as places in the text itself. */
function inPlain({ places, plain }: Field, at: number, end: number): Span {
  if (!places) return { at, end };
  // A letter that became several ends as a whole, with the marks that stood on it.
  let next = end;
  while (next > 0 && next < places.length && places[next] === places[next - 1]) next += 1;
  return { at: places[at] ?? plain.length, end: places[next] ?? plain.length };
}

function foldedSpans(field: Field, term: Term, shape: Shape, most: number): Span[] {
  const { folded, plain } = field;
  const needle = untilSpace(shape.head);
  const mayBegin = reachable(folded, shape);
  const nextFrom = (from: number): number => {
    const begin = mayBegin(from);
    return begin < 0 ? -1 : folded.indexOf(needle, begin);
  };
  const spans: Span[] = [];
  for (let at = nextFrom(0); at >= 0 && spans.length < most; ) {
    let next = at + 1;
    const ends = isBoundary(folded, at) ? shapeEnds(folded, shape, at) : [];
    const stop = ends.find((end) => term.open || isBoundary(folded, end));
    if (stop !== undefined) {
      const end = term.open ? wordEnd(folded, stop) : stop;
      const met = inPlain(field, at, stop);
      if (term.exact === undefined || straight(plain.slice(met.at, met.end)) === straight(term.exact)) {
        spans.push(inPlain(field, at, end));
        next = Math.max(next, end);
      }
    }
    at = nextFrom(next);
  }
  return spans;
}

function rawSpans({ plain }: Field, exact: string, most: number): Span[] {
  const spans: Span[] = [];
  for (let at = plain.indexOf(exact); at >= 0 && spans.length < most; at = plain.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    if (isBoundary(plain, at) && isBoundary(plain, end)) spans.push({ at, end });
  }
  return spans;
}

/** The first places where a term stands as words of their own, in their order, at most `most` of each spelling. */
export function spansOf(field: Field, term: Term, most: number): Span[] {
  if (term.raw) return rawSpans(field, term.exact ?? '', most);
  const [only, ...others] = term.shapes.map((shape) => foldedSpans(field, term, shape, most));
  return others.length === 0 ? (only ?? []) : [only ?? [], ...others].flat().sort((a, b) => a.at - b.at);
}
