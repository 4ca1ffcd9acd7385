import { mistakeIn } from './mistakes.ts';
import { type FieldName, fieldNames } from './query.ts';
import { Unparsable } from './unparsable.ts';

/** `fields` stand before a word, a phrase or an opening parenthesis: `title:raw:"C++"`. */
export type Token = {
  kind: '(' | ')' | 'phrase' | 'word' | 'end';
  text: string;
  at: number;
  fields: FieldName[];
};

// “ ” „ are what text processors make of the key.
const quotes = '"\u201c\u201d\u201e\u201f';
const quote = new RegExp(`[${quotes}]`);
const blank = /\s*/y;
const prefix = /[A-Za-z]+:/y;
const run = new RegExp(`[^\\s()${quotes}]+`, 'y');

const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Cuts a query into words, phrases and parentheses. Throws Unparsable. */
export function readTokens(query: string): Token[] {
  const found: Token[] = [];
  let at = matchAt(blank, query, 0).length;
  while (at < query.length) {
    const token = readToken(query, at);
    found.push(token.token);
    at = token.end + matchAt(blank, query, token.end).length;
  }
  found.push({ kind: 'end', text: '', at: query.length, fields: [] });
  return found;
}

function readToken(query: string, at: number): { token: Token; end: number } {
  const fields: FieldName[] = [];
  let from = at;
  for (let name = matchAt(prefix, query, from); ; name = matchAt(prefix, query, from)) {
    const field = name.slice(0, -1).toLowerCase();
    if (!isField(field)) break;
    fields.push(field);
    from += name.length;
  }
  const character = query[from] ?? '';
  if (fields.length > 0 && (character === '' || character === ')' || /\s/.test(character)))
    throw new Unparsable(`expected a word or phrase right after ${query.slice(at, from)}`, from);
  if (character === '(' || character === ')')
    return { token: { kind: character, text: character, at, fields }, end: from + 1 };
  const isExact = character === '=' && quote.test(query[from + 1] ?? '') && !fields.includes('raw');
  const open = from + (isExact ? 1 : 0);
  if (quote.test(query[open] ?? '')) {
    const length = query.slice(open + 1).search(quote);
    if (length < 0) throw new Unparsable('the quote that opens here is never closed', open);
    const text = query.slice(open + 1, open + 1 + length);
    return {
      token: { kind: 'phrase', text: (isExact ? '=' : '') + text, at, fields },
      end: open + length + 2,
    };
  }
  const text = matchAt(run, query, from);
  const end = from + text.length;
  const follows = query[end] ?? '';
  if (fields.length === 0) {
    const isLead = /^[-!]$/.test(text) && (quote.test(follows) || follows === '(');
    const mistake = mistakeIn(isLead ? `${text}${follows}…` : text);
    if (mistake !== undefined) throw new Unparsable(mistake, at);
  }
  if (quote.test(follows))
    throw new Unparsable(`a quote inside the word ${text}: put a space before it`, end);
  return { token: { kind: 'word', text, at, fields }, end };
}
