import { describe, expect, test } from 'vitest';
import {
  type BreakdownFigure,
  Figure,
  type Point,
  type RankingFigure,
  type SeriesFigure,
  type SurveyLine,
  SurveySettings,
} from '#contract';
import { agreementOf, correlationInterval } from './agreement.ts';
import { bluebird, configWith, nightly, said, seeded, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const kinds = {
  nps: { id: 'poll', name: 'NPS', kind: 'nps', score: 'x' },
  csat: { id: 'poll', kind: 'csat', score: 'x', scale: [1, 5], top: 4 },
  retention: { id: 'poll', kind: 'retention', start: 'a', end: 'b', new: 'c' },
  awareness: { id: 'poll', kind: 'awareness', unaided: 'x', aided: 'y' },
} as const;
type Kind = keyof typeof kinds;

/** A line of answers; `to` is its only day where none is given. */
function cell(kind: Kind, from: string, counts: Record<string, number>, parts: object = {}): SurveyLine {
  const n = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return {
    v: 1,
    survey: 'poll',
    kind,
    from,
    to: from,
    what: 'answers',
    segment: null,
    n,
    counts,
    definition: 'As it was asked.',
    ...parts,
  } as SurveyLine;
}

type Parts = Partial<Parameters<typeof world>[0]>;
function figuresOf(kind: Kind, surveys: SurveyLine[], parts: Parts = {}) {
  const config = configWith({ competitors: [bluebird], surveys: [SurveySettings.parse(kinds[kind])] });
  return measure(
    world({
      now: '2026-11-10T08:00:00Z',
      runs: nightly('paper', '2026-11-01', '2026-11-09'),
      config,
      surveys,
      ...parts,
    }),
  );
}
const seriesIn = (kind: Kind, surveys: SurveyLine[], id = 'surveys-poll', parts: Parts = {}) =>
  figuresOf(kind, surveys, parts).get(`${id}.json`) as SeriesFigure;
const pointsOf = (figure: SeriesFigure, grain: 'day' | 'week' | 'month' = 'month') =>
  figure.brands['northwind']?.[grain] ?? [];
const nps = (promoters: number, passives: number, detractors: number) => ({
  promoters,
  passives,
  detractors,
});

describe('a survey', () => {
  test('is awareness in three figures, of each brand that was asked about', () => {
    const counts = { 'unaided:northwind': 6, 'first:northwind': 2, 'aided:northwind': 9 };
    const rival = { 'unaided:bluebird': 3, 'first:bluebird': 3, 'aided:bluebird': 10 };
    const surveys = [
      cell('awareness', '2026-10-03', counts, { n: 10 }),
      cell('awareness', '2026-11-03', { ...counts, ...rival }, { n: 10 }),
    ];
    const valueIn = (id: string, brand: string) =>
      seriesIn('awareness', surveys, id).brands[brand]?.month.map(({ value }) => value);
    expect(valueIn('surveys-poll-unaided', 'northwind')).toEqual([60, 60]);
    expect(valueIn('surveys-poll-first', 'northwind')).toEqual([20, 20]);
    expect(valueIn('surveys-poll-aided', 'northwind')).toEqual([90, 90]);
    // Before it was on the panel nobody looked for it: no value, not 0.
    expect(valueIn('surveys-poll-aided', 'bluebird')).toEqual([100]);
  });

  test('of weighted answers counts them for what they are worth', () => {
    const weight = { sum: 100, squares: 400 };
    const [point] = pointsOf(
      seriesIn('csat', [cell('csat', '2026-11-03', { satisfied: 60, others: 40 }, { n: 80, weight })]),
    );
    const [plain] = pointsOf(seriesIn('csat', [cell('csat', '2026-11-03', { satisfied: 15, others: 10 })]));
    expect(point).toEqual({ ...plain, n: 80 });
  });

  test('has in each period the lines that lie wholly within it', () => {
    const figure = seriesIn('nps', [
      cell('nps', '2026-10-26', nps(5, 0, 0), { to: '2026-10-31' }),
      cell('nps', '2026-10-05', nps(0, 0, 5), { to: '2026-10-31' }),
      cell('nps', '2026-11-02', nps(0, 6, 0)),
      cell('nps', '2026-11-10', nps(9, 0, 0)),
    ]);
    const basis = (points: Point[]) => points.filter(({ n }) => n > 0).map(({ period, n }) => [period, n]);
    expect(basis(pointsOf(figure, 'day'))).toEqual([['2026-11-02', 6]]);
    expect(basis(pointsOf(figure, 'week'))).toEqual([
      ['2026-W44', 5],
      ['2026-W45', 6],
    ]);
    // The day of now is not over.
    expect(basis(pointsOf(figure, 'month'))).toEqual([
      ['2026-10', 10],
      ['2026-11', 6],
    ]);
  });

  test('F10 without five answers in a window has no verdict, and without any no value', () => {
    const figure = seriesIn('nps', [cell('nps', '2026-11-03', nps(7, 0, 0))]);
    expect(figure.headline?.['northwind']).toMatchObject({ value: 100, n: 7 });
    expect(figure.verdicts['northwind']?.['28']).toMatchObject({
      verdict: 'too little data',
      difference: null,
      n: [0, 7],
    });
    expect(pointsOf(figure, 'day').find(({ period }) => period === '2026-11-05')).toMatchObject({
      value: null,
      n: 0,
    });
  });

  test('that fell beyond chance says so, in the brief too', () => {
    const figures = figuresOf('nps', [
      cell('nps', '2026-10-01', nps(120, 60, 20)),
      cell('nps', '2026-11-03', nps(60, 60, 80)),
    ]);
    const figure = figures.get('surveys-poll.json') as SeriesFigure;
    const verdict = figure.verdicts['northwind']?.['28'];
    expect(verdict).toMatchObject({ verdict: 'down', difference: -60, n: [200, 200] });
    expect(verdict?.low).toBeLessThan(-44);
    expect(verdict?.high).toBeGreaterThan(-76);
    const brief = figures.get('brief.json') as RankingFigure;
    expect(brief.brands['northwind']?.rows.map(({ text }) => text).join('\n')).toMatch(
      /NPS fell by 60 points/,
    );
  });

  test('that is asked otherwise breaks its line', () => {
    const figure = seriesIn('csat', [
      cell('csat', '2026-10-01', { satisfied: 9, others: 1 }),
      cell('csat', '2026-11-03', { satisfied: 5, others: 5 }, { definition: 'Top one of five.' }),
    ]);
    expect(figure.breaks).toEqual([{ date: '2026-11-03', why: 'From here on: Top one of five.' }]);
    expect(figure.formula).toMatch(/Top one of five\.$/);
  });

  test('has its segments side by side, and its comments by theme and tone as counts', () => {
    const surveys: SurveyLine[] = [
      cell('nps', '2026-11-03', nps(8, 1, 1), { segment: 'Pro' }),
      cell('nps', '2026-11-03', nps(1, 1, 8), { segment: 'Free' }),
      cell('nps', '2026-11-04', nps(5, 0, 0)),
    ];
    const comment = {
      v: 1,
      survey: 'poll',
      kind: 'nps',
      what: 'comments',
      tone: 'negative',
      by: 't@1',
    } as const;
    surveys.push(
      { ...comment, from: '2026-10-01', to: '2026-10-31', theme: 'delivery', n: 6 },
      { ...comment, from: '2026-11-01', to: '2026-11-05', theme: 'delivery', n: 7 },
      { ...comment, from: '2026-11-01', to: '2026-11-05', theme: null, n: 9 },
    );
    const figures = figuresOf('nps', surveys);
    const rows = (id: string) => (figures.get(`${id}.json`) as BreakdownFigure).brands['northwind']?.rows;
    expect(rows('surveys-poll-segments')).toMatchObject([
      { by: { segment: 'Free' }, value: -70, n: 10 },
      { by: { segment: 'Pro' }, value: 70, n: 10 },
    ]);
    expect(rows('surveys-poll-comments')).toMatchObject([
      { by: { theme: 'delivery', tone: 'negative' }, value: 13, low: null },
    ]);
  });

  test('keeps the contract, is listed, and is the same whatever the order of its lines', () => {
    const random = seeded(7);
    const surveys = Array.from({ length: 60 }, (_, day) => {
      const date = new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
      const weight = { sum: 10 + random(), squares: 12 + random() };
      return cell('nps', date, nps(random() * 5, random() * 5, random() * 5), { n: 9, weight });
    });
    const figures = figuresOf('nps', surveys);
    for (const [name, file] of figures)
      if (name.startsWith('surveys-')) expect(Figure.parse(file)).toEqual(file);
    expect(figures.get('about.json')).toMatchObject({ figures: expect.arrayContaining(['surveys-poll']) });
    expect(JSON.stringify([...figuresOf('nps', surveys.toReversed())])).toBe(JSON.stringify([...figures]));
  });

  test('that nothing was imported of, or that brand.yml has no more, is no figure', () => {
    expect([...figuresOf('nps', []).keys()].filter((name) => name.startsWith('surveys'))).toEqual([]);
    const other = cell('nps', '2026-11-03', nps(7, 0, 0), { survey: 'gone' });
    expect([...figuresOf('nps', [other]).keys()].filter((name) => name.startsWith('surveys'))).toEqual([]);
  });

  test('has intervals that hold the truth 93 to 97 times of 100', () => {
    const random = seeded(11);
    let held = 0;
    const tries = 2000;
    const surveys = Array.from({ length: tries }, (_, day) => {
      const counts = nps(0, 0, 0);
      for (let one = 0; one < 40; one++) {
        const draw = random();
        counts[draw < 0.5 ? 'promoters' : draw < 0.8 ? 'passives' : 'detractors']++;
      }
      return cell('nps', new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10), counts);
    });
    for (const { low, high } of pointsOf(seriesIn('nps', surveys), 'day'))
      if (low !== null && high !== null && low <= 30 && high >= 30) held++;
    expect(held / tries).toBeGreaterThan(0.93);
    expect(held / tries).toBeLessThan(0.97);
  });
});

describe('a survey that is asked in waves', () => {
  const briefOf = (kind: Kind, surveys: SurveyLine[]) =>
    (figuresOf(kind, surveys).get('brief.json') as RankingFigure).brands['northwind']?.rows
      .map(({ text }) => text)
      .join('\n') ?? '';
  const months = [
    ['2025-10-01', '2025-10-31'],
    ['2026-08-01', '2026-08-31'],
    ['2026-09-01', '2026-09-30'],
    ['2026-10-01', '2026-10-31'],
  ] as const;
  const monthly = months.map(([from, to], at) =>
    cell('retention', from, at === 3 ? { kept: 600, lost: 400 } : { kept: 880, lost: 120 }, { to }),
  );

  test('has its last month for a headline, held against the month before and that of a year ago', () => {
    const figure = seriesIn('retention', monthly);
    expect(figure.headline?.['northwind']).toMatchObject({ value: 60, n: 1000 });
    expect(figure.waves?.['northwind']).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      before: { from: '2026-09-01', to: '2026-09-30' },
      year: { from: '2025-10-01', to: '2025-10-31' },
    });
    expect(figure.verdicts['northwind']).toMatchObject({
      28: { verdict: 'down', difference: -28, from: '2026-10-01', to: '2026-10-31', n: [1000, 1000] },
      year: { verdict: 'down', difference: -28 },
    });
    expect(figure.verdicts['northwind']?.['7']).toBeUndefined();
  });

  test('is told so in the brief, not as too little data', () => {
    const text = briefOf('retention', monthly);
    expect(text).toMatch(
      /fell by 28 points \(.*\) against the wave before \(2026-09\)\. It stands at 60% \(.*\), from 1,000 customers of 2026-10\./,
    );
    expect(text).toMatch(/against the wave a year before \(2025-10\)/);
    expect(text).not.toMatch(/too little data.*survey/i);
  });

  test('has quarterly waves of several days, of which the last two say whether it moved', () => {
    const quarter = (month: string, counts: Record<string, number>) =>
      ['05', '06', '09'].map((day) => cell('nps', `${month}-${day}`, counts));
    const steady = [
      ...quarter('2026-03', nps(50, 40, 40)),
      ...quarter('2026-06', nps(50, 40, 40)),
      ...quarter('2026-09', nps(50, 40, 41)),
    ];
    const figure = seriesIn('nps', steady);
    expect(figure.waves?.['northwind']).toEqual({
      from: '2026-09-05',
      to: '2026-09-09',
      before: { from: '2026-06-05', to: '2026-06-09' },
      year: null,
    });
    expect(figure.verdicts['northwind']?.['28']).toMatchObject({ verdict: 'no clear change', n: [390, 393] });
    expect(briefOf('nps', steady)).toMatch(
      /No clear change of NPS against the wave before \(2026-06-05 to 2026-06-09\)/,
    );
  });

  test('is none that is asked all the time, nor one whose last wave is long ago', () => {
    const days = Array.from({ length: 100 }, (_, day) =>
      cell('nps', new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10), nps(8, 1, 1)),
    );
    expect(seriesIn('nps', days).waves).toBeUndefined();
    expect(seriesIn('nps', days.slice(0, 60)).headline?.['northwind']?.value).toBeNull();
    const old = [cell('nps', '2025-03-01', nps(50, 0, 0)), cell('nps', '2025-06-01', nps(0, 0, 50))];
    expect(seriesIn('nps', old).waves).toBeUndefined();
  });
});

describe('agreement with public talk', () => {
  const monthly = (values: (number | null)[], from = 0): Point[] =>
    values.map((value, at) => ({
      period: new Date(Date.UTC(2024, from + at, 1)).toISOString().slice(0, 7),
      value,
      low: null,
      high: null,
      n: 50,
      coverage: null,
    }));
  const noise = (seed: number, count: number) => {
    const random = seeded(seed);
    return Array.from({ length: count }, () => random() * 20);
  };
  const compared = (survey: (number | null)[], talk: (number | null)[], ahead = 0) =>
    agreementOf(
      { id: 'surveys-nps', title: 'NPS', points: monthly(survey) },
      { id: 'advocacy', title: 'Advocacy', points: monthly(talk, -ahead) },
    );
  const base = noise(1, 20);

  test('is Pearson’s correlation with Fisher’s interval, by hand', () => {
    // tanh(atanh .6 ± 1.959964 ÷ √17)
    const [low, high] = correlationInterval({ r: 0.6, worth: 20 });
    expect(low).toBeCloseTo(0.2144, 4);
    expect(high).toBeCloseTo(0.8238, 4);
  });

  test('is told where both move alike, or against each other', () => {
    const like = compared(
      base,
      base.map((value, at) => 2 * value + (noise(2, 20)[at] ?? 0) / 4),
    );
    expect(like).toMatchObject({ with: 'advocacy', relation: 'moves with', months: 20, lead: 0 });
    expect(like.text).toMatch(
      /^NPS moves with advocacy in public talk \(correlation 0\.9\d, .* over 20 months\)\.$/,
    );
    expect(
      compared(
        base,
        base.map((value) => -value),
      ).relation,
    ).toBe('moves against');
  });

  test('is not claimed where chance explains it', () => {
    const none = compared(base, noise(5, 20));
    expect(none).toMatchObject({ relation: 'no clear relation', lead: null });
    expect(none.text).toMatch(/^No clear relation between NPS and advocacy in public talk/);
  });

  test('finds who moves first', () => {
    expect(compared(base, base, 2)).toMatchObject({ lead: 2 });
    expect(compared(base, base, 2).text).toMatch(/fit clearly better 2 months apart.*the talk moves first/);
    expect(compared(base, base, -1).text).toMatch(/1 month apart.*the survey moves first/);
  });

  test('needs eight common months, of which gaps are none', () => {
    expect(compared(base.slice(0, 7), base)).toMatchObject({
      relation: 'too few months',
      months: 7,
      correlation: null,
    });
    const gappy = base.map((value, at) => (at % 3 === 0 ? value : null));
    expect(compared(gappy, base).text).toMatch(/they have 7 months in common, and 8 are needed/);
    expect(
      compared(
        base,
        base.map(() => 3),
      ).text,
    ).toMatch(/one of them never moved/);
  });

  test('errs seldom where there is nothing: relations and leads in about one of twenty', () => {
    let [related, led] = [0, 0];
    const tries = 400;
    for (let seed = 0; seed < tries; seed++) {
      const { relation, lead } = compared(noise(1000 + seed, 24), noise(9000 + seed, 24));
      if (relation !== 'no clear relation') related++;
      if (lead !== null && lead !== 0) led++;
    }
    expect(related / tries).toBeLessThan(0.08);
    expect(led / tries).toBeLessThan(0.06);
  });

  test('errs no more often where each goes on as it was, and still finds a true lead of two months', () => {
    const drifting = (random: () => number, rho: number, count: number) => {
      let at = 0;
      return Array.from({ length: count + 50 }, () => {
        const noise = random() + random() + random() + random() - 2;
        at = rho * at + Math.sqrt(1 - rho * rho) * noise;
        return at;
      }).slice(50);
    };
    const tries = 600;
    for (const rho of [0.5, 0.8]) {
      const random = seeded(77);
      let related = 0;
      for (let world = 0; world < tries; world++) {
        const [one, other] = [drifting(random, rho, 24), drifting(random, rho, 24)];
        if (compared(one, other).relation !== 'no clear relation') related++;
      }
      expect(related / tries).toBeLessThan(0.08);
    }
    const random = seeded(78);
    let found = 0;
    for (let world = 0; world < 100; world++) {
      const one = drifting(random, 0.3, 24);
      const echo = one.map((value) => value + (random() - 0.5) / 2);
      if (compared(one, echo, 2).lead === 2) found++;
    }
    expect(found).toBeGreaterThan(60);
  });

  test('stands on the figure, with the proxy that its kind has', () => {
    const months = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-10`);
    const surveys = months.map((day, at) => cell('nps', day, nps(20 + 6 * (at % 4), 30, 30)));
    const told = months.flatMap((day, at) => [
      ...Array.from({ length: 10 + 6 * (at % 4) }, () => said(day, { rating: { value: 5, of: 5 } })),
      ...Array.from({ length: 10 }, () => said(day, { rating: { value: 1, of: 5 } })),
    ]);
    const figure = seriesIn('nps', surveys, 'surveys-poll', {
      said: told,
      runs: nightly('paper', '2026-01-01', '2026-11-09'),
    });
    expect(figure.agreement?.['northwind']).toMatchObject({
      with: 'advocacy',
      relation: 'moves with',
      months: 10,
    });
  });
});
