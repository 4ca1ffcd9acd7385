import { type BreakdownFigure, touchpoints } from '#contract';
import { dayName } from './calendar.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { added } from './moments.ts';
import { ratioLine } from './ratio-figure.ts';
import { seriesOf } from './series.ts';
import { themesWhere, toneToward } from './theme-tone.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'tone-by-month@1';
/** A year, and the month a year before the last. */
const months = 13;
const lenses = ['innovation', 'experience'] as const;

type Row = BreakdownFigure['brands'][string]['rows'][number];

/** Rows of some themes together, one a month in which any story speaks of them. */
function rowsOf(facts: Facts, brand: number, taken: Uint8Array, by: Row['by']): Row[] {
  const { values, only } = toneToward(facts, brand, taken);
  const line = ratioLine(
    facts,
    brand,
    { values: () => values, only, perStory: true, added: added.nets, ends: [-1, 1], scale: 100 },
    speaksOf(brand),
  );
  const { series } = seriesOf(facts, line.shares, line.estimate, ['month']);
  return series.month.slice(-months).flatMap(({ period, ...point }): Row[] => {
    if (point.n === 0) return [];
    const told = { by: { ...by, month: period }, ...point };
    return [point.n >= fewestForRatio ? told : { ...told, value: null, low: null, high: null }];
  });
}

/** First day of the first month that is told, or of the series where that is later. */
function firstDay(facts: Facts): string {
  const last = facts.first + Math.max(0, facts.days - 1);
  const [first] = facts.calendar.periods('month', facts.first, last).slice(-months);
  return dayName(first?.from ?? facts.first);
}

export const toneByMonth: FigureDefinition = {
  id: 'tone-by-month',
  title: 'Tone by month',
  question: 'How did the tone at each step of the journey, and through each lens, go month by month?',
  formula:
    'Net tone toward the themes of a touchpoint, or of a lens (innovation, experience), by calendar month, the last 13: 100 × (positive − negative) ÷ stories with a tone toward a theme of it. A story has the sign of its tones toward those themes. Interval as for net sentiment.',
  limits:
    'A month of which fewer than 5 stories speak has no value. With a hundred months and steps, some differ by chance alone. The last month may not be over. Themes are found by words; the interval holds the sampling error only.',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: true,
  method,
  measure(facts) {
    const parts = [
      ...touchpoints.map((touchpoint) => ({
        by: { touchpoint },
        themes: themesWhere(facts, (theme) => theme.touchpoint === touchpoint),
      })),
      ...lenses.map((lens) => ({ by: { lens }, themes: themesWhere(facts, (theme) => theme.lens === lens) })),
    ].filter(({ themes }) => themes.includes(1));
    return {
      kind: 'breakdown',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [
          id,
          {
            rows: facts.days === 0 ? [] : parts.flatMap(({ by, themes }) => rowsOf(facts, brand, themes, by)),
          },
        ]),
      ),
      period: { from: firstDay(facts), to: dayName(facts.first + Math.max(0, facts.days - 1)) },
    };
  },
};
