import { expect, test } from 'vitest';
import { breakdownFigure, byId, monthsOf, seriesFigure } from './figures.fixture.ts';
import { besideOf, figuresInOrder } from './figures.ts';

const attention = (id: string, value: number | null) =>
  seriesFigure(id, { northwind: monthsOf({ period: '2026-11', value }) });
const version = { by: { version: '4.1.0' }, value: 4, low: 3, high: 5, n: 12, coverage: 1 };
const versions = (...rows: (typeof version)[]) =>
  breakdownFigure('satisfaction-by-version', 'northwind', rows);

test('a figure that belongs beside another one stands there where it says anything', () => {
  const share = attention('attention-share', 25);
  expect(besideOf('attention', byId(share))).toBe(share);
  expect(besideOf('attention', byId(attention('attention-share', null)))).toBeUndefined();
  expect(besideOf('attention', byId())).toBeUndefined();
  expect(besideOf('satisfaction', byId(versions(version)))).toMatchObject({ id: 'satisfaction-by-version' });
  expect(besideOf('satisfaction', byId(versions()))).toBeUndefined();
  expect(besideOf('advocacy', byId(share))).toBeUndefined();
});

test('figures of no known place follow those that have one, by name', () => {
  const order = figuresInOrder(
    byId(...['b-own', 'attention-share', 'a-own', 'attention'].map((id) => attention(id, 1))),
  );
  expect(order.map(({ id }) => id)).toEqual(['attention', 'attention-share', 'a-own', 'b-own']);
});
