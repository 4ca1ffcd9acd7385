import { dayToMs } from './calendar.ts';
import type { Formats } from './numbers.ts';

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A sentence of the figures with its days written as the page writes them. */
export const withDays = (text: string, formats: Pick<Formats, 'day'>): string =>
  text.replace(isoDay, (day) => formats.day(dayToMs(day)));
