/** Who is ahead, said only where the intervals of the difference allow it. */

/** A value with its 95 % interval. */
export type Estimate = { value: number; low: number; high: number };
/** A brand's estimate. */
export type Entry = Estimate & { id: string; name: string };

/** How sure a difference is, by the same bounds as a verdict. */
export type Sureness = 'ahead' | 'perhaps' | 'close';

/** As the verdicts of the figures: a page that compares many things at 1.96 tells false stories. */
const sure = 2.81;
const z95 = 1.96;

const square = (x: number): number => x * x;

/**
 * The difference of two estimates and its interval, found from the ends of theirs (MOVER: Zou and Donner 2008), which
 * takes no side for granted to be as wide as the other.
 *
 * @param correlation between the two; 0 where they come from different stories
 */
export function differenceOf(a: Estimate, b: Estimate, correlation = 0): Estimate {
  const value = a.value - b.value;
  const width = (one: number, other: number): number =>
    Math.sqrt(Math.max(0, square(one) + square(other) - 2 * correlation * one * other));
  return {
    value,
    low: value - width(a.value - a.low, b.high - b.value),
    high: value + width(a.high - a.value, b.value - b.low),
  };
}

/** Correlation of two shares of one whole, in percent: what one gains the others lose. */
export function shareCorrelation(a: Pick<Estimate, 'value'>, b: Pick<Estimate, 'value'>): number {
  const [p, q] = [a.value / 100, b.value / 100];
  const rest = (1 - p) * (1 - q);
  return rest > 0 ? -Math.sqrt((p * q) / rest) : -1;
}

/** How sure it is that the first of two is the higher. */
export function surenessOf({ value, low }: Estimate): Sureness {
  if (value <= 0) return 'close';
  const z = (z95 * value) / (value - low || Number.EPSILON);
  if (z >= sure) return 'ahead';
  return z >= z95 ? 'perhaps' : 'close';
}

type Correlate = (a: Estimate, b: Estimate) => number;
const independent: Correlate = () => 0;

export type Lead = {
  leader: Entry;
  /** Of the leader over all others: as sure as over the one that is nearest. */
  sureness: Sureness;
  /** The others that the leader may as well not be ahead of. */
  contenders: Entry[];
  /** The others, with how far the leader is ahead of each. */
  others: { entry: Entry; difference: Estimate; sureness: Sureness }[];
};

/** The highest of some entries, and over whom it surely leads; null where fewer than two can be compared. */
export function leadOf(entries: readonly Entry[], correlate: Correlate = independent): Lead | null {
  const [leader, ...rest] = [...entries].sort((a, b) => b.value - a.value);
  if (!leader || rest.length === 0) return null;
  const others = rest.map((entry) => {
    const difference = differenceOf(leader, entry, correlate(leader, entry));
    return { entry, difference, sureness: surenessOf(difference) };
  });
  const contenders = others.filter(({ sureness }) => sureness === 'close').map(({ entry }) => entry);
  return {
    leader,
    sureness:
      contenders.length > 0
        ? 'close'
        : others.some(({ sureness }) => sureness === 'perhaps')
          ? 'perhaps'
          : 'ahead',
    contenders,
    others,
  };
}

/** Where one brand stands among the others: ahead of the nearest, behind the farthest ahead, or neither. */
export type Relation = {
  kind: 'ahead' | 'perhaps ahead' | 'behind' | 'perhaps behind' | 'close';
  against: Entry;
  /** This brand's value minus the other's. */
  difference: Estimate;
};

export function relationOf(
  entries: readonly Entry[],
  id: string,
  correlate: Correlate = independent,
): Relation | null {
  const own = entries.find((entry) => entry.id === id);
  const lead = leadOf(entries, correlate);
  if (!own || !lead) return null;
  if (lead.leader.id === id) {
    // Ahead of all is as sure as ahead of the nearest.
    const rank = { close: 0, perhaps: 1, ahead: 2 } as const;
    const [nearest] = [...lead.others].sort(
      (a, b) => rank[a.sureness] - rank[b.sureness] || a.difference.value - b.difference.value,
    );
    if (!nearest) return null;
    const kind = ({ ahead: 'ahead', perhaps: 'perhaps ahead', close: 'close' } as const)[nearest.sureness];
    return { kind, against: nearest.entry, difference: nearest.difference };
  }
  const difference = differenceOf(own, lead.leader, correlate(own, lead.leader));
  const behind = surenessOf({ value: -difference.value, low: -difference.high, high: -difference.low });
  const kind = ({ ahead: 'behind', perhaps: 'perhaps behind', close: 'close' } as const)[behind];
  return { kind, against: lead.leader, difference };
}
