const unspacedScript = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const breaks = /[,;:()[\]!?|]|\s[–—-]+\s|\.\s/;
const ascii = /^[a-z0-9]+$/;

/** Scripts that put no space between words: what is looked for in them stands anywhere in a text. */
export const unspaced: RegExp = new RegExp(`[${unspacedScript}]`, 'u');

export type Token = {
  /** As it is compared: small letters, no genitive, no apostrophes. */
  word: string;
  written: string;
  from: number;
  to: number;
  /** Whether more than spaces, hyphens and quotes stand between it and the word before: no phrase goes on across that. */
  apart: boolean;
};

/** A word as it is compared: don’t and dont are one, and so are app and app’s. */
export function comparable(written: string): string {
  if (ascii.test(written)) return written;
  const low = written.replaceAll('\u0130', 'i').toLowerCase();
  return ascii.test(low) ? low : low.replace(/['’]s$/, '').replace(/['’]/g, '');
}

/** The words of a text in NFC, in order, with the code units where they stand. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(word)) {
    const apart = index - end > 1 && breaks.test(text.slice(end, index));
    end = index + written.length;
    tokens.push({ word: comparable(written), written, from: index, to: end, apart });
  }
  return tokens;
}
