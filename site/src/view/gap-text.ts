import { words } from '../words.ts';
import { dayToMs } from './calendar.ts';
import type { Days, GapLine } from './coverage.ts';
import type { Formats } from './numbers.ts';

/** A gap as a sentence: the nights without an answer, and the days that no later run made good. */
export function gapText(line: GapLine, formats: Formats): string {
  const say = words.ledger;
  const dates = ({ from, to }: Days): string => formats.dates(dayToMs(from), dayToMs(to));
  const gap = say.stayGap(line.uncovered.map(dates).join(', '), line.days === 1);
  const { silent, source } = line;
  if (!silent) {
    const why = words.reason(line.reason) ?? (line.state === 'capped' ? words.state.capped : '');
    return `${say.partialLine(source.label, why)} ${gap}.`;
  }
  const when = line.ongoing ? say.sinceNight(formats.date(dayToMs(silent.from))) : dates(silent);
  const what = words.reason(silent.reason) ?? words.state[silent.state];
  const told = say.gapLine(source.label, say.nightsCount(formats.number(silent.nights)), when, what);
  return `${told}; ${gap}${line.readLater ? `, ${say.readLater}` : ''}.`;
}

/** `2026-q2` → `Q2 2026`. */
export function quarterName(id: string): string {
  const [year = '', quarter = ''] = id.split('-q');
  return words.ledger.quarter(quarter, year);
}
