import leven from 'leven';
import { fieldNames } from './query.ts';

/** What other tools call our fields. */
const elsewhere: Readonly<Record<string, string>> = {
  intitle: 'title:',
  headline: 'title:',
  subject: 'title:',
  intext: 'text:',
  body: 'text:',
  content: 'text:',
  inurl: 'site:',
  url: 'site:',
  host: 'site:',
  domain: 'site:',
  from: 'site:',
  subreddit: 'site:',
  language: 'lang:',
  sourcetype: 'group:',
  source: 'group:',
  channel: 'group:',
  exact: 'raw:',
  case: 'raw:',
};
/** A name that differs by so many letters at most, one in two, is taken for a slip of the finger. */
const mostSlips = 2;

const isSlip = (written: string, meant: string): boolean =>
  leven(meant, written) <= Math.min(mostSlips, Math.floor(written.length / 2));

/** What was probably meant by a word that is none of those that there are. */
export const nearest = (written: string, known: readonly string[]): string | undefined =>
  known.find((one) => isSlip(written, one));

function unknownField(word: string): string | undefined {
  const name = /^(\p{L}[\p{L}\p{N}_-]+):/u.exec(word)?.[1];
  if (name === undefined) return undefined;
  const small = name.toLowerCase();
  const host = /^https?:\/\/(?:.*@)?([^/@]+)/i.exec(word)?.[1];
  if (host !== undefined)
    return `addresses are not looked for: did you mean site:${host.replace(/^www\./, '')}?`;
  const near = nearest(small, fieldNames);
  const meant = elsewhere[small] ?? (near && `${near}:`);
  const hint =
    meant === undefined
      ? `(there are ${fieldNames.map((field) => `${field}:`).join(', ')}).`
      : `did you mean ${meant}?`;
  const isWord = word.length > name.length + 1;
  return `there is no field ${name}: ${hint}${isWord ? ` For the words themselves write "${word}" in quotes` : ''}`;
}

const symbols: Readonly<Record<string, string>> = {
  '&': 'AND',
  '&&': 'AND',
  '+': 'AND',
  '|': 'OR',
  '||': 'OR',
  '/': 'OR',
  '-': 'NOT',
  '!': 'NOT',
};

/** What a word that stands outside of quotes was hardly meant to be, with what to write instead. */
export function mistakeIn(word: string): string | undefined {
  const operator = symbols[word];
  if (operator !== undefined)
    return `${word} is no operator: did you mean ${operator}? For a name that holds the sign, put all of it in quotes: "a ${word} b"`;
  const without = /^[-!](?=[\p{L}"\u201c(])(.*)$/u.exec(word);
  if (without) return `to leave out a word, write NOT ${without[1]}`;
  const must = /^\+(?=\p{L})(.*)$/u.exec(word);
  if (must) return `what stands side by side must all be there: did you mean ${must[1]} without the +?`;
  const distance = /^(?:~|W\/|WITHIN\/|NEAR[:~]?|ADJ\/?)(\d+)(?:f)?$/i.exec(word)?.[1];
  if (distance !== undefined)
    return `${word} is no operator: did you mean NEAR/${distance} between two words?`;
  const ordered = /^(?:PRE\/|NEAR\/|ONEAR[:~]?)(\d+)f?$/i.exec(word)?.[1];
  if (ordered !== undefined && !/^NEAR\/\d+$/i.test(word))
    return `${word} is no operator: did you mean ONEAR/${ordered} between two words?`;
  if (/^AND[-_]?NOT$/.test(word)) return `${word} is no operator: did you mean NOT?`;
  if (/^[\p{L}\p{N}].*[,;]$/u.test(word))
    return `words are not joined by ${word.at(-1)}: did you mean ${word.slice(0, -1)} OR …?`;
  return unknownField(word);
}
