import { wholeWords } from './names.ts';

/** Code units; whatever is longer says something in words. */
const longest = 120;
const address = /(?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_.]+/gu;
// Of the signs that count as pictures, a few are marks of trade and say nothing.
const sign =
  /(?![©®™ℹ])\p{Extended_Pictographic}|[★☆]|[:;=][-']?[()D[\]]|(?<![\d/])\d+(?:[.,]\d+)?\s*\/\s*(?:5|10|100)(?![\d/])/u;

type Names = { brand: readonly string[]; others: readonly string[] };
const patterns = new WeakMap<readonly string[], RegExp | null>();
function withoutNames(text: string, names: readonly string[]): string {
  const pattern = patterns.get(names) ?? wholeWords(names);
  patterns.set(names, pattern);
  return pattern === null ? text : text.replace(pattern, ' ');
}

/**
 * Of a text that holds no words beside addresses and names, whether it says something all the same: by emoji, stars, a face or a
 * rating. Undefined for a text in words.
 */
export function isSaidInSigns(text: string, { brand, others }: Names): boolean | undefined {
  if (text.length > longest) return undefined;
  const bare = text.replace(address, ' ');
  const own = /\p{L}/u.test(bare) ? withoutNames(withoutNames(bare, brand), others) : bare;
  return /\p{L}/u.test(own) ? undefined : sign.test(own);
}
