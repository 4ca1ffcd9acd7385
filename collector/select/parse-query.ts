import type { FieldName, Query, QueryError, Term } from './query.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { fieldedTerm } from './term.ts';
import { Unparsable } from './unparsable.ts';

const deepest = 30;
const farthest = 100;

const operator = /^(?:AND|OR|NOT|O?NEAR(?:\/.*)?)$/;
const isOperator = (token: Token): boolean =>
  token.kind === 'word' && token.fields.length === 0 && operator.test(token.text);
const joins = (token: Token | undefined, end: '(' | ')'): boolean =>
  token !== undefined &&
  (token.kind === 'phrase' || token.kind === end || (token.kind === 'word' && !isOperator(token)));

/** `acme or acmee` is hardly meant to look for the word "or". */
function refuseSmallOperators(all: readonly Token[]): void {
  for (const [at, token] of all.entries()) {
    const meant = token.text.toUpperCase();
    const isSmall =
      token.kind === 'word' &&
      token.fields.length === 0 &&
      operator.test(meant) &&
      !operator.test(token.text);
    const isNot = meant === 'NOT';
    if (!isSmall || !joins(all[at + 1], '(') || !(isNot || joins(all[at - 1], ')'))) continue;
    throw new Unparsable(
      `operators are written in capitals: ${meant}; for the word itself write "${token.text}" in quotes`,
      token.at,
    );
  }
}

const told = (token: Token): string => (token.kind === 'end' ? 'the end of the query' : `"${token.text}"`);

/** Reads the tokens from left to right: OR binds least, then AND (or nothing between two terms), NOT, NEAR/n. */
function reader(all: Token[], groups: readonly string[] | undefined): Query {
  let next = 0;
  const end: Token = all.at(-1) ?? { kind: 'end', text: '', at: 0, fields: [] };
  const peek = (): Token => all[next] ?? end;
  const is = (text: string): boolean => isOperator(peek()) && peek().text === text;
  const expected = (what: string, token = peek()): Unparsable =>
    new Unparsable(`expected ${what} but found ${told(token)}`, token.at);

  function either(depth: number, fields: FieldName[]): Query {
    const parts = [both(depth, fields)];
    while (is('OR')) {
      next += 1;
      parts.push(both(depth, fields));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }
  function both(depth: number, fields: FieldName[]): Query {
    const parts = [unless(depth, fields)];
    for (;;) {
      const token = peek();
      if (token.kind === 'end' || token.kind === ')' || is('OR')) break;
      if (is('AND')) next += 1;
      parts.push(unless(depth, fields));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }
  function unless(depth: number, fields: FieldName[]): Query {
    if (depth > deepest) throw new Unparsable(`more than ${deepest} levels deep`, peek().at);
    if (!is('NOT')) return near(depth, fields);
    next += 1;
    return { kind: 'not', part: unless(depth + 1, fields) };
  }
  function near(depth: number, fields: FieldName[]): Query {
    const start = peek();
    let left = single(depth, fields);
    while (isOperator(peek()) && /^O?NEAR/.test(peek().text)) {
      const token = peek();
      const [, name = 'NEAR', distance = '0'] = /^(O?NEAR)(?:\/(\d{1,3})$)?/.exec(token.text) ?? [];
      const within = Number(distance);
      if (within < 1 || within > farthest)
        throw expected(`${name}/n with n from 1 to ${farthest}, such as ${name}/5,`, token);
      next += 1;
      const second = peek();
      const right = single(depth, fields);
      left = {
        kind: 'near',
        left: choices(left, start),
        right: choices(right, second),
        within,
        ordered: name === 'ONEAR',
      };
    }
    return left;
  }
  function single(depth: number, fields: FieldName[]): Query {
    const token = peek();
    if (token.kind === '(') {
      next += 1;
      const inner = either(depth + 1, [...fields, ...token.fields]);
      if (peek().kind === 'end') throw new Unparsable('the "(" that opens here is never closed', token.at);
      if (peek().kind !== ')') throw expected('a word, a phrase or ")"');
      next += 1;
      return inner;
    }
    if (token.kind === 'phrase' || (token.kind === 'word' && !isOperator(token))) {
      next += 1;
      const term = fieldedTerm(token.text, [...fields, ...token.fields], groups);
      if ('error' in term) throw new Unparsable(term.error, token.at);
      return term;
    }
    throw expected('a word, a phrase or "("');
  }
  const query = either(0, []);
  if (peek().kind === ')') throw new Unparsable('no "(" opens what this ")" closes', peek().at);
  if (peek().kind !== 'end') throw expected('AND, OR, NOT or the end of the query');
  return query;
}

/** NEAR stands between words, phrases, or several of them joined by OR. */
function choices(query: Query, token: Token): Term[] {
  if (query.kind === 'term') return [query];
  if (query.kind === 'or') return query.parts.flatMap((part) => choices(part, token));
  throw new Unparsable('NEAR stands between words, phrases, or several of them joined by OR', token.at);
}

/**
 * Whether a text that says nothing could match, and could fail, whatever its language and group. A site can be what a
 * query is about, as one's own blog; a language or group alone cannot.
 */
function inSilence(query: Query): { match: boolean; fail: boolean } {
  switch (query.kind) {
    case 'term':
    case 'near':
    case 'site':
      return { match: false, fail: true };
    case 'lang':
    case 'group':
      return { match: true, fail: true };
    case 'not': {
      const { match, fail } = inSilence(query.part);
      return { match: fail, fail: match };
    }
    default: {
      const parts = query.parts.map(inSilence);
      const [every, some] =
        query.kind === 'and' ? (['match', 'fail'] as const) : (['fail', 'match'] as const);
      const silent = { match: false, fail: false };
      silent[every] = parts.every((part) => part[every]);
      silent[some] = parts.some((part) => part[some]);
      return silent;
    }
  }
}

/** Whether a query would keep texts that say nothing of what it names. */
export const matchesSilence = (query: Query): boolean => inSilence(query).match;

export const namesNothing =
  'it would match texts that name nothing: name a word that must be there, for NOT, lang: and group: only narrow';

/**
 * Reads a Boolean query; data/README.md lists what it knows. Operators are written in capitals; in small letters between
 * words they are refused. A query that names nothing that must be there is refused too.
 * @param groups those that there are: with them, a query for another one is refused
 */
export function parseQuery(query: string, groups?: readonly string[]): { query: Query } | QueryError {
  try {
    const all = readTokens(query);
    refuseSmallOperators(all);
    const parsed = reader(all, groups);
    if (matchesSilence(parsed))
      return {
        error: namesNothing,
        at: 0,
      };
    return { query: parsed };
  } catch (problem) {
    if (problem instanceof Unparsable) return { error: problem.message, at: problem.at };
    throw problem;
  }
}
