import { describe, expect, it } from 'vitest';
import type { Figure, Restated, SeriesFigure } from '#contract';
import { keptWholeFrom, nightMonths, nightsByDay, nightText } from './as-of.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'Europe/London');
const series = (id: string, title: string, unit: string): SeriesFigure => ({
  id,
  title,
  question: '',
  formula: '',
  limits: '',
  unit,
  basis: 'stories',
  proxy: false,
  method: `${id}@2`,
  kind: 'series',
  brands: {},
  breaks: [],
  verdicts: {},
});
const figures = new Map<string, Figure>(
  [series('net-sentiment', 'Net sentiment', 'points'), series('stories', 'Stories', 'stories')].map(
    (figure) => [figure.id, figure],
  ),
);
const about = { brands: [{ id: 'own', name: 'Own' }], themes: [] };
type Night = Restated['brands'][string][number];
const nothingSince = { late: 0, forgotten: 0, labels: 0, replays: 0, config: false };
const figure = (
  parts: Partial<Night['figures'][number]> & { value?: number | null; today?: number | null },
) => {
  const { value = 9, today = value, ...rest } = parts;
  return {
    figure: 'net-sentiment',
    period: '2026-11-03',
    then: {
      value,
      low: 3,
      high: 15,
      n: 80,
      coverage: 1,
      verdict: 'down' as const,
      method: 'net-sentiment@2',
    },
    now: { value: today, low: 1, high: 13, n: 81 },
    moved: false,
    ...rest,
  };
};
const night = (parts: Partial<Night> = {}): Night => ({
  at: '2026-11-04T04:17:00Z',
  config: 'c',
  commit: null,
  since: nothingSince,
  figures: [figure({})],
  ...parts,
});
const text = (one: Night) => nightText('2026-11-04', one, { about, figures, formats });

describe('a night, as it was published', () => {
  it('calls the history too short, not the data too few, where much was heard in less than eight weeks', () => {
    const begun = (period: string): Map<string, Figure> => {
      const stories = series('stories', 'Stories', 'stories');
      const day = [{ period, value: 1, low: null, high: null, n: 1, coverage: 1 }];
      return new Map<string, Figure>([
        ...figures,
        ['stories', { ...stories, brands: { own: { day, week: [], month: [] } } }],
      ]);
    };
    const unsaid = figure({}).then;
    const early = (n: number) =>
      night({ figures: [figure({ then: { ...unsaid, n, verdict: 'too little data' } })] });
    const shortOf = (one: Night, first: string) =>
      nightText('2026-11-04', one, { about, figures: begun(first), formats }).rows[0]?.short;
    // The 56 days that end with 3 November begin with 9 September.
    expect(shortOf(early(80), '2026-09-10')).toBe(true);
    expect(shortOf(early(80), '2026-09-09')).toBe(false);
    expect(shortOf(early(4), '2026-09-10')).toBe(false);
    expect(shortOf(night(), '2026-09-10')).toBe(false);
  });
  it('tells of each number how much was covered, and leads to the mentions of its days', () => {
    const [row] = text(night()).rows;
    expect(row?.coverage).toBe('coverage 100%');
    expect(row?.mentions).toBe(
      'mentions/?brand=own&tone=negative&tone=neutral&tone=positive&from=2026-10-07&to=2026-11-03&told=first',
    );
  });
  it('is that of the later of two runs of one day, in the zone of the config', () => {
    const runs = ['2026-07-01T22:59:00Z', '2026-07-01T23:30:00Z', '2026-07-02T04:00:00Z'].map((at) =>
      night({ at }),
    );
    const days = nightsByDay({ v: 1, brands: { own: runs } }, 'own', 'Europe/London');
    expect([...days].map(([day, { at }]) => [day, at])).toEqual([
      ['2026-07-01', '2026-07-01T22:59:00Z'],
      ['2026-07-02', '2026-07-02T04:00:00Z'],
    ]);
    expect(nightsByDay(null, 'own', 'UTC').size).toBe(0);
    expect([...nightMonths(['2026-01-02', '2025-12-31', '2026-01-03'])]).toEqual([
      ['2026-01', ['2026-01-03', '2026-01-02']],
      ['2025-12', ['2025-12-31']],
    ]);
  });
  it('says value, interval, basis and verdict of then beside today’s, and that nothing moved', () => {
    const { rows, title, why, spoke } = text(night());
    expect(title).toBe('Wed, 4 Nov 2026: the figure still says what it said');
    expect(spoke).toBe('Of the four weeks Wed, 7 Oct 2026 to Tue, 3 Nov 2026, against the four before.');
    expect(rows[0]).toMatchObject({
      then: '+9',
      thenInterval: '± 6',
      n: 'n = 80 stories',
      verdict: 'down',
      now: '+9',
      by: 'as it was',
    });
    expect(why).toMatch(/^Nothing that is known/);
  });
  it('tells a restatement with its size and all that is known to have happened since', () => {
    const { rows, title, why } = text(
      night({
        figures: [
          figure({ today: 5, moved: true, then: { ...figure({}).then, method: 'net-sentiment@1' } }),
          figure({
            figure: 'stories',
            moved: true,
            then: {
              value: 200,
              low: null,
              high: null,
              n: 200,
              coverage: 1,
              verdict: 'up',
              method: 'stories@2',
            },
            now: { value: 250, low: null, high: null, n: 250 },
          }),
        ],
        since: { late: 12, forgotten: 1, labels: 3, replays: 2, config: true },
      }),
    );
    expect(title).toBe('Wed, 4 Nov 2026: 2 of 2 figures have been restated since');
    expect(rows.map(({ by }) => by)).toEqual(['−4 points', '+25%']);
    expect(why).toBe(
      'Since then methods changed (Net sentiment: net-sentiment@1, now net-sentiment@2), all scores were made anew, 2 times, brand.yml was changed, 12 mentions of these days came in late, the team labelled 3 of their mentions and one entry was taken out on request. Which of them moved a figure is not told.',
    );
  });
  it('says so where a move is within the noise, and where nothing is known to explain one', () => {
    const { rows, title } = text(night({ figures: [figure({ today: 8.4 })] }));
    expect(rows[0]?.by).toBe('−1 point, within the noise');
    expect(title).toBe('Wed, 4 Nov 2026: the figure still says what it said; 1 differs within the noise');
    expect(text(night({ figures: [figure({ today: 0, moved: true })] })).why).toMatch(
      /indices are estimated anew/,
    );
  });
  it('has words for what had no value, can not be measured again, or is no figure any more', () => {
    const { rows } = text(
      night({
        figures: [
          figure({ value: null, today: null }),
          figure({ value: null, today: 4, moved: true }),
          figure({ figure: 'stories', now: null }),
          figure({ figure: 'old' }),
        ],
      }),
    );
    expect(rows.map(({ title, known, then, now, by }) => [title, known, then, now, by])).toEqual([
      ['Net sentiment', true, 'no data', 'no data', 'as it was'],
      ['Net sentiment', true, 'no data', '+4', 'had no value then'],
      ['Stories', true, '9', 'no data', 'not measured again'],
      ['old', false, '9', '9', 'no longer a figure'],
    ]);
  });
});

it('nights are kept whole from the first day after which none is missing', () => {
  expect(keptWholeFrom(['2026-05-14', '2026-05-31', '2026-08-01', '2026-08-02', '2026-08-03'])).toBe(
    '2026-08-01',
  );
  expect(keptWholeFrom(['2026-08-02', '2026-08-01'])).toBeNull();
  expect(keptWholeFrom([])).toBeNull();
});
