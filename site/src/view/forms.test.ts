import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point, SeriesFigure } from '#contract';
import { chartShape } from './chart-shape.ts';
import { comparisonCsv } from './comparison.ts';
import type { SourceRow } from './coverage.ts';
import { ledgerTitle, partsTitle, rankedTitle, stackTitle } from './form-titles.ts';
import { brandMultiples, endsOf } from './multiples.ts';
import { makeFormats } from './numbers.ts';
import { type RankedLine, rankedShape } from './ranked-shape.ts';
import { areaPath, stackLabels, stackShape } from './stack-shape.ts';

const formats = makeFormats('en-GB', 'UTC');
const head = { question: '?', formula: '–', limits: '–', proxy: false, method: 'x@1' };
const brands = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `b${index}`, name: `Brand ${index}` }));
/** Weekly values by brand; null is a week without one. */
function series(id: string, unit: string, values: (number | null)[][]): SeriesFigure {
  const points = (list: (number | null)[]): Point[] =>
    list.map((value, index) => ({
      period: `2026-W${30 + index}`,
      value,
      low: value === null ? null : value - 5,
      high: value === null ? null : value + 5,
      n: 40,
      coverage: 1,
    }));
  const made = values.map((list, index) => [`b${index}`, { day: [], week: points(list), month: [] }]);
  return {
    ...head,
    id,
    title: id,
    unit,
    basis: 'stories',
    kind: 'series',
    brands: Object.fromEntries(made),
    breaks: [],
    verdicts: {},
  };
}
const settings = (count: number) => ({
  about: {
    asOf: '2026-11-20T05:00:00Z',
    brands: brands(count),
    events: [],
    time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' as const },
  },
  period: '12-months' as const,
  formats,
});
const stackOf = (values: (number | null)[][]) => {
  const chart = chartShape(series('share-of-voice', '%', values), {
    ...settings(values.length),
    rivals: values.length,
  });
  return chart && stackShape(chart, formats);
};

describe('stacked shares', () => {
  test('fill the whole, whatever rounding left of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 9,
        }),
        (values) => {
          const stack = stackOf(values);
          expect(stack?.bands.length).toBeLessThanOrEqual(5);
          for (let week = 0; week < 4; week += 1) {
            const edges = stack?.bands.map(({ points }) => points[week]) ?? [];
            expect(edges[0]?.bottom).toBe(0);
            expect(edges.at(-1)?.top).toBeCloseTo(100);
            expect(edges.slice(1).map((edge) => edge?.bottom)).toEqual(
              edges.slice(0, -1).map((edge) => edge?.top),
            );
          }
        },
      ),
    );
  });
  test('a week in which one brand has no share is a gap for all, and no area crosses it', () => {
    const stack = stackOf([
      [40, 50, 40, 60],
      [60, null, 60, 40],
    ]);
    expect(stack?.gaps).toHaveLength(1);
    expect(stack?.gaps[0]?.label).toContain('no share');
    expect(stack?.bands[0]?.points).toHaveLength(3);
    expect(areaPath(stack?.bands[0] as never, stack as never).match(/M/g)).toHaveLength(2);
  });
  test('of twelve competitors three are drawn, the rest as one that is named', () => {
    const stack = stackOf(Array.from({ length: 13 }, () => [10, 10]));
    expect(stack?.bands.map(({ name }) => name)).toEqual([
      'Brand 0',
      'Brand 1',
      'Brand 2',
      'Brand 3',
      '9 others',
    ]);
    expect(stack?.folded).toHaveLength(9);
    const ys = stackLabels(stack as never).map(({ y }) => y);
    for (let index = 1; index < ys.length; index += 1)
      expect((ys[index - 1] ?? 0) - (ys[index] ?? 0)).toBeGreaterThanOrEqual(61);
  });
  test('one brand alone is no stack', () => expect(stackOf([[50, 60]])).toBeNull());
  test('its title tells the last shares', () =>
    expect(
      stackTitle(
        stackOf([
          [40, 30],
          [60, 70],
        ]) as never,
        formats,
      ),
    ).toMatch(/^Brand 0 held 30% of the panel’s talk, Brand 1 70%: /));
});

describe('ranked bars', () => {
  const line = (id: string, value: number | null, half = 2, n = 40): RankedLine => ({
    id,
    name: id,
    value,
    low: value === null ? null : value - half,
    high: value === null ? null : value + half,
    n,
  });
  test('stand in order with zero among them; what has no value is named apart', () => {
    const shape = rankedShape(
      [line('a', -20), line('gap', null), line('b', 40), line('c', 5, 2, 9)],
      'points, −100 to 100',
      formats,
    );
    expect(shape?.rows.map(({ id, text }) => [id, text])).toEqual([
      ['b', '+40'],
      ['c', '+5'],
      ['a', '−20'],
    ]);
    expect(shape?.without).toEqual(['gap']);
    expect(shape?.rows[1]?.thin).toBe(true);
    const zero = shape?.zero ?? -1;
    expect(shape?.rows[0]?.at).toBeGreaterThan(zero);
    expect(shape?.rows[2]?.at).toBeLessThan(zero);
  });
  test('small costs have a scale of their own, with zero on it', () => {
    const shape = rankedShape([line('a', 0.21, 0.3), line('b', -0.01, 0.04)], 'stars lost', formats);
    expect(shape?.rows.map(({ text }) => text)).toEqual(['0.21', '−0.01']);
    expect(shape?.ticks.map(({ label }) => label)).toContain('0');
    expect(rankedTitle(shape as never, 'Priorities')).toBe(
      'Priorities: a stands first, and none is surely above zero',
    );
  });
  test('ten are drawn at once, and every place lies on the scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const shape = rankedShape(
            values.map((value, index) => line(`r${index}`, value)),
            'points, −100 to 100',
            formats,
          );
          expect(shape?.rows.length).toBe(Math.min(10, values.length));
          expect((shape?.rows.length ?? 0) + (shape?.folded.length ?? 0)).toBe(values.length);
          for (const { from, at, to } of [...(shape?.rows ?? []), ...(shape?.folded ?? [])]) {
            expect(from).toBeLessThanOrEqual(at);
            expect(at).toBeLessThanOrEqual(to);
            expect(Math.min(from, 0)).toBe(0);
            expect(Math.max(to, 1000)).toBe(1000);
          }
        },
      ),
    );
  });
  test('a title says too close where intervals overlap, and who leads where they do not', () => {
    const of = (half: number) =>
      rankedShape([line('a', 40, half), line('b', 20, half)], 'points, −100 to 100', formats);
    expect(rankedTitle(of(5) as never, 'X')).toBe('X: a stands first, with +40');
    expect(rankedTitle(of(15) as never, 'X')).toContain('too close to tell apart');
  });
  test('nothing with a value is nothing to rank', () => {
    expect(rankedShape([line('a', null)], 'points', formats)).toBeNull();
  });
});

describe('small multiples', () => {
  test('share one scale and one span, and a brand without values has a panel that is empty', () => {
    const figure = series('net-sentiment', 'points, −100 to 100', [
      [10, null, 20],
      [null, 60, 55],
      [null, null, null],
    ]);
    const made = brandMultiples(figure, settings(3));
    expect(made?.panels.map(({ shape }) => shape !== null)).toEqual([true, true, false]);
    const frames = made?.panels.flatMap(({ shape }) =>
      shape ? [[shape.from, shape.to, shape.low, shape.high].join()] : [],
    );
    expect(new Set(frames).size).toBe(1);
    expect(made?.panels[0]?.shape?.gaps).toHaveLength(1);
    const shape = made?.panels[0]?.shape;
    // The weeks 30 to 32 of 2026, their last day included.
    expect(shape && endsOf(shape, formats)).toEqual(['20 Jul 2026', '9 Aug 2026']);
  });
  test('six are shown at once', () => {
    const made = brandMultiples(
      series(
        'loyalty',
        '%',
        Array.from({ length: 9 }, () => [10, 20]),
      ),
      settings(9),
    );
    expect([made?.panels.length, made?.folded.length]).toEqual([6, 3]);
  });
  test('one brand is nothing to set side by side', () =>
    expect(brandMultiples(series('loyalty', '%', [[10, 20]]), settings(1))).toBeNull());
});

describe('a table taken along', () => {
  test('holds the shares of the window, one line a brand', () => {
    const measured = { value: 42.5, low: 40, high: 45, n: 120, coverage: 1 };
    const placed = { value: '43%', interval: '40 to 45%', thin: false, at: 1, low: 1, high: 1 };
    const made = {
      ...{ from: '2026-10-24', to: '2026-11-20', span: '', low: '', high: '' },
      rows: [{ brand: 'b0', name: '=Brand, 0', own: true, measured, ...placed }],
    };
    expect(comparisonCsv(made).split('\r\n')).toEqual([
      'brand,from,to,value,low,high,n,coverage',
      `"'=Brand, 0",2026-10-24,2026-11-20,42.5,40,45,120,1`,
      '',
    ]);
  });
});

describe('titles of parts', () => {
  const part = (name: string, at: number | null, thin = false) => ({
    ...{ name, at, thin, value: String(at) },
    ...{ low: at === null ? null : at - 50, high: at === null ? null : at + 50 },
  });
  test('tell the ends of the scale, and whether they surely differ', () => {
    expect(partsTitle([part('A', 500), part('B', 100), part('C', 900)], 'Tone')).toBe(
      'Tone: from 100 (B) to 900 (C)',
    );
    expect(partsTitle([part('A', 500), part('B', 560)], 'Tone')).toMatch(/their intervals overlap$/);
  });
  test('name no part that has little behind it where others have more, nor one without a value', () => {
    const rows = [part('A', 500), part('B', 0, true), part('C', 900), part('D', null)];
    expect(partsTitle(rows, 'Tone')).toBe('Tone: from 500 (A) to 900 (C)');
    expect(partsTitle([part('D', null)], 'Tone')).toBe('Tone: none has enough behind it to tell a value');
  });
  test('a source that had not begun was not dark', () => {
    const row = (...covered: (boolean | null)[]) =>
      ({
        cells: covered.map((one) => ({ covered: one === true, state: one === null ? 'before' : 'ok' })),
      }) as unknown as SourceRow;
    expect(ledgerTitle([row(null, true), row(true, false)], formats)).toBe(
      '1 of 2 sources were covered every night',
    );
    expect(ledgerTitle([row(null, true), row(true, true)], formats)).toMatch(/^All 2 sources/);
  });
});
