import { byMonth, byPart, dividedBy, monthLimits, partLimits, partRow, sharesOfPart } from './by-part.ts';
import { countLine } from './count-figure.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, startOfLast } from './late-days.ts';
import { type DailyMoments, dailyMoments, wilsonInterval, withinDay } from './moments.ts';
import type { PartRow } from './parts.ts';
import { round } from './round.ts';

const method = 'volume-by-part@1';

/** Share of a part among all stories of the last 90 days, in %; stories of a day share what they are about. */
function shareOf(facts: Facts, all: Float64Array, part: Float64Array): NonNullable<PartRow['share']> {
  const daily: DailyMoments = dailyMoments(all, part, part);
  const moments = daily.span(startOfLast(breakdownDays, facts), facts.days - 1);
  const { low, high } = wilsonInterval(moments, withinDay([daily]));
  return {
    value: round((100 * moments.sum) / moments.n),
    low: round(100 * low),
    high: round(100 * high),
  };
}

export const volumeByPart: FigureDefinition = {
  id: 'volume-by-part',
  title: 'Volume by part',
  question: 'Where is the brand talked about, and of what?',
  formula: `Stories of the last 90 days ${dividedBy}, each by its first mention, and their share of all stories of the brand (Wilson’s interval, over as many stories as those of the same days are worth). Changes as for stories. Parts with fewer than 5 stories are left out. ${byMonth}`,
  limits: `${partLimits} What the sources of this panel carried: a source that joins brings its stories. A count has no interval. ${monthLimits}`,
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method,
  measure(facts) {
    const wholes = facts.brands.map((_, brand) => countLine(facts, brand, true).byDay);
    return byPart(facts, (brand, { by, only, shares, periods }) => {
      const line = countLine(facts, brand, true, { only, shares });
      const own = sharesOfPart(facts, brand, by, only);
      return partRow(facts, by, line, { shares: own, periods, fewest: 0 }).map((row) => ({
        ...row,
        share: shareOf(facts, wholes[brand] as Float64Array, line.byDay),
      }));
    });
  },
};
