import type { Figure, FigureFile } from '#contract';
import { aboutOf } from './about.ts';
import { accuracyFile } from './accuracy-file.ts';
import { briefOf } from './brief.ts';
import { categoryOf } from './category.ts';
import { countLine } from './count-figure.ts';
import { gatherFacts, type MeasureInput } from './facts.ts';
import { registry } from './registry.ts';
import { restatedFile } from './restated-file.ts';
import { surveyFigures } from './surveys.ts';
import { whyOf } from './why.ts';

export type { MeasureInput } from './facts.ts';

/**
 * Makes every figure file from the lines: file name within `figures/` → content. Pure: the same lines in any order,
 * config and `now` give the same bytes. Numbers are rounded to six significant digits, whole numbers not at all.
 * Series begin with the first covered day (ten years back at most) and end with the last whole day before `now`.
 */
export function measure(input: MeasureInput): Map<string, FigureFile> {
  const facts = gatherFacts(input);
  input.stepDone?.();
  const figures: Figure[] = registry.map(({ measure: bodyOf, ...head }) => {
    const figure = { ...head, ...bodyOf(facts) };
    input.stepDone?.();
    return figure;
  });
  figures.push(...surveyFigures(input.surveys ?? [], figures, facts));
  const unbranded = categoryOf(facts);
  if (unbranded) figures.push(unbranded);
  figures.push(whyOf(figures, facts));
  // Last, since it speaks of all others.
  figures.push(
    briefOf(figures, facts, (pairing) =>
      countLine(facts, 0, true).compare?.({ ...pairing, to: facts.days - 1 }),
    ),
  );
  const files = new Map<string, FigureFile>();
  for (const figure of figures) files.set(`${figure.id}.json`, figure);
  const accuracy = accuracyFile(facts);
  if (accuracy) files.set('accuracy.json', accuracy);
  const restated = restatedFile(facts, figures);
  if (restated) files.set('restated.json', restated);
  files.set('about.json', aboutOf(input, facts, figures));
  return files;
}
