import { createHash } from 'node:crypto';
import type { RawItem } from '../types.ts';

const itemsRemembered = 50;

/** Enough to tell a hundred items apart; twenty sources change hundreds of them a night, and git keeps every one. */
const digits = 6;
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, digits);

/** What only one item bears; what several share, such as the link to a show or a guid that is always the same, tells none. */
function borneOnce(values: readonly (string | undefined)[]): Set<string> {
  const once = new Set<string>();
  const seen = new Set<string>();
  for (const value of values) {
    if (!value) continue;
    if (seen.has(value)) once.delete(value);
    else once.add(value);
    seen.add(value);
  }
  return once;
}

const guidName = ({ guid }: RawItem): string => hash(`guid ${guid}`);
/** Beside its guid, what an item says: tells an item whose link alone has changed from another one that bears its guid. */
const listedName = ({ guid, title, published }: RawItem): string =>
  hash(`listed ${guid} ${title} ${published}`);

/** Hashes under which each item is known again: of its guid and of its link, where no other item has the same. */
function namesOf(items: readonly RawItem[]): string[][] {
  const guids = borneOnce(items.map(({ guid }) => guid));
  const links = borneOnce(items.map(({ link }) => link));
  return items.map((item) => {
    // Its new link is not learned: else it would be taken for its own tomorrow, under which it is not stored.
    if (item.listedBefore) return [guidName(item), listedName(item)];
    const { guid, link, title, published } = item;
    const names = [
      ...(guid && guids.has(guid) ? [guidName(item)] : []),
      ...(guid && guids.has(guid) && link && link !== guid ? [listedName(item)] : []),
      ...(link && link !== guid && links.has(link) ? [hash(`link ${link}`)] : []),
    ];
    return names.length > 0 ? names : [hash(`title ${title} ${published}`)];
  });
}

/** Sources state seconds or milliseconds; seconds of this size lie beyond the year 5000. */
const inMs = (epoch: number): number => (Math.abs(epoch) < 1e11 ? epoch * 1000 : epoch);

/** A rough date, only to find the newest: what can't be read counts as new. */
const roughTime = ({ published }: RawItem): number => {
  const time = typeof published === 'number' ? inMs(published) : Date.parse(published ?? '');
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
};

/** What is remembered of a whole answer: the hashes of its newest 50 items. */
export function windowOf(items: readonly RawItem[]): string[] {
  const names = namesOf(items);
  const newest = items
    .map((item, i) => ({ time: roughTime(item), names: names[i] ?? [] }))
    .sort((a, b) => (a.time === b.time ? 0 : b.time - a.time))
    .slice(0, itemsRemembered);
  return [...new Set(newest.flatMap((item) => item.names))];
}

/** How many of the items were in a window. */
export function countKnown(items: readonly RawItem[], window: readonly string[]): number {
  const known = new Set(window);
  return namesOf(items).filter((names) => names.some((name) => known.has(name))).length;
}

/**
 * The items, with a mark on those that were listed last night with the same guid, title and date, but under another link:
 * addresses that carry a token, a site that moved or names its pages anew, a feed that lost its links. By their links they
 * would all count as new.
 */
export function markListed(items: readonly RawItem[], window: readonly string[]): RawItem[] {
  const known = new Set(window);
  const guids = borneOnce(items.map(({ guid }) => guid));
  const wasListed = (item: RawItem): boolean => {
    const { guid, link } = item;
    if (!guid || !guids.has(guid) || link === guid) return false;
    if (!known.has(guidName(item)) || !known.has(listedName(item))) return false;
    return !link || !known.has(hash(`link ${link}`));
  };
  return items.map((item) => (wasListed(item) ? { ...item, listedBefore: true } : item));
}

/**
 * Whether a list has moved on past a window, so that items may have come and gone unread. What is still there of a window
 * tells how far the list has moved, but for two kinds, unless they are most of it: an old item of which most that were
 * newer are gone is pinned, and one that is dated later than the night on which it was known already was dated anew.
 * @param lastNight when the window was read, if that is known
 */
export function ranOver(
  items: readonly RawItem[],
  window: readonly string[],
  lastNight?: Date | undefined,
): boolean {
  const names = namesOf(items);
  const listed = new Set(names.flat());
  const still = window.filter((name) => listed.has(name)).length;
  if (still > 0 && still * 2 >= window.length) return false;
  const isAnew = (item: RawItem | undefined): boolean => {
    const time = item ? roughTime(item) : Number.NaN;
    return lastNight !== undefined && Number.isFinite(time) && time > lastNight.getTime();
  };
  const telling = new Set(names.flatMap((own, at) => (isAnew(items[at]) ? [] : own)));
  let present = 0;
  // An item has up to three names, of which two may change every night with its guid: a quarter of them is most of the items.
  return !window.some((name, at) => {
    if (!telling.has(name)) return false;
    present += 1;
    return present * 4 >= at + 1;
  });
}

/** Whether a page says nothing that the pages before it did not: a server that knows no pages gives the first again. */
export function repeats(items: readonly RawItem[], before: readonly RawItem[]): boolean {
  const seen = new Set(namesOf(before).flat());
  return items.length > 0 && namesOf(items).every((names) => names.some((name) => seen.has(name)));
}

/** Whether a page reaches back before a moment. A single old item may be one that is pinned to the top. */
export function reachesBefore(items: readonly RawItem[], moment: Date): boolean {
  const times = items.map(roughTime).filter(Number.isFinite);
  const older = times.filter((time) => time < moment.getTime()).length;
  return older >= 2 || (older > 0 && older === times.length);
}

/** When the oldest of the items was published, as far as their dates can be read at a glance. */
export function oldestOf(items: readonly RawItem[]): Date | undefined {
  const times = items.map(roughTime).filter(Number.isFinite);
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.min(a, b)));
}
