import { wordClass } from './fold.ts';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
// "Rain" may be a name or weather; "RiverOtter", "river_42" and "Ann Bell" can hardly be anything else.
const ordinaryWord = /^\p{L}?[\p{Ll}\p{Lo}\p{M}]+$/u;

/** A pattern for a name as words of its own: in any case, or in its very case where it looks like an ordinary word. */
function patternOf(name: string): RegExp {
  const points = Array.from(name);
  const edge = (character: string | undefined): boolean => wordClass(character ?? ' ') === 1;
  const body = literally(name).replace(/['’]/g, "['’]");
  return new RegExp(
    `${edge(points[0]) ? '(?<![\\p{L}\\p{M}\\p{N}])' : ''}${body}${edge(points.at(-1)) ? '(?![\\p{L}\\p{M}\\p{N}])' : ''}`,
    ordinaryWord.test(name) ? 'gu' : 'giu',
  );
}

/**
 * Puts … for the names of a text's own authors. Words that a query looks for stay, so that what was found is still found
 * in what is stored: `Northwind Ann` → `Northwind …`; a name that is a brand's own stays whole.
 */
export function maskAuthors(
  text: string,
  authors: readonly string[],
  keep: { name: (name: string) => boolean; word: (word: string) => boolean },
): string {
  return [...authors]
    .sort((a, b) => b.length - a.length)
    .filter((author) => !keep.name(author))
    .reduce(
      (masked, author) =>
        masked.replace(patternOf(author), (found) =>
          found
            .split(' ')
            .map((word) => (keep.word(word) ? word : '…'))
            .join(' ')
            .replace(/…(?: …)+/g, '…'),
        ),
      text,
    );
}
