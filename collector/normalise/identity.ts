import { urlKey } from './canonical-url.ts';
import { shortHash } from './hash.ts';

/** What an item can be told apart by. */
export type Marks = {
  /** Canonical link, if it has one. */
  url: string | null;
  guid: string | undefined;
  title: string;
  text: string;
  /** UTC day that the source stated; undefined where it stated none that can be read. */
  day: string | undefined;
};
export type Identity = { key: string; doc: string };
export type Identified = {
  identities: (Identity | null)[];
  flags: string[];
  /** Short hashes of links and guids that several items were seen to share, now or before. */
  shared: string[];
  /** Keys that an item may be stored under from a night on which it was the only one with its link or guid, by its key. */
  formerly: Map<string, string[]>;
};

const clean = (guid: string | undefined): string | undefined => guid?.trim() || undefined;

/** A bare host is the address of a site, never of an item. */
const linkOf = ({ url }: Pick<Marks, 'url'>): string | undefined => {
  if (url === null) return undefined;
  const key = urlKey(url);
  return key.includes('/') || key.includes('?') || key.includes('#') ? key : undefined;
};

/** `doc` of what is known by this canonical link; undefined where the link alone names no document. */
export function docOfLink(url: string): string | undefined {
  const link = linkOf({ url });
  return link === undefined ? undefined : shortHash(link);
}

/** `id` of what a source carried under this canonical link; undefined where the link alone names no document. */
export function idOfLink(source: string, url: string): string | undefined {
  const link = linkOf({ url });
  return link === undefined ? undefined : shortHash(`${source}\nlink ${link}`);
}

/** A guid that is an address, a URN, a tag URI or a UUID means the same everywhere; `12345` only in its own source. */
function worldwide(guid: string): string | undefined {
  if (/^https?:\/\/[^@]+$/i.test(guid) && guid.length <= 2048) {
    const url = URL.parse(guid);
    if (url !== null && url.hostname !== '') return urlKey(url.href);
  }
  return /^(?:urn:|tag:|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$)/i.test(guid) ? guid : undefined;
}

/** Values of `mark` that items bear which are not the same item said twice. */
function sharedBy(
  items: readonly Marks[],
  mark: (item: Marks) => string | undefined,
  tell: (item: Marks) => string,
): Set<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const item of items) {
    const value = mark(item);
    if (value === undefined) continue;
    const told = tell(item);
    const before = first.get(value);
    if (before === undefined) first.set(value, told);
    else if (before !== told) shared.add(value);
  }
  return shared;
}

/**
 * Gives each item of one document its identity: the canonical link; where that is missing or several items share it, the
 * guid; where that fails too, title and day, and the text where several share even those. Null for an item without any.
 * What was shared once identifies nothing ever after (`known`), even in a document that lists one such item alone.
 * `bad_link` and `bad_guid` say that items shared one. Another rule would count every item of every source once more.
 */
export function identify(items: readonly Marks[], source: string, known: readonly string[] = []): Identified {
  const titled = (item: Marks): string => `${item.title || item.text}\n${item.day ?? ''}`;
  const guidOf = (item: Marks): string | undefined => clean(item.guid);
  // One item listed twice shares its marks with itself only.
  const sharedLinks = sharedBy(items, linkOf, (item) => `${guidOf(item) ?? ''}\n${item.title}`);
  const sharedGuids = sharedBy(items, guidOf, (item) => `${linkOf(item) ?? ''}\n${item.title}`);
  const sharedTitles = sharedBy(items, titled, (item) => item.text);

  const before = new Set(known);
  for (const item of items) {
    const [link, guid] = [linkOf(item), guidOf(item)];
    if (link !== undefined && before.has(shortHash(`link ${link}`))) sharedLinks.add(link);
    if (guid !== undefined && before.has(shortHash(`guid ${guid}`))) sharedGuids.add(guid);
  }

  const formerly = new Map<string, string[]>();
  const identities = items.map((item): Identity | null => {
    const link = linkOf(item);
    if (link !== undefined && !sharedLinks.has(link)) return { key: `link ${link}`, doc: shortHash(link) };
    const before = link === undefined ? [] : [`link ${link}`];
    const guid = guidOf(item);
    if (guid !== undefined && !sharedGuids.has(guid)) {
      const wide = worldwide(guid);
      const key = `guid ${shortHash(guid)}`;
      if (before.length > 0) formerly.set(key, before);
      return { key, doc: shortHash(wide ?? `${source}\n${guid}`) };
    }
    if (item.title === '' && item.text === '') return null;
    const title = titled(item);
    const key = `title ${shortHash(sharedTitles.has(title) ? `${title}\n${item.text}` : title)}`;
    if (guid !== undefined) before.push(`guid ${shortHash(guid)}`);
    if (before.length > 0) formerly.set(key, before);
    return { key, doc: shortHash(`${source}\n${key}`) };
  });
  const flags: string[] = [];
  if (sharedLinks.size > 0) flags.push('bad_link');
  if (sharedGuids.size > 0) flags.push('bad_guid');
  const seen = [...sharedLinks]
    .map((link) => `link ${link}`)
    .concat([...sharedGuids].map((guid) => `guid ${guid}`));
  return { identities, flags, formerly, shared: [...new Set([...known, ...seen.map(shortHash)])] };
}
