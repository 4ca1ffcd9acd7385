import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';

/** Days that breakdowns and rankings speak of; their change is that of the window of as many days. */
export const breakdownDays = 90;

/** The first of the last so many days of the series. */
export const startOfLast = (days: number, facts: Pick<Facts, 'days'>): number =>
  Math.max(0, facts.days - days);

/** The last so many days, by name, as figures state their period. */
export const lastDays = (
  days: number,
  facts: Pick<Facts, 'first' | 'days'>,
): { from: string; to: string } => ({
  from: dayName(facts.first + startOfLast(days, facts)),
  to: dayName(facts.first + Math.max(0, facts.days - 1)),
});
