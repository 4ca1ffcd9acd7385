import type { SurveySettings } from '#contract';
import { isPersonalHeader } from './personal-columns.ts';
import type { SurveyHeader } from './survey-header.ts';

/** What tools, and those who make sheets, write down of a row of their own accord. */
const ofTheTool =
  /^(#|id|.{1,30} ids?|.{0,20}\b(date|time|timestamp|datum|zeitstempel)( \(utc\))?|(start|end|recorded|submit|stage|completed|created|updated)[ _]?(date|at)?|progress|duration.*|finished|status|response type|tags|custom data.*|(user ?)?language|locale|(distribution ?)?channel|external ?(reference|data).*|recipient.*|location.*|country|region|city|browser|device|platform|operating system|user ?agent|referr?er|url|source|utm.*|permalink|version|segment|plan|(person[_ ])?properties[._: ].*)$/;
const keysAside = ['date', 'respondent', 'weight', 'segment', 'unaided', 'aided'] as const;

/**
 * Tells who was asked the questions that were read, where they left them blank: who answered anything else in the file. Where
 * nothing else is asked there, everybody whose row it is was asked the one question; of several left blank, nobody can tell.
 */
export function askedReader(
  rows: readonly (readonly string[])[],
  { columns }: SurveyHeader,
  places: ReadonlyMap<keyof SurveySettings, readonly number[]>,
): (row: readonly string[]) => boolean {
  const aside = new Set(keysAside.flatMap((key) => places.get(key) ?? []));
  const others = columns.filter(
    ({ at, names }) =>
      !aside.has(at) &&
      !names.some((name) => ofTheTool.test(name) || isPersonalHeader(name)) &&
      rows.some((row) => (row[at] ?? '').trim() !== ''),
  );
  const isOnly =
    [places.get('unaided'), places.get('aided')].filter((found) => found !== undefined).length === 1;
  return others.length === 0 ? () => isOnly : (row) => others.some(({ at }) => (row[at] ?? '').trim() !== '');
}
