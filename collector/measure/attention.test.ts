import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeriesFigure, Signal } from '#contract';
import { persistence } from './article-views.ts';
import { attention } from './attention.ts';
import { dayName } from './calendar.ts';
import { nightly, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const start = Date.parse('2026-01-01') / 86_400_000;
const views = (day: number, value: number, of = 'en.wikipedia.org/Northwind', by = 'wiki'): Signal => ({
  v: 1,
  day: dayName(start + day),
  source: by,
  brand: 'northwind',
  what: 'views',
  of,
  value,
});
function figureOf(signals: readonly Signal[], days = 70): SeriesFigure {
  const last = dayName(start + days - 1);
  const figure = measure(
    world({
      now: `${dayName(start + days)}T08:00:00Z`,
      runs: nightly('wiki', '2026-01-01', last),
      sources: [source('wiki', { planned: false, countsOnly: true })],
      signals,
    }),
  ).get('attention.json');
  if (!figure || !('kind' in figure) || figure.kind !== 'series') throw new Error('no series');
  return figure;
}
const line = (figure: SeriesFigure) => figure.brands.northwind as NonNullable<SeriesFigure['brands'][string]>;
const steady = (from: number, to: number, value: number) =>
  Array.from({ length: to - from }, (_, at) => views(from + at, value));

describe('attention', () => {
  it('is the mean of the counted days, so that a day without a count moves nothing', () => {
    const figure = figureOf([views(0, 100), views(1, 300), views(3, 200)], 7);
    expect(line(figure).day.map(({ value }) => value)).toEqual([100, 300, null, 200, null, null, null]);
    expect(line(figure).month[0]).toMatchObject({ value: 200, low: null, n: 600 });
  });
  it('adds the articles of a brand, and counts one that two sources read once', () => {
    const both = [
      views(0, 100),
      views(0, 40, 'de.wikipedia.org/Northwind'),
      views(0, 100, undefined, 'again'),
    ];
    expect(line(figureOf(both, 3)).day[0]?.value).toBe(140);
  });
  it('takes 0 views for 0, and says nothing of a brand without articles', () => {
    expect(line(figureOf([views(0, 0)], 3)).day[0]?.value).toBe(0);
    const none = figureOf([], 3);
    expect(line(none).day.every(({ value }) => value === null)).toBe(true);
    expect(none.verdicts.northwind?.['28']?.verdict).toBe('too little data');
  });
  it('is up where it doubled for good, and unchanged where it did not move', () => {
    const wobble = (day: number) => 900 + ((day * 7919) % 200);
    const doubled = Array.from({ length: 70 }, (_, day) => views(day, wobble(day) * (day < 42 ? 1 : 2)));
    expect(figureOf(doubled).verdicts.northwind?.['28']).toMatchObject({ verdict: 'up' });
    expect(figureOf(doubled).verdicts.northwind?.['28']?.difference).toBeCloseTo(1, 1);
    const same = Array.from({ length: 70 }, (_, day) => views(day, wobble(day)));
    expect(figureOf(same).verdicts.northwind?.['28']?.verdict).toBe('no clear change');
  });
  it('says that coverage changed where too few days were counted in both windows', () => {
    const dark = [...steady(0, 50, 100), ...steady(66, 70, 100)];
    expect(figureOf(dark).verdicts.northwind?.['28']?.verdict).toBe('coverage changed');
  });
  it('does not rise because an article is counted that was not before, nor fall while one is late', () => {
    const late = [
      ...steady(0, 70, 100),
      ...steady(50, 70, 100).map((one) => ({ ...one, of: 'fr.wikipedia.org/Northwind' })),
    ];
    expect(figureOf(late).verdicts.northwind?.['28']?.verdict).toBe('no clear change');
    const waiting = [
      ...steady(0, 70, 100),
      ...steady(0, 67, 100).map((one) => ({ ...one, of: 'fr.wikipedia.org/N' })),
    ];
    const figure = figureOf(waiting);
    expect(
      line(figure)
        .day.slice(-4)
        .map(({ value }) => value),
    ).toEqual([200, null, null, null]);
    expect(figure.verdicts.northwind?.['7']?.verdict).toBe('no clear change');
  });
  it('breaks where an article begins to be counted', () => {
    const late = [
      ...steady(0, 70, 100),
      ...steady(30, 70, 50).map((one) => ({ ...one, of: 'fr.wikipedia.org/Northwind' })),
    ];
    expect(figureOf(late).breaks).toEqual([
      {
        date: '2026-01-31',
        why: 'Northwind Coffee: the views of fr.wikipedia.org/Northwind count from here.',
      },
    ]);
  });
  it('moves by nothing in the order of its lines', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(steady(0, 10, 100).concat([views(2, 5, 'x')]), { minLength: 11, maxLength: 11 }),
        (lines) => {
          expect(figureOf(lines, 12)).toEqual(figureOf([...steady(0, 10, 100), views(2, 5, 'x')], 12));
        },
      ),
      { numRuns: 10 },
    );
  });
  it('is a proxy, and says so', () => expect(attention.proxy).toBe(true));
});

describe('persistence of daily views', () => {
  it('is 1 for days that know nothing of each other, and more for those that drift', () => {
    const alternating = Float64Array.from({ length: 200 }, (_, day) => (day % 2 === 0 ? 90 : 110));
    expect(persistence(alternating)).toBe(1);
    const drifting = Float64Array.from({ length: 200 }, (_, day) => 100 + 50 * Math.sin(day / 3));
    expect(persistence(drifting)).toBeGreaterThan(3);
  });
});
