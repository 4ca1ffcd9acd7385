import { expect, test } from 'vitest';
import type { RankingFigure, Run, SeriesFigure } from '#contract';
import { indexOver } from './awareness.ts';
import { weekdayOf } from './calendar.ts';
import { daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

type Plan = { id: string; carries: (weekday: number, day: string) => number; runs: Run[] };

/** A world without noise: each source carries a fixed number of stories by weekday, seen on covered days. */
function plain(plans: Plan[], first: string, last: string) {
  const darkOf = (runs: Run[]) =>
    new Set(
      runs
        .filter((run) => run.status === 'failed')
        .map((run) => new Date(Date.parse(run.at) - 86_400_000).toISOString().slice(0, 10)),
    );
  return world({
    now: new Date(Date.parse(last) + 86_400_000 + 8 * 3_600_000).toISOString(),
    sources: plans.map(({ id }) => source(id)),
    runs: plans.flatMap(({ runs }) => runs),
    said: plans.flatMap(({ id, carries, runs }) => {
      const dark = darkOf(runs);
      const from = runs[0]?.coversFrom?.slice(0, 10) ?? first;
      return daysBetween(first, last).flatMap((day) =>
        day < from || dark.has(day)
          ? []
          : Array.from({ length: carries(weekdayOf(Date.parse(day) / 86_400_000), day) }, () =>
              said(day, { source: id }),
            ),
      );
    }),
  });
}

const index = (input: Parameters<typeof measure>[0]): SeriesFigure =>
  measure(input).get('awareness.json') as SeriesFigure;
const values = (figure: SeriesFigure, grain: 'day' | 'week' | 'month') =>
  Object.values(figure.brands)[0]?.[grain].map((point) => point.value) ?? [];

const [first, last] = ['2026-08-03', '2026-11-15'];
const paper: Plan = { id: 'paper', carries: (day) => (day < 5 ? 6 : 2), runs: nightly('paper', first, last) };
const talk: Plan = { id: 'talk', carries: () => 3, runs: nightly('talk', first, last) };

/** Nothing is said before the launch, then three stories a day, and six from the second date on. */
const launched = (launch: string, doubled: string) =>
  plain([{ ...talk, carries: (_, day) => (day < launch ? 0 : day < doubled ? 3 : 6) }], first, last);

test('a brand that was launched after the first 28 covered days has its base after its first story', () => {
  const made = index(launched('2026-09-14', '2026-10-26'));
  expect(made.brands.northwind?.week.slice(-4).map(({ value }) => value)).toEqual([100, 200, 200, 200]);
});

test('until that base is over there is no index, and the brief says why', () => {
  const files = measure(launched('2026-10-26', last));
  expect((files.get('awareness.json') as SeriesFigure).headline?.northwind?.value).toBeNull();
  const brief = files.get('brief.json') as RankingFigure;
  expect(brief.brands.northwind?.rows.find(({ id }) => id === '28-no-base')?.text).toContain(
    'of a brand that was not spoken of on them the 28 after its first story',
  );
});

test('a flat world has the index 100 on every day, week and month, weekends too', () => {
  const figure = index(plain([paper, talk], first, last));
  for (const grain of ['day', 'week', 'month'] as const)
    expect(new Set(values(figure, grain))).toEqual(new Set([100]));
});

test('D16: a source that goes dark lowers coverage, not the level', () => {
  const dark = daysBetween('2026-10-05', '2026-10-18');
  const figure = index(
    plain([paper, { ...talk, runs: nightly('talk', first, last, { dark }) }], first, last),
  );
  expect(new Set(values(figure, 'day'))).toEqual(new Set([100]));
  const coverage = Object.values(figure.brands)[0]?.week.map((point) => point.coverage) ?? [];
  expect(coverage[8]).toBe(1);
  expect(coverage[9]).toBeGreaterThan(0.5);
  expect(coverage[9]).toBeLessThan(0.7);
});

test('where the covered sources hold less than half of the usual stories there is a gap', () => {
  const dark = daysBetween('2026-10-05', '2026-10-18');
  const figure = index(
    plain([{ ...paper, runs: nightly('paper', first, last, { dark }) }, talk], first, last),
  );
  const weeks = values(figure, 'week');
  expect(weeks.slice(8, 12)).toEqual([100, null, null, 100]);
});

test('D15: a source that joins moves the index by less than 1%, with years of old items or from one night on', () => {
  const before = index(plain([paper, talk], first, last));
  const old: Plan = {
    id: 'archive',
    carries: () => 9,
    runs: nightly('archive', '2024-08-05', last, { installed: '2026-11-14' }),
  };
  const late: Plan = { id: 'late', carries: () => 20, runs: nightly('late', '2026-10-10', last) };
  for (const joining of [old, late]) {
    const after = index(plain([paper, talk, joining], joining === old ? '2024-08-05' : first, last));
    const tail = values(after, 'day').slice(-values(before, 'day').length);
    for (const [at, value] of values(before, 'day').entries()) {
      if (tail[at] === null) continue;
      expect(Math.abs((tail[at] as number) / (value as number) - 1)).toBeLessThan(0.01);
    }
    expect(tail.at(-1)).toBe(100);
  }
});

test('a source under 28 covered days waits', () => {
  const late: Plan = { id: 'late', carries: () => 20, runs: nightly('late', '2026-10-25', last) };
  const figure = index(plain([paper, late], first, last));
  const weeks = Object.values(figure.brands)[0]?.week ?? [];
  expect(weeks.at(-1)).toMatchObject({ value: 100, n: 34 });
});

test('twice the talk is an index of 200, judged up', () => {
  const louder = (plan: Plan): Plan => ({
    ...plan,
    carries: (weekday, day) => plan.carries(weekday, day) * (day >= '2026-10-19' ? 2 : 1),
  });
  const figure = index(plain([louder(paper), louder(talk)], first, last));
  expect(values(figure, 'week').slice(-6)).toEqual([100, 100, 200, 200, 200, 200]);
  expect(Object.values(figure.verdicts)[0]?.['28']).toMatchObject({ verdict: 'up', difference: 1 });
});

test('a source bound to one brand stays out of the index', () => {
  const input = plain([paper, { ...talk, id: 'app' }], first, last);
  const bound = { ...input, sources: [source('paper'), source('app', { brand: 'northwind' })] };
  expect(Object.values(index(bound).brands)[0]?.week[0]).toMatchObject({ value: 100, n: 34 });
});

test('the interval carries the errors of period and base, once where they share stories', () => {
  // Base: days 0–27 of 4 stories each (112). Day 30 holds 9 where 4 were expected: 225, φ = 2.
  const model = {
    sources: [],
    seen: Float64Array.from({ length: 31 }, (_, day) => (day === 30 ? 9 : 4)),
    expected: new Float64Array(31).fill(4),
    held: new Float64Array(31).fill(4),
    whole: new Float64Array(31).fill(4),
    base: Array.from({ length: 28 }, (_, day) => day),
    dispersion: 2,
  };
  const over = indexOver(model);
  const spread = Math.exp(1.959963984540054 * Math.sqrt(2 * (1 / 9 + 1 / 112)));
  const day = over(30, 30);
  expect(day.value).toBeCloseTo(225, 9);
  expect(day.low).toBeCloseTo(225 / spread, 9);
  expect(day.high).toBeCloseTo(225 * spread, 9);
  expect(over(0, 27).high).toBeCloseTo(100, 9);
  const within = Math.exp(1.959963984540054 * Math.sqrt(2 * (1 / 4 - 1 / 112)));
  expect(over(3, 3).high).toBeCloseTo(100 * within, 9);
});

test('no story on covered days is 0 with an upper end, not a gap', () => {
  const silent: Plan = {
    ...paper,
    carries: (weekday, day) => (day >= '2026-11-09' ? 0 : paper.carries(weekday, day)),
  };
  const figure = index(plain([silent], first, last));
  const point = Object.values(figure.brands)[0]?.week.at(-1);
  expect(point).toMatchObject({ value: 0, low: 0, n: 0 });
  expect(point?.high).toBeGreaterThan(5);
});
