import { describe, expect, test } from 'vitest';
import type { Figure, RankingFigure } from '#contract';
import type { Heard } from '../data.ts';
import {
  movesText,
  newTerms,
  requestsOf,
  rivalriesOf,
  tellsRequests,
  termSentence,
  unbrandedOf,
} from './emerging.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'Europe/London');
type Row = RankingFigure['brands'][string]['rows'][number];
const ranking = (id: string, rows: Partial<Row>[]): [string, Figure] => [
  id,
  {
    id,
    title: id,
    question: '',
    formula: '',
    limits: '',
    unit: '',
    basis: 'stories',
    proxy: false,
    method: `${id}@1`,
    kind: 'ranking',
    period: { from: '2026-10-18', to: '2026-11-14' },
    brands: {
      a: {
        rows: rows.map((row) => ({
          id: row.name ?? '',
          name: '',
          value: null,
          low: null,
          high: null,
          n: 0,
          parts: {},
          mentions: [],
          ...row,
        })),
      },
    },
  },
];
const heard = (day: string, title: string, brand = 'a'): Heard =>
  ({ brand, publishedAt: `${day}T12:00:00Z`, title, excerpt: '' }) as Heard;

describe('what is new', () => {
  const figures = new Map([
    ranking('emerging', [
      { name: 'mould', value: 6.4, n: 12, parts: { before: 0.2, sites: 5 } },
      { name: 'batch number', value: 3, n: 6, parts: { before: 0, sites: 3 } },
      { name: 'lid', value: 2, n: 5, parts: { before: 100 / 2903, sites: 3 } },
    ]),
  ]);
  const terms = newTerms(
    figures,
    'a',
    [
      heard('2026-10-20', 'Mould again'),
      heard('2026-10-19', 'MOULD in a can'),
      heard('2026-09-01', 'mould, long ago'),
      heard('2026-10-18', 'mould of another', 'b'),
    ],
    'Europe/London',
    formats,
  );
  test('has its share before and now, and the first day of the period on which this brand’s mentions say it', () => {
    expect(terms[0]).toMatchObject({
      share: '6.4%',
      before: '0.2%',
      stories: '12',
      first: 'Mon, 19 Oct 2026',
    });
    expect(terms[1]?.first).toBe('');
  });
  test('is not said to have been unheard of where it was rare', () => {
    expect(terms.map(({ before }) => before)).toEqual(['0.2%', '0%', 'under 0.1%']);
  });
  test('opens the page as a sentence, which says too that there is nothing', () => {
    expect(termSentence(terms)).toBe(
      'is newly spoken of with “mould”, “batch number” and “lid”: mould stands in 6.4% of stories, 0.2% before.',
    );
    expect(termSentence([])).toMatch(/^has no word/);
  });
});

describe('requests and comparisons', () => {
  test('a request says how many of which kind', () => {
    const figures = new Map([
      ranking('requests', [{ name: 'Price', n: 5, parts: { suggest: 4, ask: 0, compare: 1 } }]),
    ]);
    expect(requestsOf(figures, 'a', formats)[0]?.kinds).toBe('4 suggest and 1 compares');
  });
  test('who wins is said only where zero lies outside of the interval, and nothing where there are too few', () => {
    const figures = new Map([
      ranking('comparisons', [
        {
          name: 'B',
          value: 40,
          low: 10,
          high: 60,
          n: 20,
          parts: { wins: 12, losses: 4, even: 4, leftFor: 3, cameFrom: 5 },
        },
        { name: 'C', value: 40, low: -10, high: 60, n: 9, parts: { wins: 6, losses: 2, even: 1 } },
        { name: 'D', n: 2, parts: { leftFor: 1 } },
      ]),
    ]);
    expect(rivalriesOf(figures, 'a', formats).map(({ outcome }) => outcome)).toEqual([
      'comes off better',
      'too close to call',
      'too few to tell',
    ]);
    expect(movesText(figures, 'a', formats)).toMatch(/^4 stories .* 5 /);
    expect(movesText(new Map(), 'a', formats)).toBe('');
  });
});

test('a rivalry says on which themes who comes off better', () => {
  const figures = new Map([
    ranking('comparisons', [
      { name: 'b', n: 6, themes: [{ id: 'delivery', name: 'Delivery', wins: 3, losses: 1, even: 0 }] },
      { name: 'c', n: 2 },
    ]),
  ]);
  expect(rivalriesOf(figures, 'a', formats).map(({ themes }) => themes)).toEqual([
    'Delivery: 3 won, 0 even, 1 lost',
    '',
  ]);
});

describe('talk that names no brand', () => {
  test('has its share with its interval, and its parts by kind', () => {
    const figures = new Map([
      ranking('category', [
        { name: 'Names no brand', value: 10.7, low: 7.1, high: 15.7, n: 21, group: 'all' },
        {
          name: 'Asks a question',
          value: 67,
          low: 45,
          high: 83,
          n: 14,
          parts: { before: 62 },
          group: 'request',
        },
        { name: 'Delivery', n: 2, group: 'theme' },
      ]),
    ]);
    const told = unbrandedOf(figures, 'a', formats);
    expect(told?.share).toMatch(/^11% of what these sources keep names no brand \(7% to 16%\), 21 stories/);
    expect(told?.groups.map(({ rows }) => rows.map(({ share, before }) => [share, before]))).toEqual([
      [['67%', '62%']],
      [['too few', '–']],
    ]);
    expect(unbrandedOf(new Map(), 'a', formats)).toBeNull();
    // The sentence counts stories of its days, and so does what it leads to.
    expect(told?.list).toMatch(
      /^mentions\/\?brand=-&from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}&told=first$/,
    );
    // What asks is told by a rule of its own here, which the page says.
    expect(told?.groups.map(({ rule }) => rule)).toEqual([expect.stringContaining('question mark'), '']);
  });
  test('who only compares asks for nothing, and intents that are not counted are no zero', () => {
    const figures = new Map([ranking('requests', [{ name: 'Price', n: 2, parts: { compare: 2 } }])]);
    expect(requestsOf(figures, 'a', formats)).toEqual([]);
    expect(tellsRequests(figures, 'a')).toBe(false);
  });
});
