import type { Score } from '#contract';
import type { Judged } from '../types.ts';
import { type Growing, growingWhole } from './growing.ts';
import { type IdNumbers, numberIds } from './id-numbers.ts';
import type { gatherLabels } from './labels.ts';
import { judgedBy } from './line-values.ts';
import { packJudgement, packPair, packTheme } from './packed.ts';
import { intentBits, toneValues } from './rows.ts';
import { noCell, scoredCell } from './tone-cells.ts';

/** The judgements on one brand's mentions, in columns, by the number of the mention's id. */
export type Judgements = {
  ids: IdNumbers;
  story: Growing<Int32Array>;
  /** Tone, cell, intents and whether it counts, as `packJudgement` has them. */
  said: Growing<Int32Array>;
  /** Number of the language, and of the scorer, as a pair. */
  by: Growing<Int32Array>;
  /** Where its themes end in the column below, and those of the next one begin. */
  themesTo: Growing<Int32Array>;
  /** Theme and tone toward it, as `packTheme` has them. */
  themes: Growing<Int32Array>;
};

const noJudgements = (): Judgements => ({
  ids: numberIds(),
  story: growingWhole(),
  said: growingWhole(),
  by: growingWhole(),
  themesTo: growingWhole(),
  themes: growingWhole(),
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
    const tone = toneValues[label];
    to.said.push(packJudgement({ tone, cell, relevant: score.relevant, intents: intentBits(score.intents) }));
    to.by.push(packPair(numberOf.language(score.lang), numberOf.scorer(score.by)));
    for (const { id, tone } of score.themes) {
      const theme = themeOf.get(id);
      // A theme that brand.yml has no more says nothing.
      if (theme === undefined) continue;
      to.themes.push(packTheme(theme, toneValues[tone]));
    }
    to.themesTo.push(to.themes.length());
  }
  return judged;
}
