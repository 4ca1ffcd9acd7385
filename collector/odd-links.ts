import { isWithoutText, type Mention } from '#contract';
import { shortHash } from './normalise/hash.ts';
import { docOfLink, idOfLink } from './normalise/identity.ts';

/**
 * What a mention says of itself that does not follow from its link: `id` and `doc` are hashes of it where an item is known by
 * its link. Undefined where all follows; `unknown` where the item is known by a guid or a title, which are not stored.
 */
export function oddLink({ id, doc, source, url }: Mention): string | 'unknown' | undefined {
  if (url === null) return 'unknown';
  let link: { id: string | undefined; doc: string | undefined };
  try {
    link = { id: idOfLink(source, url), doc: docOfLink(url) };
  } catch {
    return `has a link that is no address`;
  }
  if (id === link.id && doc === link.doc) return undefined;
  if (id === link.id) return 'has a `doc` that is not the hash of its link, and an `id` that is';
  if (doc !== link.doc) return 'unknown';
  // Where several items shared a link, a guid that is the same address may tell one of them.
  const guids = [url, url.replace(/\/$/, ''), url.replace(/^https:/, 'http:')];
  if (guids.some((guid) => id === shortHash(`${source}\nguid ${shortHash(guid)}`))) return 'unknown';
  return 'has an `id` that does not follow from its source and link, and a `doc` that does';
}

/**
 * Mentions without words where others of their month have some. `forget --before` empties all that was seen up to a moment:
 * so nothing that was seen earlier in the month, or in the same run, can have kept its words. Whichever are fewer are odd.
 * A rating without words is one that was given so.
 */
export function oddlyEmpty<T extends { mention: Mention; month: string }>(
  lines: readonly T[],
): { at: T; why: string }[] {
  const months = Map.groupBy(lines, ({ month }) => month);
  return [...months.values()].flatMap((month) => {
    const empty = month.filter(({ mention }) => isWithoutText(mention) && mention.rating === undefined);
    if (empty.length === 0) return [];
    const last = empty.reduce((a, { mention }) => (mention.firstSeenAt > a ? mention.firstSeenAt : a), '');
    const worded = month.filter(({ mention }) => !isWithoutText(mention) && mention.firstSeenAt <= last);
    if (worded.length < empty.length)
      return worded.map((at) => ({
        at,
        why: 'has words, where those of its month were taken out: repeat `forget --before`',
      }));
    const first = worded.reduce(
      (a, { mention }) => (mention.firstSeenAt < a ? mention.firstSeenAt : a),
      last,
    );
    return empty
      .filter(({ mention }) => mention.firstSeenAt >= first)
      .map((at) => ({
        at,
        why: 'has no words and no link, where others of its month have: they were taken out by hand',
      }));
  });
}
