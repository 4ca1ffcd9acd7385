import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eld } from 'eld/large';
import { expect, it } from 'vitest';
import { readNgrams } from './ngram-table.ts';
import { ngramsOf } from './ngrams-of.ts';
import { textsOf } from './texts.fixture.ts';

const table = readNgrams(readFileSync(join(import.meta.dirname, 'ngrams.bin')));

/** The scores of eld, which are the mean weight of the n-grams, brought below one. */
function scoresOf(text: string): Record<string, number> {
  const sums = new Float64Array(table.languages.length);
  const { all } = ngramsOf(text);
  table.add(all, sums, 1);
  return Object.fromEntries(
    Array.from(sums, (sum, at) => [table.languages[at], sum / all.length / (sum / all.length + 25)]).filter(
      ([, score]) => Number(score) > 0,
    ),
  );
}

it('the packed n-grams give every text the scores that the package eld gives it', () => {
  const texts = [...textsOf('headlines'), ...textsOf('held-out'), ...textsOf('short-texts')]
    .flatMap(([, list]) => list)
    // Of quotation marks beside words eld makes words of their own; they are left out here.
    .map((text) => text.replace(/[^\p{L}\p{M}]+/gu, ' '));
  expect(texts.length).toBeGreaterThan(1800);
  const different = texts.filter((text) => {
    const [ours, theirs] = [scoresOf(text), eld.detect(text).getScores()];
    const languages = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...languages].some((one) => Math.abs((ours[one] ?? 0) - (theirs[one] ?? 0)) > 1e-9);
  });
  expect(different).toEqual([]);
});

it('a file of n-grams that is not whole is refused', () => {
  const file = readFileSync(join(import.meta.dirname, 'ngrams.bin'));
  expect(() => readNgrams(file.subarray(0, file.length - 1))).toThrow(/bytes, of/);
});
