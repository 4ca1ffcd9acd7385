import type { ToneReport } from '#contract';
import { likeliest } from '../../enrich/tone/accuracy.ts';
import type { Judged } from './measure-peer.ts';

type Bin = ToneReport['calibration'][number]['bins'][number];
type Answer = { sure: number; right: boolean };

const bins = 15;
const surestShare = 0.6;

const answersOf = (judged: readonly Judged[]): Answer[] =>
  judged.flatMap(({ known, p }) =>
    p.map((probabilities, at) => {
      const best = likeliest(probabilities);
      return { sure: probabilities[best] ?? 0, right: known[at] === best };
    }),
  );
const shareRight = (answers: readonly Answer[]): number =>
  answers.filter(({ right }) => right).length / Math.max(1, answers.length);

/** How sure a scorer said it was, and how often it was right then; bins without a text are left out. */
export function reliabilityOf(judged: readonly Judged[]): Bin[] {
  const filled = Array.from({ length: bins }, (): Answer[] => []);
  for (const answer of answersOf(judged))
    filled[Math.min(bins - 1, Math.max(0, Math.ceil(answer.sure * bins) - 1))]?.push(answer);
  return filled
    .filter(({ length }) => length > 0)
    .map((answers) => ({
      texts: answers.length,
      sure: answers.reduce((sum, { sure }) => sum + sure, 0) / answers.length,
      right: shareRight(answers),
    }));
}

/** Share of right answers among all texts, and among those that the scorer is surest of. */
export function surestOf(judged: readonly Judged[]): { all: number; surest: number } {
  const answers = answersOf(judged).sort((a, b) => b.sure - a.sure);
  return {
    all: shareRight(answers),
    surest: shareRight(answers.slice(0, Math.floor(answers.length * surestShare))),
  };
}
