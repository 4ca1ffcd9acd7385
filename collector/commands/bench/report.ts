import type { ScorerName, ToneReport } from '#contract';
import { processOf, speedsOf, weightBytesOf } from './cost.ts';
import { type Judged, measurePeer } from './measure-peer.ts';
import { netToneOf } from './net-tone.ts';
import { openPeers, type Peer } from './peers.ts';
import { reliabilityOf, surestOf } from './reliability.ts';
import type { TestSet } from './test-sets.ts';

type Score = Judged['score'];

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};
/** Shares are told to a hundredth of a percent: what lies beyond is chance. */
const rounded = (report: ToneReport): ToneReport =>
  JSON.parse(
    JSON.stringify(report, (_, value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)),
  );

const isThree = ({ known }: Judged): boolean => known.includes(1);
const isWhole = ({ set }: Judged): boolean => set.kind === 'whole';

function meansOf(by: string, judged: readonly Judged[]): ToneReport['means'][number] {
  const of = (wanted: readonly Judged[], key: keyof Score) => mean(wanted.map(({ score }) => score[key]));
  const whole = judged.filter((one) => isWhole(one) && isThree(one));
  return {
    by,
    macroF1: of(whole, 'macroF1'),
    accuracy: of(whole, 'accuracy'),
    twoClass: of(
      judged.filter((one) => !isThree(one)),
      'twoClass',
    ),
    towardMacroF1: of(
      judged.filter((one) => !isWhole(one) && isThree(one)),
      'macroF1',
    ),
    ece: of(judged, 'ece'),
  };
}

/** Measures every scorer on the sets, side by side. Deterministic but for `cost`. */
export async function toneReport(
  sets: readonly TestSet[],
  { root, usual, tell }: { root: string; usual: ScorerName; tell: (text: string) => void },
): Promise<ToneReport> {
  const peers: Peer[] = await openPeers(usual);
  const judgedBy = peers.map((peer) => {
    tell(`${peer.by} judges ${sets.reduce((sum, { texts }) => sum + texts.length, 0)} texts`);
    return { peer, judged: sets.map((set) => measurePeer(peer, set)) };
  });
  const three = (judged: readonly Judged[]) => judged.filter((one) => isWhole(one) && isThree(one));
  const stated = judgedBy.filter(({ peer, judged }) => peer.stated && three(judged).length > 0);
  tell('groups of texts');
  const netTone = netToneOf(judgedBy);
  tell('speed and memory');
  return rounded({
    peers: peers.map(({ by }) => by),
    sets: sets.map(({ set, kind, group, texts, malformed }, at) => ({
      set,
      kind,
      group,
      classes: texts.some(({ label }) => label === 1) ? 3 : 2,
      texts: texts.length,
      malformed,
      scores: Object.fromEntries(judgedBy.map(({ peer, judged }) => [peer.by, judged[at]?.score as Score])),
    })),
    means: judgedBy.map(({ peer, judged }) => meansOf(peer.by, judged)),
    calibration: stated.map(({ peer, judged }) => ({ by: peer.by, bins: reliabilityOf(three(judged)) })),
    surest: stated.map(({ peer, judged }) => ({ by: peer.by, ...surestOf(three(judged)) })),
    netTone,
    cost: {
      speed: speedsOf(peers, sets),
      process: await processOf(root, sets),
      weightBytes: weightBytesOf(root),
    },
  });
}
