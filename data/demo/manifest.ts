import { nights, plannedSources } from './nights.ts';
import {
  type BrandId,
  brandIds,
  type DemoSource,
  dayMs,
  dayOf,
  demoSeed,
  demoSources,
  happenings,
  lostRuns,
  outages,
  type Tone,
} from './plan.ts';
import { type DemoItem, writeItems } from './write-items.ts';

/** An item that at least one answered night had before it, and the first such night. */
export type SeenItem = { item: DemoItem; firstSeen: Date };
type Count = { mentions: number; stories: number; tone: Record<Tone, number> };

/** The truth that the dashboard is held against. Months are calendar months in Europe/London. */
export type Manifest = {
  nights: number;
  lostRuns: readonly string[];
  /** What should be kept, by brand and month of publication. A copy counts as a mention and not as a story. */
  months: Record<BrandId, Record<string, Count>>;
  totals: Record<BrandId, Count>;
  /** Talk that names no brand, from sources that also keep such. */
  category: number;
  /** Items that must be dropped: those that share a brand's name, and those that name none. */
  homonyms: Record<BrandId, number>;
  unrelated: number;
  /** Mean stars of app reviews by month, and how many they are. */
  stars: Partial<Record<BrandId, Record<string, { mean: number; n: number }>>>;
  happenings: typeof happenings;
  /** Nights on which a source did not answer, and the items that left its window unread. */
  dark: { source: string; from: string; to: string; how: string; lost: number }[];
  joins: Record<string, string>;
  /** Items of each source that no night ever saw although the source was planned; empty where none. */
  lost: Record<string, number>;
  bySource: Record<string, number>;
};

const noCount = (): Count => ({ mentions: 0, stories: 0, tone: { negative: 0, neutral: 0, positive: 0 } });

/** The items of a source in the order of publication, each with the first night that saw it, or null. */
function follow(source: DemoSource, items: readonly DemoItem[], all: readonly Date[]): (Date | null)[] {
  const firstSeen: (Date | null)[] = items.map(() => null);
  let end = 0;
  for (const night of all) {
    while (end < items.length && (items[end] as DemoItem).published <= night) end++;
    if (!plannedSources(night).includes(source.id)) continue;
    const day = dayOf(night);
    // Even the night of a cut document is left out: what it missed, the next one reads.
    if (outages.some((one) => one.source === source.id && day >= one.from && day < one.to)) continue;
    for (let at = Math.max(0, end - source.window); at < end; at++) firstSeen[at] ??= night;
  }
  return firstSeen;
}

/** Every item that some night saw, by source and in order of publication. */
export function seenItems(seed: string = demoSeed): SeenItem[] {
  const written = writeItems(seed);
  const all = nights(seed);
  return demoSources.flatMap((source) => {
    const items = written.get(source.id) ?? [];
    const seen = follow(source, items, all);
    return items.flatMap((item, at) => {
      const firstSeen = seen[at];
      return firstSeen ? [{ item, firstSeen }] : [];
    });
  });
}

/** Computes the truth from the items themselves and the windows of the nights; deterministic for a seed. */
export function manifest(seed: string = demoSeed): Manifest {
  const written = writeItems(seed);
  const all = nights(seed);
  const months = {} as Manifest['months'];
  const totals = {} as Manifest['totals'];
  const homonyms = {} as Manifest['homonyms'];
  for (const brand of brandIds) {
    months[brand] = {};
    totals[brand] = noCount();
    homonyms[brand] = 0;
  }
  const result: Manifest = {
    nights: all.length,
    lostRuns,
    months,
    totals,
    category: 0,
    homonyms,
    unrelated: 0,
    stars: {},
    happenings,
    dark: outages.map((one) => ({ ...one, lost: 0 })),
    joins: Object.fromEntries(
      demoSources.flatMap((source) => (source.joins ? [[source.id, source.joins]] : [])),
    ),
    lost: {},
    bySource: {},
  };
  const stories = new Set<string>();
  const starSums = new Map<string, { brand: BrandId; month: string; sum: number; n: number }>();

  for (const source of demoSources) {
    const items = written.get(source.id) ?? [];
    const seen = follow(source, items, all);
    const firstKnown = seen.findIndex((night) => night !== null);
    for (const [at, item] of items.entries()) {
      const firstSeen = seen[at];
      if (!firstSeen) {
        // What was older than the first night's window was never planned to be read, and what is newer than the last not yet.
        if (at > firstKnown && at < items.length - 1) countLost(result, source.id, item);
        continue;
      }
      if (item.homonymOf) homonyms[item.homonymOf]++;
      if (item.kind === 'unrelated') {
        if (source.category) result.category++;
        else result.unrelated++;
      }
      // Without a stated date an item counts on the night that saw it first.
      const month = dayOf(item.dated ? item.published : firstSeen).slice(0, 7);
      for (const brand of item.brands) {
        const ofMonth = months[brand][month] ?? noCount();
        months[brand][month] = ofMonth;
        const counts = [ofMonth, totals[brand]];
        const isNew = (scope: string) =>
          !stories.has(`${scope} ${brand} ${item.story}`) &&
          stories.add(`${scope} ${brand} ${item.story}`) !== undefined;
        const fresh = [isNew(month), isNew('all')];
        for (const [scope, count] of counts.entries()) {
          count.mentions++;
          if (fresh[scope]) count.stories++;
          if (item.tone && brand === item.brands[0]) count.tone[item.tone]++;
        }
        result.bySource[source.id] = (result.bySource[source.id] ?? 0) + 1;
      }
      if (item.stars !== undefined && item.brands[0]) {
        const key = `${item.brands[0]} ${month}`;
        const sum = starSums.get(key) ?? { brand: item.brands[0], month, sum: 0, n: 0 };
        starSums.set(key, { ...sum, sum: sum.sum + item.stars, n: sum.n + 1 });
      }
    }
  }
  for (const { brand, month, sum, n } of starSums.values()) {
    const byMonth = result.stars[brand] ?? {};
    byMonth[month] = { mean: sum / n, n };
    result.stars[brand] = byMonth;
  }
  return result;
}

function countLost(result: Manifest, source: string, item: DemoItem): void {
  result.lost[source] = (result.lost[source] ?? 0) + 1;
  // An item of the day before fell to the outage too, if the last night that answered was over by then.
  const day = dayOf(item.published);
  const dayAfter = dayOf(item.published.getTime() + dayMs);
  const out = result.dark.find((one) => one.source === source && dayAfter >= one.from && day < one.to);
  if (out) out.lost++;
}
