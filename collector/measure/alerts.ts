import type { RankingFigure } from '#contract';
import { type Alarm, type AlarmKind, alarmsOf, type Daily, farthest } from './alarm.ts';
import { type Found, gathered, type Reasons, readBefore, reasonsOf, type Words } from './alert-reasons.ts';
import { dayName } from './calendar.ts';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import { wordsOfNames } from './emerging-terms.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { round } from './round.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';
import { visitTexts, wholeOf } from './texts.ts';
import { openVocabulary } from './vocabulary.ts';

const method = 'alerts@3';
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
  kind: AlarmKind;
  /** Rows of the days looked at that may count at all, in their order; `counts` says which of them do. */
  among: readonly number[];
  counts(row: number): boolean;
  /** Of a share: what may be counted. */
  of?(row: number): boolean;
};

/** Whether a row names a theme. */
function names({ themes }: Rows, row: number, theme: number): boolean {
  for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++)
    if (themes.theme[at] === theme) return true;
  return false;
}

/** By theme: those of some rows that name it, so that a theme costs as much as is said of it. */
function naming({ themes }: Rows, heard: readonly number[], count: number): number[][] {
  const found = Array.from({ length: count }, (): number[] => []);
  for (const row of heard)
    for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++) {
      const list = found[themes.theme[at] as number];
      if (list?.at(-1) !== row) list?.push(row);
    }
  return found;
}

function watchedOf(facts: Facts, rows: Rows, heard: readonly number[]): Watched[] {
  const first = (row: number): boolean => rows.previous[row] === -1;
  const named = naming(rows, heard, facts.themes.length);
  return [
    { id: 'volume', name: 'Volume', what: 'stories', kind: 'count', among: heard, counts: first },
    {
      id: 'negative',
      name: 'Negative share',
      what: 'negative stories',
      kind: 'share',
      among: heard,
      counts: (row) => first(row) && rows.tone[row] === -1,
      of: (row) => first(row) && !Number.isNaN(rows.tone[row]),
    },
    {
      id: 'rating',
      name: 'Rating',
      what: 'ratings of three stars or fewer',
      kind: 'share',
      among: heard,
      counts: (row) => (rows.stars[row] as number) <= lowStars,
      of: (row) => !Number.isNaN(rows.stars[row]),
    },
    ...facts.themes.map(
      ({ id, name }, theme): Watched => ({
        id: `theme-${id}`,
        name,
        what: `stories on ${name}`,
        kind: 'count',
        among: named[theme] ?? [],
        counts: (row) => first(row) && names(rows, row, theme),
      }),
    ),
  ];
}

/** Alarms of neighbouring days are one alert, told by its most unlikely day. */
function merged(
  alarms: ReadonlyMap<number, Alarm>,
): { from: number; to: number; worst: number; alarm: Alarm }[] {
  const alerts: { from: number; to: number; worst: number; alarm: Alarm }[] = [];
  for (const [day, alarm] of alarms) {
    const last = alerts.at(-1);
    if (!last || day > last.to + 2) alerts.push({ from: day, to: day, worst: day, alarm });
    else {
      last.to = day;
      if (alarm.p < last.alarm.p) [last.worst, last.alarm] = [day, alarm];
    }
  }
  return alerts;
}

/** An alert of a brand with the rows whose words explain it. */
type Open = Found & { id: string; name: string };

function found(facts: Facts, brand: number): Open[] {
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
  // Forecasts of the first day that is looked at begin here.
  const begin = Math.max(joined, start - farthest);
  const heard: number[] = [];
  for (let day = begin; day < facts.days; day++) for (const row of rowsOn(day)) heard.push(row);

  /** By source: days looked at on which it was covered. */
  const coveredDays = Float64Array.from(facts.sources, (_, source) => {
    let days = 0;
    for (let day = begin; day < facts.days; day++) if (isCovered(source, day)) days++;
    return days;
  });

  /** What each source usually brings of this count on a covered day, or of the share per one; drawn to the mean of all where it has brought little. */
  function usualOf(watched: Watched): Float64Array {
    const [hits, chances] = [new Float64Array(facts.sources.length), new Float64Array(facts.sources.length)];
    if (watched.kind === 'count') chances.set(coveredDays);
    for (const row of watched.among) {
      const source = rows.source[row] as number;
      if (watched.counts(row)) hits[source] = (hits[source] as number) + 1;
      if (watched.of?.(row)) chances[source] = (chances[source] as number) + 1;
    }
    const all = chances.reduce((sum, one) => sum + one, 0);
    const mean = hits.reduce((sum, one) => sum + one, 0) / Math.max(1, all) || 1 / Math.max(1, all);
    return hits.map((count, source) => (count + drawn * mean) / ((chances[source] as number) + drawn));
  }

  function dailyOf(watched: Watched): Daily {
    const rates = usualOf(watched);
    const [counts, usual, of] = [0, 0, 0].map(() => new Float64Array(facts.days)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const add = (to: Float64Array, day: number, amount: number): void => {
      to[day] = (to[day] as number) + amount;
    };
    if (watched.kind === 'count')
      for (let day = begin; day < facts.days; day++)
        for (let source = 0; source < rates.length; source++)
          if (observed[day] === 1 && isCovered(source, day)) add(usual, day, rates[source] as number);
    for (const row of watched.among) {
      const day = rows.day[row] as number;
      if (observed[day] !== 1) continue;
      if (watched.counts(row)) add(counts, day, 1);
      if (!watched.of?.(row)) continue;
      add(of, day, 1);
      add(usual, day, rates[rows.source[row] as number] as number);
    }
    return { counts, usual, exposure: watched.kind === 'count' ? usual : of, first: facts.first };
  }

  return watchedOf(facts, rows, heard).flatMap((watched) =>
    merged(alarmsOf(dailyOf(watched), start, watched.kind)).map((alert): Open => {
      const found: Omit<Found, 'before'> = {
        ...alert,
        ...gathered(rows, rowsOn, watched.counts, { ...alert, joined }),
        what: watched.what,
        ofTheme: watched.id.startsWith('theme-'),
      };
      const isFirst = (row: number): boolean => rows.previous[row] === -1;
      return {
        ...found,
        id: `${watched.id}-${dayName(facts.first + alert.from)}`,
        name: watched.name,
        before: readBefore(found, () => gathered(rows, rowsOn, isFirst, { ...alert, joined }).earlier),
      };
    }),
  );
}

function rowOf(facts: Facts, { id, name, from, to, worst, alarm }: Open, reasons: Reasons): Row {
  const { text, quotes, words, source, theme } = reasons;
  return {
    id,
    name,
    value: alarm.seen,
    low: null,
    high: null,
    n: alarm.seen,
    parts: {
      expected: round(alarm.expected),
      expectedLow: alarm.low,
      expectedHigh: alarm.high,
      p: round(alarm.p),
      days: to - from + 1,
    },
    mentions: quotes,
    from: dayName(facts.first + from),
    to: dayName(facts.first + to),
    day: dayName(facts.first + worst),
    text,
    ...(words.length > 0 ? { words } : {}),
    ...(source === undefined ? {} : { source }),
    ...(theme === undefined ? {} : { theme }),
  };
}

/** Alerts of each brand, the latest first; the words of all are read in one go. */
function rowsOf(facts: Facts): Row[][] {
  const open = facts.brands.map((_, brand) => found(facts, brand));
  const read = open.map((alerts) =>
    alerts.flatMap(({ counted, before, copies }) => [...counted, ...before, ...copies.keys()]),
  );
  const copied = open.map((alerts) => new Set(alerts.flatMap(({ copies }) => [...copies.keys()])));
  const vocabulary = openVocabulary(wordsOfNames(facts.config));
  const told = facts.brands.map(() => new Map<number, Words>());
  visitTexts(facts, read, (brand, row, text) => {
    const title = copied[brand]?.has(row) ? text.title : '';
    told[brand]?.set(row, { title, terms: vocabulary.termsOf(wholeOf(text)) });
  });
  return open.map((alerts, brand) =>
    [...alerts]
      .sort((a, b) => b.to - a.to || a.alarm.p - b.alarm.p || (a.id < b.id ? -1 : 1))
      .map((alert) =>
        rowOf(
          facts,
          alert,
          reasonsOf(facts, facts.rows[brand] as Rows, alert, told[brand] ?? new Map(), vocabulary.textOf),
        ),
      ),
  );
}

export const alerts: FigureDefinition = {
  id: 'alerts',
  title: 'Alerts',
  question: 'Did anything happen that is out of the ordinary?',
  formula:
    'Per brand and day of the last 90, for the number of stories, the share of negative ones, the share of ratings of three stars or fewer, and the stories on each theme: an alert where so many or more are expected less than once in 304 days (p < 1.2 ÷ 365). Each known day is forecast from those before it: by averages that look back over 2½ to 60 days, the two slowest with their trend, those that forecast best of late counting most; times weekdays and what the covered sources usually bring of it. How far such forecasts missed in the year before is the spread: of counts a negative binomial or bursts of stories (Pólya–Aeppli), dispersions weighed by how well they foretold each day, one day in fifty being allowed to be something else; of shares a beta-binomial, its correlations weighed alike. At least 28 known days and 5 seen. Neighbouring days are one alert. It is told by the source and the theme that hold three tenths of the excess, by up to three words (tested against the stories of the 56 days before as emerging words are, by Benjamini–Hochberg’s rule at 1%, in a fifth of the excess), by a story that was carried five times, and by three quotes.',
  limits:
    'Between half a false alert and two a year and series are to be expected (npm run bench -- figures alerts shows it for some forty kinds of brands): with some twenty series a brand, one in three weeks is no wonder. A brand of which six times the usual is said on nine days a year gets an alert for each. Where moods last some days, an alert comes for what exceeds the mood, not for the mood.',
  unit: 'seen',
  basis: 'what was counted on the day',
  proxy: false,
  method,
  readsWords: true,
  measure(facts) {
    const rows = rowsOf(facts);
    return {
      kind: 'ranking',
      brands: Object.fromEntries(facts.brands.map(({ id }, brand) => [id, { rows: rows[brand] ?? [] }])),
      period: lastDays(breakdownDays, facts),
    };
  },
};
