import { expect, test } from 'vitest';
import type { Agreement, Figure, Point, SeriesFigure } from '#contract';
import { besideTalk, besideTitle } from './agreement.ts';
import { chooseGrain, type ShapeSettings } from './chart-shape.ts';
import { groupsFeeding } from './feeding.ts';
import { makeFormats } from './numbers.ts';

const months = (values: (number | null)[]): Point[] =>
  values.map((value, at) => ({
    period: `2026-${String(at + 1).padStart(2, '0')}`,
    value,
    low: null,
    high: null,
    n: 50,
    coverage: null,
  }));
const agreement: Agreement = {
  with: 'advocacy',
  relation: 'moves with',
  months: 9,
  correlation: 0.8,
  low: 0.3,
  high: 0.95,
  lead: 0,
  text: 'NPS moves with advocacy in public talk.',
};
const seriesOf = (
  id: string,
  unit: string,
  points: Point[],
  more: Partial<SeriesFigure> = {},
): SeriesFigure => ({
  kind: 'series',
  id,
  title: id,
  question: '?',
  formula: '',
  limits: '',
  unit,
  basis: 'answers',
  proxy: false,
  method: 'survey@1',
  brands: { own: { day: [], week: [], month: points } },
  breaks: [],
  verdicts: {},
  ...more,
});
const settings: Omit<ShapeSettings, 'rivals'> = {
  about: {
    asOf: '2026-11-20T05:00:00Z',
    brands: [
      { id: 'own', name: 'Own' },
      { id: 'other', name: 'Other' },
    ],
    events: [],
    time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' },
  },
  period: '12-months',
  formats: makeFormats('en-GB', 'UTC'),
};
const nps = seriesOf('surveys-nps', 'points, −100 to 100', months([null, 10, 20, 30]), {
  agreement: { own: agreement },
});
const talkIn = (unit: string): Map<string, Figure> =>
  new Map([['advocacy', seriesOf('advocacy', unit, months([5, 6, 7, 8]))]]);

test('a survey and the talk that stands in for it are drawn on one axis, from the survey’s first value on', () => {
  const beside = besideTalk(nps, talkIn('points, −100 to 100'), settings);
  expect(beside?.agreement.text).toBe('NPS moves with advocacy in public talk.');
  expect(beside?.shape?.lines.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
    ['surveys-nps', [10, 20, 30]],
    ['advocacy, public talk', [6, 7, 8]],
  ]);
});

test('in different units they keep their own axes: the sentence stands alone', () => {
  expect(besideTalk(nps, talkIn('stars, 1 to 5'), settings)).toMatchObject({
    shape: null,
    talk: { id: 'advocacy' },
  });
});

test('a figure that is no survey, and one whose talk is no figure, have nothing beside them', () => {
  expect(besideTalk(seriesOf('stories', 'stories', months([1])), talkIn('points'), settings)).toBeUndefined();
  expect(besideTalk(nps, new Map(), settings)).toBeUndefined();
});

test('answers that are known by their month alone are drawn by month', () => {
  const window = { from: 0, to: Date.parse('2026-11-21') };
  expect(chooseGrain({ day: [], week: [], month: months([10, 20]) }, window, 'monday', 'points')).toBe(
    'month',
  );
});

test('no source is said to feed a survey', () => {
  const about = { brands: [{ id: 'own', name: 'Own' }], groups: ['news'], sources: [] };
  expect(groupsFeeding({ id: 'surveys-nps' }, about, [])).toEqual([]);
});

test('the title of both is the sentence without its numbers', () => {
  const text = 'NPS moves with advocacy in public talk (correlation 0.51, 0.06 to 0.79, over 18 months).';
  expect(besideTitle({ text })).toBe('NPS moves with advocacy in public talk');
  expect(besideTitle({ text: `${text} Talk leads by a month.` })).toBe(
    'NPS moves with advocacy in public talk',
  );
});
