import type { Intent } from '#contract';
import { intents } from '#contract';
import ownCases from './own-cases.json' with { type: 'json' };

/** How many of the hits that somebody looked at were what they were called. */
export type Judged = { judged: number; right: number };
/** `seen`: public hits that rules were mended by; `unseen`: those that were read once, after the last change to their rule. */
type PublicReading = { seen: Judged; unseen: Judged };
export type Reading = PublicReading & { own: Judged };

/** The day on which the public texts were read, with the rules and the scorer of tone that found them. */
export const judgedOn = { date: '2026-11-22', rule: 'intent-cues@3', by: 'tone@2.2.0' } as const;

/**
 * Public texts whose hits were read, by name of the set: their train, dev and test parts. Of posts, only those that name one of about
 * 390 companies, teams, games and broadcasters, which stood for the brand; the others of them stood for the panel.
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

const none: Judged = { judged: 0, right: 0 };
const of = (right: number, judged: number): Judged => ({ judged, right });

/**
 * Public hits by intent, all read by one reader, who mended the rules too: what was unclear counts as wrong. Another had read some of
 * them for the first rules. Every hit of the sets was read, but for praise and complaints, of which samples were drawn by lot. Of `recommend`, `warn`, `suggest` and `ask`
 * the train and dev parts are seen and the test parts unseen. Every hit of `stay`, `leave`, `join` and `compare` was seen while rules
 * were made: what was wrong among them was mended where a rule could be, so that they say less than their number. Hits of `praise` in
 * the test parts are seen, those in train and dev unseen; of `complain` those in the test parts were read.
 */
export const publicReadings: Readonly<Record<Intent, PublicReading>> = {
  recommend: { seen: of(92, 100), unseen: of(28, 33) },
  warn: { seen: of(68, 74), unseen: of(23, 24) },
  stay: { seen: of(23, 23), unseen: none },
  leave: { seen: of(28, 29), unseen: none },
  join: { seen: of(3, 6), unseen: none },
  complain: { seen: none, unseen: of(58, 60) },
  suggest: { seen: of(14, 28), unseen: of(4, 7) },
  praise: { seen: of(50, 55), unseen: of(66, 70) },
  ask: { seen: of(8, 37), unseen: of(2, 12) },
  compare: { seen: of(24, 25), unseen: none },
};

/**
 * Beside them, hits on the half of `cases/` that was kept apart, though who mended the rules wrote the later ones of it: what the rules
 * of today find there, by the scorer of today, as `earshot bench intents` finds it anew. Cases and rules are by the same hand, which flatters them: they tell when a rule breaks, not how
 * often it is right among people. Mended by: npx vitest run -u collector/enrich/intents
 */
export const readings: Readonly<Record<Intent, Reading>> = Object.fromEntries(
  intents.map((intent) => [intent, { own: ownCases[intent], ...publicReadings[intent] }]),
) as Record<Intent, Reading>;

/** Precision that an intent has to reach to be counted. */
export const fewestRight = 0.8;
/** Public hits that have to have been read. */
export const fewestPublic = 20;
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

/** Seen and unseen ones together: cases of our own count for nothing here. */
export const publicOf = ({ seen, unseen }: PublicReading): Judged => ({
  judged: seen.judged + unseen.judged,
  right: seen.right + unseen.right,
});

/**
 * Whether an intent is shown to be right often enough: twenty public hits at least were read, and the lower end of the interval over these
 * alone reaches four fifths; so does the share of those that no rule was mended by, where there are any, and that of our own cases.
 */
export function isShown(reading: Reading): boolean {
  const all = publicOf(reading);
  return (
    all.judged >= fewestPublic &&
    shareOf(all).low >= fewestRight &&
    [reading.unseen, reading.own].every((one) => one.judged === 0 || shareOf(one).share >= fewestRight)
  );
}

/** Intents that scores bear; of the others it is not shown that they are right four times in five. */
export const counted: readonly Intent[] = intents.filter((intent) => isShown(readings[intent]));
