// Characters that are typed one for another. Each maps to one code unit, so that places in the folded text are places in
// the text itself.
const alike =
  /[\u2018\u2019\u201b\u02bc\u2032\uff07\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u03c2\u00a0]|[\uff01-\uff5e]/g;
const ascii = /^[\0-\x7f]*$/;

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x3c2) return '\u03c3';
  if (code === 0xa0) return ' ';
  if (/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.test(character)) return '-';
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff07)
    return String.fromCharCode(code - 0xfee0).toLowerCase();
  return "'";
}

/**
 * A text as it is compared: case, typographic apostrophes and hyphens, final sigma and full-width forms do not count;
 * accents do. Of the same length as the text, unit by unit.
 */
export function fold(text: string): string {
  // İ is the one letter whose small form is longer, by a dot that no one types.
  const lower = text.replaceAll('\u0130', 'i').toLowerCase();
  return ascii.test(lower) ? lower : lower.replace(alike, plain);
}

const word = /[\p{L}\p{M}\p{N}]/u;
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
const after = (text: string, at: number): string =>
  at >= text.length ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0);

/** Whether a word may begin or end at a place: not between two letters or digits of a script with spaces. */
export function isBoundary(text: string, at: number): boolean {
  const [left, right] = [before(text, at), after(text, at)];
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
