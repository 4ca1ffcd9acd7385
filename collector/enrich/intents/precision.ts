import type { Intent } from '#contract';
import { intents } from '#contract';

/** How many of the hits that somebody looked at were what they were called. */
export type Judged = { judged: number; right: number };
type Reading = { heldOut: Judged; public: Judged };

/**
 * The day on which the public texts were read, and the rules that found them. The rules of today add contexts in which nothing is found,
 * and a few cues; their hits in public texts were not read anew.
 */
export const judgedOn = { date: '2026-11-22', rule: 'intent-cues@1' } as const;

/**
 * Public texts whose hits were read, by name of the set. Of posts, only those that name one of about 110 companies, which stood for
 * the brand; the others of them stood for the panel.
 */
export const publicSets = [
  'uci_amazon',
  'uci_imdb',
  'uci_yelp',
  'vader_amazon',
  'vader_movie',
  'target_mams',
  'goemotions',
  'vader_tweets',
] as const;

/**
 * Hits by intent. `heldOut`: on the half of `cases/` that was written before the rules and kept apart while they were made; its misses
 * were looked at once, when the rules were nearly done, and one mistyped cue was mended then. Cases and rules are by
 * the same hand, which flatters them. `public`: drawn by lot from what the rules find in public texts that were not looked at before, read
 * by one reader after the last change to the rule; of `stay`, `leave` and `join` every hit, since there are few, most of
 * which were seen while the rules were made. Praise and complaints are read in reviews only: in posts that name a company, 13
 * of 23 and 7 of 11 were right.
 */
export const readings: Readonly<Record<Intent, Reading>> = {
  recommend: { heldOut: { judged: 28, right: 27 }, public: { judged: 47, right: 42 } },
  warn: { heldOut: { judged: 29, right: 29 }, public: { judged: 61, right: 52 } },
  stay: { heldOut: { judged: 30, right: 28 }, public: { judged: 20, right: 19 } },
  leave: { heldOut: { judged: 29, right: 29 }, public: { judged: 29, right: 28 } },
  join: { heldOut: { judged: 28, right: 28 }, public: { judged: 3, right: 3 } },
  complain: { heldOut: { judged: 15, right: 15 }, public: { judged: 91, right: 89 } },
  suggest: { heldOut: { judged: 31, right: 29 }, public: { judged: 16, right: 7 } },
  praise: { heldOut: { judged: 16, right: 14 }, public: { judged: 69, right: 68 } },
  ask: { heldOut: { judged: 31, right: 31 }, public: { judged: 41, right: 9 } },
  compare: { heldOut: { judged: 28, right: 27 }, public: { judged: 31, right: 27 } },
};

/** Precision that an intent has to reach to be counted. */
export const fewestRight = 0.8;
/** Public hits that have to have been read; among them, too, so many have to be right. */
const fewestPublic = 10;
const z = 1.959964;

/** Share that is right with its 95 % interval (Wilson 1927); 0 to 1 where nothing was judged. */
export function shareOf({ judged, right }: Judged): { share: number; low: number; high: number } {
  if (judged === 0) return { share: Number.NaN, low: 0, high: 1 };
  const share = right / judged;
  const square = z * z;
  const centre = (share + square / (2 * judged)) / (1 + square / judged);
  const half =
    (z / (1 + square / judged)) * Math.sqrt((share * (1 - share)) / judged + square / (4 * judged * judged));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Whether an intent is shown to be right often enough: ten public hits at least were read, four fifths of them were right, and over
 * held-out cases and public texts together the lower end of the interval reaches four fifths.
 */
export function isShown({ heldOut, public: ofPublic }: Reading): boolean {
  const both = { judged: heldOut.judged + ofPublic.judged, right: heldOut.right + ofPublic.right };
  const inPublic = ofPublic.judged >= fewestPublic && ofPublic.right / ofPublic.judged >= fewestRight;
  return inPublic && shareOf(both).low >= fewestRight;
}

/** Intents that scores bear; of the others it is not shown that they are right four times in five. */
export const counted: readonly Intent[] = intents.filter((intent) => isShown(readings[intent]));

/** What the model card shows of each intent. */
export const intentPrecision: readonly ({
  intent: Intent;
  low: number;
  high: number;
  share: number;
  counted: boolean;
} & Judged &
  Reading)[] = intents.map((intent) => {
  const reading = readings[intent];
  const both = {
    judged: reading.heldOut.judged + reading.public.judged,
    right: reading.heldOut.right + reading.public.right,
  };
  return { intent, ...both, ...shareOf(both), counted: counted.includes(intent), ...reading };
});
