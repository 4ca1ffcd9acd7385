import { fold, wordClass } from './fold.ts';

/** A word or phrase. `forms` are its folded spellings; `exact` holds the case that must be met. */
export type Term = {
  kind: 'term';
  forms: string[];
  exact: string | undefined;
  /** Any ending will do: `roast*`. */
  open: boolean;
  field: 'title' | 'text' | undefined;
};
export type Query =
  | Term
  | { kind: 'and' | 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  /** Two terms at most `within` words apart, in either order. */
  | { kind: 'near'; left: Term[]; right: Term[]; within: number };
/** `at` is the place in the query, counted from 0. */
export type QueryError = { error: string; at: number };

const deepest = 30;
const farthest = 100;
const shortestStem = 3;

type Token = { kind: '(' | ')' | 'phrase' | 'word' | 'end'; text: string; at: number };

class Unparsable extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

// “ ” „ are what text processors make of the key.
const quote = /["\u201c\u201d\u201e\u201f]/;
const marker = /^(?:(?:title|text):)?=?$/i;

function tokens(query: string): Token[] {
  const found: Token[] = [];
  const piece = /\s+|[()]|[^\s()"\u201c\u201d\u201e\u201f]*(?:["\u201c\u201d\u201e\u201f]|(?=[\s()]|$))/gy;
  while (piece.lastIndex < query.length) {
    const at = piece.lastIndex;
    const text = piece.exec(query)?.[0] ?? '';
    if (text === '(' || text === ')') found.push({ kind: text, text, at });
    else if (quote.test(text.at(-1) ?? '')) {
      const start = at + text.length;
      const close = query.slice(start).search(quote);
      if (!marker.test(text.slice(0, -1)) && text.length > 1)
        throw new Unparsable(
          `a quote inside the word ${text.slice(0, -1)}: put a space before it`,
          start - 1,
        );
      if (close < 0) throw new Unparsable('the quote that opens here is never closed', start - 1);
      found.push({ kind: 'phrase', text: text.slice(0, -1) + query.slice(start, start + close), at });
      piece.lastIndex = start + close + 1;
    } else if (text.trim() !== '') found.push({ kind: 'word', text, at });
  }
  found.push({ kind: 'end', text: '', at: query.length });
  return found;
}

/** ß and ss are one letter to whoever writes Straße in capitals. */
const spellings = (folded: string): string[] =>
  Array.from(new Set([folded, folded.replaceAll('ß', 'ss'), folded.replaceAll('ss', 'ß')]));

/** A word or phrase as it is written in `any`, `none`, `context` or a query; or what is wrong with it. */
export function termOf(written: string, field?: Term['field']): Term | { error: string } {
  const exact = written.startsWith('=');
  const body = (exact ? written.slice(1) : written).normalize('NFC').trim().replace(/\s+/g, ' ');
  const open = body.endsWith('*');
  const stem = (open ? body.slice(0, -1) : body).trim();
  if (stem.includes('*')) return { error: '* may only end a word' };
  if (!Array.from(stem).some((character) => wordClass(character) > 0))
    return { error: `"${written}" holds no letter or digit to look for` };
  if (open && stem.length < shortestStem)
    return { error: `${body} would match too much: at least ${shortestStem} letters before *` };
  return { kind: 'term', forms: spellings(fold(stem)), exact: exact ? stem : undefined, open, field };
}

const joins = (token: Token | undefined, end: '(' | ')'): boolean =>
  token?.kind === 'phrase' || token?.kind === end || (token?.kind === 'word' && !operator.test(token.text));

/** `acme or acmee` is hardly meant to look for the word "or". */
function refuseSmallOperators(all: readonly Token[]): void {
  for (const [at, token] of all.entries()) {
    const meant = token.text.toUpperCase();
    const isSmall = token.kind === 'word' && operator.test(meant) && !operator.test(token.text);
    const isNot = meant === 'NOT';
    if (!isSmall || !joins(all[at + 1], '(') || !(isNot || joins(all[at - 1], ')'))) continue;
    throw new Unparsable(
      `operators are written in capitals: ${meant}; for the word itself write "${token.text}" in quotes`,
      token.at,
    );
  }
}

const operator = /^(?:AND|OR|NOT|NEAR(?:\/.*)?)$/;
const told = (token: Token): string => (token.kind === 'end' ? 'the end of the query' : `"${token.text}"`);

/** Reads the tokens from left to right: OR binds least, then AND (or nothing between two terms), NOT, NEAR/n. */
function reader(all: Token[]): Query {
  let next = 0;
  const end: Token = all.at(-1) ?? { kind: 'end', text: '', at: 0 };
  const peek = (): Token => all[next] ?? end;
  const is = (text: string): boolean => peek().kind === 'word' && peek().text === text;
  const expected = (what: string, token = peek()): Unparsable =>
    new Unparsable(`expected ${what} but found ${told(token)}`, token.at);

  function either(depth: number): Query {
    const parts = [both(depth)];
    while (is('OR')) {
      next += 1;
      parts.push(both(depth));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }
  function both(depth: number): Query {
    const parts = [unless(depth)];
    for (;;) {
      const token = peek();
      if (token.kind === 'end' || token.kind === ')' || is('OR')) break;
      if (is('AND')) next += 1;
      parts.push(unless(depth));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }
  function unless(depth: number): Query {
    if (depth > deepest) throw new Unparsable(`more than ${deepest} levels deep`, peek().at);
    if (!is('NOT')) return near(depth);
    next += 1;
    return { kind: 'not', part: unless(depth + 1) };
  }
  function near(depth: number): Query {
    const start = peek();
    let left = single(depth);
    while (peek().kind === 'word' && /^NEAR(?:\/|$)/.test(peek().text)) {
      const token = peek();
      const within = Number(/^NEAR\/(\d{1,3})$/.exec(token.text)?.[1] ?? 0);
      if (within < 1 || within > farthest)
        throw expected(`NEAR/n with n from 1 to ${farthest}, such as NEAR/5,`, token);
      next += 1;
      const second = peek();
      const right = single(depth);
      left = { kind: 'near', left: choices(left, start), right: choices(right, second), within };
    }
    return left;
  }
  function single(depth: number): Query {
    const token = peek();
    if (token.kind === '(') {
      next += 1;
      const inner = either(depth + 1);
      if (peek().kind !== ')') throw expected('a word, a phrase or ")"');
      next += 1;
      return inner;
    }
    if (token.kind === 'phrase' || (token.kind === 'word' && !operator.test(token.text))) {
      next += 1;
      return written(token);
    }
    throw expected('a word, a phrase or "("');
  }
  const query = either(0);
  if (peek().kind !== 'end') throw expected('AND, OR, NOT or the end of the query');
  return query;
}

function written(token: Token): Term {
  if (token.kind === 'word' && /^-\p{L}/u.test(token.text))
    throw new Unparsable(`to leave out a word, write NOT ${token.text.slice(1)}`, token.at);
  if (/^(?:title|text):$/i.test(token.text))
    throw new Unparsable(`expected a word or phrase right after ${token.text}`, token.at + token.text.length);
  const field = /^(title|text):(?=.)/i.exec(token.text);
  const term = termOf(
    field ? token.text.slice(field[0].length) : token.text,
    field?.[1]?.toLowerCase() as Term['field'],
  );
  if ('error' in term) throw new Unparsable(term.error, token.at);
  return term;
}

/** NEAR stands between words, phrases, or several of them joined by OR. */
function choices(query: Query, token: Token): Term[] {
  if (query.kind === 'term') return [query];
  if (query.kind === 'or' && query.parts.every((part) => part.kind === 'term')) return query.parts;
  throw new Unparsable('NEAR stands between words, phrases, or several of them joined by OR', token.at);
}

/** Whether a text that says nothing would match. */
const matchesSilence = (query: Query): boolean => {
  if (query.kind === 'not') return !matchesSilence(query.part);
  if (query.kind === 'and') return query.parts.every(matchesSilence);
  if (query.kind === 'or') return query.parts.some(matchesSilence);
  return false;
};

/**
 * Reads a Boolean query: words, "phrases", AND (also where nothing stands between), OR, NOT, parentheses, `NEAR/5`,
 * `roast*`, `title:word`, `text:word` and `=Word` for its very case. Operators are written in capitals; in small letters
 * between words they are refused.
 */
export function parseQuery(query: string): { query: Query } | QueryError {
  try {
    const all = tokens(query);
    refuseSmallOperators(all);
    const parsed = reader(all);
    if (matchesSilence(parsed))
      return { error: 'it would match every text: name a word that must be there', at: 0 };
    return { query: parsed };
  } catch (problem) {
    if (problem instanceof Unparsable) return { error: problem.message, at: problem.at };
    throw problem;
  }
}
