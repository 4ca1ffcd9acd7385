import { describe, expect, test } from 'vitest';
import type { SeriesFigure } from '#contract';
import { makeFormats } from './numbers.ts';
import { apartTexts, panelOf, panelSentence } from './panel.ts';

const formats = makeFormats('en-GB', 'Europe/London');
type Level = { value: number | null; low: number | null; high: number | null; n: number; coverage: number };
const level = (value: number | null, half = 5, n = 100): Level => ({
  value,
  low: value === null ? null : value - half,
  high: value === null ? null : value + half,
  n,
  coverage: 1,
});
const figure = (id: string, title: string, unit: string, headline: Record<string, Level>): SeriesFigure => ({
  id,
  title,
  question: '',
  formula: '',
  limits: '',
  unit,
  basis: 'stories',
  proxy: false,
  method: `${id}@1`,
  kind: 'series',
  brands: {},
  headline,
  windows: { a: { '90': level(99) } },
  breaks: [],
  verdicts: {},
});
const about = {
  brands: [
    { id: 'a', name: 'Acorn' },
    { id: 'b', name: 'Beech' },
  ],
};
const points = 'points, −100 to 100';
const panel = (...figures: SeriesFigure[]) =>
  panelOf(
    figures.map(({ id }) => id),
    about,
    new Map(figures.map((one) => [one.id, one])),
    formats,
    '28',
  );

describe('brands by figures', () => {
  test('the sentence says where the brand leads, is behind, and where nobody can tell', () => {
    const rows = panel(
      figure('advocacy', 'Advocacy', points, { a: level(40), b: level(10) }),
      figure('net-sentiment', 'Net sentiment', points, { a: level(0), b: level(30) }),
      figure('surveys-nps', 'NPS', points, { a: level(20, 30), b: level(22, 30) }),
    );
    expect(panelSentence(rows, 2)).toBe(
      'leads on advocacy, is behind Beech on net sentiment and is too close to the best to call on NPS.',
    );
    expect(apartTexts(rows, formats)).toEqual([
      'Advocacy: 30 points ahead of Beech, the nearest (between 23 and 37).',
      'Net sentiment: 30 points behind Beech (between 23 and 37).',
    ]);
    expect(rows.map(({ who }) => who)).toEqual(['Acorn', 'Beech', 'too close to call']);
  });
  test('indices with a base each are not ranked', () => {
    const [row] = panel(
      figure('awareness', 'Awareness', 'index, base = 100', { a: level(300), b: level(50) }),
    );
    expect(row).toMatchObject({ relation: null, who: 'compares change, not size' });
  });
  test('a missing value is a word, and leaves nobody to be ahead of', () => {
    const [row] = panel(figure('loyalty', 'Loyalty', '%', { a: level(50), b: level(null, 0, 0) }));
    expect(row?.cells.map(({ value }) => value)).toEqual(['50%', 'no data']);
    expect(row?.who).toBe('too little data');
  });
  test('a brand without a panel is told how it gets one', () => {
    expect(panelSentence([], 1)).toMatch(/no competitors on its panel yet/);
    expect(panelSentence([], 2)).toMatch(/cannot be compared yet/);
  });
  test('two shares of one whole are a little further from sure than two of different stories', () => {
    const shares = { a: level(55, 5.2), b: level(45, 5.2) };
    expect(panel(figure('share-of-voice', 'Share of voice', '%', shares))[0]?.relation?.kind).toBe('close');
    expect(panel(figure('loyalty', 'Loyalty', '%', shares))[0]?.relation?.kind).toBe('perhaps ahead');
  });
});
