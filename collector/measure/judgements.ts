import type { Score } from '#contract';
import type { Judged } from '../types.ts';
import { type Growing, growingNumbers, growingWhole } from './growing.ts';
import { type IdNumbers, numberIds } from './id-numbers.ts';
import type { gatherLabels } from './labels.ts';
import { judgedBy } from './line-values.ts';
import { intentBits, toneValues } from './rows.ts';
import { noCell, scoredCell } from './tone-cells.ts';

/** The judgements on one brand's mentions, in columns, by the number of the mention's id. */
export type Judgements = {
  ids: IdNumbers;
  story: Growing<Int32Array>;
  /** 1 where it counts. */
  relevant: Growing<Int32Array>;
  tone: Growing<Float64Array>;
  language: Growing<Int32Array>;
  /** Cell of the scorer's judgement; `noCell` where it gave none. */
  cell: Growing<Int32Array>;
  intents: Growing<Int32Array>;
  /** Number of the scorer. */
  by: Growing<Int32Array>;
  /** Where its themes end in the two columns below, and those of the next one begin. */
  themesTo: Growing<Int32Array>;
  theme: Growing<Int32Array>;
  themeTone: Growing<Float64Array>;
};

const noJudgements = (): Judgements => ({
  ids: numberIds(),
  story: growingWhole(),
  relevant: growingWhole(),
  tone: growingNumbers(),
  language: growingWhole(),
  cell: growingWhole(),
  intents: growingWhole(),
  by: growingWhole(),
  themesTo: growingWhole(),
  theme: growingWhole(),
  themeTone: growingNumbers(),
});

/** Judgements by brand; of two on the same mention the first line counts, as everywhere. */
export function gatherJudgements(
  scores: Iterable<Score> | Iterable<Judged>,
  brandOf: ReadonlyMap<string, number>,
  stories: IdNumbers,
  themeOf: ReadonlyMap<string, number>,
  numberOf: { language(tag: string): number; scorer(by: string): number },
  labels: ReturnType<typeof gatherLabels>,
): Judgements[] {
  const judged = [...brandOf].map(noJudgements);
  for (const line of scores as Iterable<Score | Judged>) {
    const brand = brandOf.get(line.brand ?? '');
    if (brand === undefined) continue;
    const score = judgedBy(line);
    const to = judged[brand] as Judgements;
    const before = to.ids.size();
    if (to.ids.numberOf(score.idHigh, score.idLow) < before) continue;
    const { label, p } = score.tone;
    const cell = label === 'unscored' ? noCell : scoredCell(label, p);
    labels.judged(brand, cell, p);
    to.story.push(stories.numberOf(score.storyHigh, score.storyLow));
    to.relevant.push(score.relevant ? 1 : 0);
    to.tone.push(toneValues[label]);
    to.language.push(numberOf.language(score.lang));
    to.cell.push(cell);
    to.intents.push(intentBits(score.intents));
    to.by.push(numberOf.scorer(score.by));
    for (const { id, tone } of score.themes) {
      const theme = themeOf.get(id);
      // A theme that brand.yml has no more says nothing.
      if (theme === undefined) continue;
      to.theme.push(theme);
      to.themeTone.push(toneValues[tone]);
    }
    to.themesTo.push(to.theme.length());
  }
  return judged;
}
