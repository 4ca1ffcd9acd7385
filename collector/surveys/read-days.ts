import type { SurveyTools } from './survey-tools.ts';

/** What a row's date says: its instant and day, of a month alone its first; or why it is none. */
export type ReadDay = { moment: string; day: string; month?: true } | { wrong: string };
type Order = 'dmy' | 'mdy' | 'ymd';

/** Days as spreadsheets keep them, from 1982 to 2064, with the part of the day that has passed. */
const serial = /^(?:[3-5]\d{4}|60000)(?:[.,]\d{1,12})?$/;
/** The day before the first that spreadsheets count from, as they take 1900 for a leap year. */
const serialZero = Date.UTC(1899, 11, 30);
const isoOfSerial = (text: string): string => {
  const days = Number(text.replace(',', '.'));
  const iso = new Date(serialZero + Math.round(days * 86_400) * 1000).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19);
};
/** A month without a day of it, as retention is told: 2026-10, Oct 2026, 10/2026. */
const monthAlone =
  /^(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d|\p{L}{3,12}\.? (?:19|20)\d\d)$/u;
const yearBefore1970 = /(?<!\d)(1[0-8]\d\d|19[0-6]\d)(?!\d)/;

/**
 * Reads the dates of a column. Bare numbers such as 46266 are days where the whole column holds such; among dates that are written
 * out they are none, for nobody knows what they are.
 */
export function dayReader(
  texts: readonly string[],
  { order, zone, tools }: { order: Order; zone: string; tools: SurveyTools },
): { read(text: string): ReadDay; notices: string[] } {
  const given = texts.filter((text) => text !== '');
  const example = given[0];
  const isSerial = example !== undefined && given.every((text) => serial.test(text));
  const instantOf = (text: string) => {
    const hasTime = /\d:\d|^\d{9,}$|T\d/.test(text);
    const moment = tools.momentOf(text, order, hasTime ? zone : 'UTC');
    // A date without a time is that day, whatever the zone.
    return moment === undefined
      ? undefined
      : { moment, day: hasTime ? tools.dayOf(moment) : moment.slice(0, 10) };
  };
  return {
    read(cell) {
      if (cell === '') return { wrong: 'it has no date' };
      const text = isSerial ? isoOfSerial(cell) : cell;
      const found = instantOf(text);
      if (found && found.day > tools.today) return { wrong: `its date, ${found.day}, lies ahead` };
      if (found)
        return monthAlone.test(cell) && found.day.endsWith('-01') ? { ...found, month: true } : found;
      const year = yearBefore1970.exec(text)?.[1];
      if (year !== undefined && instantOf(text.replace(year, '2000')))
        return { wrong: `its date is of ${year}: years before 1970 are slips` };
      if (serial.test(text))
        return {
          wrong:
            'its date is a bare number, as spreadsheets keep days, while others of the file are written out',
        };
      return { wrong: 'it has no date that can be read' };
    },
    notices: isSerial
      ? [
          `its dates are bare numbers, as spreadsheets keep days, and were read so: ${example} as ${isoOfSerial(example).slice(0, 10)} (days since 1900; check that this is right)`,
        ]
      : [],
  };
}
