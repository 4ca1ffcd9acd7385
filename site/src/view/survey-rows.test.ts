import { describe, expect, test } from 'vitest';
import type { Figure, SeriesFigure } from '#contract';
import { makeFormats } from './numbers.ts';
import { surveyBreakdowns, surveyRows, surveySentence } from './survey-rows.ts';

const formats = makeFormats('en-GB', 'Europe/London');
const series = (id: string, over: Partial<SeriesFigure> = {}): [string, Figure] => [
  id,
  {
    id,
    title: id === 'advocacy' ? 'Advocacy' : 'NPS',
    question: '',
    formula: '',
    limits: '',
    unit: 'points, −100 to 100',
    basis: id === 'advocacy' ? 'stories' : 'answers',
    proxy: false,
    method: `${id}@1`,
    kind: 'series',
    brands: {},
    windows: { a: { '90': { value: 27, low: 15, high: 37, n: 160, coverage: null } } },
    breaks: [],
    verdicts: {
      a: {
        '90': {
          verdict: 'up',
          from: '2026-08-17',
          to: '2026-11-14',
          difference: 30,
          low: 20,
          high: 40,
          n: [160, 160],
        },
      },
    },
    ...over,
  },
];
const about = {
  asOf: '2026-11-15T05:00:00Z',
  brands: [{ id: 'a', name: 'Acorn' }],
  themes: [],
  time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' as const },
};
const agreement = {
  a: {
    with: 'advocacy',
    relation: 'moves with' as const,
    months: 18,
    correlation: 0.5,
    low: 0.1,
    high: 0.8,
    lead: 0,
    text: 'NPS moves with advocacy.',
  },
};

describe('surveys', () => {
  test('stand beside the talk that stands in for them, with both intervals and what n counts', () => {
    const [row] = surveyRows(
      new Map([series('surveys-nps', { agreement }), series('advocacy')]),
      about,
      formats,
    );
    expect(row).toMatchObject({
      asked: { value: '+27', interval: '+15 to +37', n: 'n = 160 answers' },
      talk: { title: 'Advocacy', n: 'n = 160 stories' },
      agreement: 'NPS moves with advocacy.',
    });
    expect(surveySentence(row ? [row] : [])).toBe(
      'NPS stands at +27 (+15 to +37), and rose against the 90 days before.',
    );
  });
  test('that are asked in waves stand by the last, with its days, held against the one before', () => {
    const level = { value: -20, low: -30, high: -10, n: 500, coverage: null };
    const [, figure] = series('surveys-nps') as [string, SeriesFigure];
    const [row] = surveyRows(
      new Map([
        series('surveys-nps', {
          headline: { a: level },
          waves: {
            a: {
              from: '2026-09-01',
              to: '2026-09-10',
              before: { from: '2026-06-01', to: '2026-06-10' },
              year: null,
            },
          },
          verdicts: {
            a: {
              ...figure.verdicts['a'],
              '28': { ...figure.verdicts['a']?.['90'], verdict: 'down' } as never,
            },
          },
        }),
      ]),
      about,
      formats,
    );
    expect(row?.asked.value).toBe('−20');
    expect(row?.asked.n).toMatch(/^n = 500 answers, wave of 1\s–\s10 Sept? 2026$/);
    expect(surveySentence(row ? [row] : [])).toBe(
      'NPS stands at −20 (−30 to −10), and fell against the wave before.',
    );
  });
  test('without answers in these days there is a word and no number, and without surveys the way to import them', () => {
    const rows = surveyRows(new Map([series('surveys-nps', { windows: {}, headline: {} })]), about, formats);
    expect(rows[0]?.asked).toMatchObject({ value: 'no data', interval: '' });
    expect(surveySentence(rows)).toMatch(/^NPS has no answers/);
    expect(surveySentence([])).toMatch(/^No survey was imported yet/);
    expect(surveyBreakdowns(new Map([series('surveys-nps')]))).toEqual([]);
  });
});
