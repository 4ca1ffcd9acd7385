import type { Mention } from '#contract';
import { openWords, type Reading } from './copy-words.ts';
import { isCopy, isReviewCopy } from './near-copy.ts';
import { exactKeysOf, openSketchIndex, sketchOf } from './sketch-index.ts';

/** Copies of a story are looked for this far from its first mention, and mentions are remembered for as long. */
export const storyDays = 60;
const windowMs = storyDays * 24 * 60 * 60 * 1000;
/** Version of the rule by which copies are told. */
export const storyRule = 'near-copy@2';
/** Of the mentions with most word pairs in common, so many are compared word by word; before them, so many by each exact key. */
const mostCompared = 10;
const mostExact = 4;
/** What is due is forgotten no sooner than after so many more. */
const fewestAdded = 1000;

/** A mention that began a story: copies are held against it. */
type First = {
  story: string;
  site: string;
  published: number;
  seen: number;
  isRated: boolean;
  reading: Reading;
};

/**
 * Stories told in the last 60 days, to find copies by. A mention belongs to the story of its document; else to that of
 * the first mention which it is a near copy of (see `isCopy`), published within 60 days of it; else it begins its own.
 *
 * Copies are held against first mentions only, never against other copies, so that no chain of small changes drifts
 * from one story into another: all mentions of a story are near copies of one text.
 *
 * A mention is remembered until one is given that was first seen more than 60 days after it. So what is found depends on
 * the mentions of the last 60 days and their order alone: all nights in one process, or each in its own that was given
 * those mentions with their stories, give the same. Memory is bound by what 60 days hold; nothing of it is stored.
 */
export type Stories = {
  /** The story that a mention belongs to, if it has been told before. */
  find(mention: Mention): string | undefined;
  /** Notes that a mention tells a story. */
  add(mention: Mention, story: string): void;
  /** Mentions that are remembered. */
  size(): number;
};

export function openStories(): Stories {
  const words = openWords();
  const byDoc = new Map<string, { story: string; seen: number }>();
  let firsts: First[] = [];
  let index = openSketchIndex();
  let newest = Number.NEGATIVE_INFINITY;
  let addedSince = 0;
  let last: { mention: Mention; reading: Reading; keys: number[]; sketch: number[] } | undefined;
  /** Lines that come when they would have been forgotten, such as old ones that are scored anew: told among themselves. */
  let late: Stories | undefined;

  function readOnce(mention: Mention) {
    if (last?.mention === mention) return last;
    const reading = words.readingOf(mention);
    last = { mention, reading, keys: exactKeysOf(reading), sketch: sketchOf(reading) };
    return last;
  }
  const isForgotten = ({ seen }: { seen: number }) => seen < newest - windowMs;

  /** Forgets in one sweep what is due, when as much has been added as was left by the sweep before. */
  function sweep(): void {
    for (const [doc, told] of byDoc) if (isForgotten(told)) byDoc.delete(doc);
    firsts = firsts.filter((first) => !isForgotten(first));
    index = openSketchIndex();
    for (const [at, { reading }] of firsts.entries())
      index.add(at, [...exactKeysOf(reading), ...sketchOf(reading)]);
    addedSince = 0;
  }

  function findLike(mention: Mention): string | undefined {
    const { reading, keys, sketch } = readOnce(mention);
    const published = Date.parse(mention.publishedAt);
    const fits = (at: number): boolean => {
      const first = firsts[at] as First;
      return !isForgotten(first) && Math.abs(first.published - published) <= windowMs;
    };
    const isRated = mention.rating !== undefined;
    const isLike = (at: number): boolean => {
      const first = firsts[at] as First;
      if (first.isRated !== isRated) return false;
      if (isRated) return isReviewCopy(first.reading, reading);
      return isCopy(first.reading, reading, first.site === mention.site && first.site !== '');
    };
    const exact = index.holdingAny(keys, mostExact, fits);
    const found = exact.find(isLike) ?? index.alike(sketch, mostCompared, fits).find(isLike);
    return found === undefined ? undefined : (firsts[found] as First).story;
  }

  return {
    find(mention) {
      const seen = Date.parse(mention.firstSeenAt);
      newest = Math.max(newest, seen);
      if (isForgotten({ seen })) return late?.find(mention);
      const told = byDoc.get(mention.doc);
      return told !== undefined && !isForgotten(told) ? told.story : findLike(mention);
    },
    add(mention, story) {
      const seen = Date.parse(mention.firstSeenAt);
      newest = Math.max(newest, seen);
      if (isForgotten({ seen })) {
        late ??= openStories();
        late.add(mention, story);
        return;
      }
      if (addedSince >= Math.max(fewestAdded, byDoc.size / 2)) sweep();
      addedSince += 1;
      const told = byDoc.get(mention.doc);
      if (told === undefined || isForgotten(told)) byDoc.set(mention.doc, { story, seen });
      else told.seen = Math.max(told.seen, seen);
      if (mention.doc !== story) return;
      const { reading, keys, sketch } = readOnce(mention);
      index.add(firsts.length, [...keys, ...sketch]);
      firsts.push({
        story,
        site: mention.site,
        published: Date.parse(mention.publishedAt),
        seen,
        isRated: mention.rating !== undefined,
        reading,
      });
    },
    size: () => byDoc.size,
  };
}
