import type { DateFlag } from '#contract';
import type { Dropped, Item, RawItem, Source } from '../types.ts';
import { authorNames } from './author-names.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { canonicalUrl, siteOf } from './canonical-url.ts';
import { cleanText, cutTitle, tidy } from './clean-text.ts';
import { identify } from './identity.ts';
import { type DateOrder, dateOrder, parseDate } from './parse-date.ts';

const mostAheadMs = 24 * 60 * 60 * 1000;
const longestVersion = 40;
const longestSite = 100;
const longestExample = 40;

export type Normalised = {
  /** Hashes of links and guids that identify nothing, to be remembered for the next night. */
  shared: string[];
  /** Keys that an item may be stored under from a night on which it was the only one with its link or guid, by its key. */
  formerly: Map<string, string[]>;
  items: Item[];
  dropped: Dropped;
  /** What is wrong with the document as a whole: `bad_guid`, `bad_link`, `bad_date: …` with an example. */
  flags: string[];
};

/** The date to count an item on. A clock a little fast is set right; what cannot be, or is missing, becomes now. */
export function dateItem(
  stated: string | number | undefined,
  { now, order }: { now: Date; order?: DateOrder | undefined },
): { publishedAt: Date; dateFlag?: DateFlag } {
  const date = parseDate(stated, order);
  if (date === null) return { publishedAt: now, dateFlag: 'date_inferred' };
  const ahead = date.getTime() - now.getTime();
  if (ahead <= 0) return { publishedAt: date };
  return { publishedAt: now, dateFlag: ahead <= mostAheadMs ? 'date_clamped' : 'date_inferred' };
}

/** Counts that are whole and not negative; a source may state anything. */
function cleanAttention(stated: RawItem['attention']): Item['attention'] {
  const kept: NonNullable<Item['attention']> = {};
  for (const name of ['points', 'comments', 'views', 'likes'] as const) {
    const value = stated?.[name];
    if (value !== undefined && Number.isFinite(value)) kept[name] = Math.max(0, Math.round(value));
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

const isRating = (rating: RawItem['rating']): rating is { value: number; of: number } =>
  rating !== undefined && rating.of > 0 && rating.value >= 0 && rating.value <= rating.of;

/** The version of an app, cut to what a line of data may hold. */
const versionOf = (stated: string | undefined): string | undefined =>
  (stated && tidy(stated).slice(0, longestVersion).toWellFormed()) || undefined;

type Draft = { item: Omit<Item, 'key' | 'doc'>; guid: string | undefined; day: string | undefined };

function draftOf(raw: RawItem, url: string, now: Date, order?: DateOrder): Draft | { dropped: string } {
  const link = raw.link === undefined ? undefined : canonicalUrl(raw.link, canonicalBase(raw.base, url));
  if (link !== undefined && 'refused' in link && link.refused === 'url_too_long')
    return { dropped: link.refused };
  const stored = link !== undefined && 'url' in link ? link.url : null;
  const authors = authorNames(raw.authors);
  const item: Draft['item'] = {
    url: stored,
    site: raw.site
      ? tidy(raw.site).slice(0, longestSite).toWellFormed()
      : stored === null
        ? ''
        : siteOf(stored),
    title: cutTitle(cleanText(raw.title ?? '', raw)),
    text: withoutBoilerplate(cleanText(raw.text ?? '', raw), authors),
    ...dateItem(raw.published, { now, order }),
  };
  const attention = cleanAttention(raw.attention);
  const version = versionOf(raw.version);
  if (isRating(raw.rating)) item.rating = { value: raw.rating.value, of: raw.rating.of };
  if (version !== undefined) item.version = version;
  if (attention !== undefined) item.attention = attention;
  if (authors.length > 0) item.authors = authors;
  if (raw.listedBefore) item.listedBefore = true;
  // The stated day, even where it can't be true: it is the same tomorrow, which an inferred one is not.
  return { item, guid: raw.guid, day: parseDate(raw.published, order)?.toISOString().slice(0, 10) };
}

/** `xml:base` may itself be relative to the document. */
const canonicalBase = (base: string | undefined, document: string): string =>
  (base === undefined ? null : URL.parse(base, document))?.href ?? document;

/** Says how many dates could not be used, and shows one. */
function badDates(stated: readonly RawItem['published'][]): string[] {
  if (stated.length === 0) return [];
  const said = stated.find((one) => one !== undefined && one !== '');
  const example =
    said === undefined
      ? 'none states one'
      : `such as ${JSON.stringify(tidy(String(said)).slice(0, longestExample).toWellFormed())}`;
  return [`bad_date: ${stated.length} left out for want of a date that can be read, ${example}`];
}

type Options = {
  source: Source;
  /** Address of the document. */
  url: string;
  now: Date;
  /**
   * What becomes of an item whose date is missing, cannot be read or lies days ahead. `now` is right where a source is read
   * every night; of an old export it would make tonight's news, so that there it is to be dropped.
   */
  undated?: 'now' | 'drop';
  /** Hashes of links and guids that items of this source were seen to share before. */
  shared?: readonly string[];
};

/**
 * Makes items of one source and document strict: plain text, canonical links, dates in UTC, an identity each.
 * Of several items with one identity the first stands.
 * Dropped: `url_too_long`, `no_identity`, `duplicate`; with `undated: 'drop'` also `bad_date`.
 */
export function normalise(
  raw: readonly RawItem[],
  { source, url, now, undated = 'now', shared: known = [] }: Options,
): Normalised {
  const dropped: Dropped = {};
  const drop = (reason: string): void => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  const order = dateOrder(raw.map((item) => item.published));
  const drafts: Draft[] = [];
  const unread: RawItem['published'][] = [];
  for (const item of raw) {
    const draft = draftOf(item, url, now, order);
    if ('dropped' in draft) drop(draft.dropped);
    else if (undated === 'drop' && draft.item.dateFlag === 'date_inferred') {
      drop('bad_date');
      unread.push(item.published);
    } else drafts.push(draft);
  }
  const { identities, flags, formerly, shared } = identify(
    drafts.map(({ item, guid, day }) => ({ ...item, guid, day })),
    source.id,
    known,
  );
  const items: Item[] = [];
  const seen = new Set<string>();
  for (const [at, { item }] of drafts.entries()) {
    const identity = identities[at];
    if (!identity) drop('no_identity');
    else if (seen.has(identity.key)) drop('duplicate');
    else {
      seen.add(identity.key);
      items.push({ ...identity, ...item });
    }
  }
  return { items, dropped, flags: [...flags, ...badDates(unread)], formerly, shared };
}
