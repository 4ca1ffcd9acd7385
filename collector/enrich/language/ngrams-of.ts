import { letterTable } from './letters.ts';

const space = 0x20;
/** Bytes of a word that are looked at, and about how many of a text. */
const longestWord = 70;
const enough = 350;

const isApostrophe = (code: number) => code === 0x27 || code === 0x60 || code === 0x2019;

export type WordNgrams = {
  /** No number twice; lists, since sets of large numbers are slow. */
  all: number[];
  /** Those of words that begin with a small letter: mostly no names. */
  small: number[];
};

/**
 * The pieces of the words of a text, each once, as eld cuts them: of the UTF-8 bytes of a word, in small letters, four at every
 * third, and the last four; a space stands for the beginning and the end of the word. As numbers: a byte each, the first highest.
 */
export function ngramsOf(text: string): WordNgrams {
  const kindOf = letterTable();
  const lower = text.toLowerCase();
  // A few letters are two when they are small; capitals can then not be told by their place.
  const asWritten = lower.length === text.length ? text : lower;
  const found: WordNgrams = { all: [], small: [] };
  const word = new Uint8Array(longestWord);
  let [length, bytes, isSmall] = [0, 0, true];
  const push = (byte: number) => {
    if (length < longestWord) word[length++] = byte;
  };
  const keep = (piece: number) => {
    if (!found.all.includes(piece)) found.all.push(piece);
    if (isSmall && !found.small.includes(piece)) found.small.push(piece);
  };
  const cut = () => {
    if (length === 0) return;
    let at = 0;
    for (; at + 4 < length; at += 3) keep(pieceOf(word, at, at + 4, at === 0));
    keep(pieceOf(word, Math.max(0, length - 4), length, at === 0) * 256 + space);
    bytes += length;
    length = 0;
  };
  for (let at = 0; at < lower.length && bytes <= enough; at++) {
    const code = lower.charCodeAt(at);
    if (kindOf[code]) {
      if (length === 0) isSmall = code === asWritten.charCodeAt(at);
      pushUtf8(code, push);
    } else if (isApostrophe(code) && length > 0 && kindOf[lower.charCodeAt(at + 1)]) pushUtf8(code, push);
    else cut();
  }
  cut();
  return found;
}

function pushUtf8(code: number, push: (byte: number) => void): void {
  if (code < 0x80) push(code);
  else if (code < 0x800) {
    push(0xc0 | (code >> 6));
    push(0x80 | (code & 0x3f));
  } else {
    push(0xe0 | (code >> 12));
    push(0x80 | ((code >> 6) & 0x3f));
    push(0x80 | (code & 0x3f));
  }
}

function pieceOf(word: Uint8Array, from: number, to: number, isFirst: boolean): number {
  let key = isFirst ? space : 0;
  for (let at = from; at < to; at++) key = key * 256 + (word[at] ?? 0);
  return key;
}
