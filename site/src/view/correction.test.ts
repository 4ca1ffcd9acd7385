import { describe, expect, it } from 'vitest';
import type { Point, SeriesFigure } from '#contract';
import { besideOf, correctedOnCard } from './correction.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const point = (period: string, value: number | null): Point => ({
  period,
  value,
  low: value === null ? null : value - 6,
  high: value === null ? null : value + 6,
  n: value === null ? 0 : 40,
  coverage: 1,
});
const months = ['2026-09', '2026-10', '2026-11'];
const { period: _, ...headline } = point('', 12);
const figure: SeriesFigure = {
  id: 'net-sentiment',
  title: 'Net sentiment',
  question: '',
  formula: '',
  limits: '',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: false,
  method: 'net-sentiment@2',
  kind: 'series',
  brands: { northwind: { day: [], week: [], month: months.map((month) => point(month, 12)) } },
  headline: { northwind: headline },
  breaks: [],
  verdicts: {},
};
const corrected: SeriesFigure = {
  ...figure,
  corrected: {
    northwind: {
      labels: 210,
      week: [],
      month: [point('2026-09', null), point('2026-10', 3), point('2026-11', 4)],
      headline: { ...headline, value: 5, low: -3, high: 13 },
      counts: 6,
      agrees: true,
    },
  },
};

describe('raw and corrected', () => {
  it('stand side by side, the last 28 days first, then the months from the newest on, gaps as words', () => {
    const beside = besideOf(corrected, 'northwind', formats);
    if (beside?.kind !== 'corrected') throw new Error('it is not corrected');
    expect(
      beside.rows.map(({ period, raw, corrected, interval }) => [period, raw, corrected, interval]),
    ).toEqual([
      ['Last 28 days', '+12', '+5', '−3 to +13'],
      ['Nov 2026', '+12', '+4', '−2 to +10'],
      ['Oct 2026', '+12', '+3', '−3 to +9'],
      ['Sept 2026', '+12', expect.not.stringMatching(/0/), '–'],
    ]);
    expect(beside.check).toMatch(/adjusted counts, gives \+6 .* as near as/);
  });

  it('say where the other way of correcting disagrees, and nothing where it gave nothing', () => {
    const own = corrected.corrected?.['northwind'];
    const check = (parts: object) => {
      const beside = besideOf(
        { ...corrected, corrected: { northwind: { ...own, ...parts } as NonNullable<typeof own> } },
        'northwind',
        formats,
      );
      return beside?.kind === 'corrected' ? beside.check : null;
    };
    expect(check({ agrees: false })).toMatch(/further off than their errors let expect/);
    expect(check({ counts: null, agrees: null })).toBe('');
  });

  it('are not there without enough labels: then the page says what the scorer may be off by', () => {
    const beside = besideOf({ ...figure, scorerError: { northwind: 10 } }, 'northwind', formats);
    expect(beside).toEqual({
      kind: 'uncorrected',
      text: expect.stringMatching(/not corrected.*10 points more/),
    });
    expect(besideOf(figure, 'northwind', formats)).toBeNull();
  });

  it('stand on the card in a few words', () => {
    expect(correctedOnCard(corrected, 'northwind', formats)).toBe('corrected by your labels: +5 (−3 to +13)');
    expect(correctedOnCard(figure, 'northwind', formats)).toBe('');
  });
});
