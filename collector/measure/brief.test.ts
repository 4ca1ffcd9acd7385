import { describe, expect, it } from 'vitest';
import type { Figure, RankingFigure, SeriesFigure, Verdict } from '#contract';
import { briefOf } from './brief.ts';
import { otherSentences } from './brief-others.ts';
import { restSentences } from './brief-rest.ts';
import { weightOf } from './brief-sentence.ts';
import { alertSentences } from './brief-standing.ts';
import {
  bluebird,
  configWith,
  daysBetween,
  nightly,
  poisson,
  said,
  seeded,
  world,
} from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { countText, listed, sizeText, spanText, valueText } from './written.ts';

const [from, to] = ['2026-08-01', '2026-11-15'];
const days = daysBetween(from, to);
const facts = {
  brands: [{ id: 'northwind', name: 'Northwind Coffee' }, bluebird],
  first: Date.parse(from) / 86_400_000,
  days: days.length,
  config: { events: [] },
};
/** Both brands are spoken of six times a day; from the 20th of October on as the factors say. */
function figures(factor: number, negative: number, others = 1): Figure[] {
  const random = seeded(14);
  const lines = days.flatMap((day) => {
    const late = day >= '2026-10-19';
    const times = (level: number) => Array.from({ length: poisson(level, random) }, () => random());
    return [
      ...times(6 * (late ? factor : 1)).map((chance) =>
        said(day, { tone: chance < (late ? negative : 0.2) ? 'negative' : 'positive' }),
      ),
      ...times(6 * (late ? others : 1)).map(() => said(day, { brand: 'bluebird' })),
    ];
  });
  const files = measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: nightly('paper', from, to),
      config: configWith({ competitors: [bluebird] }),
      said: lines,
    }),
  );
  return [...files.values()].filter((file): file is Figure => 'kind' in file);
}
/** What a figure is, of which only its numbers matter. */
const headOf = (id: string) => ({
  ...{ id, title: 'Stories', question: '', formula: '', limits: '' },
  ...{ unit: 'stories', basis: 'stories', proxy: false, method: `${id}@1` },
});
const rowsOf = (brief: RankingFigure) => brief.brands.northwind?.rows ?? [];
const texts = (made: Figure[], window: number) =>
  rowsOf(briefOf(made, facts))
    .filter(({ parts }) => parts.days === window)
    .map(({ text }) => text ?? '');

describe('the brief', () => {
  it('leads with what moved most, with its interval in words', () => {
    const [first, ...rest] = texts(figures(1, 0.7), 28);
    expect(first).toMatch(
      /^Net sentiment fell by \d+ points \(−\d+ to −\d+\) against the four weeks before\. It stands at −\d+ \(−\d+ to −\d+\), from \d+ stories\./,
    );
    expect(rest.join(' ')).toContain('No clear change of');
  });
  it('says that nothing moved where nothing did, and nothing more of it', () => {
    const made = texts(figures(1, 0.2), 28);
    expect(made.filter((text) => / (rose|fell) by /.test(text))).toEqual([]);
    expect(made.at(-1)).toMatch(/^(No clear change|There is too little)/);
  });
  it('speaks of a competitor that moved', () =>
    expect(texts(figures(1, 0.2, 4), 28).join(' ')).toMatch(
      /Bluebird Roasters: awareness rose by \d+% \(.*?\) and stories by \d+%/,
    ));
  it('says of each window what belongs to it, and which figure each sentence is made of', () => {
    const rows = rowsOf(briefOf(figures(3, 0.5), facts));
    expect(new Set(rows.map(({ parts }) => parts.days))).toEqual(new Set([7, 28]));
    expect(rows.every(({ figure, text }) => Boolean(figure && text))).toBe(true);
    expect(rows.find(({ id }) => id === '28-stories-northwind')).toMatchObject({
      from: '2026-10-19',
      to,
      figure: 'stories',
    });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  it('is the same for the same figures, and empty before there are any', () => {
    const made = figures(2, 0.4);
    expect(briefOf(made, facts)).toEqual(briefOf([...made], facts));
    expect(rowsOf(briefOf([], facts))).toEqual([]);
  });
});

describe('values in words', () => {
  it('bear their unit and a true minus', () => {
    expect(valueText(-13.6, 'points, −100 to 100')).toBe('−14');
    expect(valueText(0.2, 'points, −100 to 100')).toBe('0');
    expect(valueText(37.4, '%')).toBe('37%');
    expect(valueText(1204, 'stories')).toBe('1,204');
    expect(sizeText(-0.183, 'stories')).toBe('18%');
    expect(sizeText(-0.26, 'stars, 1 to 5')).toBe('0.3 stars');
    expect(spanText(-0.4, 0.1, 'index, base = 100')).toBe('−40 to +10%');
    expect(spanText(-9, -0.3, 'points, −100 to 100')).toBe('−9 to −0.3');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('what a sentence weighs', () => {
  it('is what a change is at the least, a fall as much as the rise that undoes it', () => {
    expect(weightOf(-0.5, -0.6, -0.2, 'stories')).toBeCloseTo(weightOf(1, 0.25, 1.5, 'stories'), 9);
    // A quarter more, ten points of a net, five of a share: each is worth a word.
    expect(weightOf(0.5, 0.25, 0.8, 'index, base = 100')).toBeCloseTo(1, 9);
    expect(weightOf(-30, -50, -10, 'points, −100 to 100')).toBe(1);
    expect(weightOf(8, 5, 11, '%')).toBe(1);
    expect(weightOf(3, -1, 7, '%')).toBe(0);
  });
  it('of two alerts is more where more was said than usual, whatever they are called', () => {
    const alert = (id: string, n: number, expectedHigh: number) => ({
      ...{ id, name: id, value: n, low: null, high: null, n, mentions: [] },
      ...{ parts: { expected: 3, expectedHigh }, from, to, day: to, text: `${n} stories on ${id}.` },
    });
    const figure: RankingFigure = {
      ...headOf('alerts'),
      kind: 'ranking',
      brands: { own: { rows: [alert('a', 8, 6), alert('b', 17, 9)] } },
      period: { from, to },
    };
    const [first] = alertSentences(figure, 'own', from, 100);
    expect(first?.id).toBe('b');
    // What began on that day as well is named with it. Of the days that an alert lasts, the one that is counted.
    expect(first?.text).toBe('17 stories on b. Alerts of the same days: a.');
    expect(first?.rests).toEqual([
      { figure: 'alerts', brand: 'own', row: 'b', from: to, to },
      { figure: 'alerts', brand: 'own', row: 'a', from: to, to },
    ]);
  });
});

describe('an alert', () => {
  const alerts = (peak: string): RankingFigure => ({
    ...headOf('alerts'),
    kind: 'ranking',
    brands: {
      northwind: {
        rows: [
          {
            ...{ id: 'volume-1', name: 'Volume', value: null, low: null, high: null, n: 40, mentions: [] },
            ...{ parts: { expected: 3, expectedHigh: 6 }, from: '2026-11-01', to, day: peak },
            text: `40 stories on ${peak}, where 3 were expected. 30 more than usual came from paper.`,
          },
        ],
      },
    },
    period: { from, to },
  });
  it('is told of the week only where the day that it tells of lies in it', () => {
    const made = [alerts('2026-11-03')];
    expect(texts(made, 7)).toEqual([]);
    expect(texts(made, 28)[0]).toContain('40 stories on 2026-11-03');
  });
  it('is told in full once', () => {
    const made = [alerts('2026-11-12')];
    expect(texts(made, 7)).toEqual(['40 stories on 2026-11-12, where 3 were expected; more of it below.']);
    expect(texts(made, 28)).toEqual([
      '40 stories on 2026-11-12, where 3 were expected. 30 more than usual came from paper.',
    ]);
  });
});

describe('a brief of little', () => {
  const madeOf = (lines: ReturnType<typeof said>[], since: string, window: number, more: object = {}) => {
    const config = configWith({ competitors: [bluebird], ...more });
    const files = measure(
      world({ now: '2026-11-16T08:00:00Z', runs: nightly('paper', since, to), config, said: lines }),
    );
    return rowsOf(files.get('brief.json') as RankingFigure).filter(({ parts }) => parts.days === window);
  };
  it('counts stories that rose from nothing, and says nothing of an index that is none', () => {
    const rows = madeOf(
      days.slice(-20).map((day) => said(day)),
      from,
      28,
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toContain('Stories rose from nothing in the four weeks before to 20.');
    expect(all).not.toMatch(/Awareness rose from nothing/);
  });
  it('leaves out what nothing was ever heard for', () => {
    const all = madeOf(
      days.map((day) => said(day)),
      from,
      28,
    )
      .map(({ text }) => text)
      .join('\n');
    expect(all).not.toMatch(/attention|satisfaction/i);
  });
  it('says of two days that they are two of seven, and that the history is short, not the data few', () => {
    const rows = madeOf([said('2026-11-14'), said('2026-11-15')], '2026-11-14', 7);
    const all = rows.map(({ text }) => text).join('\n');
    expect(rows[0]?.text).toMatch(
      /^The history holds 2 of the 7 days of the last week: it begins on 2026-11-14\./,
    );
    expect(all).toMatch(/The history is too short to tell a change of .*, and that takes 14 days\./);
    expect(all).not.toContain('too little data');
  });
  it('does not blame coverage for a history that is short', () => {
    const since = '2026-11-04';
    const rows = madeOf(
      daysBetween(since, to).map((day) => said(day)),
      since,
      28,
    );
    expect(rows.find(({ id }) => id === '28-coverage')?.text).toBe(
      'The history holds 12 of the 28 days of the last four weeks: it begins on 2026-11-04.',
    );
  });
  it('says of a week in which nothing was read that nothing can be told of it', () => {
    const files = measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: nightly('paper', from, to, { dark: days.slice(-10) }),
        config: configWith({ competitors: [bluebird] }),
        said: days.slice(0, -10).map((day) => said(day)),
      }),
    );
    const rows = rowsOf(files.get('brief.json') as RankingFigure);
    expect(rows[0]?.id).toBe('7-coverage');
    expect(rows[0]?.text).toMatch(
      /^Nothing of what was to be read in the last week was read: no source answered/,
    );
    expect(rows.map(({ text }) => text).join(' ')).not.toContain('Only 0%');
  });
  it('names events of the time, measured or not', () => {
    const events = [
      { date: '2026-10-20', name: 'New cups', figure: 'stories', window: 20 },
      { date: '2026-10-25', name: 'Open day', window: 28 },
      { date: '2026-08-20', name: 'Old news', window: 28 },
    ];
    const rows = madeOf(
      days.map((day) => said(day)),
      from,
      28,
      { events },
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toMatch(
      /^What followed lies within what chance explains: New cups \(2026-10-20; stories less than 1%, −\d+ to \+\d+%\)\.$/m,
    );
    expect(all).toContain('Open day (2026-10-25)');
    expect(all).not.toContain('Old news');
    expect(rows.find(({ id }) => id === '28-events-nothing')?.rests).toEqual([
      { figure: 'events', brand: 'northwind', row: '2026-10-20-stories' },
    ]);
  });
});

it('what did not clearly move says n of both windows where few stand behind either', () => {
  const steady = (id: string, title: string, n: [number, number]): SeriesFigure => {
    const point = { period: to, value: 4, low: 3.5, high: 4.5, n: n[1], coverage: 1 };
    return {
      ...{ ...headOf(id), title, unit: 'stars, 1 to 5', basis: 'reviews' },
      kind: 'series',
      brands: { northwind: { day: [point], week: [], month: [] } },
      headline: { northwind: { value: 4, low: 3.5, high: 4.5, n: n[1], coverage: 1 } },
      breaks: [],
      verdicts: {
        northwind: {
          28: { verdict: 'no clear change', from, to, difference: 0.1, low: -0.2, high: 0.4, n },
        },
      },
    };
  };
  const [sentence] = restSentences(
    [steady('satisfaction', 'Satisfaction', [28, 30]), steady('advocacy', 'Advocacy', [40, 60])],
    'northwind',
    '28',
    { from, to },
    { days: 107, begins: from },
  );
  expect(sentence?.text).toMatch(
    /^No clear change of satisfaction \(n = 30, 28 before\) and advocacy against/,
  );
});

it('what perhaps moved of competitors is one sentence', () => {
  const verdict: Verdict = {
    ...{ verdict: 'perhaps up', from, to },
    ...{ difference: 0.4, low: 0.1, high: 0.9, n: [40, 60] },
  };
  const others = Array.from({ length: 12 }, (_, nth) => ({ id: `b${nth}`, name: `B${nth}` }));
  const figure: SeriesFigure = {
    ...headOf('stories'),
    kind: 'series',
    brands: {},
    breaks: [],
    verdicts: Object.fromEntries(others.map(({ id }) => [id, { 28: verdict }])),
  };
  const made = otherSentences([figure], others, '28', { from, to });
  expect(made.map(({ text }) => text)).toEqual([
    'Of 12 comparisons of competitors with the four weeks before, 12 perhaps moved, where chance alone brings about 1; the clearest: stories of B0 (+40%, +10 to +90%), stories of B1 (+40%, +10 to +90%) and stories of B2 (+40%, +10 to +90%).',
  ]);
});

describe('numbers in sentences', () => {
  it('agree with what they count, and say of what rounds to nothing that it is less than one', () => {
    expect(sizeText(0.2, 'points, −100 to 100')).toBe('less than 1 point');
    expect(sizeText(1, '%')).toBe('1 point');
    expect(countText(1, 'stories of the panel')).toBe('1 story of the panel');
    expect(countText(1, 'reviews')).toBe('1 review');
    expect(countText(2100, 'stories carried')).toBe('2,100 stories carried');
  });
});
