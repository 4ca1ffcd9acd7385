import { type Grain, grains, type Point, type SurveyCell, type Verdict, type VerdictWindow } from '#contract';
import { dayName, dayOf } from './calendar.ts';
import { type Pairing, pairings } from './compare.ts';
import type { Facts } from './facts.ts';
import {
  type Added,
  added,
  adjusted,
  byChance,
  differenceOfMeans,
  type Interval,
  intervalOfMean,
  type Moments,
  wilsonInterval,
} from './moments.ts';
import { roundOrNull } from './round.ts';
import {
  type Estimate,
  type Headline,
  headlineDays,
  type Levels,
  levelsOf,
  nothing,
  type Series,
} from './series.ts';
import { lastWaves, type ToldWaves, type Wave } from './survey-waves.ts';
import { type Comparison, fewestForRatio, givenAt, heldTo, verdictsOf } from './verdict.ts';

/** What of a line's answers is measured: a share, or the difference of two. */
export type Measured = {
  /** Weighted answers for, and against; those of neither side are the rest. */
  sides(counts: SurveyCell['counts']): { plus: number; minus: number };
  added: Added;
  ends: readonly [number, number];
  interval(moments: Moments): Interval;
};

const countOf = (counts: SurveyCell['counts'], name: string): number => counts[name] ?? 0;

/** The share of answers that are counted under a name, from 0 to 1. */
export const shareOf = (name: string): Measured => ({
  sides: (counts) => ({ plus: countOf(counts, name), minus: 0 }),
  added: added.shares,
  ends: [0, 1],
  interval: (moments) => wilsonInterval(moments, 0),
});

/** Promoters less detractors, from −1 to 1. */
export const netOf = (plus: string, minus: string): Measured => ({
  sides: (counts) => ({ plus: countOf(counts, plus), minus: countOf(counts, minus) }),
  added: added.nets,
  ends: [-1, 1],
  interval: (moments) => intervalOfMean(moments, added.nets, 0, [-1, 1]),
});

const longestDays = 3653;

/** Answers of some lines together. Weighted ones are worth (Σ w)² ÷ Σ w² (Kish). */
function gather(cells: readonly SurveyCell[], { sides }: Measured): { n: number; moments: Moments } {
  let [n, sum, squares, plus, minus] = [0, 0, 0, 0, 0];
  for (const cell of cells) {
    n += cell.n;
    sum += cell.weight?.sum ?? cell.n;
    squares += cell.weight?.squares ?? cell.n;
    const said = sides(cell.counts);
    plus += said.plus;
    minus += said.minus;
  }
  const worth = squares > 0 ? (sum * sum) / squares : 0;
  const of = (part: number) => (sum > 0 ? (worth * part) / sum : 0);
  return { n, moments: { n: worth, sum: of(plus - minus), squares: of(plus + minus), dayNumbers: 0 } };
}

/** A wave is held against another once, not night by night. */
function waveVerdict({ standing, difference, low, high, z, n }: Comparison, { from, to }: Wave): Verdict {
  const way = z > 0 ? 'up' : 'down';
  const size = Math.abs(z);
  return {
    verdict:
      standing !== 'comparable'
        ? standing
        : size >= givenAt['28']
          ? way
          : size >= heldTo
            ? `perhaps ${way}`
            : 'no clear change',
    from: dayName(from),
    to: dayName(to),
    difference: roundOrNull(difference),
    low: roundOrNull(low),
    high: roundOrNull(high),
    n,
  };
}

/** A line of a survey: points, headline and verdicts, from the lines that lie wholly within each period. */
export type SurveyLineOf = {
  series: Series;
  headline: Headline;
  windows: Levels;
  verdicts: Partial<Record<VerdictWindow, Verdict>>;
  /** Of a survey asked in waves: the days of the last, which the headline speaks of, and of those that it is held against. */
  wave: ToldWaves | undefined;
  /** The value over the last so many days. */
  last(days: number): Estimate;
};

export function surveyLine(facts: Facts, cells: readonly SurveyCell[], measured: Measured): SurveyLineOf {
  const end = facts.first + facts.days - 1;
  const dated = cells
    .map((cell) => ({ cell, from: dayOf(cell.from), to: dayOf(cell.to) }))
    .filter(({ from, to }) => to <= end && from > end - longestDays);
  const within = (from: number, to: number): SurveyCell[] =>
    dated.filter((one) => one.from >= from && one.to <= to).map(({ cell }) => cell);
  const estimate = (of: readonly SurveyCell[]): Estimate => {
    const { n, moments } = gather(of, measured);
    if (n < fewestForRatio || moments.n === 0) return { ...nothing, n };
    const { low, high } = measured.interval(moments);
    return { value: (100 * moments.sum) / moments.n, low: 100 * low, high: 100 * high, n };
  };
  const shown = ({ value, low, high, n }: Estimate): Headline => ({
    value: roundOrNull(value),
    low: roundOrNull(low),
    high: roundOrNull(high),
    n,
    coverage: null,
  });
  const first = dated.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const pointsOf = (grain: Grain): Point[] => {
    if (!Number.isFinite(first)) return [];
    const periods = facts.calendar.periods(grain, first, end);
    const at = new Int32Array(end - first + 1);
    for (const [index, { from, to }] of periods.entries()) at.fill(index, from - first, to - first + 1);
    const held = periods.map((): SurveyCell[] => []);
    for (const { cell, from, to } of dated)
      if (at[from - first] === at[to - first]) held[at[from - first] as number]?.push(cell);
    return periods.map(({ name }, index) => ({ period: name, ...shown(estimate(held[index] ?? [])) }));
  };
  const compare = ({ to, days, shift }: Pairing): Comparison => {
    const last = facts.first + to;
    const spanTo = (ends: number): Wave => ({ from: ends - days + 1, to: ends });
    return compareSpans(spanTo(last - shift), spanTo(last));
  };
  const compareSpans = (...spans: [earlier: Wave, later: Wave]): Comparison => {
    const [before, after] = spans.map(({ from, to }) => gather(within(from, to), measured)) as [
      ReturnType<typeof gather>,
      ReturnType<typeof gather>,
    ];
    const n: [number, number] = [before.n, after.n];
    if (Math.min(...n) < fewestForRatio)
      return { standing: 'too little data', difference: null, low: null, high: null, z: 0, n };
    const [earlier, later] = [before.moments, after.moments].map((moments) =>
      adjusted(moments, measured.added, 0),
    ) as [ReturnType<typeof adjusted>, ReturnType<typeof adjusted>];
    const plain = after.moments.sum / after.moments.n - before.moments.sum / before.moments.n;
    const variance = earlier.variance + later.variance;
    return {
      standing: 'comparable',
      ...differenceOfMeans(plain, later.mean - earlier.mean, byChance(variance), 100),
      n,
    };
  };
  const windows = levelsOf((days) => shown(estimate(within(end - days + 1, end))));
  // Four weeks that can be compared with the four before need no waves.
  const isSeldom = compare({ ...pairings['28'], to: facts.days - 1 }).standing !== 'comparable';
  const waves = isSeldom ? lastWaves(dated, end) : undefined;
  const verdicts = verdictsOf(facts, compare);
  if (waves) {
    windows[headlineDays] = shown(estimate(within(waves.last.from, waves.last.to)));
    const against = (earlier: Wave): Verdict => waveVerdict(compareSpans(earlier, waves.last), waves.last);
    // Of a week there is nothing to say: the next wave is months away.
    delete verdicts['7'];
    delete verdicts.year;
    verdicts['28'] = against(waves.before);
    if (waves.year && !facts.headlinesOnly) verdicts.year = against(waves.year);
  }
  const told = ({ from, to }: Wave) => ({ from: dayName(from), to: dayName(to) });
  return {
    wave: waves && {
      ...told(waves.last),
      before: told(waves.before),
      year: waves.year ? told(waves.year) : null,
    },
    series: Object.fromEntries(grains.map((grain) => [grain, pointsOf(grain)])) as Series,
    headline: windows[headlineDays],
    windows,
    verdicts,
    last: (days) => estimate(within(end - days + 1, end)),
  };
}
