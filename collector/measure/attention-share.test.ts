import { describe, expect, it } from 'vitest';
import type { SeriesFigure, Signal } from '#contract';
import { dayName } from './calendar.ts';
import { bluebird, configWith, nightly, seeded, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const start = Date.parse('2026-01-01') / 86_400_000;
const days = 120;
type Brand = 'northwind' | 'bluebird' | 'kettle';
/** Views of one article of a brand on the days on which the function gives a number. */
const article = (brand: Brand, viewsOn: (day: number) => number | null, of = `en.wikipedia.org/${brand}`) =>
  Array.from({ length: days }, (_, day): Signal[] => {
    const value = viewsOn(day);
    return value === null
      ? []
      : [{ ...{ v: 1, day: dayName(start + day), source: 'wiki', brand, what: 'views', of }, value }];
  }).flat();
function filesOf(signals: readonly Signal[]) {
  const last = dayName(start + days - 1);
  return measure(
    world({
      now: `${dayName(start + days)}T08:00:00Z`,
      config: configWith({ competitors: [bluebird, { id: 'kettle', name: 'Kettle & Co' }] }),
      runs: nightly('wiki', '2026-01-01', last),
      sources: [source('wiki', { planned: false, countsOnly: true })],
      signals,
    }),
  );
}
const share = (signals: readonly Signal[]) => filesOf(signals).get('attention-share.json') as SeriesFigure;
const values = (figure: SeriesFigure, brand: Brand = 'northwind') =>
  (figure.brands[brand]?.day ?? []).map(({ value }) => value);
const wordOf = (figure: SeriesFigure) => figure.verdicts['northwind']?.['28']?.verdict;
/** About so many views, a tenth more or less. */
function about(mean: number, seed: number) {
  const random = seeded(seed);
  return () => Math.round(mean * (0.9 + random() * 0.2));
}
const [own, theirs] = [() => about(300, 1), () => about(900, 2)];

describe('the share of attention', () => {
  it('does not rise where all of Wikipedia is read twice as much, while attention does', () => {
    const twice = (of: () => number) => (day: number) => of() * (day < days - 28 ? 1 : 2);
    const files = filesOf([...article('northwind', twice(own())), ...article('bluebird', twice(theirs()))]);
    expect(wordOf(files.get('attention.json') as SeriesFigure)).toBe('up');
    expect(wordOf(files.get('attention-share.json') as SeriesFigure)).toBe('no clear change');
  });
  it('rises where the brand alone is looked up more, and where a rival is looked up less', () => {
    const [more, fewer] = [own(), theirs()];
    const late = (day: number) => day >= days - 28;
    expect(
      wordOf(
        share([
          ...article('northwind', (day) => more() * (late(day) ? 2 : 1)),
          ...article('bluebird', theirs()),
        ]),
      ),
    ).toBe('up');
    expect(
      wordOf(
        share([
          ...article('northwind', own()),
          ...article('bluebird', (day) => Math.round(fewer() / (late(day) ? 2 : 1))),
        ]),
      ),
    ).toBe('up');
  });
  it('is a gap on a day on which an article of any brand is not counted, never a jump', () => {
    const figure = share([
      ...article('northwind', () => 100),
      ...article('bluebird', (day) => (day === 50 ? null : 300)),
    ]);
    expect(values(figure).slice(49, 52)).toEqual([25, null, 25]);
    expect(values(figure, 'bluebird').slice(49, 52)).toEqual([75, null, 75]);
  });
  it('begins when articles of all brands are counted, and breaks where those of one no longer are', () => {
    const figure = share([
      ...article('northwind', () => 100),
      ...article('bluebird', (day) => (day < 10 ? null : 100)),
      ...article('kettle', (day) => (day < 60 ? 200 : null)),
    ]);
    const shares = values(figure);
    expect([shares[9], shares[10], shares[59], shares[60], shares.at(-1)]).toEqual([null, 25, 25, 50, 50]);
    expect(values(figure, 'kettle').slice(59, 61)).toEqual([50, null]);
    expect(figure.breaks).toEqual([
      {
        date: dayName(start + 60),
        why: 'No article of Kettle & Co is counted from here on: shares are of the others.',
      },
    ]);
    // Both windows lie after it.
    expect(figure.verdicts['northwind']?.['28']).toMatchObject({ verdict: 'no clear change', difference: 0 });
  });
  it('compares the same articles in both windows: one that joins moves nothing', () => {
    const figure = share([
      ...article('northwind', () => 100),
      ...article('northwind', (day) => (day < days - 20 ? null : 100), 'de.wikipedia.org/northwind'),
      ...article('bluebird', () => 300),
    ]);
    expect(values(figure).at(-1)).toBe(40);
    expect(figure.verdicts['northwind']?.['28']).toMatchObject({ verdict: 'no clear change', difference: 0 });
  });
  it('is empty where fewer than two brands have articles', () => {
    const figure = share(article('northwind', () => 100));
    expect(new Set(values(figure))).toEqual(new Set([null]));
    expect(wordOf(figure)).toBe('too little data');
  });
});
