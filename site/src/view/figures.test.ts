import { expect, test } from 'vitest';
import { breakdownFigure, byId, monthsOf, seriesFigure } from './figures.fixture.ts';
import { besideOf, byPartOf, figuresInOrder } from './figures.ts';

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

test('a series leads to the figure that tells it by part, by whatever name, where that says anything', () => {
  const row = { by: { group: 'news' }, value: 4, low: 3, high: 5, n: 12, coverage: 1 };
  const parts = (id: string, ...rows: (typeof row)[]) => breakdownFigure(id, 'northwind', rows);
  expect(byPartOf('net-sentiment', byId(parts('tone-by-part', row)))).toBe('tone-by-part');
  expect(byPartOf('coverage', byId(parts('coverage-by-part', row)))).toBe('coverage-by-part');
  expect(byPartOf('coverage', byId(parts('coverage-by-part')))).toBeNull();
  expect(byPartOf('attention', byId(parts('tone-by-part', row)))).toBeNull();
});

test('figures of no known place follow those that have one, by name', () => {
  const order = figuresInOrder(
    byId(...['b-own', 'attention-share', 'a-own', 'attention'].map((id) => attention(id, 1))),
  );
  expect(order.map(({ id }) => id)).toEqual(['attention', 'attention-share', 'a-own', 'b-own']);
});
