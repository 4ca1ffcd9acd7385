const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** A word of a text, in small letters and with a plain apostrophe. */
export type Word = { text: string };

/** The words of a text in order. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.normalize('NFC').matchAll(wordPattern), ([word]) => ({
    text: word.replaceAll('\u0130', 'i').toLowerCase().replaceAll('’', "'"),
  }));
