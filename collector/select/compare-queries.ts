import { type Brand, type Config, isWithoutText, type Mention } from '#contract';
import type { Item, Source } from '../types.ts';
import { type Searchable, searchable } from './match.ts';
import type { Panel, PanelBrand } from './panel.ts';
import { type SelectOptions, select, standing, storedText } from './select.ts';
import { whatNames, whyNot } from './why.ts';

/** One mention to look at, and why it stands where it does. */
export type Sample = { title: string; site: string; date: string; url: string | null; reason: string };
/** How many, the newest of them, and the reasons, most frequent first. */
export type Part = { count: number; samples: Sample[]; reasons: { reason: string; count: number }[] };
export type StoredChange = {
  /** Stored mentions that count today. */
  counted: number;
  /** Counted, and the changed query would drop them. `already`: those that the query as it was would drop too. */
  lost: Part & { already: number };
  /** Counted, and what was stored of them no longer tells whether the changed query would keep them. */
  unknown: Part;
  /** Judged not relevant when they were scored, and the changed query would keep them. */
  regained: Part;
};
/** What a score says of a mention. */
export type Judged = (mention: Mention) => { lang: string; relevant: boolean } | undefined;
/** Two panels, and the brand that is looked at. */
type Change = { before: Panel; after: Panel };

const mostSamples = 10;
const mostReasons = 10;

const brandIn = (panel: Panel, id: string) => panel.brands.find((brand) => brand.id === id);

function partOf(all: readonly { mention: Mention; reason: string }[]): Part {
  const counts = new Map<string, number>();
  for (const { reason } of all) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return {
    count: all.length,
    samples: all
      .toSorted((a, b) => (a.mention.publishedAt < b.mention.publishedAt ? 1 : -1))
      .slice(0, mostSamples)
      .map(({ mention: { title, excerpt, site, publishedAt, url }, reason }) => ({
        title: title || excerpt,
        site,
        date: publishedAt.slice(0, 10),
        url,
        reason,
      })),
    reasons: [...counts]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
      .slice(0, mostReasons),
  };
}

/** A word that an excerpt lacks may have stood in the rest of the text. */
const whyNotKept = ({ wanted, judge }: PanelBrand, where: Searchable): string =>
  `${whyNot(wanted, where).join('; ')}${judge(where).kept === 'unknown' ? ', in the part that is stored' : ''}`;

/** What a changed query makes of one brand's stored mentions. */
export function compareStored(
  id: string,
  mentions: Iterable<Mention>,
  judged: Judged,
  { before, after }: Change,
): StoredChange {
  const brand = brandIn(after, id);
  const old = brandIn(before, id);
  const lost: { mention: Mention; reason: string }[] = [];
  const unknown: typeof lost = [];
  const regained: typeof lost = [];
  let [counted, already] = [0, 0];
  for (const mention of mentions) {
    if (mention.brand !== id) continue;
    const score = judged(mention);
    const where = storedText(mention, after, score?.lang);
    const now = standing(mention, after, score?.lang);
    if (score && !score.relevant) {
      // It stays as it was judged while its words were there.
      if (isWithoutText(mention)) continue;
      if (now !== 'no')
        regained.push({ mention, reason: brand ? whatNames(brand.wanted, where).join(', ') : '' });
      continue;
    }
    counted += 1;
    if (now === 'yes') continue;
    if (now === 'unknown' && isWithoutText(mention)) {
      unknown.push({ mention, reason: 'its words were taken out' });
      continue;
    }
    const reason = brand ? whyNotKept(brand, where) : 'the brand is no longer in the panel';
    const was = standing(mention, before, score?.lang);
    if (now === 'no') {
      lost.push({ mention, reason });
      if (was === 'no') already += 1;
      continue;
    }
    // What could not be told before, for the same reason, is no effect of the change.
    const reasonBefore = old && whyNotKept(old, where);
    if (was !== 'unknown' || reasonBefore !== reason) unknown.push({ mention, reason });
  }
  return {
    counted,
    lost: { ...partOf(lost), already },
    unknown: partOf(unknown),
    regained: partOf(regained),
  };
}

/** What the changed queries keep of what a source holds and those before did not, by brand. */
export function findGained(
  items: readonly Item[],
  source: Source,
  { before, after }: Change,
  options: SelectOptions,
): { mention: Mention; reason: string }[] {
  const key = ({ id, brand }: Mention): string => `${id} ${brand}`;
  const kept = new Set(select(items, before, source, options).mentions.map(key));
  const itemOf = new Map(items.map((item) => [item.doc, item]));
  return select(items, after, source, options).mentions.flatMap((mention) => {
    const brand = mention.brand === null ? undefined : brandIn(after, mention.brand);
    const item = itemOf.get(mention.doc);
    if (!brand || !item || kept.has(key(mention))) return [];
    const { language } = options;
    const where = searchable(item.title, item.text, {
      site: item.site,
      group: source.group,
      ...(language && { lang: () => language(`${item.title}\n${item.text}`) }),
    });
    return [{ mention, reason: `matches ${whatNames(brand.wanted, where).join(', ')}` }];
  });
}

export const gainedPart = partOf;

/** What of a brand decides which texts are about it. */
const queryOf = ({ name, match, any, all, none, context }: Brand) => ({
  ...(match === undefined && any === undefined && all === undefined ? { name } : {}),
  match,
  any,
  all,
  none,
  context,
});
export type BrandQuery = ReturnType<typeof queryOf>;
export type ChangedBrand = { id: string; name: string; before: BrandQuery | null; after: BrandQuery | null };

type Queries = Pick<Config, 'brand' | 'competitors'>;

/** Brands whose query differs between two configs, or that stand in one of them only. */
export function changedBrands(before: Queries, after: Queries): ChangedBrand[] {
  const [old, now] = [before, after].map(({ brand, competitors }) => [brand, ...competitors]) as [
    Brand[],
    Brand[],
  ];
  const ids = [...new Set([...now, ...old].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [one, other] = [old, now].map((brands) => brands.find((brand) => brand.id === id));
    const change = {
      id,
      name: other?.name ?? one?.name ?? id,
      before: one ? queryOf(one) : null,
      after: other ? queryOf(other) : null,
    };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}
