import { expect, test } from 'vitest';
import type { Figure } from '#contract';
import { besideOf, figuresInOrder } from './figures.ts';

const month = (value: number | null) => [
  { period: '2026-11', value, low: null, high: null, n: 1, coverage: 1 },
];
const attention = (id: string, value: number | null) =>
  ({
    id,
    title: id,
    kind: 'series',
    brands: { northwind: { day: [], week: [], month: month(value) } },
  }) as unknown as Figure;
const versions = (rows: object[]) =>
  ({
    id: 'satisfaction-by-version',
    kind: 'breakdown',
    brands: { northwind: { rows } },
  }) as unknown as Figure;
const all = (...figures: Figure[]) => new Map(figures.map((figure) => [figure.id, figure]));

test('a figure that belongs beside another one stands there where it says anything', () => {
  const share = attention('attention-share', 25);
  expect(besideOf('attention', all(share))).toBe(share);
  expect(besideOf('attention', all(attention('attention-share', null)))).toBeUndefined();
  expect(besideOf('attention', all())).toBeUndefined();
  expect(besideOf('satisfaction', all(versions([{}])))).toMatchObject({ id: 'satisfaction-by-version' });
  expect(besideOf('satisfaction', all(versions([])))).toBeUndefined();
  expect(besideOf('advocacy', all(share))).toBeUndefined();
});

test('figures of no known place follow those that have one, by name', () => {
  const order = figuresInOrder(
    all(...['b-own', 'attention-share', 'a-own', 'attention'].map((id) => attention(id, 1))),
  );
  expect(order.map(({ id }) => id)).toEqual(['attention', 'attention-share', 'a-own', 'b-own']);
});
