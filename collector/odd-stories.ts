import { isWithoutText, type Mention, type Score } from '#contract';
import { openStories, storyDays } from './enrich/stories.ts';

const hourMs = 3_600_000;
const windowMs = storyDays * 24 * hourMs;
/** Two runs that overlapped did not know each other's lines. */
const overlapMs = 6 * hourMs;

type Told<T> = T & { mention: Mention; score: Score };
type Options = {
  /** Whether today's rules told a mention's story. */
  isOurs: (score: Score) => boolean;
  /** Whether the document of a story was forgotten on request: what belonged to it can't be told any more. */
  isForgotten: (story: string) => boolean;
  /** False where lines were taken out on request, in whose place others would be compared now. */
  isComplete: boolean;
};

/**
 * Scores whose story cannot be: no mention within 60 days began it, the text is no copy of what began it, another mention
 * of the same document tells another story, or it is a copy of an earlier story and yet tells its own. Only what holds
 * whatever the order was in which overlapping runs stored their lines.
 * @param told mentions with their scores, in the order of the lines of mentions
 */
export function oddStories<T>(told: readonly Told<T>[], options: Options): { at: Told<T>; why: string }[] {
  return [
    ...notBegun(told, options),
    ...toldApart(told),
    ...(options.isComplete ? ownCopies(told, options) : []),
  ];
}

/** Members that no beginning of their story accounts for; one document at a time, since it is one member's text that joined. */
function notBegun<T>(
  told: readonly Told<T>[],
  { isOurs, isForgotten }: Options,
): { at: Told<T>; why: string }[] {
  const begun = Map.groupBy(
    told.filter(({ mention, score }) => mention.doc === score.story),
    ({ score }) => score.story,
  );
  const joined = Map.groupBy(
    told.filter(({ mention, score }) => mention.doc !== score.story && !isForgotten(score.story)),
    ({ mention, score }) => `${mention.doc} ${score.story}`,
  );
  return [...joined.values()].flatMap((members) => {
    const at = members[0] as Told<T>;
    const firsts = begun.get(at.score.story) ?? [];
    const isNear = (one: Told<T>, first: Told<T>) =>
      Math.abs(Date.parse(one.mention.publishedAt) - Date.parse(first.mention.publishedAt)) <= windowMs;
    const why = `tells the story ${at.score.story}, `;
    if (!members.some((one) => firsts.some((first) => isNear(one, first))))
      return [{ at, why: `${why}which nothing within ${storyDays} days of it began` }];
    const canBeRead = [...members, ...firsts].every(({ mention }) => !isWithoutText(mention));
    if (!canBeRead || !members.every(({ score }) => isOurs(score))) return [];
    if (members.some((one) => firsts.some((first) => isCopyOf(one.mention, first.mention)))) return [];
    return [{ at, why: `${why}and is no copy of what began it` }];
  });
}

function isCopyOf(mention: Mention, first: Mention): boolean {
  const stories = openStories();
  stories.add(first, first.doc);
  return stories.find(mention) !== undefined;
}

/** A document is told once: what tells it again within 60 days belongs to the same story. */
function toldApart<T>(told: readonly Told<T>[]): { at: Told<T>; why: string }[] {
  const latest = new Map<string, { seen: number; first: Told<T> }>();
  return told.flatMap((at) => {
    const seen = Date.parse(at.mention.firstSeenAt);
    const before = latest.get(at.mention.doc);
    const apart = before === undefined ? Number.POSITIVE_INFINITY : Math.abs(seen - before.seen);
    const first = before && apart <= windowMs ? before.first : at;
    latest.set(at.mention.doc, { seen: Math.max(seen, before?.seen ?? seen), first });
    if (first.score.story === at.score.story || (apart > 0 && apart <= overlapMs)) return [];
    return [{ at, why: `tells another story than ${first.mention.id}, which is the same document` }];
  });
}

/** Mentions that tell a story of their own, though they are near copies of what an earlier run had stored. */
function ownCopies<T>(told: readonly Told<T>[], { isOurs }: Options): { at: Told<T>; why: string }[] {
  const stories = openStories();
  const firstSeen = new Map<string, number>();
  return told.flatMap((at) => {
    const { mention, score } = at;
    const seen = Date.parse(mention.firstSeenAt);
    const isChecked = score.story === mention.doc && isOurs(score) && !isWithoutText(mention);
    const found = isChecked ? stories.find(mention) : undefined;
    stories.add(mention, score.story);
    if (!firstSeen.has(score.story)) firstSeen.set(score.story, seen);
    if (found === undefined || found === score.story) return [];
    if (seen - (firstSeen.get(found) ?? seen) <= overlapMs) return [];
    return [{ at, why: `tells a story of its own, and is a copy of the story ${found}` }];
  });
}
