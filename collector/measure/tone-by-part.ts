import { coursesOf, monthLimits, partLimits, ratioByPart, ratioMonths, sharesOfPart } from './by-part.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays } from './late-days.ts';
import { added } from './moments.ts';
import { periodsTold } from './part-course.ts';
import { type PartRow, partsOf } from './parts.ts';
import type { RatioKind } from './ratio-figure.ts';
import { roundOrNull } from './round.ts';
import { themeLine } from './theme-row.ts';
import { themesWhere } from './theme-tone.ts';
import { fewestForRatio } from './verdict.ts';

const method = 'tone-by-part@1';

const tone: RatioKind = {
  values: (rows) => rows.tone,
  perStory: true,
  added: added.nets,
  ends: [-1, 1],
  scale: 100,
};

/** Of a theme the tone toward it, not that of the stories which name it. */
function themeRows(facts: Facts, brand: number): PartRow[] {
  if (facts.days === 0) return [];
  const periods = periodsTold(facts);
  return partsOf(facts, brand, ['theme'])
    .flatMap(({ by, rows }): PartRow[] => {
      const taken = themesWhere(facts, ({ id }) => id === by['theme']);
      const { line, row } = themeLine(facts, brand, taken, by);
      if (row.n < fewestForRatio) return [];
      const shares = sharesOfPart(facts, brand, by, rows);
      return [
        {
          ...row,
          coverage: roundOrNull(shares.over(facts.days - breakdownDays, facts.days - 1)),
          ...coursesOf(facts, by, line.estimate, { shares, periods, fewest: fewestForRatio }),
        },
      ];
    })
    .sort((a, b) => b.n - a.n || ((a.by['theme'] ?? '') < (b.by['theme'] ?? '') ? -1 : 1));
}

export const toneByPart: FigureDefinition = {
  id: 'tone-by-part',
  title: 'Tone by part',
  question: 'Where is the brand liked, and where not?',
  formula: `Net sentiment of the last 90 days by group of sources, language, site (the twelve with most stories, the others together), theme (the tone toward the theme) and segment of brand.yml: 100 × (positive − negative) ÷ scored stories, by the first mention of each story. Interval as for net sentiment. Parts with fewer than 5 scored stories are left out. ${ratioMonths}`,
  limits: `${partLimits} The interval holds the sampling error only. ${monthLimits}`,
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: false,
  method,
  measure(facts) {
    const places = ratioByPart(facts, tone, ['group', 'language', 'site']);
    const segments = ratioByPart(facts, tone, ['segment']);
    return {
      ...places,
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [
          id,
          {
            rows: [
              ...(places.brands[id]?.rows ?? []),
              ...themeRows(facts, brand),
              ...(segments.brands[id]?.rows ?? []),
            ],
          },
        ]),
      ),
    };
  },
};
