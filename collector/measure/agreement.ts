import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Agreement, Point } from '#contract';
import { z95 } from './moments.ts';
import { round } from './round.ts';
import { numberText } from './written.ts';

/** Fewest common months: under 8 even a correlation of .7 may be chance. */
export const fewestMonths = 8;
/** Months by which one may run ahead of the other. */
const furthest = 3;

type Named = { id: string; title: string; points: readonly Point[] };
/** `worth`: as many months that know nothing of each other would say as much. */
type Fit = { months: number; worth: number; r: number };

/** Months since year 0, so that they can be shifted. */
const numberOf = (period: string): number => 12 * Number(period.slice(0, 4)) + Number(period.slice(5, 7)) - 1;

const valuesOf = (points: readonly Point[]): Map<number, number> =>
  new Map(points.flatMap(({ period, value }) => (value === null ? [] : [[numberOf(period), value]])));

/** Pearson's correlation of a survey with the talk `lead` months before; undefined where either never moves. */
function fitOf(survey: ReadonlyMap<number, number>, talk: ReadonlyMap<number, number>, lead: number): Fit {
  const pairs = [...survey].flatMap(([month, value]): [number, number][] => {
    const said = talk.get(month - lead);
    return said === undefined ? [] : [[value, said]];
  });
  const months = pairs.length;
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / months;
  const [x, y] = [mean(0), mean(1)];
  let [both, first, second] = [0, 0, 0];
  for (const [a, b] of pairs) {
    both += (a - x) * (b - y);
    first += (a - x) ** 2;
    second += (b - y) ** 2;
  }
  const r = first > 0 && second > 0 ? both / Math.sqrt(first * second) : Number.NaN;
  const own = (at: 0 | 1, middle: number, squares: number): number =>
    pairs.slice(1).reduce((sum, pair, before) => {
      const earlier = pairs[before] as [number, number];
      return sum + (pair[at] - middle) * (earlier[at] - middle);
    }, 0) / squares;
  const kept = Math.max(0, own(0, x, first) * own(1, y, second));
  return { months, worth: (months * (1 - kept)) / (1 + kept), r };
}

/** Fisher's transform, kept finite where the points lie on a line. */
const fisher = (r: number): number => Math.atanh(Math.max(-0.999999, Math.min(0.999999, r)));

/** Of fewer months Fisher’s transform has no error. */
const fewestWorth = 3.5;
const errorOf = ({ worth }: Pick<Fit, 'worth'>): number => 1 / Math.sqrt(Math.max(fewestWorth, worth) - 3);

/**
 * Interval of a correlation by Fisher’s transform (1921), `z` standard errors to each side. Months that go on as they were say less
 * than as many that do not: N (1 − ab) ÷ (1 + ab) of them count, a and b each one’s correlation with its own month before
 * (Bartlett, 1935). Without it series that drift for themselves are called related in 10 to 30 of a hundred.
 */
export function correlationInterval(fit: Pick<Fit, 'r' | 'worth'>, z = z95): [low: number, high: number] {
  const { r } = fit;
  const half = z * errorOf(fit);
  return [Math.tanh(fisher(r) - half), Math.tanh(fisher(r) + half)];
}

/** Seven leads are tried: each is held to so much that all together err once in twenty. */
const zOfSeven = normalQuantile(1 - 0.025 / (2 * furthest + 1), 0, 1);

/** The lead that fits better than the same month by more than chance, as two independent correlations are compared. */
function clearLead(survey: ReadonlyMap<number, number>, talk: ReadonlyMap<number, number>, same: Fit) {
  let best: { lead: number; fit: Fit } | undefined;
  for (let lead = -furthest; lead <= furthest; lead++) {
    const fit = fitOf(survey, talk, lead);
    if (lead === 0 || fit.months < fewestMonths || Number.isNaN(fit.r)) continue;
    if (!best || Math.abs(fit.r) > Math.abs(best.fit.r)) best = { lead, fit };
  }
  if (!best) return undefined;
  const [low, high] = correlationInterval(best.fit, zOfSeven);
  const apart = Math.abs(fisher(best.fit.r)) - Math.abs(fisher(same.r));
  const error = Math.hypot(errorOf(best.fit), errorOf(same));
  return (low > 0 || high < 0) && apart > z95 * error ? best : undefined;
}

const r2 = (r: number): string => numberText(r, 2);
const inMonths = (count: number): string => `${count} month${count === 1 ? '' : 's'}`;

/** Whether a survey and the talk that stands in for it moved alike, month by month, and whether one ran ahead. */
export function agreementOf(survey: Named, talk: Named): Agreement {
  const [answers, said] = [valuesOf(survey.points), valuesOf(talk.points)];
  const same = fitOf(answers, said, 0);
  const name = talk.title.toLowerCase();
  if (same.months < fewestMonths || Number.isNaN(same.r)) {
    const why =
      same.months < fewestMonths
        ? `they have ${inMonths(same.months)} in common, and ${fewestMonths} are needed`
        : 'one of them never moved';
    return {
      with: talk.id,
      relation: 'too few months',
      months: same.months,
      correlation: null,
      low: null,
      high: null,
      lead: null,
      text: `Whether ${survey.title} and ${name} in public talk move together can’t be told yet: ${why}.`,
    };
  }
  const [low, high] = correlationInterval(same);
  const relation = low > 0 ? 'moves with' : high < 0 ? 'moves against' : 'no clear relation';
  const ahead = clearLead(answers, said, same);
  const numbers = `correlation ${r2(same.r)}, ${r2(low)} to ${r2(high)}, over ${inMonths(same.months)}`;
  const first =
    relation === 'no clear relation'
      ? `No clear relation between ${survey.title} and ${name} in public talk in the same month (${numbers}).`
      : `${survey.title} ${relation} ${name} in public talk (${numbers}).`;
  const second = ahead
    ? ` They fit clearly better ${inMonths(Math.abs(ahead.lead))} apart (${r2(ahead.fit.r)}): ${ahead.lead > 0 ? 'the talk' : 'the survey'} moves first.`
    : '';
  return {
    with: talk.id,
    relation,
    months: same.months,
    correlation: round(same.r),
    low: round(low),
    high: round(high),
    lead: ahead ? ahead.lead : relation === 'no clear relation' ? null : 0,
    text: first + second,
  };
}
