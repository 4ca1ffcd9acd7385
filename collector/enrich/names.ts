import type { Brand } from '#contract';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const patterns = new WeakMap<readonly string[], RegExp | null>();

/** A pattern for any of the names as words of their own, in any case and also in the genitive; null for no names. */
export function wholeWords(names: readonly string[]): RegExp | null {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const longestFirst = [...names].filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  const pattern =
    longestFirst.length === 0
      ? null
      : new RegExp(
          `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literally).join('|')})(?:['’]s)?(?![\\p{L}\\p{N}])`,
          'giu',
        );
  patterns.set(names, pattern);
  return pattern;
}

/** What a brand is called: its name, the words of `any`, and the phrases that its query quotes. */
export const namesOf = ({ name, any = [], match = '' }: Brand): string[] =>
  Array.from(
    new Set([
      name,
      ...any,
      ...Array.from(match.matchAll(/["“”]([^"“”]+)["“”]/g), ([, phrase = '']) => phrase),
    ]),
  ).map((one) => one.replace(/^=|\*$/g, '').trim());
