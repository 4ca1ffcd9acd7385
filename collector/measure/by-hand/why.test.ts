import { expect, test } from 'vitest';
import { daysBetween, nightly, type Said, said, source, world } from '../invented-world.fixture.ts';
import { ranked } from './figure-of.fixture.ts';

const app = { source: 'forum', site: 'forum.example', themes: [{ id: 'app', tone: 'negative' as const }] };
const [first, turn, last] = ['2026-09-21', '2026-10-19', '2026-11-15'];
/** So many a day in the four weeks before the turn, and in those after it. */
const daily = (before: number, after: number, parts: Said): ReturnType<typeof said>[] =>
  daysBetween(first, last).flatMap((day) =>
    Array.from({ length: day < turn ? before : after }, () => said(day, parts)),
  );
const partsOf = (figure: string, lines: ReturnType<typeof said>[]) =>
  ranked(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: ['paper', 'forum'].flatMap((one) => nightly(one, '2026-08-01', last)),
      sources: [source('paper'), source('forum', { group: 'forum' })],
      themes: [{ id: 'app', name: 'App' }],
      said: lines,
    }),
    'why',
  )
    .filter(({ id }) => id.startsWith(`28:${figure}:`))
    .map(({ name, value, low, high, n }) => ({ name, value, low, high, n }));

test('a fall of tone is what each part adds to it', () => {
  // Before: 112 good, 28 bad of 140, m = .6. After: 112 good, 112 bad of 224. Each day is like the other, so that none shares more than chance.
  // The app: 100 × (112 × −1.6 ÷ 224 − 28 × −1.6 ÷ 140) = −48. Variances with 3 stories and 1.5 squares added, Σ = −1.6 n, Σ² = 2.56 n:
  // ((71.68 + 1.5)/143 − (44.8/143)²)/143 + ((286.72 + 1.5)/227 − (179.2/227)²)/227 = .00574040; ± 1.959964 × 7.57654.
  // The paper: 100 × (112 × .4 ÷ 224 − 112 × .4 ÷ 140) = −12, likewise with Σ = .4 n, Σ² = .16 n.
  expect(
    partsOf('net-sentiment', [
      ...daily(4, 4, { tone: 'positive' }),
      ...daily(1, 4, { ...app, tone: 'negative' }),
    ]),
  ).toEqual([
    { name: 'App', value: -48, low: -62.8496, high: -33.1504, n: 140 },
    { name: 'paper', value: -12, low: -16.2428, high: -7.75716, n: 224 },
  ]);
});

test('a rise of stories is what each part brought more', () => {
  // 252 − 28 = 224 ± 1.959964 × √(252 + 28 + 1), φ being 1; theme, source and site hold the same stories and are told once.
  expect(partsOf('stories', [...daily(5, 5, {}), ...daily(1, 9, app)])).toEqual([
    { name: 'App', value: 224, low: 191.145, high: 256.855, n: 280 },
  ]);
});
