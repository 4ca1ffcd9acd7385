import { type About, type Figure, type FigureFile, instant, type Published } from '#contract';
import { gatherFacts, type MeasureInput } from './facts.ts';
import { registry } from './registry.ts';

/**
 * What the page says tonight, one line per series and brand: the headline over the last 28 days and its verdict. Figures
 * without verdicts (coverage, which stands on every line) and without any day yet have no line.
 *
 * @param figures values of the map that `measure` returns, `about` among them or not
 */
export function publishedLines(
  figures: Iterable<FigureFile>,
  about: Pick<About, 'brands' | 'config' | 'commit'>,
  now: Date,
): Published[] {
  const lines: Published[] = [];
  for (const figure of figures) {
    if (!('kind' in figure) || figure.kind !== 'series') continue;
    for (const { id: brand } of about.brands) {
      const headline = figure.headline?.[brand];
      const verdict = figure.verdicts[brand]?.['28'];
      if (!headline || !verdict) continue;
      lines.push({
        at: instant(now),
        figure: figure.id,
        brand,
        period: verdict.to,
        ...headline,
        verdict: verdict.verdict,
        method: figure.method,
        config: about.config,
        commit: about.commit,
      });
    }
  }
  return lines;
}

/**
 * The same from the lines alone, for a night of the past: `input` holds what was known then. Only these figures are made, since
 * most that a night measures is published nowhere.
 */
export function publishedThen(input: MeasureInput, figures: ReadonlySet<string>): Published[] {
  const facts = gatherFacts(input);
  const made = registry
    .filter(({ id }) => figures.has(id))
    .map(({ measure, ...head }): Figure => ({ ...head, ...measure(facts) }));
  return publishedLines(
    made,
    { brands: facts.brands, config: input.configHash, commit: input.commit },
    input.now,
  );
}
