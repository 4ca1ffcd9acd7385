import { expect, test } from 'vitest';
import { seeded } from '../../collector/measure/seeded.ts';
import { benchFigures } from './figures.ts';
import { simulateAttention } from './simulate-attention.ts';
import { simulateAwareness } from './simulate-awareness.ts';
import { linesRead, natureFacts, timesTold, wordsRead } from './simulate-verdicts.ts';

test('a rise of what all read is not told as the brand’s, its own is, in a world or two', () => {
  const found = new Map(
    simulateAttention.run({ worlds: 1, seed: 4 }).map(({ what, found }) => [what.split(':')[0], found]),
  );
  expect(found.get('+30 % of all')).toBe('0 %');
  expect(found.get('+30 % of the brand, all drift alike')).toBe('100 %');
}, 60_000);

test('the index stays where sources come and go, in a few worlds', () => {
  const findings = simulateAwareness.run({ worlds: 4, seed: 3 });
  expect(findings.filter(({ holds }) => holds === false)).toEqual([]);
  expect(findings.length).toBeGreaterThan(6);
});

test('the same seed gives the same table, and an unknown name is no success', () => {
  const table = () => {
    const lines: string[] = [];
    expect(benchFigures(['awareness', '--worlds', '1'], (line) => lines.push(line))).toBeTypeOf('boolean');
    return lines;
  };
  expect(table()).toEqual(table());
  const said: string[] = [];
  expect(benchFigures(['nothing'], (line) => said.push(line))).toBe(false);
  expect(said[0]).toContain('awareness');
});

test('a brand that grows by 30 % is told within 28 days, one whose news drift is not', () => {
  const stories = linesRead['stories'];
  if (!stories) throw new Error('stories are read');
  const still = { mood: 0, news: 0, perDay: 20 };
  const grown = natureFacts({ ...still, days: 240, changeAt: 210, rise: 1.3 }, seeded(1));
  expect(timesTold(wordsRead(grown, stories, [200, 232, 236, 239]))).toBe(1);
  const drifting = natureFacts({ ...still, news: 0.15, days: 420 }, seeded(2));
  const nights = Array.from({ length: 26 }, (_, at) => 238 + 7 * at);
  expect(timesTold(wordsRead(drifting, stories, nights))).toBeLessThanOrEqual(1);
});
