import type { RankingFigure } from '#contract';
import { type Alarm, alarmOf, baselineDays, type Daily, farthest } from './alarm.ts';
import { dayName } from './calendar.ts';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { themesOfRow } from './late-stories.ts';
import { round } from './round.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';

const method = 'alerts@1';
const mostQuotes = 3;
/** Least share of an excess that a source or a theme must hold to be named as what makes it. */
const makesIt = 0.3;
/** Copies of one story on a day that are worth a word. */
const manyCopies = 5;
const lowStars = 3;
/** Covered days, or opinions, as the mean of all that are added to each source's own. */
const drawn = 5;

type Row = RankingFigure['brands'][string]['rows'][number];

/** A count that is watched: which rows it counts, of which, and how it is called. */
type Watched = {
  id: string;
  name: string;
  /** What is counted, for a sentence: "stories". */
  what: string;
  kind: 'count' | 'share';
  counts(row: number): boolean;
  /** Of a share: what may be counted. */
  of?(row: number): boolean;
};

function watchedOf(facts: Facts, rows: Rows): Watched[] {
  const first = (row: number): boolean => rows.previous[row] === -1;
  return [
    { id: 'volume', name: 'Volume', what: 'stories', kind: 'count', counts: first },
    {
      id: 'negative',
      name: 'Negative share',
      what: 'negative stories',
      kind: 'share',
      counts: (row) => first(row) && rows.tone[row] === -1,
      of: (row) => first(row) && !Number.isNaN(rows.tone[row]),
    },
    {
      id: 'rating',
      name: 'Rating',
      what: 'ratings of three stars or fewer',
      kind: 'share',
      counts: (row) => (rows.stars[row] as number) <= lowStars,
      of: (row) => !Number.isNaN(rows.stars[row]),
    },
    ...facts.themes.map(
      ({ id, name }, theme): Watched => ({
        id: `theme-${id}`,
        name,
        what: `stories on ${name}`,
        kind: 'count',
        counts: (row) => first(row) && themesOfRow(rows, row).includes(theme),
      }),
    ),
  ];
}

type Found = { day: number; alarm: Alarm };

/** Alarms of neighbouring days are one alert, told by its most unlikely day. */
function merged(alarms: readonly Found[]): { from: number; to: number; worst: Found }[] {
  const alerts: { from: number; to: number; worst: Found }[] = [];
  for (const found of alarms) {
    const last = alerts.at(-1);
    if (!last || found.day > last.to + 2) alerts.push({ from: found.day, to: found.day, worst: found });
    else {
      last.to = found.day;
      if (found.alarm.p < last.worst.alarm.p) last.worst = found;
    }
  }
  return alerts;
}

const whole = (value: number): string =>
  value < 10 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);

/** What of a day's excess comes from one of several parts; the largest, where it holds enough. */
function largest(
  seen: ReadonlyMap<number, number>,
  usual: ReadonlyMap<number, number>,
  excess: number,
): { part: number; more: number } | undefined {
  let found: { part: number; more: number } | undefined;
  for (const [part, count] of [...seen].sort(([a], [b]) => a - b)) {
    const more = count - (usual.get(part) ?? 0);
    if (more >= makesIt * excess && more > (found?.more ?? 0)) found = { part, more };
  }
  return found;
}

function alertsOf(facts: Facts, brand: number): Row[] {
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const takes = speaksOf(brand);
  const { observed } = coverageShares(facts, takes, joined);
  const listens = facts.sources.map(takes);
  const isCovered = (source: number, day: number): boolean =>
    listens[source] === true && (facts.sources[source] as SourceFacts).covered[day] === 1;
  const rowsOn = function* (day: number): Generator<number> {
    for (let row = rows.starts[day] as number; row < (rows.starts[day + 1] as number); row++)
      if (isCovered(rows.source[row] as number, day)) yield row;
  };
  const start = Math.max(joined, facts.days - breakdownDays);

  /** What each source usually brings of this count on a covered day, or of the share per one; drawn to the mean of all where it has brought little. */
  function usualOf(watched: Watched, from: number): Float64Array {
    const [hits, chances] = [new Float64Array(facts.sources.length), new Float64Array(facts.sources.length)];
    for (let day = from; day < facts.days; day++) {
      if (watched.kind === 'count')
        for (let source = 0; source < chances.length; source++)
          if (isCovered(source, day)) chances[source] = (chances[source] as number) + 1;
      for (const row of rowsOn(day)) {
        const source = rows.source[row] as number;
        if (watched.counts(row)) hits[source] = (hits[source] as number) + 1;
        if (watched.of?.(row)) chances[source] = (chances[source] as number) + 1;
      }
    }
    const all = chances.reduce((sum, one) => sum + one, 0);
    const mean = hits.reduce((sum, one) => sum + one, 0) / Math.max(1, all) || 1 / Math.max(1, all);
    return hits.map((count, source) => (count + drawn * mean) / ((chances[source] as number) + drawn));
  }

  function dailyOf(watched: Watched): Daily {
    // Baselines of the first day that is looked at reach back no further than this.
    const from = Math.max(joined, start - farthest);
    const rates = usualOf(watched, from);
    const [counts, usual, of] = [0, 0, 0].map(() => new Float64Array(facts.days)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const add = (to: Float64Array, day: number, amount: number): void => {
      to[day] = (to[day] as number) + amount;
    };
    for (let day = from; day < facts.days; day++) {
      if (observed[day] !== 1) continue;
      if (watched.kind === 'count')
        for (let source = 0; source < rates.length; source++)
          if (isCovered(source, day)) add(usual, day, rates[source] as number);
      for (const row of rowsOn(day)) {
        if (watched.counts(row)) add(counts, day, 1);
        if (!watched.of?.(row)) continue;
        add(of, day, 1);
        add(usual, day, rates[rows.source[row] as number] as number);
      }
    }
    return { counts, usual, exposure: watched.kind === 'count' ? usual : of, first: facts.first };
  }

  function explained(
    watched: Watched,
    day: number,
    { expected, seen }: Alarm,
  ): { text: string; quotes: string[] } {
    const excess = seen - expected;
    const [bySource, byTheme, copies] = [
      new Map<number, number>(),
      new Map<number, number>(),
      new Map<number, number>(),
    ];
    const counted: number[] = [];
    const add = (to: Map<number, number>, part: number): void => void to.set(part, (to.get(part) ?? 0) + 1);
    const storyOf = (row: number): number => {
      let at = row;
      while ((rows.previous[at] as number) >= 0) at = rows.previous[at] as number;
      return at;
    };
    for (const row of rowsOn(day)) {
      if (watched.counts(storyOf(row))) add(copies, storyOf(row));
      if (!watched.counts(row)) continue;
      counted.push(row);
      add(bySource, rows.source[row] as number);
      for (const theme of themesOfRow(rows, row)) add(byTheme, theme);
    }
    // What the days before had of each, for as many days as there are.
    const [usualSource, usualTheme] = [new Map<number, number>(), new Map<number, number>()];
    const from = Math.max(joined, day - baselineDays);
    for (let past = from; past < day; past++)
      for (const row of rowsOn(past)) {
        if (!watched.counts(row)) continue;
        add(usualSource, rows.source[row] as number);
        for (const theme of themesOfRow(rows, row)) add(usualTheme, theme);
      }
    const perDay = (counts: Map<number, number>) =>
      new Map([...counts].map(([part, count]) => [part, count / Math.max(1, day - from)]));
    const source =
      bySource.size + usualSource.size > 1 ? largest(bySource, perDay(usualSource), excess) : undefined;
    const theme = watched.id.startsWith('theme-') ? undefined : largest(byTheme, perDay(usualTheme), excess);
    const [copied] = [...copies].sort(([a, n], [b, m]) => m - n || a - b);
    const sentences = [
      `${seen} ${watched.what} on ${dayName(facts.first + day)}, where ${whole(expected)} were expected.`,
      ...(source
        ? [
            `${Math.round(source.more)} more than usual came from ${(facts.sources[source.part] as SourceFacts).label}.`,
          ]
        : []),
      ...(theme
        ? [
            `${Math.round(theme.more)} more than usual speak of ${(facts.themes[theme.part] as Facts['themes'][number]).name}.`,
          ]
        : []),
      ...(copied && copied[1] >= manyCopies ? [`One story was carried ${copied[1]} times.`] : []),
    ];
    const telling = (row: number): number =>
      (source && rows.source[row] === source.part ? 2 : 0) +
      (theme && themesOfRow(rows, row).includes(theme.part) ? 2 : 0) +
      (copied && copied[1] >= manyCopies && storyOf(row) === copied[0] ? 3 : 0);
    const stories = new Set<number>();
    const quotes = counted
      .sort((a, b) => telling(b) - telling(a) || a - b)
      .filter((row) => !stories.has(storyOf(row)) && stories.add(storyOf(row)))
      .slice(0, mostQuotes)
      .map((row) => rows.id[row] as string);
    return { text: sentences.join(' '), quotes };
  }

  return watchedOf(facts, rows)
    .flatMap((watched) => {
      const daily = dailyOf(watched);
      const alarms: Found[] = [];
      for (let day = start; day < facts.days; day++) {
        const alarm = observed[day] === 1 ? alarmOf(daily, day, watched.kind) : undefined;
        if (alarm) alarms.push({ day, alarm });
      }
      return merged(alarms).map(({ from, to, worst }) => {
        const { text, quotes } = explained(watched, worst.day, worst.alarm);
        return {
          to,
          p: worst.alarm.p,
          row: {
            id: `${watched.id}-${dayName(facts.first + from)}`,
            name: watched.name,
            value: worst.alarm.seen,
            low: null,
            high: null,
            n: worst.alarm.seen,
            parts: { expected: round(worst.alarm.expected), p: round(worst.alarm.p), days: to - from + 1 },
            mentions: quotes,
            from: dayName(facts.first + from),
            to: dayName(facts.first + to),
            text,
          },
        };
      });
    })
    .sort((a, b) => b.to - a.to || a.p - b.p || (a.row.id < b.row.id ? -1 : 1))
    .map(({ row }) => row);
}

export const alerts: FigureDefinition = {
  id: 'alerts',
  title: 'Alerts',
  question: 'Did anything happen that is out of the ordinary?',
  formula:
    'Per brand and day of the last 90, for the number of stories, the share of negative ones, the share of ratings of three stars or fewer, and the stories on each theme: an alert where so many or more are expected less than once in 304 days (p < 1.2 ÷ 365). What is expected: the level of the 56 covered days before (up to 168 where fewer than 300 were counted), weekdays and what the covered sources usually bring of it accounted for, past spikes weighing less; negative binomial for counts, binomial with the dispersion of the days for shares. At least 28 days of history and 5 seen. Neighbouring days are one alert.',
  limits:
    'Between half a false alert and two a year and series are to be expected, up to four and a half where a brand has about one story a day in bursts; with some twenty series a brand, one a fortnight is no wonder. A level that grows through the weeks makes some: that is what verdicts are for. What makes an excess is told where one source or theme holds three tenths of it.',
  unit: 'seen',
  basis: 'what was counted on the day',
  proxy: false,
  method,
  measure: (facts) => ({
    kind: 'ranking',
    brands: Object.fromEntries(facts.brands.map(({ id }, brand) => [id, { rows: alertsOf(facts, brand) }])),
    period: lastDays(breakdownDays, facts),
  }),
};
