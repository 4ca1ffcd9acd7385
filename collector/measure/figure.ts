import type { Break, Figure, SeriesFigure } from '#contract';
import type { Pairing } from './compare.ts';
import type { Shares } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { DailyMoments } from './moments.ts';
import type { Scatter } from './scatter.ts';
import { type Estimate, seriesOf } from './series.ts';
import type { Comparison } from './verdict.ts';
import { verdictsOf } from './verdict.ts';

type HeadKeys = 'id' | 'title' | 'question' | 'formula' | 'limits' | 'unit' | 'basis' | 'proxy' | 'method';
type BodyOf<One> = One extends Figure ? Omit<One, HeadKeys> : never;
export type Head = Pick<Figure, HeadKeys>;
export type Body = BodyOf<Figure>;

/** A figure: what it is, in words, and how it is made from the facts. One file each, one line in the registry. */
export type FigureDefinition = Head & {
  /** It reads the words of many mentions, and shares little with the others: of a long history it may be made beside them. */
  readsWords?: true;
  measure(facts: Facts): Body;
};

/** How one brand's line of a series is made. */
export type BrandLine = {
  shares: Shares;
  /** The figure over days `from` to `to` of the series, both included, and the coverage of that period. */
  estimate(from: number, to: number, coverage: number | null): Estimate;
  /** The same with the mix of sources held constant, for ratios that the mix moves. */
  likeForLike?: (from: number, to: number) => Estimate;
  /** Moments of what it is made of, and their correlation within a day, for ratios. */
  moments?: { daily: DailyMoments; correlation: number };
  /** What it is made of by day, where it may be held against the same line of other brands. */
  scatter?: Scatter;
  /** Two windows compared; left out where a figure has no sampling error to judge by. */
  compare?: (pairing: Pairing) => Comparison;
};

/** The body of a series figure from each brand's line. */
export function seriesBody(
  facts: Facts,
  lineOf: (brand: number) => BrandLine,
  breaks: Break[],
): Omit<SeriesFigure, HeadKeys> {
  const brands: SeriesFigure['brands'] = {};
  const likeForLike: NonNullable<SeriesFigure['likeForLike']> = {};
  const headline: NonNullable<SeriesFigure['headline']> = {};
  const windows: NonNullable<SeriesFigure['windows']> = {};
  const verdicts: SeriesFigure['verdicts'] = {};
  for (const [index, { id }] of facts.brands.entries()) {
    const line = lineOf(index);
    const made = seriesOf(facts, line.shares, line.estimate);
    brands[id] = made.series;
    headline[id] = made.headline;
    windows[id] = made.windows;
    if (line.likeForLike) likeForLike[id] = seriesOf(facts, line.shares, line.likeForLike).series;
    verdicts[id] = line.compare ? verdictsOf(facts, line.compare) : {};
  }
  return {
    kind: 'series',
    brands,
    ...(Object.keys(likeForLike).length > 0 ? { likeForLike } : {}),
    headline,
    windows,
    breaks,
    verdicts,
  };
}
