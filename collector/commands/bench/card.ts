import type { ModelCard, ToneReport } from '#contract';
import { type Scorer, scorers, usualScorer } from '../../enrich/scorers.ts';
import { type Example, type KnownFailure, knownFailures } from './known-failures.ts';
import { readNotice, setsFrom } from './notice.ts';
import { measuredPrecision } from './precision.ts';

type Answered = ModelCard['failures'][number]['examples'][number];

const none: readonly string[] = [];
function answered(scorer: Scorer, example: Example): Answered {
  const { text, target, group } = example;
  const brand = target === undefined ? none : [target];
  return { ...example, ...scorer.score(text, { lang: 'en', brand, others: none, group: group ?? 'any' }) };
}

/** What the shipped scorer says today of the sentences on which such scorers fail. */
export function answeredFailures(failures: readonly KnownFailure[] = knownFailures): ModelCard['failures'] {
  const scorer = scorers[usualScorer]({});
  return failures.map(({ kind, examples }) => ({
    kind,
    examples: examples.map((example) => answered(scorer, example)),
  }));
}

/** What the NOTICE of the weights says they were made from, and which of the measured sets belong to it. */
export const dataOf = (notice: string, sets: readonly string[]): ModelCard['data'] =>
  readNotice(notice).map((source) => ({ ...source, sets: setsFrom(source.name, sets) }));

/** The card of the shipped scorer. `date`: the day of the run, `2026-11-22`; `before`: the card that this one takes the place of. */
export function modelCard(
  report: ToneReport,
  { notice, date, before }: { notice: string; date: string; before?: ModelCard | undefined },
): ModelCard {
  const scorer = scorers[usualScorer]({}).by;
  // What takes half an hour to measure stands while the scorer is the same.
  const kept = before?.scorer === scorer ? before.uncovered : undefined;
  return {
    v: 1,
    scorer,
    date,
    data: dataOf(
      notice,
      report.sets.map(({ set }) => set),
    ),
    report,
    ...(kept ? { uncovered: kept } : {}),
    failures: answeredFailures(),
    precision: measuredPrecision(),
  };
}
