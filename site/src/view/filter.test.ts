import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryBrand, contradicted } from './facets.ts';
import {
  addressOf,
  countings,
  type Filter,
  matcher,
  mentionsLink,
  noFilter,
  readFilter,
  withoutMissing,
  writeFilter,
} from './filter.ts';
import { foldInto, type Row } from './heard.ts';

const towards = [
  'delivery-negative',
  'delivery-neutral',
  'delivery-positive',
  'delivery-unscored',
  'price-negative',
];
const known = {
  brand: new Set(['northwind', categoryBrand]),
  group: new Set(['news']),
  tone: new Set(['negative', 'unscored']),
  theme: new Set(['delivery']),
  toward: new Set(towards),
  intent: new Set(['leave']),
  lang: new Set(['en', 'und']),
  rating: new Set([contradicted, '4of5']),
  source: new Set(['city-paper']),
  site: new Set(['a,b.example & c']),
  touchpoint: new Set(['deliver']),
  segment: new Set(['trade']),
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
  test('what is written is read again, whatever is chosen', () => {
    const some = <T extends string>(...values: T[]) => fc.subarray(values);
    const filters: fc.Arbitrary<Filter> = fc.record({
      brand: some('northwind', categoryBrand),
      group: some('news'),
      tone: some('negative', 'unscored'),
      theme: some('delivery'),
      toward: some(...towards),
      from: fc.constantFrom('', '2026-05-01'),
      to: fc.constantFrom('', '2026-05-31'),
      q: fc.string({ maxLength: 60 }),
      told: fc.constantFrom('', ...countings),
      intent: some('leave'),
      lang: some('en', 'und'),
      rating: some(contradicted, '4of5'),
      id: some('0123456789abcdef', 'fedcba9876543210'),
      source: some('city-paper'),
      site: some('a,b.example & c'),
      touchpoint: some('deliver'),
      segment: some('trade'),
      story: some('00000000000000aa'),
      sort: fc.constantFrom('', 'copies', 'rated-low'),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(writeFilter(filter), known)).toEqual({ filter, unknown: false, missing: [] });
      }),
    );
  });
  test('a theme in any tone is one word of the address, and means those tones that the mentions have', () => {
    const all = ['negative', 'neutral', 'positive'].flatMap((tone) => [`delivery-${tone}`, `price-${tone}`]);
    expect(writeFilter({ toward: all })).toBe('?toward=delivery-scored,price-scored');
    const { filter, unknown } = readFilter('?toward=delivery-scored,price-scored', known);
    expect(filter.toward.toSorted()).toEqual([
      'delivery-negative',
      'delivery-neutral',
      'delivery-positive',
      'price-negative',
    ]);
    expect(unknown).toBe(false);
    expect(readFilter('?toward=checkout-scored', known).missing).toHaveLength(3);
    // Beside others a theme without any tone is no mistake of the link.
    const several = readFilter('?toward=delivery-scored,checkout-scored', known);
    expect([several.filter.toward.length, several.missing]).toEqual([3, []]);
    // As links were written before.
    expect(readFilter('?toward=delivery-negative&toward=price-negative', known).filter.toward).toHaveLength(
      2,
    );
  });
  test('a link is made of as little as one value, and lists ids with commas', () => {
    expect(mentionsLink({})).toBe('mentions/');
    expect(mentionsLink({ tone: ['negative', 'neutral'], brand: 'northwind' })).toBe(
      'mentions/?brand=northwind&tone=negative&tone=neutral',
    );
    const ids = ['0123456789abcdef', 'fedcba9876543210'];
    expect(mentionsLink({ id: ids })).toBe('mentions/?id=0123456789abcdef,fedcba9876543210');
    expect(readFilter('?id=0123456789abcdef,fedcba9876543210', known).filter.id).toEqual(ids);
  });
  test('a value that no mention has is named, and never widens what is shown', () => {
    const { filter, unknown, missing } = readFilter('?tone=negative&tone=angry&brand=nobody', known);
    expect(filter.tone).toEqual(['negative', 'angry']);
    expect(unknown).toBe(false);
    expect(missing).toEqual([
      { key: 'brand', value: 'nobody' },
      { key: 'tone', value: 'angry' },
    ]);
    expect([row(), row({ tone: 'positive' })].filter(matcher(filter))).toEqual([]);
    expect([row(), row({ tone: 'positive' })].filter(matcher({ ...filter, brand: [] }))).toEqual([row()]);
    expect(writeFilter(withoutMissing(filter, missing))).toBe('?tone=negative');
  });
  test('addresses of before the filters grew read and are written as they were', () => {
    const old =
      '?brand=northwind&group=news&tone=negative&theme=delivery&from=2026-05-01&to=2026-05-31&q=late';
    const { filter, unknown } = readFilter(old, known);
    expect(unknown).toBe(false);
    expect(writeFilter(filter)).toBe(old);
  });
  test('the address of one mention finds it', () => {
    const one = row({ id: '0123456789abcdef', brand: null });
    const { filter, unknown } = readFilter(addressOf(one), {
      ...known,
      brand: new Set([categoryBrand]),
    });
    expect(unknown).toBe(false);
    expect([one, row({ id: 'f'.repeat(16), brand: null })].filter(matcher(filter))).toEqual([one]);
  });
  test.each(['?from=yesterday', '?sort=sideways', '?told=twice'])(
    'C13: %s is left out and said to be',
    (query) => {
      expect(readFilter(query, known)).toEqual({ filter: noFilter, unknown: true, missing: [] });
    },
  );
  test.each([
    '?brand=__proto__',
    '?tone=constructor',
    '?group=<img onerror=alert(1)>',
    '?intent=buy',
    '?lang=" onload="x',
    '?rating=5',
    '?id=../../etc/passwd',
    '?story=__proto__',
    '?site=evil.test',
  ])('C13: %s finds nothing', (query) => {
    const { filter, missing } = readFilter(query, known);
    expect(missing).toHaveLength(1);
    expect([row(), row({ brand: null })].filter(matcher(filter))).toEqual([]);
  });
  test('an address that asks for nothing filters nothing', () => {
    expect(readFilter('?next=https://evil.test&', known)).toEqual({
      filter: noFilter,
      unknown: false,
      missing: [],
    });
    expect(writeFilter(noFilter)).toBe('');
  });
});

describe('matching', () => {
  const passes = (more: Partial<Filter>, one = row()): boolean => matcher({ ...noFilter, ...more })(one);
  test('each filter holds back what does not fit', () => {
    expect(passes({ brand: ['northwind'] })).toBe(true);
    expect(passes({ brand: [categoryBrand] })).toBe(false);
    expect(passes({ brand: [categoryBrand] }, row({ brand: null }))).toBe(true);
    expect(passes({ theme: ['price'] })).toBe(false);
    expect(passes({ theme: ['price', 'delivery'] })).toBe(true);
    expect(passes({ toward: ['delivery-negative'] })).toBe(true);
    expect(passes({ toward: ['delivery-positive', 'price-negative'] })).toBe(false);
    expect(passes({ from: '2026-05-04', to: '2026-05-04' })).toBe(true);
    expect(passes({ from: '2026-05-05' })).toBe(false);
    expect(passes({ tone: ['unscored'] }, row({ tone: null }))).toBe(true);
    expect(passes({ intent: ['leave'] })).toBe(false);
    expect(passes({ intent: ['leave'] }, row({ intents: ['complain', 'leave'] }))).toBe(true);
    expect(passes({ lang: ['und'] })).toBe(false);
    expect(passes({ rating: [contradicted] }, row({ rating: { value: 5, of: 5 } }))).toBe(false);
    expect(passes({ rating: [contradicted] }, row({ ratingConflict: true }))).toBe(true);
    expect(passes({ rating: ['5of5'] }, row({ rating: { value: 5, of: 5 }, ratingConflict: true }))).toBe(
      true,
    );
    expect(passes({ touchpoint: ['deliver'] }, row({ touchpoints: ['pay', 'deliver'] }))).toBe(true);
    expect(passes({ segment: ['trade'] })).toBe(false);
    expect(passes({ story: ['a'] })).toBe(true);
    expect(passes({ q: 'delivery LATE' })).toBe(true);
    expect(passes({ q: 'early' })).toBe(false);
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
