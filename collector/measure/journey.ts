import { touchpoints } from '#contract';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { themeRow } from './theme-row.ts';
import { themesWhere } from './theme-tone.ts';

const method = 'journey@1';

export const journey: FigureDefinition = {
  id: 'journey',
  title: 'Journey',
  question: 'At which step do people like the brand, and at which does it lose them?',
  formula:
    'Net tone by touchpoint (discover, compare, buy, deliver, use, support, pay, renew, leave) over the last 90 days: 100 × (positive − negative) ÷ stories with a tone toward a theme of that touchpoint. A story has the sign of its tones toward those themes. Interval as for net sentiment.',
  limits:
    'A touchpoint is what its themes are: themes are found by words, and a step of which fewer than 5 stories speak has no value. The interval holds the sampling error only.',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: true,
  method,
  measure(facts) {
    const taken = touchpoints
      .map((touchpoint) => ({
        touchpoint,
        themes: themesWhere(facts, (theme) => theme.touchpoint === touchpoint),
      }))
      .filter(({ themes }) => themes.includes(1));
    return {
      kind: 'breakdown',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [
          id,
          { rows: taken.map(({ touchpoint, themes }) => themeRow(facts, brand, themes, { touchpoint })) },
        ]),
      ),
      period: lastDays(breakdownDays, facts),
    };
  },
};
