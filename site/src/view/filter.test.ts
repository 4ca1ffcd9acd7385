import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  categoryBrand,
  contradicted,
  matcher,
  monthsFor,
  noFilter,
  readFilter,
  writeFilter,
} from './filter.ts';
import { foldInto, type Row } from './heard.ts';

const known = {
  brand: new Set(['northwind', categoryBrand]),
  group: new Set(['news']),
  tone: new Set(['negative', 'unscored']),
  theme: new Set(['delivery']),
  intent: new Set(['leave']),
  lang: new Set(['en', 'und']),
  rating: new Set([contradicted]),
};
const row = (more: Partial<Row> = {}): Row => ({
  id: '1',
  brand: 'northwind',
  source: 's',
  group: 'news',
  site: '',
  url: null,
  host: '',
  title: 'A Late Delivery (again)',
  excerpt: '',
  publishedAt: '2026-05-04T10:00:00Z',
  day: '2026-05-04',
  story: 'a',
  lang: 'en',
  tone: 'negative',
  themes: [{ id: 'delivery', tone: 'negative' }],
  intents: [],
  ...more,
});

describe('filters in the address', () => {
  test('what is written is read again', () => {
    const text = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(text, fc.constantFrom('', 'northwind', categoryBrand), (q, brand) => {
        const filter = { ...noFilter, q, brand, from: '2026-05-01' };
        expect(readFilter(writeFilter(filter), known)).toEqual({ filter, unknown: false });
      }),
    );
  });
  test('addresses of before the filters grew read and are written as they were', () => {
    const old =
      '?brand=northwind&group=news&tone=negative&theme=delivery&from=2026-05-01&to=2026-05-31&q=late';
    const { filter, unknown } = readFilter(old, known);
    expect(unknown).toBe(false);
    expect(writeFilter(filter)).toBe(old);
  });
  test('the address of one mention finds it, in its month alone', () => {
    const one = row({ id: '0123456789abcdef', brand: null });
    const { filter, unknown } = readFilter(addressOf(one), {
      ...known,
      brand: new Set([categoryBrand]),
    });
    expect(unknown).toBe(false);
    expect([one, row({ id: 'f'.repeat(16), brand: null })].filter(matcher(filter))).toEqual([one]);
    expect(monthsFor(['2026-06', '2026-05', '2026-04'], filter)).toEqual(['2026-05']);
  });
  test.each([
    '?brand=__proto__',
    '?tone=constructor',
    '?from=yesterday',
    '?group=<img onerror=alert(1)>',
    '?intent=buy',
    '?lang=" onload="x',
    '?rating=5',
    '?id=../../etc/passwd',
  ])('C13: %s is left out and said to be', (query) => {
    expect(readFilter(query, known)).toEqual({ filter: noFilter, unknown: true });
  });
  test('an address that asks for nothing filters nothing', () => {
    expect(readFilter('?next=https://evil.test&', known)).toEqual({ filter: noFilter, unknown: false });
    expect(writeFilter(noFilter)).toBe('');
  });
});

describe('matching', () => {
  const passes = (more: Partial<typeof noFilter>, one = row()): boolean =>
    matcher({ ...noFilter, ...more })(one);
  test('each filter holds back what does not fit', () => {
    expect(passes({ brand: 'northwind' })).toBe(true);
    expect(passes({ brand: categoryBrand })).toBe(false);
    expect(passes({ brand: categoryBrand }, row({ brand: null }))).toBe(true);
    expect(passes({ theme: 'price' })).toBe(false);
    expect(passes({ from: '2026-05-04', to: '2026-05-04' })).toBe(true);
    expect(passes({ from: '2026-05-05' })).toBe(false);
    expect(passes({ tone: 'unscored' }, row({ tone: null }))).toBe(true);
    expect(passes({ intent: 'leave' })).toBe(false);
    expect(passes({ intent: 'leave' }, row({ intents: ['complain', 'leave'] }))).toBe(true);
    expect(passes({ lang: 'en' })).toBe(true);
    expect(passes({ lang: 'und' })).toBe(false);
    expect(passes({ rating: contradicted }, row({ rating: { value: 5, of: 5 } }))).toBe(false);
    expect(passes({ rating: contradicted }, row({ ratingConflict: true }))).toBe(true);
  });
  test('a search is for the words themselves, never a pattern', () => {
    expect(passes({ q: 'delivery LATE' })).toBe(true);
    expect(passes({ q: '(again)' })).toBe(true);
    expect(passes({ q: '.*' })).toBe(false);
    const start = performance.now();
    expect(passes({ q: '(a+)+$' }, row({ title: 'a'.repeat(100_000) }))).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
  test('only the months of a range are read', () => {
    const months = ['2026-06', '2026-05', '2026-03'];
    expect(monthsFor(months, { ...noFilter, from: '2026-04-30', to: '2026-05-31' })).toEqual(['2026-05']);
    expect(monthsFor(months, noFilter)).toEqual(months);
  });
});

describe('folding', () => {
  test('copies of one story about one brand make one line, in the order of the newest', () => {
    const rows = [
      row({ id: '1' }),
      row({ id: '2', story: 'b' }),
      row({ id: '3' }),
      row({ id: '4', brand: 'bluebird' }),
    ];
    const folds = [...foldInto(new Map(), rows).values()];
    expect(folds.map((fold) => [fold.row.id, fold.copies.map(({ id }) => id)])).toEqual([
      ['1', ['3']],
      ['2', []],
      ['4', []],
    ]);
  });
  test('no row is lost or counted twice, however the months come', () => {
    const rows = fc.array(
      fc.record({
        id: fc.string(),
        story: fc.constantFrom('a', 'b', 'c'),
        brand: fc.constantFrom('x', null),
      }),
    );
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const folds = foldInto(new Map(), first.map(row));
        foldInto(folds, second.map(row));
        const count = [...folds.values()].reduce((sum, { copies }) => sum + 1 + copies.length, 0);
        expect(count).toBe(first.length + second.length);
      }),
    );
  });
});
