import type { Brand } from '#contract';
import { wordsOf } from './words.ts';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A pattern for any of the names as words of their own, in any case and also in the genitive; null for no names. */
export function wholeWords(names: readonly string[]): RegExp | null {
  const longestFirst = [...names].filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  return longestFirst.length === 0
    ? null
    : new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literally).join('|')})(?:['’]s)?(?![\\p{L}\\p{N}])`,
        'giu',
      );
}

const finders = new WeakMap<readonly string[], WeakMap<readonly string[], (text: string) => string>>();

/**
 * Puts `here` for every name of the brand and `there` for every name of the others. Longer names go first, so that
 * "Bluebird Air" is not taken for "Bluebird". Remembered by the lists themselves.
 */
export function namesReplaced(
  brand: readonly string[],
  others: readonly string[],
  { here, there }: { here: string; there: string },
): (text: string) => string {
  const known = finders.get(brand)?.get(others);
  if (known) return known;
  const pattern = wholeWords([...brand, ...others]);
  const own = new Set(brand.map((name) => name.toLowerCase()));
  const replace = (text: string): string =>
    pattern === null
      ? text
      : text.replace(pattern, (found) => {
          const name = found.toLowerCase();
          return own.has(name) || own.has(name.replace(/['’]s$/, '')) ? ` ${here} ` : ` ${there} `;
        });
  const byOthers = finders.get(brand) ?? new WeakMap<readonly string[], (text: string) => string>();
  finders.set(brand, byOthers.set(others, replace));
  return replace;
}

/** Tells whether a text names one of the others. Longer names go first here too. */
export function namesAnother(brand: readonly string[], others: readonly string[]): (text: string) => boolean {
  const pattern = wholeWords([...brand, ...others]);
  const own = new Set(brand.map((name) => name.toLowerCase()));
  return (text) =>
    pattern !== null &&
    Array.from(text.matchAll(pattern), ([found]) => found.toLowerCase()).some(
      (name) => !own.has(name) && !own.has(name.replace(/['’]s$/, '')),
    );
}

const asWritten = (name: string): string =>
  name
    .replace(/^(?:(?:title|text|raw):)*=?|\*$/gi, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
const isName = (word: string): boolean => !/^(?:site|lang|group):/i.test(word);

/** What a brand is called: its name, the words of `any`, and the phrases that its query quotes. */
export const namesOf = ({ name, any = [], match = '' }: Brand): string[] =>
  Array.from(
    new Set([
      name,
      ...any.filter(isName),
      ...Array.from(match.matchAll(/["“”]([^"“”]+)["“”]/g), ([, phrase = '']) => phrase),
    ]),
  ).map(asWritten);

/**
 * Names that say nothing but who is meant: the brand's name, other writings of its words, and what `any` calls it in other
 * words. "Fresh & Co" is not fresh; "Fresh app", which a query may quote, speaks of an app.
 */
export function ownNamesOf(brand: Brand): string[] {
  const own = new Set(wordsOf(brand.name));
  const others = new Set((brand.any ?? []).filter(isName).map(asWritten));
  return namesOf(brand).filter((name) => {
    const words = wordsOf(name);
    const known = words.filter((word) => own.has(word)).length;
    return known === words.length || (known === 0 && others.has(name));
  });
}
