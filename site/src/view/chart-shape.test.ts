import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point, SeriesFigure } from '#contract';
import { lineData, segmentInk } from '../charts/datasets.ts';
import { dayMs, dayToMs } from './calendar.ts';
import { bandPath, box, endLabels, linePath, runsOf, xOf, yOf } from './chart-paths.ts';
import { type ChartShape, chartShape, mostRivals, type ShapeSettings } from './chart-shape.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const point = (period: string, value: number | null, rest: Partial<Point> = {}): Point => ({
  period,
  value,
  low: value === null ? null : value - 5,
  high: value === null ? null : value + 5,
  n: 40,
  coverage: 1,
  ...rest,
});
const weeks = (values: (number | null)[], rest: Partial<Point> = {}): Point[] =>
  values.map((value, index) => point(`2026-W${String(30 + index).padStart(2, '0')}`, value, rest));

const figureOf = (week: Point[], more: Partial<SeriesFigure> = {}): SeriesFigure => ({
  kind: 'series',
  id: 'net-sentiment',
  title: 'Net sentiment',
  question: '?',
  formula: '(p − n) ÷ N',
  limits: '–',
  unit: 'points',
  basis: 'stories',
  proxy: false,
  method: 'net-sentiment@1',
  brands: { own: { day: [], week, month: [] } },
  breaks: [],
  verdicts: {},
  ...more,
});
const settings: ShapeSettings = {
  about: {
    asOf: '2026-11-20T05:00:00Z',
    brands: [
      { id: 'own', name: 'Own' },
      { id: 'other', name: 'Other' },
    ],
    events: [{ date: '2026-09-14', name: 'Campaign', window: 28 }],
    time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' },
  },
  period: '12-months',
  formats,
  rivals: 0,
};
function shapeOf(figure: SeriesFigure, more: object = {}): ChartShape {
  const shape = chartShape(figure, { ...settings, ...more });
  if (!shape) throw new Error('no shape');
  return shape;
}

describe('ratios of too few', () => {
  const few = weeks([0, 100, 20, 30]).map((week, at) => (at < 2 ? { ...week, n: 1 } : week));
  test('stand alone: no line runs to or from them', () => {
    const [line] = shapeOf(figureOf(few)).lines;
    expect(line && runsOf(line).map((run) => run.map(({ value }) => value))).toEqual([[0], [100], [20, 30]]);
  });
  test('of counts each is joined: one story is one story', () => {
    const [line] = shapeOf(figureOf(few, { id: 'stories', unit: 'stories' })).lines;
    expect(line && runsOf(line)).toHaveLength(1);
  });
  test('in most weeks are drawn by month, where months hold enough', () => {
    const week = weeks([0, 100, 0, 50, 100, 0], { n: 2 });
    const month = [point('2026-08', 40, { n: 9 }), point('2026-09', 50, { n: 8 })];
    expect(shapeOf(figureOf(week, { brands: { own: { day: [], week, month } } })).grain).toBe('month');
    const thin = month.map((one) => ({ ...one, n: 4 }));
    expect(shapeOf(figureOf(week, { brands: { own: { day: [], week, month: thin } } })).grain).toBe('week');
  });
});

describe('chart shape', () => {
  test('a week without a value is a gap with a word, and no line crosses it', () => {
    const shape = shapeOf(
      figureOf([...weeks([10, 12]), point('2026-W32', null, { n: 0, coverage: 0.2 }), point('2026-W33', 11)]),
    );
    expect(shape.gaps.map(({ word }) => word)).toEqual(['no coverage']);
    expect(shape.gaps[0]?.label).toMatch(/no coverage, Mon,? 3 Aug 2026 to Sun,? 9 Aug 2026/);
    expect(
      runsOf(shape.lines[0] ?? { id: '', name: '', role: 'brand', points: [] }).map((run) => run.length),
    ).toEqual([2, 1]);
    expect(linePath(shape.lines[0] as never, shape).match(/M/g)).toHaveLength(1);
  });
  test('a covered week with too few stories for a ratio says so', () => {
    const shape = shapeOf(
      figureOf([...weeks([10]), point('2026-W31', null, { n: 3 }), point('2026-W32', 9)]),
    );
    expect(shape.gaps.map(({ word }) => word)).toEqual(['too few']);
  });
  test('a week that the file leaves out is a gap too', () => {
    const shape = shapeOf(figureOf([point('2026-W30', 5), point('2026-W33', 6)]));
    expect(shape.gaps).toHaveLength(1);
    expect((shape.gaps[0]?.to ?? 0) - (shape.gaps[0]?.from ?? 0)).toBe(14 * dayMs);
    expect(linePath(shape.lines[0] as never, shape)).toBe('');
  });
  test('a count of zero is drawn as zero', () => {
    const shape = shapeOf(figureOf(weeks([3, 0, 2]), { unit: 'stories', id: 'stories' }));
    expect(shape.gaps).toEqual([]);
    expect(shape.low).toBe(0);
    expect(runsOf(shape.lines[0] as never)[0]?.map(({ value }) => value)).toEqual([3, 0, 2]);
  });
  test('a break cuts the line between its neighbours', () => {
    const shape = shapeOf(
      figureOf(weeks([1, 2, 3, 4]), { breaks: [{ date: '2026-08-05', why: 'A source left.' }] }),
    );
    expect(runsOf(shape.lines[0] as never).map((run) => run.length)).toEqual([2, 2]);
    expect(shape.breaks.map(({ why }) => why)).toEqual(['A source left.']);
  });
  test('a break in the week that is not over stands at the end of what is drawn, under its own date', () => {
    const figure = figureOf([...weeks([1, 2, 3]), ...weeks([4]).map((p) => ({ ...p, period: '2026-W46' }))], {
      breaks: [
        { date: '2026-11-20', why: 'Scores replaced today.' },
        { date: '2026-11-21', why: 'Not yet.' },
      ],
    });
    const shape = shapeOf(figure);
    expect(shape.breaks).toEqual([{ at: shape.to, date: 'Fri, 20 Nov 2026', why: 'Scores replaced today.' }]);
  });
  test('the week that is not over is not drawn, unless it is all there is', () => {
    const unfinished = point('2026-W47', 2);
    expect(
      shapeOf(figureOf([...weeks([1, 2]), unfinished])).lines[0]?.points.map(({ period }) => period),
    ).not.toContain('2026-W47');
    expect(shapeOf(figureOf([unfinished])).lines[0]?.points).toHaveLength(1);
  });
  test('a figure without any value has no chart', () => {
    expect(chartShape(figureOf(weeks([null, null])), settings)).toBeNull();
    expect(chartShape(figureOf([], { brands: {} }), settings)).toBeNull();
  });
  test('the axis begins with the first value, so that the time before any source is no gap', () => {
    const shape = shapeOf(figureOf([...weeks([null, null]), point('2026-W32', 4), point('2026-W33', 5)]));
    expect(shape.gaps).toEqual([]);
    expect(shape.from).toBe(dayToMs('2026-08-03'));
  });
  test('a ratio on fewer than 30 stories is thin, a count never', () => {
    expect(shapeOf(figureOf(weeks([1, 2], { n: 12 }))).lines[0]?.points.every(({ thin }) => thin)).toBe(true);
    expect(
      shapeOf(figureOf(weeks([1, 2], { n: 2 }), { unit: 'stories' })).lines[0]?.points.some(
        ({ thin }) => thin,
      ),
    ).toBe(false);
  });
  test('at most four competitors are drawn, and the rest are named', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ id: `c${index}`, name: `Rival ${index}` }));
    const series = { day: [], week: weeks([1, 2, 3]), month: [] };
    const figure = figureOf(weeks([1, 2, 3]), {
      brands: Object.fromEntries([['own', series], ...many.map(({ id }) => [id, series])]),
    });
    const shape = shapeOf(figure, {
      rivals: mostRivals,
      about: { ...settings.about, brands: [{ id: 'own', name: 'Own' }, ...many] },
    });
    expect(shape.lines.filter(({ role }) => role === 'rival')).toHaveLength(4);
    expect(shape.folded).toHaveLength(8);
    const ys = endLabels(shape).map(({ y }) => y);
    for (let index = 1; index < ys.length; index += 1)
      expect((ys[index] ?? 0) - (ys[index - 1] ?? 0)).toBeGreaterThanOrEqual(61);
  });
  test('an event is marked on every figure, whichever it was meant to move: a recall moves more than the tone', () => {
    const shape = shapeOf(figureOf(weeks(Array.from({ length: 12 }, () => 1))), {
      about: {
        ...settings.about,
        events: [
          { date: '2026-09-14', name: 'Campaign', window: 28 },
          { date: '2026-09-15', name: 'Other', figure: 'awareness', window: 28 },
        ],
      },
    });
    expect(shape.events.map(({ name, number }) => [number, name])).toEqual([
      [1, 'Campaign'],
      [2, 'Other'],
    ]);
  });
  test('the SVG and Chart.js draw the same points and the same runs', () => {
    const values = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: -90, max: 90 })), {
      minLength: 2,
      maxLength: 16,
    });
    fc.assert(
      fc.property(values, fc.boolean(), (list, cut) => {
        const breaks = cut ? [{ date: '2026-08-12', why: 'cut' }] : [];
        const shape = chartShape(figureOf(weeks(list), { breaks }), settings);
        if (!shape) {
          expect(list.every((value) => value === null)).toBe(true);
          return;
        }
        for (const { line, values: dots } of lineData(shape)) {
          const runs: string[][] = [[]];
          for (const dot of dots) {
            if (Number.isNaN(dot.y)) runs.push([]);
            else runs.at(-1)?.push(`${xOf(dot.x, shape)} ${yOf(dot.y, shape)}`);
          }
          const drawn = linePath(line, shape)
            .split('M')
            .filter(Boolean)
            .map((run) => run.split('L'));
          expect(runs.filter((run) => run.length > 1)).toEqual(drawn);
        }
      }),
    );
  });
  test('a stretch that touches a point with little behind it is never drawn in full ink, in the SVG nor by Chart.js', () => {
    const list = fc.array(
      fc.record({
        value: fc.oneof(fc.constant(null), fc.integer({ min: -90, max: 90 })),
        n: fc.constantFrom(4, 29, 30, 400),
      }),
      { minLength: 2, maxLength: 16 },
    );
    const stretches = (path: string): string[] =>
      path
        .split('M')
        .filter(Boolean)
        .flatMap((run) => {
          const places = run.split('L');
          return places.slice(1).map((place, index) => `${places[index]} > ${place}`);
        });
    fc.assert(
      fc.property(list, (points) => {
        const week = points.map(({ value, n }, index) =>
          point(`2026-W${String(30 + index).padStart(2, '0')}`, value, { n }),
        );
        const shape = chartShape(figureOf(week), settings);
        if (!shape) return;
        for (const { line, values, thin } of lineData(shape)) {
          const inks = { full: [] as string[], thin: [] as string[] };
          values.slice(1).forEach((to, index) => {
            const from = values[index];
            if (!from || Number.isNaN(from.y) || Number.isNaN(to.y)) return;
            const place = ({ x, y }: { x: number; y: number }) => `${xOf(x, shape)} ${yOf(y, shape)}`;
            inks[segmentInk(thin, index, index + 1)].push(`${place(from)} > ${place(to)}`);
          });
          expect(stretches(linePath(line, shape, 'full'))).toEqual(inks.full);
          expect(stretches(linePath(line, shape, 'thin'))).toEqual(inks.thin);
          for (const { at, thin: grey } of line.points.filter(({ value }) => value !== null))
            if (grey)
              expect(linePath(line, shape, 'full')).not.toMatch(new RegExp(`(M|L)${xOf(at, shape)} `));
        }
      }),
    );
  });
  test('nothing that is drawn is anything but a number', () => {
    const values = fc.array(fc.oneof(fc.constant(null), fc.double({ min: -100, max: 100, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    });
    const units = fc.constantFrom('points', 'stories', 'index, base = 100', '%', 'stars, 1 to 5');
    fc.assert(
      fc.property(values, units, (list, unit) => {
        const shape = chartShape(figureOf(weeks(list), { unit }), settings);
        if (!shape) return;
        const text = [
          linePath(shape.lines[0] as never, shape),
          bandPath(shape.lines[0] as never, shape),
          JSON.stringify(shape.yTicks),
        ].join(' ');
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
        expect(shape.high).toBeGreaterThan(shape.low);
        expect(box).toBe(1000);
      }),
    );
  });
});
