import type { Mention } from '#contract';
import { rootOf } from './synonyms.ts';

/**
 * A word as copies are told by. Weight stands for what it says: short words such as "of" and "the" say little in every
 * language with letters of two cases. A name is written with a capital where a sentence would not ask for one.
 */
export type Word = {
  text: string;
  hash: number;
  /** The word that stands for all synonyms. */
  root: string;
  weight: number;
  kind: 'word' | 'name' | 'number';
};
/** What is compared of a mention. */
export type Reading = {
  title: readonly Word[];
  /** Where in `title` what may be the name of the outlet begins; its length where there is none. */
  outletFrom: number;
  excerpt: readonly Word[];
  /** The excerpt is only a part of the text: something stood before it, or after. */
  cutBefore: boolean;
  cutAfter: boolean;
};

const spaceless = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const isSpaceless = new RegExp(`[${spaceless}]`, 'u');
// Digits and letters are apart: "Q2" and "Q3" differ in a number, "£5m" and "£5 million" do not.
const piece = new RegExp(
  String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*|[${spaceless}\p{M}]+|[\p{L}\p{M}]+?(?=[${spaceless}])|[\p{L}\p{M}]+`,
  'gu',
);
const possessive = /(?<=\p{L})['’]s?(?![\p{L}\p{M}])|(?<=\p{L})['’](?=\p{L})/gu;
const sentenceEnd = /(?:[.!?:…]["'”’»)]?\s+|["“«„‘—–|•]\s*)$/u;
/** Where more words than these bear capitals, capitals do not mark names. */
const mostCapitals = { title: 0.55, excerpt: 0.35 };
const sayingLittle = 0.25;

const numbersInWords = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, String(at + 2)]),
);
for (const [at, word] of 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ').entries())
  numbersInWords.set(word, String(at + 2));

/** FNV-1a, mixed once more so that the smallest hashes are a fair sample. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}
/** The last step of MurmurHash3, over 32 bits. */
export function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** "1,200" and "1.200" are 1200; "2.50" is 2.5. */
function plainNumber(text: string): string {
  const grouped = /^\p{Nd}{1,3}(?:[.,]\p{Nd}{3})+$/u.test(text) ? text.replace(/[.,]/g, '') : text;
  const [whole = '', ...rest] = grouped.split(/[.,]/);
  const decimals = rest.join('.').replace(/0+$/, '');
  return `${whole.replace(/^0+(?=.)/, '')}${decimals === '' ? '' : `.${decimals}`}`;
}

function weightOf(text: string, kind: Word['kind']): number {
  if (kind === 'number') return 1;
  if (isSpaceless.test(text)) return 0.4;
  if (text.length <= 3) return kind === 'name' ? 0.6 : sayingLittle;
  return text.length === 4 ? 0.6 : 1;
}

/**
 * "LONDON, May 3 (Reuters) - Prices rose": agencies and outlets put a place, a day and a name before the same words. Only
 * what stands before the first dash and consists of names, numbers and what is in brackets.
 */
function withoutDateline(excerpt: string): string {
  const found = /^(…?)([^.!?]{2,80}?)\s+[-–—]{1,2}\s+(?=\S)/u.exec(excerpt);
  if (found === null) return excerpt;
  const names = (found[2] ?? '').replace(/\([^)]*\)/gu, ' ').split(/[\s,/]+/u);
  const isDateline = names.every((name) => name === '' || /^[\p{Lu}\p{Lo}\p{Nd}]/u.test(name));
  return isDateline ? `${found[1]}${excerpt.slice(found[0].length)}` : excerpt;
}

/** Some sources cut their texts after so many letters, within a word. */
const isCutThrough = (excerpt: string): boolean =>
  excerpt.length >= 100 && /\p{L}$|\p{N}[.,]?$/u.test(excerpt);

const mostWords = 200;
const mostKnown = 100_000;

/** Reads mentions for comparison; a word that many of them hold is kept in memory once. */
export function openWords() {
  const known = new Map<string, Word>();

  function wordOf(text: string, kind: Word['kind']): Word {
    const key = kind === 'name' ? `^${text}` : text;
    const word = known.get(key);
    if (word !== undefined) return word;
    const made: Word = { text, hash: hashOf(text), root: rootOf(text), weight: weightOf(text, kind), kind };
    if (known.size >= mostKnown) known.clear();
    known.set(key, made);
    return made;
  }

  function read(raw: string, most: number): Word[] {
    const text = raw.normalize('NFKC').replace(possessive, '');
    const found = Array.from(text.matchAll(piece));
    const starts = found.map(
      ({ index }) => index === 0 || sentenceEnd.test(text.slice(Math.max(0, index - 4), index)),
    );
    const capital = found.map(([word]) => /^\p{Lu}/u.test(word));
    const inside = found.filter((_, at) => !starts[at]).length;
    const capitals = found.filter((_, at) => !starts[at] && capital[at]).length;
    const marksNames = capitals <= most * inside || capitals === 1;
    const words: Word[] = [];
    for (const [at, [word]] of found.entries()) {
      if (/^\p{Nd}/u.test(word)) {
        words.push(wordOf(plainNumber(word), 'number'));
      } else if (isSpaceless.test(word)) {
        // No spaces tell words apart in these scripts: each two letters count as one.
        const letters = Array.from(word);
        if (letters.length === 1) words.push(wordOf(word, 'word'));
        for (let from = 0; from + 1 < letters.length; from++)
          words.push(wordOf(`${letters[from]}${letters[from + 1]}`, 'word'));
      } else {
        const small = word.toLowerCase();
        const number = numbersInWords.get(small);
        if (number !== undefined) words.push(wordOf(number, 'number'));
        else words.push(wordOf(small, capital[at] && !starts[at] && marksNames ? 'name' : 'word'));
      }
    }
    return words;
  }

  return {
    readingOf(mention: Pick<Mention, 'title' | 'excerpt' | 'site'>): Reading {
      const isCut = isCutThrough(mention.excerpt);
      const all = read(withoutDateline(mention.excerpt), mostCapitals.excerpt);
      const excerpt = all.slice(0, Math.min(mostWords, isCut ? all.length - 1 : all.length));
      const cut = outletAt(mention, excerpt);
      const start = read(mention.title.slice(0, cut), mostCapitals.title);
      return {
        title: [...start, ...read(mention.title.slice(cut), mostCapitals.title)],
        outletFrom: start.length,
        excerpt,
        cutBefore: mention.excerpt.startsWith('…'),
        cutAfter: mention.excerpt.endsWith('…') || isCut || all.length > mostWords,
      };
    },
  };
}

const fewestTitleLetters = 20;
const longestOutlet = 5;
const lettersOnly = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/**
 * Where the name of the outlet begins in "Prices rise - City Paper": after the last dash or line, where it is the name of
 * the site, or a few words with capitals that the excerpt does not know ("Now open - Leeds" says something of the story).
 */
function outletAt({ title, site }: Pick<Mention, 'title' | 'site'>, excerpt: readonly Word[]): number {
  const cut = Math.max(...[' - ', ' | ', ' – ', ' — ', ' · ', ' • '].map((mark) => title.lastIndexOf(mark)));
  if (cut < fewestTitleLetters) return title.length;
  const suffix = title.slice(cut + 3).trim();
  const outlet = lettersOnly(suffix);
  if (outlet.length >= 3 && lettersOnly(site).includes(outlet)) return cut;
  const words = suffix.split(/\s+/u);
  const isName =
    words.length <= longestOutlet &&
    words.every((word) => /^[\p{Lu}\p{Lo}&]|^(of|the|de|la|le|el|der|die|das)$/u.test(word));
  const isTold = excerpt.some(({ text }) => text.length > 3 && suffix.toLowerCase().includes(text));
  return isName && !isTold && excerpt.length > 0 && !/\p{Nd}/u.test(suffix) ? cut : title.length;
}
