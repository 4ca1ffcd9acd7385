import type { ToneReport } from '#contract';
import { measureNetTone } from '../../enrich/tone/measure-net-tone.ts';
import { shippedModel, shippedWhole, toneGroupOf } from '../../enrich/tone/tone.ts';
import { seeded } from '../../measure/seeded.ts';
import type { Judged } from './measure-peer.ts';
import type { Peer } from './peers.ts';

/** Texts that a set must have, so that groups of 200 are not the whole of it. */
const fewestTexts = 400;
const [groupSize, groupsPerSet, seed] = [200, 100, 7];

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sets of whole texts and three classes that are large enough, all of which must occur for shifted groups. */
const isLarge = ({ known, set }: Judged): boolean =>
  set.kind === 'whole' && known.length >= fewestTexts && [0, 1, 2].every((label) => known.includes(label));

/**
 * How far the net tone of groups of texts is from the truth, as each scorer tells it: by counting its labels, and by probabilities
 * where it states them. The same groups for all.
 */
export function netToneOf(
  judgedBy: readonly { peer: Peer; judged: readonly Judged[] }[],
): ToneReport['netTone'] {
  const errors = judgedBy.flatMap(({ peer, judged }) => {
    const { prior } = peer.by.startsWith('tone-base@') ? shippedModel() : shippedWhole();
    const measures = judged.filter(isLarge).map(({ known, p, set }) =>
      measureNetTone(known, p, {
        prior: prior(toneGroupOf(set.group)),
        random: seeded(seed),
        size: groupSize,
        repeats: groupsPerSet,
      }),
    );
    const row = (how: 'estimated' | 'counted', of: 'netTone' | 'counted') => ({
      by: peer.by,
      how,
      natural: mean(measures.map(({ natural }) => natural[of])),
      shifted: mean(measures.map(({ shifted }) => shifted[of])),
    });
    return [...(peer.stated ? [row('estimated', 'netTone')] : []), row('counted', 'counted')];
  });
  const sets = judgedBy[0]?.judged.filter(isLarge).map(({ set }) => set.set) ?? [];
  return { groupSize, groupsPerSet, sets, errors };
}
