import { expect, test } from 'vitest';
import type { SeriesFigure } from '#contract';
import { nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { wilsonInterval } from './moments.ts';
import { intentBits, loyaltyOf } from './rows.ts';

const day = '2026-11-09';
const loyaltyIn = (told: Parameters<typeof said>[1][]): SeriesFigure =>
  measure(
    world({
      now: '2026-11-10T08:00:00Z',
      runs: nightly('paper', day, day),
      said: told.map((one) => said(day, one)),
    }),
  ).get('loyalty.json') as SeriesFigure;
const pointOf = (figure: SeriesFigure) => figure.brands['northwind']?.day[0];

test('who says both, or neither, tells nothing of loyalty', () => {
  expect(loyaltyOf(intentBits(['stay']))).toBe(1);
  expect(loyaltyOf(intentBits(['complain', 'leave']))).toBe(0);
  expect(loyaltyOf(intentBits(['stay', 'leave']))).toBeNaN();
  expect(loyaltyOf(intentBits(['join', 'praise']))).toBeNaN();
});

test('copies of one story leave once, and a copy of what stays adds nothing', () => {
  const copies = Array.from({ length: 9 }, () => ({ story: 'a'.repeat(16), intents: ['leave' as const] }));
  const point = pointOf(loyaltyIn([...copies, { intents: ['stay'] }]));
  expect(point).toMatchObject({ n: 2, value: 50 });
});

test('where nobody says either there is a gap, no 0', () => {
  expect(pointOf(loyaltyIn([{ intents: ['praise'] }, {}]))).toMatchObject({
    value: null,
    low: null,
    high: null,
    n: 0,
  });
});

test('stories of the same days are worth fewer, which widens the interval', () => {
  const moments = { n: 40, sum: 30, squares: 30, dayNumbers: 400 };
  const alone = wilsonInterval(moments, 0);
  const alike = wilsonInterval(moments, 0.5);
  expect(alike.low).toBeLessThan(alone.low);
  expect(alike.high).toBeGreaterThan(alone.high);
  expect(wilsonInterval({ n: 3, sum: 3, squares: 3, dayNumbers: 3 }, 0).high).toBe(1);
});
