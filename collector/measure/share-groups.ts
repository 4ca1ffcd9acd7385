import type { Break } from '#contract';
import { dayName } from './calendar.ts';
import { countedByDay, type Units } from './compare.ts';
import { comparable, isPlanned } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { type DailyMoments, dailyMoments } from './moments.ts';
import type { Rows } from './rows.ts';
import type { SourceFacts } from './source-facts.ts';

/** A group of sources that takes part in share of voice, with each brand's stories in it. */
export type Group = {
  name: string;
  weight: number;
  /** By brand: the first mention of each story in the group, whether its day was covered or not. */
  units: Units[];
  /** By brand: stories of the panel and of the brand on covered source-days. */
  byBrand: DailyMoments[];
  /** 1 on days on which the group belongs to the series: from its first covered day, while it is to be read. */
  belongs: Uint8Array;
  /** True where the group belongs to the span of days and not one source-day of it was covered. */
  isDark(from: number, to: number): boolean;
};

/** Fixed weight of a group: the config's, the mean of those where it names others only, equal where it names none. */
function weightOf(facts: Facts, group: string): number {
  const weights = Object.values(facts.config.groups);
  const mean = weights.length > 0 ? weights.reduce((sum, one) => sum + one, 0) / weights.length : 1;
  return facts.config.groups[group] ?? mean;
}

type Chosen = Units & { only: Uint32Array };

/** Rows that `takes` accepts, of some or all, as a table of their own: a story is counted once, by its first mention there. */
function unitsOf(rows: Rows, takes: (row: number) => boolean, among?: Uint32Array): Chosen {
  const previous = new Int32Array(rows.length);
  const taken = new Uint8Array(rows.length);
  const only = new Uint32Array(among?.length ?? rows.length);
  let count = 0;
  for (let at = 0; at < only.length; at++) {
    const row = among ? (among[at] as number) : at;
    if (!takes(row)) continue;
    taken[row] = 1;
    only[count++] = row;
    let before = rows.previous[row] as number;
    while (before >= 0 && taken[before] === 0) before = rows.previous[before] as number;
    previous[row] = before;
  }
  return { rows: { ...rows, previous }, only: only.slice(0, count), perStory: true };
}

/** Stories by day, each by its first mention on a covered source-day of the group. */
function storiesByDay(facts: Facts, { rows, only }: Chosen, observed: Uint8Array): Float64Array {
  const isHeard = (row: number): boolean => {
    const day = rows.day[row] as number;
    return facts.sources[rows.source[row] as number]?.covered[day] === 1 && observed[day] === 1;
  };
  return countedByDay(unitsOf(rows, isHeard, only), facts.days, () => true).n;
}

/** Days on which the group belongs to the series, and those of them on which any of its sources was covered. */
function membership(facts: Facts, sources: readonly SourceFacts[], observed: Uint8Array) {
  const belongs = new Uint8Array(facts.days);
  const covered = new Uint8Array(facts.days);
  let begun = false;
  for (let day = 0; day < facts.days; day++) {
    covered[day] = observed[day] && sources.some((source) => source.covered[day]) ? 1 : 0;
    begun ||= covered[day] === 1;
    belongs[day] = covered[day] || (begun && sources.some((source) => isPlanned(source, day))) ? 1 : 0;
  }
  return { belongs, covered };
}

/** Whether any entry of a span is 1, asked often. */
function anyIn(flags: Uint8Array): (from: number, to: number) => boolean {
  const running = new Int32Array(flags.length + 1);
  for (let day = 0; day < flags.length; day++) {
    running[day + 1] = (running[day] as number) + (flags[day] as number);
  }
  const upTo = (day: number): number => running[Math.min(flags.length, Math.max(0, day))] as number;
  return (from, to) => upTo(to + 1) > upTo(from);
}

/**
 * The groups of share of voice. Sources bound to one brand stay out, and so does a group that has no others; a group
 * that never spoke of the panel has no share to give, so that its silence or failure blanks nothing.
 *
 * @param observed 1 on days that speak
 */
export function groupsOf(facts: Facts, observed: Uint8Array): Group[] {
  const names = [...new Set(facts.sources.filter(comparable).map((source) => source.group))].sort();
  return names
    .map((name): Group => {
      const isIn = facts.sources.map((one) => comparable(one) && one.group === name);
      const units = facts.rows.map((rows) =>
        unitsOf(rows, (row) => isIn[rows.source[row] as number] === true),
      );
      const counts = units.map((one) => storiesByDay(facts, one, observed));
      const panel = new Float64Array(facts.days);
      for (const count of counts) {
        for (let day = 0; day < panel.length; day++)
          panel[day] = (panel[day] as number) + (count[day] as number);
      }
      const inGroup = facts.sources.filter((_, s) => isIn[s]);
      const { belongs, covered } = membership(facts, inGroup, observed);
      const [anyBelongs, anyCovered] = [anyIn(belongs), anyIn(covered)];
      return {
        name,
        weight: weightOf(facts, name),
        units,
        byBrand: counts.map((count) => dailyMoments(panel, count, count)),
        belongs,
        isDark: (from, to) => anyBelongs(from, to) && !anyCovered(from, to),
      };
    })
    .filter(({ weight, byBrand }) => weight > 0 && byBrand.some(({ n }) => n.some((count) => count > 0)));
}

/** Breaks where a group began or ceased to belong, but for those with which the series begins. */
export function groupBreaks(facts: Facts, groups: readonly Group[]): Break[] {
  const begins = Math.min(...groups.map(({ belongs }) => belongs.indexOf(1)));
  return groups.flatMap(({ name, belongs }) => {
    const breaks: Break[] = [];
    for (let day = begins + 1; day < facts.days; day++) {
      if (belongs[day] === belongs[day - 1]) continue;
      breaks.push({
        date: dayName(facts.first + day),
        why: `The group ${name} ${belongs[day] ? 'joined' : 'left'}: shares before are the mean of other groups.`,
      });
    }
    return breaks;
  });
}
