import { expect, test } from 'vitest';
import type { SeriesFigure } from '#contract';
import { daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { sourceEffects } from './like-for-like.ts';
import { measure } from './measure.ts';

test('effects of two sources and two weeks, by hand', () => {
  // Week 0: source 0 at 1, source 1 at 0. Week 1: source 0 at 0.5 alone. The sources differ by 1.
  const effects = sourceEffects(
    [
      { source: 0, week: 0, n: 2, sum: 2 },
      { source: 1, week: 0, n: 2, sum: 0 },
      { source: 0, week: 1, n: 4, sum: 2 },
    ],
    2,
    2,
  );
  expect((effects[0] ?? 0) - (effects[1] ?? 0)).toBeCloseTo(1, 6);
});

const [first, last] = ['2026-06-01', '2026-11-15'];
const kind = daysBetween(first, last).map((day) => said(day, { tone: 'positive' }));
const unkind = daysBetween('2026-09-07', last).map((day) => said(day, { source: 'forum', tone: 'negative' }));
const figureOf = (input: Parameters<typeof measure>[0]): SeriesFigure =>
  measure(input).get('net-sentiment.json') as SeriesFigure;

test('a harsh source that joins pulls the plain line down, not the like-for-like line', () => {
  const figure = figureOf(
    world({
      now: '2026-11-16T08:00:00Z',
      sources: [source('paper'), source('forum')],
      runs: [...nightly('paper', first, last), ...nightly('forum', '2026-09-07', last)],
      said: [...kind, ...unkind],
    }),
  );
  const line = (brands: SeriesFigure['brands'] | undefined) =>
    Object.values(brands ?? {})[0]?.week.map((point) => point.value) ?? [];
  expect([line(figure.brands)[0], line(figure.brands).at(-1)]).toEqual([100, 0]);
  expect(new Set(line(figure.likeForLike)).size).toBe(1);
  expect(Object.values(figure.likeForLike ?? {})[0]?.week[0]).toMatchObject({ low: null, high: null, n: 7 });
});

test('where no source joined or left there is no second line', () => {
  const figure = figureOf(
    world({ now: '2026-11-16T08:00:00Z', runs: nightly('paper', first, last), said: kind }),
  );
  expect(figure.likeForLike).toBeUndefined();
});
