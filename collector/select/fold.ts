const ascii = /^[\0-\x7f]*$/;
const beyondAscii = /[^\0-\x7f]+/g;

// What changes nothing in how a name is read: soft hyphens, joiners, variation selectors, vowel points, stretched letters.
const unread =
  /[\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]|\p{Variation_Selector}/u;
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const hyphen = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u05be]/;
const apostrophe = /[\u2018\u2019\u201b\u02bc\u2032\u00b4\uff07]/;
// Other shapes of plain letters: full and half width, ligatures, presentation forms, mathematical and circled letters.
// Not all of NFKC: ™ and ² are no letters of the word before them.
const otherShape =
  /[\u2080-\u2089\u24b6-\u24e9\ufb00-\ufb06\ufb1d-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc\uff01-\uffee\u{1d400}-\u{1d7ff}]/u;
const accented = /[\p{Script=Latin}\p{Script=Greek}]/u;
const accents = /[\u0300-\u036f]/g;
const unaccentedBefore = /[a-z\u0370-\u03ff]$/;
const isAccent = (unit: number): boolean => unit >= 0x300 && unit <= 0x36f;
const isHalfKana = (unit: number): boolean => unit >= 0xff61 && unit <= 0xff9f;
const isHalfVoice = (unit: number): boolean => unit === 0xff9e || unit === 0xff9f;

/** Letters that Unicode does not take apart, and those that are written one for another. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  '\u00b4': "'",
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

function plain(character: string): string {
  if (unread.test(character)) return '';
  if (space.test(character)) return ' ';
  if (hyphen.test(character)) return '-';
  if (apostrophe.test(character)) return "'";
  if (otherShape.test(character))
    return Array.from(character.normalize('NFKC'), (one) => (one === character ? one : fold(one))).join('');
  const small = character.toLowerCase();
  const bare = accented.test(small) ? small.normalize('NFD').replace(accents, '') : small;
  return alike[bare] ?? bare;
}

const remembered = new Map<string, string>();
function plainOf(character: string): string {
  let known = remembered.get(character);
  if (known === undefined) {
    known = plain(character);
    remembered.set(character, known);
  }
  return known;
}

/** A folded text. `places[i]` is where in the text its unit i comes from; absent where both have the same places. */
export type Folded = { folded: string; places?: readonly number[] };

/** What one character beyond ASCII becomes, after what was folded before it. */
function foldedAt(text: string, at: number, character: string, last: string): string {
  const unit = text.charCodeAt(at);
  if (isAccent(unit) && unaccentedBefore.test(last)) return '';
  if (!isHalfKana(unit)) return plainOf(character);
  // The voicing mark is taken with the letter before it.
  if (isHalfVoice(unit) && isHalfKana(text.charCodeAt(at - 1))) return '';
  const mark = isHalfVoice(text.charCodeAt(at + 1)) ? text[at + 1] : '';
  return `${character}${mark}`.normalize('NFKC');
}

/**
 * A text as it is compared: case, accents of Latin and Greek letters, typographic apostrophes and hyphens, full and half
 * width do not count; ß is ss. Marks of other scripts count, for there they make another letter: й, が, का.
 */
export function foldWithPlaces(text: string): Folded {
  if (ascii.test(text)) return { folded: text.toLowerCase() };
  const pieces: string[] = [];
  let places: number[] | undefined;
  let [read, length, last] = [0, 0, ''];
  const take = (piece: string, original: number): void => {
    if (places === undefined && piece.length !== original) places = Array.from({ length }, (_, at) => at);
    if (places)
      for (let i = 0; i < piece.length; i += 1) places.push(piece.length === original ? read + i : read);
    pieces.push(piece);
    length += piece.length;
    read += original;
    if (piece !== '') last = piece;
  };
  for (const { 0: run, index } of text.matchAll(beyondAscii)) {
    if (index > read) take(text.slice(read, index).toLowerCase(), index - read);
    for (const character of run) take(foldedAt(text, read, character, last), character.length);
  }
  if (read < text.length) take(text.slice(read).toLowerCase(), text.length - read);
  return { folded: pieces.join(''), ...(places && { places }) };
}

export const fold = (text: string): string => foldWithPlaces(text).folded;

const word = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
// Scripts written without spaces, and Hangul, whose particles stand on the word: there a match inside a run counts.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc]/u;

/** 0 for what separates words, 1 for what makes them, 2 for letters of scripts without spaces. */
export function wordClass(character: string): 0 | 1 | 2 {
  const code = character.charCodeAt(0);
  if (code < 0x80)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) ? 1 : 0;
  if (!word.test(character)) return 0;
  return unspaced.test(character) ? 2 : 1;
}

const before = (text: string, at: number): string => {
  if (at <= 0) return '';
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
};
/** The character that begins at a place; empty at the end. */
export const characterAt = (text: string, at: number): string =>
  at >= text.length ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0);

/** Whether a word may begin or end at a place: not between two letters or digits of a script with spaces. */
export function isBoundary(text: string, at: number): boolean {
  const [left, right] = [before(text, at), characterAt(text, at)];
  return left === '' || right === '' || wordClass(left) !== 1 || wordClass(right) !== 1;
}

/** Where words begin; in scripts without spaces every letter does. */
export function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let last: 0 | 1 | 2 = 0;
  let at = 0;
  for (const character of text) {
    const now = wordClass(character);
    if (now === 2 || (now === 1 && last !== 1)) starts.push(at);
    last = now;
    at += character.length;
  }
  return starts;
}
