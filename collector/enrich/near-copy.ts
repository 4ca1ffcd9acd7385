import { align, type Gap, weightOf } from './align.ts';
import type { Reading, Word } from './copy-words.ts';
import { areOpposites } from './opposites.ts';
import { roundedNumbers } from './rounded.ts';

/** Words that one text has and the other lacks cost less than words that stand for others. */
const costOfMissing = 0.35;
const longestSlot = 4;
const fewestWordLetters = 5;

/** Whether two words may be one: a slip of the pen, or another ending. */
export function isVariant(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < fewestWordLetters - 1) return false;
  if (
    long.startsWith(short.slice(0, Math.max(fewestWordLetters - 1, short.length - 2))) &&
    long.length - short.length <= 3
  )
    return true;
  return long.length - short.length <= 1 && short.length >= fewestWordLetters && isOneSlip(short, long);
}

/** One letter left out, added or changed, or two that changed places. */
function isOneSlip(short: string, long: string): boolean {
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  return right.length <= 1 || (left.length === 2 && right === `${left[1]}${left[0]}`);
}

const isSame = (a: Word, b: Word): boolean =>
  a.hash === b.hash ||
  (a.kind !== 'number' && b.kind !== 'number' && (a.root === b.root || isVariant(a.text, b.text)));

function timesIn({ hash }: Word, { title, excerpt }: Reading): number {
  let times = 0;
  for (const word of title) if (word.hash === hash) times += 1;
  for (const word of excerpt) if (word.hash === hash) times += 1;
  return times;
}
const isIn = (word: Word, { title, excerpt }: Reading): boolean =>
  title.some((other) => isSame(word, other)) || excerpt.some((other) => isSame(word, other));

/** Two readings side by side, and the numbers of both that one of them but rounds. */
type Both = { a: Reading; b: Reading; rounded: ReadonlySet<number> };

/** Names and numbers of a part of one text that the other lacks: "Q4: 4 million" has a 4 more than "Q2: 4 million". */
const ownName = (words: readonly Word[], others: Reading): boolean =>
  words.some((word) => word.kind === 'name' && !isIn(word, others));
const ownNumber = (
  words: readonly Word[],
  own: Reading,
  others: Reading,
  rounded: ReadonlySet<number>,
): boolean =>
  words.some(
    (word) => word.kind === 'number' && !rounded.has(word.hash) && timesIn(word, own) > timesIn(word, others),
  );

/** Whether two parts name other things: each has a number, or each has a name, that the other text lacks. */
const nameOthers = (left: readonly Word[], right: readonly Word[], { a, b, rounded }: Both): boolean =>
  (ownNumber(left, a, b, rounded) && ownNumber(right, b, a, rounded)) ||
  (ownName(left, b) && ownName(right, a));

/** Whether two parts tell opposite outcomes: "rejects" where the other says "approves". What one part says both of, it weighs. */
const tellOpposites = (left: readonly Word[], right: readonly Word[]): boolean =>
  left.some(
    (mine) =>
      right.some((yours) => areOpposites(mine.text, yours.text)) &&
      !left.some((other) => areOpposites(mine.text, other.text)) &&
      !right.some(({ hash }) => hash === mine.hash),
  );

const wordsIn = (words: readonly Word[], { from, to }: Gap['a']) => words.slice(from, to);

/**
 * Whether a gap is a slot of one template that two stories fill in their own ways. Of a longer gap, only the first word,
 * after what both say: the rest may be another sentence.
 */
function isOtherSlot(left: readonly Word[], right: readonly Word[], both: Both): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const isShort = left.length <= longestSlot && right.length <= longestSlot;
  const [mine, yours] = isShort ? [left, right] : [left.slice(0, 1), right.slice(0, 1)];
  return nameOthers(mine, yours, both) || tellOpposites(mine, yours);
}

/** Whether two parts are two things: of more than one telling word each, and none of them alike. */
function isOtherThing(left: readonly Word[], right: readonly Word[]): boolean {
  const [mine, yours] = [left, right].map((words) => words.filter(({ weight }) => weight >= 0.6));
  if (mine === undefined || yours === undefined || mine.length < 2 || yours.length < 2) return false;
  if (left.length > longestSlot || right.length > longestSlot) return false;
  return !mine.some((word) => yours.some((other) => isSame(word, other)));
}

type Compared = {
  score: number;
  matched: number;
  /** Weight of words that stand for others. */
  replaced: number;
  conflicts: number;
  /** Gaps where both show the text, and those of them that hold two things. */
  gaps: number;
  otherThings: number;
  /** What only one of them says, where both show the text. */
  onlyA: readonly Word[];
  onlyB: readonly Word[];
};

function compare(
  a: readonly Word[],
  b: readonly Word[],
  both: Both,
  cut: { before: readonly [boolean, boolean]; after: readonly [boolean, boolean] },
): Compared {
  let cost = 0;
  let conflicts = 0;
  let [gaps, otherThings] = [0, 0];
  const alignment = align(a, b);
  let { matched } = alignment;
  let replaced = 0;
  const [onlyA, onlyB]: [Word[], Word[]] = [[], []];
  for (const gap of alignment.gaps) {
    const [left, right] = [wordsIn(a, gap.a), wordsIn(b, gap.b)];
    const [mine, theirs] = [weightOf(left), weightOf(right)];
    const isFirst = gap.a.from === 0 && gap.b.from === 0;
    const isLast = gap.a.to === a.length && gap.b.to === b.length;
    // Where one excerpt begins later or ends sooner, nothing is known of what it leaves out.
    if (isFirst && ((right.length === 0 && cut.before[1]) || (left.length === 0 && cut.before[0]))) continue;
    if (isLast && ((right.length === 0 && cut.after[1]) || (left.length === 0 && cut.after[0]))) continue;
    gaps += 1;
    if (isOtherSlot(left, right, both)) conflicts += 1;
    else if (isOtherThing(left, right)) otherThings += 1;
    if (left.length === 1 && right.length === 1 && isSame(left[0] as Word, right[0] as Word)) {
      matched += 0.8 * Math.min(mine, theirs);
      cost += 0.2 * Math.min(mine, theirs);
      continue;
    }
    replaced += Math.min(mine, theirs);
    onlyA.push(...left);
    onlyB.push(...right);
    cost += Math.min(mine, theirs) + costOfMissing * Math.abs(mine - theirs);
  }
  return {
    score: matched === 0 ? 0 : matched / (matched + cost),
    matched,
    replaced,
    conflicts,
    gaps,
    otherThings,
    onlyA,
    onlyB,
  };
}

/** What stands in title and excerpt alike, and nowhere in the other mention: what it is about. */
function hasOwnSubject({ title, excerpt }: Reading, other: Reading): boolean {
  return title.some(
    (word) => word.weight >= 0.4 && excerpt.some(({ hash }) => hash === word.hash) && !isIn(word, other),
  );
}

const whole = { before: [false, false], after: [false, false] } as const;
/** Titles that agree in less than this have another wording; their gaps are no slots. */
const leastTitle = 0.3;
/** A title that says so much may be the only thing that two copies share, even if both show much of a text. */
const titleWeight = { fewest: 2.4, telling: 4 };
const tellingText = 8;
/** What is shorter than this is said by two people in the same words. */
const fewestLetters = { text: 20, review: 40, excerpt: 60 };

/** The same title, but for words that one of them has more. */
const isTitleCopy = ({ score, matched, replaced }: Compared): boolean =>
  score >= 0.85 && replaced === 0 && matched >= titleWeight.fewest;

/** The less a text shows, the more of it must agree; less of it where the titles speak for it. */
function isTextCopy(title: Compared, { score, matched }: Compared): boolean {
  if (matched >= 14) return score >= 0.6;
  return score >= 0.75 && matched >= (title.score >= leastTitle ? 5 : 10);
}

/**
 * Whether both show much text and nearly none of it is the same: "Five things to know today" is a headline for anything.
 * Where one excerpt ends within a text and the other begins within one, they may be two places of the same.
 */
function areOtherTexts(a: Reading, b: Reading, { score }: Compared): boolean {
  if ((a.cutAfter && b.cutBefore) || (b.cutAfter && a.cutBefore)) return false;
  const ownWeight = ({ title, excerpt }: Reading) =>
    weightOf(excerpt.filter(({ hash }) => !title.some((word) => word.hash === hash)));
  return score < 0.1 && Math.min(ownWeight(a), ownWeight(b)) >= tellingText;
}

/**
 * Whether one mention is a copy of the other, lightly edited at most: texts that agree where both show them; or, on
 * different sites, titles that do and say something, unless their texts are others; or both by halves. And nothing may
 * speak against it: where both say the same but for another number (unless one of them rounds it), another name, another
 * subject or the opposite outcome, or but for one thing of several words, two stories fill in one template.
 */
export function isCopy(a: Reading, b: Reading, sameSite: boolean): boolean {
  const both: Both = { a, b, rounded: roundedNumbers(a, b) };
  const titleOf = ({ title, outletFrom }: Reading) => (sameSite ? title : title.slice(0, outletFrom));
  const title = compare(titleOf(a), titleOf(b), both, whole);
  if (title.score >= leastTitle && (title.conflicts > 0 || nameOthers(title.onlyA, title.onlyB, both)))
    return false;
  const excerpt = compare(a.excerpt, b.excerpt, both, {
    before: [a.cutBefore, b.cutBefore],
    after: [a.cutAfter, b.cutAfter],
  });
  if (excerpt.conflicts > 0) return false;
  if (excerpt.otherThings > 0 && excerpt.gaps === excerpt.otherThings) return false;
  if (hasOwnSubject(a, b) && hasOwnSubject(b, a)) return false;
  if (isTextCopy(title, excerpt) || isSameText(a.excerpt, b.excerpt, fewestLetters.excerpt)) return true;
  // A site that repeats a title, such as a weekly thread, tells something new under it.
  if (sameSite && title.matched >= titleWeight.fewest) return false;
  if (isWordForWord(a, b, fewestLetters.text)) return true;
  if (sameSite) return false;
  if (areOtherTexts(a, b, excerpt)) return false;
  if (isTitleCopy(title) && title.matched >= titleWeight.telling) return true;
  if (nameOthers(excerpt.onlyA, excerpt.onlyB, both)) return false;
  if (isTitleCopy(title))
    return excerpt.score >= 0.1 || Math.min(weightOf(a.excerpt), weightOf(b.excerpt)) < tellingText;
  return title.score >= 0.6 && excerpt.score >= 0.6 && title.matched + excerpt.matched >= 7;
}

/** Whether two reviews are one: "Great app" is what many people say, each for themselves. */
export const isReviewCopy = (a: Reading, b: Reading): boolean => isWordForWord(a, b, fewestLetters.review);

function isWordForWord(a: Reading, b: Reading, fewest: number): boolean {
  const textOf = ({ title, outletFrom, excerpt }: Reading) => [...title.slice(0, outletFrom), ...excerpt];
  return a.outletFrom === b.outletFrom && isSameText(textOf(a), textOf(b), fewest);
}

function isSameText(a: readonly Word[], b: readonly Word[], fewest: number): boolean {
  if (a.length !== b.length || a.some(({ hash }, at) => hash !== b[at]?.hash)) return false;
  return a.map(({ text }) => text).join(' ').length >= fewest;
}
