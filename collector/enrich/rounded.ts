import type { Reading, Word } from './copy-words.ts';

/** Words that say of the number after them that it is rounded; some of them with one of `linking` in between. */
const approximating = new Set(
  `about around nearly almost approximately roughly some over more less fewer circa rund etwa ungefähr knapp fast über mehr
  weniger environ près presque quelque plus moins unos unas casi alrededor cerca aproximadamente más menos`.split(
    /\s+/u,
  ),
);
const linking = new Set(['than', 'als', 'de', 'of']);
const mostRounded = 0.05;

type Figure = { word: Word; value: number; isRounded: boolean };

function figuresOf({ title, excerpt }: Reading): Figure[] {
  return [title, excerpt].flatMap((words) =>
    words.flatMap((word, at) => {
      const value = word.kind === 'number' ? Number(word.text) : Number.NaN;
      if (!Number.isFinite(value)) return [];
      const before = words[at - 1]?.text ?? '';
      const told = linking.has(before) ? (words[at - 2]?.text ?? '') : before;
      return [{ word, value, isRounded: approximating.has(told) }];
    }),
  );
}

/** Hashes of numbers that agree although they differ: one text says "about 80" where the other says 83, within 5 %. */
export function roundedNumbers(a: Reading, b: Reading): ReadonlySet<number> {
  const agreed = new Set<number>();
  const [mine, yours] = [figuresOf(a), figuresOf(b)];
  for (const one of mine)
    for (const other of yours) {
      if (one.isRounded === other.isRounded || one.word.hash === other.word.hash) continue;
      if (Math.abs(one.value - other.value) > mostRounded * Math.max(one.value, other.value)) continue;
      agreed.add(one.word.hash);
      agreed.add(other.word.hash);
    }
  return agreed;
}
