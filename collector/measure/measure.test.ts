import fc from 'fast-check';
import { expect, test } from 'vitest';
import { About, Figure, type SeriesFigure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, source, world } from './invented-world.fixture.ts';
import { type MeasureInput, measure } from './measure.ts';
import { registry } from './registry.ts';

function series(input: MeasureInput, id: string): SeriesFigure {
  const figure = measure(input).get(`${id}.json`);
  if (!figure || !('kind' in figure) || figure.kind !== 'series') throw new Error(`no series ${id}`);
  return figure;
}
const points = (input: MeasureInput, id: string, grain: 'day' | 'week' | 'month' = 'day') =>
  linesOf(series(input, id), 'northwind')?.[grain] ?? [];
const linesOf = (figure: SeriesFigure, brand: string) => figure.brands[brand];
const dayPoints = (figure: SeriesFigure, brand: string) => linesOf(figure, brand)?.day ?? [];

const week = () =>
  world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', '2026-11-09', '2026-11-15'),
    said: [
      said('2026-11-09', { story: 'a', tone: 'positive' }),
      said('2026-11-10', { story: 'a', tone: 'negative', site: 'other.example' }),
      said('2026-11-10', { tone: 'negative' }),
      said('2026-11-12', { tone: 'unscored' }),
      said('2026-11-12', { tone: 'positive' }),
    ],
  });

test('every file keeps the contract, and each figure stands in one file of its name', () => {
  const files = measure(week());
  expect([...files.keys()]).toEqual([
    ...registry.map(({ id }) => `${id}.json`),
    'why.json',
    'brief.json',
    'about.json',
  ]);
  for (const [name, file] of files) {
    expect(() => (name === 'about.json' ? About : Figure).parse(file)).not.toThrow();
  }
});

test('a brand without a panel has no share of voice', () => {
  expect(points(week(), 'share-of-voice').every((point) => point.value === null)).toBe(true);
});

test('a dark day is a gap, a partly covered one a count with less coverage', () => {
  const input = world({
    now: '2026-11-13T08:00:00Z',
    sources: [source('paper'), source('gazette')],
    runs: [
      ...nightly('paper', '2026-11-09', '2026-11-12', { dark: ['2026-11-10', '2026-11-11'] }),
      ...nightly('gazette', '2026-11-09', '2026-11-12', { dark: ['2026-11-11'] }),
    ],
    said: [said('2026-11-09'), said('2026-11-09', { source: 'gazette' })],
  });
  expect(points(input, 'mentions').map(({ value }) => value)).toEqual([2, 0, null, 0]);
  // Usual stories, with one day at the average of 2 in 5 added: paper (1 + 0.4)/(2 + 1), gazette (1 + 0.4)/(3 + 1).
  expect(points(input, 'coverage').map(({ value, n }) => [value, n])).toEqual([
    [100, 2],
    [42.8571, 2],
    [0, 2],
    [100, 2],
  ]);
  expect(points(input, 'mentions').map(({ coverage }) => coverage)).toEqual([1, 0.428571, 0, 1]);
});

test('what was judged not relevant is not counted; what has no score counts in volume, not in tone', () => {
  const input = world({
    now: '2026-11-10T08:00:00Z',
    runs: nightly('paper', '2026-11-09', '2026-11-09'),
    said: [
      said('2026-11-09', { relevant: false }),
      said('2026-11-09', { scored: false }),
      said('2026-11-09'),
    ],
  });
  expect(points(input, 'mentions')[0]?.value).toBe(2);
  expect(points(input, 'net-sentiment')[0]?.n).toBe(1);
});

test('the same line twice is one mention', () => {
  const line = said('2026-11-09');
  const input = world({
    now: '2026-11-10T08:00:00Z',
    runs: nightly('paper', '2026-11-09', '2026-11-09'),
    said: [line, line],
  });
  expect(points(input, 'mentions')[0]?.value).toBe(1);
});

test('a competitor that joined later has no zeros before it was looked for', () => {
  const line = {
    figure: 'mentions',
    period: '2026-11-10',
    value: 0,
    low: null,
    high: null,
    n: 0,
    coverage: 1,
  };
  const rest = { verdict: 'no clear change' as const, method: 'mentions@1', config: 'c', commit: null };
  const input = world({
    now: '2026-11-14T08:00:00Z',
    config: configWith({ competitors: [bluebird] }),
    runs: nightly('paper', '2026-11-09', '2026-11-13'),
    published: [
      { at: '2026-11-10T05:00:00Z', brand: 'northwind', ...line, ...rest },
      { at: '2026-11-12T05:00:00Z', brand: 'northwind', ...line, ...rest },
      { at: '2026-11-12T05:00:00Z', brand: 'bluebird', ...line, ...rest },
    ],
    said: [said('2026-11-09'), said('2026-11-13', { brand: 'bluebird' })],
  });
  const figure = series(input, 'mentions');
  expect(dayPoints(figure, 'bluebird').map(({ value }) => value)).toEqual([null, null, null, 0, 1]);
  expect(dayPoints(figure, 'northwind').map(({ value }) => value)).toEqual([1, 0, 0, 0, 0]);
  const share = series(input, 'share-of-voice');
  expect(dayPoints(share, 'northwind').map(({ value }) => value)).toEqual([null, null, null, null, 0]);
  expect(share.breaks).toEqual([{ date: '2026-11-12', why: 'The panel changed: bluebird joined.' }]);
});

test('the unfinished day is no point, and nothing at all gives figures without points', () => {
  const input = week();
  expect(points({ ...input, now: new Date('2026-11-13T23:59:00Z') }, 'mentions').at(-1)?.period).toBe(
    '2026-11-12',
  );
});

test('on the first day, before anything is covered, every figure is valid and empty', () => {
  const now = '2026-11-13T08:00:00Z';
  const run = { source: 'paper', read: 0, kept: 0, edited: 0, dropped: {}, bytes: 0 };
  const sinceMorning = { coversFrom: '2026-11-13T01:00:00Z', coversTo: now };
  const firstDays: MeasureInput['runs'][] = [
    [],
    [{ ...run, at: now, status: 'failed', reason: 'timeout' }],
    [{ ...run, at: now, status: 'ok', ...sinceMorning }],
  ];
  const panel = configWith({ competitors: [bluebird] });
  for (const runs of firstDays) {
    const files = measure(world({ now, config: panel, runs, said: [said(now)] }));
    for (const [name, file] of files) {
      expect(() => (name === 'about.json' ? About : Figure).parse(file)).not.toThrow();
      expect(JSON.stringify(file)).not.toMatch(/NaN|Infinity/);
      if (!('kind' in file) || file.kind !== 'series') continue;
      for (const { day, week, month } of Object.values(file.brands)) {
        expect([...day, ...week, ...month]).toEqual([]);
      }
      for (const { value, low, high, n } of Object.values(file.headline ?? {})) {
        expect([value, low, high, n]).toEqual([null, null, null, 0]);
      }
      expect([file.breaks, Object.values(file.verdicts)]).toEqual([[], [{}, {}]]);
    }
    const about = files.get('about.json') as About;
    expect([about.asOf, about.headline]).toEqual([now, []]);
  }
});

test('lines of the ledger that stand twice for the same attempt count no planned day twice', () => {
  const input = week();
  const late = nightly('paper', '2026-11-09', '2026-11-15', { dark: ['2026-11-11'] });
  for (const runs of [input.runs, late]) {
    const once = [...measure({ ...input, runs })];
    expect([...measure({ ...input, runs: [...runs, ...runs] })]).toEqual(once);
  }
});

test('the page’s headline speaks of the last 28 days and leaves out figures without a basis', () => {
  const files = measure(week());
  const { headline } = files.get('about.json') as About;
  const values = new Map(headline.map(({ figure, value }) => [figure, value]));
  expect(values.get('mentions')).toBe(5);
  expect(values.get('net-sentiment')).toBe(33.3333);
  expect(values.get('coverage')).toBe(25);
  expect(values.has('satisfaction')).toBe(false);
  const withBasis = [...files.values()].flatMap((file) =>
    'headline' in file && 'kind' in file && file.headline?.northwind?.value != null ? file.id : [],
  );
  expect([...values.keys()]).toEqual(withBasis);
});

test('D04: days add up to all that was said, over years, leap days, week 53 and clock changes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
      fc.constantFrom('monday' as const, 'sunday' as const, 'saturday' as const),
      fc.constantFrom('2023-12-28', '2024-02-27', '2026-03-27', '2026-10-23', '2026-12-29'),
      fc.array(fc.integer({ min: 0, max: 6 * 86_400 }), { minLength: 1, maxLength: 40 }),
      (zone, weekStart, start, seconds) => {
        const from = Date.parse(`${start}T00:00:00Z`);
        const [before, after] = [from - 10 * 86_400_000, from + 10 * 86_400_000];
        const input = world({
          now: new Date(after).toISOString(),
          config: configWith({ time: { zone, locale: 'en-GB', weekStart } }),
          runs: nightly(
            'paper',
            new Date(before).toISOString().slice(0, 10),
            new Date(after).toISOString().slice(0, 10),
          ),
          said: seconds.map((second) =>
            said(`${new Date(from + second * 1000).toISOString().slice(0, 19)}Z`),
          ),
        });
        for (const grain of ['day', 'week', 'month'] as const) {
          const made = points(input, 'mentions', grain);
          expect(made.reduce((sum, point) => sum + (point.value ?? 0), 0)).toBe(seconds.length);
          expect(new Set(made.map(({ period }) => period)).size).toBe(made.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});

const anyWorld = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 59 }),
      source: fc.constantFrom('paper', 'gazette', 'talk'),
      brand: fc.constantFrom('northwind', 'bluebird'),
      story: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      tone: fc.constantFrom(
        'negative' as const,
        'neutral' as const,
        'positive' as const,
        'unscored' as const,
      ),
      rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
    { maxLength: 120 },
  )
  .map((lines) => {
    const days = daysBetween('2026-09-01', '2026-10-30');
    return world({
      now: '2026-10-31T08:00:00Z',
      config: configWith({ competitors: [bluebird] }),
      sources: [source('paper'), source('gazette'), source('talk', { group: 'forum' })],
      runs: [
        ...nightly('paper', '2026-09-01', '2026-10-30', { dark: ['2026-09-20'] }),
        ...nightly('gazette', '2026-09-01', '2026-10-30'),
        ...nightly('talk', '2026-09-10', '2026-10-30'),
      ],
      said: lines.map(({ day, story, rating, ...line }) =>
        said(days[day] as string, {
          ...line,
          ...(story === undefined ? {} : { story }),
          ...(rating === undefined ? {} : { rating: { value: rating, of: 5 } }),
        }),
      ),
    });
  });

test('D17: an interval holds its value, a value without a basis is null, and coverage is a share', () => {
  fc.assert(
    fc.property(anyWorld, (input) => {
      for (const file of measure(input).values()) {
        if (!('kind' in file) || file.kind !== 'series') continue;
        Figure.parse(file);
        for (const brand of Object.values(file.brands)) {
          for (const point of [...brand.day, ...brand.week, ...brand.month]) {
            if (point.value !== null && point.low !== null && point.high !== null) {
              expect(point.low).toBeLessThanOrEqual(point.value);
              expect(point.high).toBeGreaterThanOrEqual(point.value);
            }
            const isRatio = ['share-of-voice', 'net-sentiment', 'advocacy', 'satisfaction'].includes(file.id);
            if (isRatio && point.n === 0) expect(point.value).toBeNull();
          }
        }
        for (const verdicts of Object.values(file.verdicts)) {
          for (const { difference, low, high } of Object.values(verdicts)) {
            if (difference === null || low === null || high === null) continue;
            expect(low).toBeLessThanOrEqual(difference);
            expect(high).toBeGreaterThanOrEqual(difference);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the same lines in any order give the same bytes', () => {
  const bytes = (input: MeasureInput): string => JSON.stringify([...measure(input)]);
  fc.assert(
    fc.property(anyWorld, (input) => {
      const turned = {
        ...input,
        mentions: [...input.mentions].reverse(),
        scores: [...input.scores].reverse(),
        runs: [...input.runs].reverse(),
      };
      expect(bytes(turned)).toBe(bytes(input));
      expect(bytes(input)).toBe(bytes(input));
    }),
    { numRuns: 30 },
  );
});

test('sites of equal weight, documents about two brands and their quotes come in any order of lines', () => {
  const days = daysBetween('2026-10-01', '2026-11-15');
  const lines = days.flatMap((day, at) =>
    ['b.example', 'a.example'].flatMap((site) => {
      const doc = `${day}${site}`;
      const [id, themes] = [doc, [{ id: 'delivery', tone: 'negative' as const }]];
      return [
        said(day, { id, doc, site, themes, tone: 'negative', excerpt: 'It came late once more.'.repeat(2) }),
        said(day, {
          id,
          doc,
          site,
          themes,
          brand: 'bluebird',
          excerpt: 'Nobody knew where it was.'.repeat(2 + (at % 20)),
        }),
      ];
    }),
  );
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', '2026-10-01', '2026-11-15'),
    config: configWith({ competitors: [bluebird] }),
    themes: [{ id: 'delivery', name: 'Delivery' }],
    said: lines,
  });
  const turned = { ...input, mentions: [...input.mentions].reverse(), scores: [...input.scores].reverse() };
  for (const [name, file] of measure(input)) expect(measure(turned).get(name), name).toEqual(file);
});
