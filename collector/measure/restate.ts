import type { Published, Since } from '#contract';
import { dayMs, dayOf } from './calendar.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { lineable } from './lines.ts';
import type { Rows } from './rows.ts';
import type { Estimate } from './series.ts';
import { headlineDays } from './series.ts';

/** Least move that is told: so much of half the interval that was published, or of the value of a count. */
const worthTelling = 0.1;

/** How far today’s value is from what was published, as a share of what would be worth telling; over 1 it is. */
export function moveOf(
  then: Pick<Published, 'value' | 'low' | 'high'>,
  now: Pick<Estimate, 'value'>,
): number {
  if (then.value === null || now.value === null)
    return then.value === now.value ? 0 : Number.POSITIVE_INFINITY;
  const half = then.low === null || then.high === null ? Math.max(1, then.value) : (then.high - then.low) / 2;
  const by = Math.abs(now.value - then.value);
  return by === 0 ? 0 : by / (worthTelling * half);
}

/** Makes a brand’s figures of any four weeks anew; undefined where a figure can not be made for any span of days. */
export function openAgain(facts: Facts, brand: number) {
  const known = new Map<string, BrandLine>();
  return (figure: string, period: string): Estimate | undefined => {
    if (!Object.hasOwn(lineable, figure)) return undefined;
    const line = known.get(figure) ?? (lineable[figure] as (typeof lineable)[string]).lines(facts)(brand);
    known.set(figure, line);
    const to = dayOf(period) - facts.first;
    if (to < 0 || to >= facts.days) return undefined;
    return line.estimate(Math.max(0, to - headlineDays + 1), to, null);
  };
}

/** Of a brand, the nights of what was published, oldest first, with their lines. */
export function nightsOf(published: readonly Published[], brand: string): Map<string, Published[]> {
  const nights = new Map<string, Published[]>();
  for (const line of published) {
    if (line.brand !== brand) continue;
    const lines = nights.get(line.at);
    if (lines) lines.push(line);
    else nights.set(line.at, [line]);
  }
  return new Map([...nights].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What happened after a night to the data of its four weeks. */
export function openSince(
  facts: Facts,
  brand: number,
): (at: string, period: string, config: string) => Since {
  const labels = labelledMentions(facts, brand);
  return (at, period, config) => {
    const to = dayOf(period);
    const night = at.slice(0, 10);
    const within = ({ day }: { day: number }): boolean => day <= to && day > to - headlineDays;
    return {
      late: lateMentions(facts, brand, to - facts.first, Date.parse(at)),
      forgotten: facts.forgotten.filter((then) => then > at).length,
      labels: labels.filter((mention) => mention.labelled >= night && within(mention)).length,
      replays: facts.replays.filter((replay) => replay.at > at && replay.changed > 0).length,
      config: config !== facts.configHash,
    };
  };
}

/** Mentions of four weeks that were seen after a night, and on a later day than the one on which they were published: only those can be late for it. */
function lateMentions(facts: Facts, brand: number, to: number, night: number): number {
  const rows = facts.rows[brand] as Rows;
  const from = rows.starts[Math.min(facts.days, Math.max(0, to - headlineDays + 1))] as number;
  const end = rows.starts[Math.min(facts.days, Math.max(0, to + 1))] as number;
  let late = 0;
  for (let row = from; row < end; row++) {
    const seen = rows.seen[row] as number;
    if (seen > night && Math.floor(seen / dayMs) > Math.floor((rows.published[row] as number) / dayMs))
      late++;
  }
  return late;
}

/** Mentions that the team labelled, with the day on which it did. */
function labelledMentions(facts: Facts, brand: number): { day: number; labelled: string }[] {
  const { id: name } = facts.brands[brand] as Facts['brands'][number];
  const rows = facts.rows[brand] as Rows;
  const made = new Map<string, string>();
  for (const { mention, brand: of, day } of facts.labelRows)
    if (of === name && day !== undefined) made.set(mention, day);
  if (made.size === 0) return [];
  const found: { day: number; labelled: string }[] = [];
  for (let row = 0; row < rows.length; row++) {
    const labelled = made.get(rows.id(row));
    if (labelled !== undefined) found.push({ day: facts.first + (rows.day[row] as number), labelled });
  }
  return found;
}
