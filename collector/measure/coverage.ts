import { methodBreaks } from './breaks.ts';
import { coverageShares, speaksOf } from './coverage-shares.ts';
import { type FigureDefinition, seriesBody } from './figure.ts';

const method = 'coverage@1';

export const coverage: FigureDefinition = {
  id: 'coverage',
  title: 'Coverage',
  question: 'How much of what was to be read was read?',
  formula:
    '100 × covered ÷ planned source-days, each source weighted by its usual share of the stories (stories on its covered days, one average day added). A day of a source is covered when the union of what its runs covered holds the whole day in the time zone of the config. A source is planned from its first attempt on; days before the very first night count as planned for the sources of that night.',
  limits:
    'Says how whole the readings are, not how much of the public the sources reach. A source that was never covered weighs as an average one. The unfinished day is no point; an unfinished week or month counts the days to come as not covered.',
  unit: '%',
  basis: 'source-days',
  proxy: false,
  method,
  measure: (facts) =>
    seriesBody(
      facts,
      (brand) => {
        const shares = coverageShares(facts, speaksOf(brand), facts.joined[brand]);
        // A dark day is a gap in every other figure; here it is what is counted.
        const always = { ...shares, observed: new Uint8Array(facts.days).fill(1) };
        return {
          shares: always,
          estimate: (from, to, share) => ({
            value: share === null ? null : 100 * share,
            low: null,
            high: null,
            n: shares.sourceDays(from, to).planned,
          }),
        };
      },
      methodBreaks(facts, 'coverage', method),
    ),
};
