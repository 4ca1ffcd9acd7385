import { endsRating, markRatings, ratingToken } from './rating-tokens.ts';

/** What the writing itself shows: capitals, lengthened words, marks. Counts of the text. */
export type Surface = {
  words: number;
  shouted: number;
  lengthened: number;
  exclaimed: number;
  asked: number;
};
export type Tokens = {
  /** Words in lower case, marks and emoji as they are, `<link>`, `<user>`, `<number>`, `<percent>` and rating tokens for what varies. */
  list: string[];
  /** 1 where the token stands in the reach of a negation. */
  negated: Uint8Array;
  surface: Surface;
  /** 1 for words that are written with a capital. */
  capital: Uint8Array;
  /** 1 for what stands between quotation marks. */
  quoted: Uint8Array;
  /** What the target is called, where that is a thing ("delivery") and no name: its words in lower case. */
  things?: readonly string[];
};

/** Placeholders for names, which say nothing themselves; the shape of a word, so that a pattern of words finds them. */
export const brandToken = 'xbrandherex';
export const otherToken = 'xbrandtherex';
/** What a team calls neutral. */
export const silentToken = 'xsilentx';
export const isPlaceholder = (token: string): boolean =>
  token === brandToken || token === otherToken || token === silentToken;

/** Code units that are read; no excerpt that is stored comes near. */
const longestText = 2000;
const negationReach = 4;
const negators = new Set(
  `no not never none nobody nothing zero neither nor nowhere cannot without hardly barely scarcely rarely lack lacks lacking
  ain't aint can't cant won't wont don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent weren't
  werent hasn't hasnt haven't havent hadn't hadnt couldn't couldnt shouldn't shouldnt wouldn't wouldnt`.split(
    /\s+/,
  ),
);
const scopeEnds = new Set(['but', 'however', 'although', 'though', 'yet', 'except']);
const scopeMarks = new Set(['.', ',', ';', ':', '!', '?', '!!', '??', '?!', '...']);

const emoticon = String.raw`[<>]?[:;=xX][-o*']?[)\](\[dDpP/}{@|\\3]+(?![\p{L}\p{N}])|[)\](\[dD]+[-o*']?[:;=](?![/\w])|<\/?3+|\^_+\^|-_+-|[oO]_[oO]`;
const emoji = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*`;
// In this order: links, names of people, emoticons, emoji, numbers, words, marks in a row, other marks.
const pattern = new RegExp(
  [
    String.raw`(https?:\/\/\S+|www\.\S+)`,
    String.raw`(@\w+|\/?\bu\/\w+)`,
    `(${emoticon})`,
    `(${emoji})`,
    String.raw`(\d+(?:[.,:]\d+)*%?(?: ?\/ ?(?:5|10|100)(?![\d/]))?)`,
    String.raw`([\p{L}\p{M}]+(?:'\p{L}+)*)`,
    String.raw`([!?]+|\.{2,}|…)`,
    `([.,;:()"$])`,
  ].join('|'),
  'gu',
);

export const isNegator = (token: string): boolean => negators.has(token);
/** Whether a token is a word of letters. */
export const isWord = (token: string): boolean => {
  const first = token.charCodeAt(0);
  return (first > 96 && first < 123) || (first > 191 && first < 0x2000);
};

function marksToken(marks: string): string {
  if (marks[0] !== '!' && marks[0] !== '?') return '...';
  if (marks.length === 1) return marks;
  if (!marks.includes('?')) return '!!';
  return marks.includes('!') ? '?!' : '??';
}

/** Whether a quotation is open after these marks, none of which is a token. */
function quotedAfter(between: string, before: boolean): boolean {
  const opened = Math.max(between.lastIndexOf('“'), between.lastIndexOf('«'), between.lastIndexOf('„'));
  const closed = Math.max(between.lastIndexOf('”'), between.lastIndexOf('»'));
  return opened === closed ? before : opened > closed;
}

/** Splits a text into tokens, and marks those that a negation turns. */
export function tokenise(text: string): Tokens {
  const list: string[] = [];
  const capitals: number[] = [];
  const quotes: number[] = [];
  const surface: Surface = { words: 0, shouted: 0, lengthened: 0, exclaimed: 0, asked: 0 };
  const read = (text.length > longestText ? text.slice(0, longestText) : text).replace(/[’‘`´ʼ]/g, "'");
  let [inQuotes, readTo, mayRate] = [false, 0, false];
  const figures: string[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(read); match !== null; match = pattern.exec(read)) {
    const [whole, link, user, face, picture, number, word, marks] = match;
    if (match.index > readTo + 1 || readTo === 0)
      inQuotes = quotedAfter(read.slice(readTo, match.index), inQuotes);
    readTo = pattern.lastIndex;
    if (whole === '"') inQuotes = !inQuotes;
    else if (inQuotes) quotes.push(list.length);
    if (word !== undefined) {
      surface.words += 1;
      const lower = word.toLowerCase();
      if (word.length > 2 && word !== lower && word === word.toUpperCase()) surface.shouted += 1;
      const short = lower.replace(/(.)\1{2,}/gu, '$1$1');
      if (short !== lower) surface.lengthened += 1;
      if (word !== lower) capitals.push(list.length);
      if (endsRating(list, lower)) mayRate = true;
      list.push(short);
    } else if (marks !== undefined) {
      if (marks.includes('!')) surface.exclaimed += marks.length;
      if (marks.includes('?')) surface.asked += 1;
      list.push(marksToken(marks));
    } else if (number !== undefined) {
      const slash = number.indexOf('/');
      if (slash > 0 && read[match.index - 1] !== '/')
        list.push(ratingToken(Number.parseFloat(number), Number(number.slice(slash + 1))));
      else if (number.endsWith('%')) list.push('<percent>');
      else {
        figures.push(number);
        list.push('<number>');
      }
    } else if (link !== undefined) list.push('<link>');
    else if (user !== undefined) list.push('<user>');
    else if (face !== undefined) list.push(face.length > 2 ? face.replace(/(.)\1+/g, '$1') : face);
    else if (picture !== undefined) list.push(picture.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, ''));
    else list.push(whole);
  }
  if (mayRate) markRatings(list, figures);
  const capital = new Uint8Array(list.length);
  for (const at of capitals) capital[at] = 1;
  const quoted = new Uint8Array(list.length);
  for (const at of quotes) quoted[at] = 1;
  return { list, negated: negatedOf(list), surface, capital, quoted };
}

/** Reach of negations: the next four words, to the end of the clause. */
export function negatedOf(list: readonly string[]): Uint8Array {
  const negated = new Uint8Array(list.length);
  let left = 0;
  for (let at = 0; at < list.length; at += 1) {
    const token = list[at] ?? '';
    if (left > 0) {
      if (scopeEnds.has(token) || scopeMarks.has(token)) left = 0;
      else if (isWord(token)) {
        negated[at] = 1;
        left -= 1;
      }
    }
    if (negators.has(token)) left = negationReach;
  }
  return negated;
}
