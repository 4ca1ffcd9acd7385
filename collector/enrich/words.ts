const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text in order, in small letters and with plain apostrophes. */
export const wordsOf = (text: string): string[] =>
  Array.from(text.normalize('NFC').matchAll(word), ([found]) =>
    found.replaceAll('\u0130', 'i').toLowerCase().replaceAll('’', "'"),
  );
