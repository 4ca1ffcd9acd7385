import { allBreaks, methodBreaks, mixBreaks, replayBreaks } from './breaks.ts';
import {
  bothWindows,
  comparedCells,
  comparedMoments,
  countedOnDays,
  standingOf,
  type Units,
} from './compare.ts';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import { driftOf } from './drift.ts';
import type { Facts } from './facts.ts';
import { type BrandLine, type FigureDefinition, seriesBody } from './figure.ts';
import {
  added,
  adjusted,
  byChance,
  dailyMoments,
  differenceOfMeans,
  type Moments,
  withinDay,
} from './moments.ts';
import type { Rows } from './rows.ts';
import { scatterOfDifference, scatterOfMeans } from './scatter.ts';
import { nothing } from './series.ts';
import { themesWhere, toneToward } from './theme-tone.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'gap@1';
const scale = 100;

type Windows = { earlier: Moments; later: Moments; all: [number, number] };

/** Net tone of one lens minus that of the other, as two independent means. */
function difference(innovation: Moments, experience: Moments, correlations: readonly [number, number]) {
  const [of, against] = [
    adjusted(innovation, added.nets, correlations[0]),
    adjusted(experience, added.nets, correlations[1]),
  ];
  return {
    plain: innovation.sum / innovation.n - experience.sum / experience.n,
    centre: of.mean - against.mean,
    variance: of.variance + against.variance,
  };
}

/** The line of one brand's gap. */
export function gapLine(facts: Facts, brand: number): BrandLine {
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const takes = speaksOf(brand);
  const shares = coverageShares(facts, takes, joined);
  const lenses = (['innovation', 'experience'] as const).map((lens) => {
    const units: Units = {
      rows,
      ...toneToward(
        facts,
        brand,
        themesWhere(facts, (theme) => theme.lens === lens),
      ),
      perStory: true,
    };
    const { n, sum, squares } = countedOnDays(units, shares.observed);
    const daily = dailyMoments(n, sum, squares);
    return { units, daily, correlation: withinDay([daily]) };
  });
  const [innovation, experience] = lenses as [(typeof lenses)[number], (typeof lenses)[number]];
  const correlations = [innovation.correlation, experience.correlation] as const;
  const drift = driftOf(facts.days, (from, to) => {
    const [of, against] = [innovation.daily.span(from, to), experience.daily.span(from, to)];
    if (Math.min(of.n, against.n) === 0) return undefined;
    const { plain, variance } = difference(of, against, correlations);
    return { value: plain, variance };
  });
  return {
    shares,
    scatter: scatterOfDifference(scatterOfMeans(innovation.daily, added.nets, scale), [
      scatterOfMeans(experience.daily, added.nets, scale),
    ]),
    estimate(from, to) {
      const [of, against] = [innovation.daily.span(from, to), experience.daily.span(from, to)];
      const n = Math.min(of.n, against.n);
      if (n === 0) return nothing;
      const { plain, centre, variance } = difference(of, against, correlations);
      const { low, high } = differenceOfMeans(plain, centre, byChance(variance), scale);
      return { value: scale * plain, low: Math.max(-200, low), high: Math.min(200, high), n };
    },
    compare(pairing) {
      const cells = comparedCells(facts, takes, pairing, joined);
      const [of, against] = lenses.map(({ units }) => ({
        earlier: comparedMoments(units, cells, 'earlier', facts.days),
        later: comparedMoments(units, cells, 'later', facts.days),
        all: bothWindows(units, pairing, facts.days),
      })) as [Windows, Windows];
      const n: [number, number] = [
        Math.min(of.earlier.n, against.earlier.n),
        Math.min(of.later.n, against.later.n),
      ];
      // The worse of the two: what one lens lacks the other can't make up for.
      const standings = [of, against].map(({ earlier, later, all }) =>
        standingOf(cells, [earlier.n, later.n], all, fewestForRatio),
      );
      const standing =
        standings.find((one) => one === 'too little data') ??
        standings.find((one) => one === 'coverage changed') ??
        'comparable';
      if (standing !== 'comparable') return { standing, difference: null, low: null, high: null, z: 0, n };
      const before = difference(of.earlier, against.earlier, correlations);
      const after = difference(of.later, against.later, correlations);
      return {
        standing,
        ...differenceOfMeans(
          after.plain - before.plain,
          after.centre - before.centre,
          drift(pairing)(after.variance + before.variance),
          scale,
        ),
        sampling: {
          by: scale * (after.centre - before.centre),
          earlier: scale ** 2 * difference(of.earlier, against.earlier, [0, 0]).variance,
          later: scale ** 2 * difference(of.later, against.later, [0, 0]).variance,
        },
        n,
      };
    },
  };
}

export const gap: FigureDefinition = {
  id: 'gap',
  title: 'Innovation – experience gap',
  question: 'Is the brand liked more for what is new about it than for how it serves?',
  formula:
    'Net tone of the themes with the lens innovation minus that of the themes with the lens experience, −200 to 200. A story counts for a lens with the sign of its tones toward the themes of that lens: (stories for − stories against) ÷ stories with a tone, × 100. Interval: the variances of the two nets added, each as for net sentiment. n is the smaller of the two bases.',
  limits:
    'Above 0 the brand promises more than it delivers, below 0 it serves better than it renews itself: a wide gap either way is the risk, not a good or bad value. Themes are found by words, and their tone is the scorer’s. Stories that speak of both lenses count in both nets, which makes the interval a little too wide.',
  unit: 'points, −200 to 200',
  basis: 'stories',
  proxy: true,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => gapLine(facts, brand),
      allBreaks(mixBreaks(facts), methodBreaks(facts, 'gap', method), replayBreaks(facts)),
    ),
};
