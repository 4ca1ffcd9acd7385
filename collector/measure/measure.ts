import type { Figure, FigureFile } from '#contract';
import { aboutOf } from './about.ts';
import { accuracyFile } from './accuracy-file.ts';
import { briefOf } from './brief.ts';
import { categoryOf } from './category.ts';
import { countLine } from './count-figure.ts';
import { type Facts, gatherFacts, type MeasureInput } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { plainFacts } from './plain-facts.ts';
import { registry } from './registry.ts';
import { restatedFile } from './restated-file.ts';
import { surveyFigures } from './surveys.ts';
import { whyOf } from './why.ts';

export type { MeasureInput } from './facts.ts';
export { factsFrom, type PlainFacts } from './plain-facts.ts';

/**
 * Makes every figure file from the lines: file name within `figures/` → content. Pure: the same lines in any order,
 * config and `now` give the same bytes. Numbers are rounded to six significant digits, whole numbers not at all.
 * Series begin with the first covered day (ten years back at most) and end with the last whole day before `now`.
 */
export function measure(input: MeasureInput): Map<string, FigureFile> {
  const facts = gatherFacts(input);
  input.stepDone?.();
  const figures = allOf(facts, input);
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

/** The figures of the registry, in its order; those that read words elsewhere, where there is an elsewhere. */
function allOf(facts: Facts, { beside, stepDone }: MeasureInput): Figure[] {
  const later = beside?.(
    plainFacts(facts),
    registry.filter(({ readsWords }) => readsWords).map(({ id }) => id),
  );
  const made = new Map<string, Figure>();
  const make = (definitions: readonly FigureDefinition[]): void => {
    for (const definition of definitions) {
      made.set(definition.id, figureOf(definition, facts));
      stepDone?.();
    }
  };
  make(registry.filter(({ readsWords }) => later === undefined || !readsWords));
  for (const figure of later?.() ?? []) made.set(figure.id, figure);
  make(registry.filter(({ id }) => !made.has(id)));
  return registry.map(({ id }) => made.get(id) as Figure);
}

const figureOf = ({ measure: bodyOf, readsWords: _, ...head }: FigureDefinition, facts: Facts): Figure => ({
  ...head,
  ...bodyOf(facts),
});

/** One figure of the registry, by its id. */
export const figureNamed = (id: string, facts: Facts): Figure =>
  figureOf(registry.find((one) => one.id === id) as FigureDefinition, facts);
