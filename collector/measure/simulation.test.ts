import { expect, test } from 'vitest';
import type { Figure, SeriesFigure } from '#contract';
import {
  bluebird,
  configWith,
  daysBetween,
  nightly,
  poisson,
  said,
  seeded,
  source,
  world,
} from './invented-world.fixture.ts';
import { measure } from './measure.ts';

/**
 * Worlds in which nothing ever changes, so that every interval should hold the truth 95 times in 100 and every
 * verdict is false. In the moody ones, the stories of a day share a mood and a news shock.
 */
const worlds = 40;
const [first, last] = ['2025-06-02', '2026-01-04'];
const shares = { positive: 0.3, negative: 0.2 };
const starShares = [0.2, 0.05, 0.05, 0.2, 0.5];
const truths = new Map([
  ['net-sentiment', 10],
  ['satisfaction', 3.75],
  ['advocacy', 20],
  ['share-of-voice', 50],
  ['awareness', 100],
]);

function starFrom(draw: number): number {
  let left = draw;
  for (const [at, share] of starShares.entries()) {
    left -= share;
    if (left < 0) return at + 1;
  }
  return 5;
}

function steadyWorld(random: () => number, moody: boolean) {
  const lines = daysBetween(first, last).flatMap((day) => {
    const mood = moody ? (random() + random() - 1) * 0.25 : 0;
    const shock = moody ? 0.5 + random() : 1;
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    return [
      { source: 'paper', rate: weekend ? 2 : 7 },
      { source: 'talk', rate: 3 },
    ].flatMap(({ source, rate }) =>
      ['northwind', 'bluebird'].flatMap((brand) =>
        Array.from({ length: poisson(rate * shock, random) }, () => {
          const draw = random();
          const kind = draw < shares.positive + mood;
          const unkind = !kind && draw < shares.positive + shares.negative;
          const tone = kind ? 'positive' : unkind ? 'negative' : 'neutral';
          const rated = random() < 0.4 ? { rating: { value: starFrom(random()), of: 5 } } : {};
          return said(day, { source, brand, tone, ...rated });
        }),
      ),
    );
  });
  return world({
    now: '2026-01-05T08:00:00Z',
    config: configWith({ competitors: [bluebird] }),
    sources: [source('paper'), source('talk', { group: 'forum' })],
    runs: ['paper', 'talk'].flatMap((id) => nightly(id, first, last)),
    said: lines,
  });
}

const isSeries = (file: unknown): file is SeriesFigure =>
  typeof file === 'object' && (file as Figure).kind === 'series';

for (const moody of [false, true]) {
  test(`intervals hold the truth and verdicts seldom err in ${moody ? 'moody' : 'steady'} worlds`, () => {
    const random = seeded(moody ? 11 : 5);
    const held = new Map<string, { inside: number; of: number }>();
    const words = { clear: 0, perhaps: 0, of: 0 };
    for (let one = 0; one < worlds; one++) {
      for (const file of measure(steadyWorld(random, moody)).values()) {
        if (!isSeries(file)) continue;
        for (const verdicts of Object.values(file.verdicts)) {
          for (const { verdict } of Object.values(verdicts)) {
            if (verdict === 'too little data') continue;
            words.of++;
            if (verdict === 'up' || verdict === 'down') words.clear++;
            if (verdict.startsWith('perhaps')) words.perhaps++;
          }
        }
        const truth = truths.get(file.id);
        if (truth === undefined) continue;
        const count = held.get(file.id) ?? { inside: 0, of: 0 };
        held.set(file.id, count);
        for (const { week, month } of Object.values(file.brands)) {
          // The index is 100 within its base by its making: only what comes after can err.
          const after = file.id === 'awareness' ? [...week.slice(4), ...month.slice(2)] : [...week, ...month];
          for (const point of after) {
            if (point.low === null || point.high === null) continue;
            count.of++;
            if (point.low <= truth && truth <= point.high) count.inside++;
          }
        }
      }
    }
    for (const [, { inside, of }] of held) {
      expect(of).toBeGreaterThan(2000);
      expect(inside / of).toBeGreaterThan(0.93);
      expect(inside / of).toBeLessThan(0.98);
    }
    expect(words.of).toBeGreaterThan(1500);
    expect(words.clear / words.of).toBeLessThan(0.02);
    expect(words.perhaps / words.of).toBeLessThan(0.06);
  }, 120_000);
}
