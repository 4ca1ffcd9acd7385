import type { ToneReport } from '#contract';
import { calibrationError, likeliest, macroF1 } from '../../enrich/tone/accuracy.ts';
import type { Peer, Probabilities } from './peers.ts';
import type { TestSet } from './test-sets.ts';

/** What a scorer said of each text of a set. */
export type Judged = { set: TestSet; known: number[]; p: Probabilities[]; score: SetScore };
type SetScore = ToneReport['sets'][number]['scores'][string];

/** Of the two sides alone, where no text is neutral. */
function sidesOf([negative, , positive]: Probabilities): Probabilities {
  const sum = negative + positive;
  return sum === 0 ? [0.5, 0, 0.5] : [negative / sum, 0, positive / sum];
}

/** Share of the negative and positive texts whose likelier side is the right one; without a side, half of it is right. */
function twoClass(peer: Peer, set: TestSet, p: readonly Probabilities[]): number | null {
  let [texts, right] = [0, 0];
  for (const [at, { label, text }] of set.texts.entries()) {
    if (label === 1) continue;
    const [negative, , positive] = p[at] as Probabilities;
    const side = positive - negative || (peer.lean?.(text) ?? 0);
    texts += 1;
    right += side === 0 ? 0.5 : side > 0 === (label === 2) ? 1 : 0;
  }
  return texts === 0 ? null : right / texts;
}

/** Has a scorer judge a set, and counts how well. */
export function measurePeer(peer: Peer, set: TestSet): Judged {
  const known = set.texts.map(({ label }) => label);
  const p = set.texts.map((text) => peer.judge(text, set.group));
  const three = known.includes(1);
  const answers = p.map(likeliest);
  const score: SetScore = {
    macroF1: three ? macroF1(known, answers) : null,
    accuracy: three ? known.filter((label, at) => label === answers[at]).length / known.length : null,
    twoClass: twoClass(peer, set, p),
    ece: peer.stated ? calibrationError(known, three ? p : p.map(sidesOf)) : null,
  };
  return { set, known, p, score };
}
