import { type About, belongsTo } from '#contract';
import type { Heard } from '../data.ts';
import { dayIn } from './calendar.ts';
import { safeLink } from './safe-link.ts';

/** A mention as the pages and `api/v1/mentions` give it: fact and judgement in one, with the day in the config's zone. */
export type Row = {
  id: string;
  brand: string | null;
  source: string;
  group: string;
  site: string;
  url: string | null;
  host: string;
  title: string;
  excerpt: string;
  publishedAt: string;
  day: string;
  dateFlag?: 'date_inferred' | 'date_clamped';
  story: string;
  lang: string;
  /** Toward the brand: the team's own label where there is one, else the scorer's; null where it was not scored yet. */
  tone: 'negative' | 'neutral' | 'positive' | 'unscored' | null;
  /** The scorer's probabilities of negative, neutral, positive; absent where it states none, or the team decided. */
  p?: [number, number, number];
  byTeam?: true;
  /** The rating takes one side and the text the other. */
  ratingConflict?: true;
  themes: { id: string; tone: string }[];
  intents: string[];
  rating?: { value: number; of: number };
  version?: string;
  /** Where on a customer's way its themes lie; absent where they lie nowhere. */
  touchpoints?: string[];
  /** Parts of the public, as `brand.yml` names them, that it belongs to; absent where it belongs to none. */
  segments?: string[];
};

/** What the config says of mentions besides their own lines. */
export type Parts = {
  touchpointOf: ReadonlyMap<string, string>;
  segments: readonly { id: string; holds: ReturnType<typeof belongsTo> }[];
};

export const partsOf = ({ themes, segments = [] }: Pick<About, 'themes' | 'segments'>): Parts => ({
  touchpointOf: new Map(
    themes.flatMap(({ id, touchpoint }) => (touchpoint === undefined ? [] : [[id, touchpoint]])),
  ),
  segments: segments.map((segment) => ({ id: segment.id, holds: belongsTo(segment) })),
});

function placesOf(themes: Row['themes'], { touchpointOf }: Parts): string[] {
  const places = themes.flatMap(({ id }) => touchpointOf.get(id) ?? []);
  return [...new Set(places)];
}

/** What the pages need of a mention; an address that may not be followed does not come along. */
export function toRow(mention: Heard, zone: string, parts?: Parts): Row {
  const link = safeLink(mention.url);
  const { score, label } = mention;
  const touchpoints = parts ? placesOf(score?.themes ?? [], parts) : [];
  const segments = (parts?.segments ?? []).filter(({ holds }) => holds(mention)).map(({ id }) => id);
  return {
    id: mention.id,
    brand: mention.brand,
    source: mention.source,
    group: mention.group,
    site: mention.site,
    // Mostly the very same text, which then need not be held twice.
    url: link?.href === mention.url ? mention.url : (link?.href ?? null),
    host: link?.host ?? '',
    title: mention.title,
    excerpt: mention.excerpt,
    publishedAt: mention.publishedAt,
    day: dayIn(zone, mention.publishedAt),
    ...(mention.dateFlag ? { dateFlag: mention.dateFlag } : {}),
    story: score?.story ?? mention.doc,
    lang: score?.lang ?? 'und',
    tone: label ?? score?.tone.label ?? null,
    ...(label ? { byTeam: true as const } : {}),
    ...(score?.tone.p && !label ? { p: score.tone.p } : {}),
    // Somebody has read it since: what the scorer made of the text is no news any more.
    ...(score?.ratingConflict && !label ? { ratingConflict: true as const } : {}),
    themes: score?.themes ?? [],
    intents: score?.intents ?? [],
    ...(mention.rating ? { rating: mention.rating } : {}),
    ...(mention.version === undefined ? {} : { version: mention.version }),
    ...(touchpoints.length > 0 ? { touchpoints } : {}),
    ...(segments.length > 0 ? { segments } : {}),
  };
}

/** Mentions by month of their day in a zone, newest month first. */
export function byMonth<M extends Pick<Heard, 'publishedAt'>>(
  mentions: readonly M[],
  zone: string,
): Map<string, M[]> {
  const months = new Map<string, M[]>();
  for (const mention of mentions) {
    const month = dayIn(zone, mention.publishedAt).slice(0, 7);
    const list = months.get(month);
    if (list) list.push(mention);
    else months.set(month, [mention]);
  }
  return new Map([...months].sort(([a], [b]) => b.localeCompare(a)));
}

/** One line of the list: the newest of a story's mentions about one brand, and its copies. */
export type Fold = { row: Row; copies: Row[] };

/** Folds rows by story and brand, in their order. More rows may be added to the same folds later. */
export function foldInto(folds: Map<string, Fold>, rows: Row[]): Map<string, Fold> {
  for (const row of rows) {
    const key = `${row.story} ${row.brand ?? ''}`;
    const fold = folds.get(key);
    if (fold) fold.copies.push(row);
    else folds.set(key, { row, copies: [] });
  }
  return folds;
}
