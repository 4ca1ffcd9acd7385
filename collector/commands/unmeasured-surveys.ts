import type { Config, SurveyLine } from '#contract';
import { dayName, makeCalendar } from '../measure/calendar.ts';
import { count } from './query-report.ts';

/**
 * What of the stored surveys no figure tells, and why: of a survey that brand.yml does not name so, or after the last whole day that
 * figures speak for.
 */
export function unmeasuredSurveys(lines: readonly SurveyLine[], config: Config, now: Date): string[] {
  const today = dayName(makeCalendar(config.time).dayAt(now.getTime()));
  const stored = Map.groupBy(lines, ({ survey }) => survey);
  const words: string[] = [];
  for (const [id, own] of stored) {
    const settings = config.surveys.find((survey) => survey.id === id);
    const held = `data/surveys/${id}.jsonl holds ${count(own.length, 'line')}`;
    const strange = own.find(({ kind }) => settings && kind !== settings.kind);
    const later = own.filter(({ to }) => to >= today).map(({ from }) => from);
    if (!settings)
      words.push(
        `${held} of a survey that brand.yml does not name under \`surveys\`: no figure is made of them`,
      );
    else if (strange)
      words.push(
        `${held}, some of the kind ${strange.kind}, and brand.yml says ${settings.kind}: no figure is made of those`,
      );
    if (settings && later.length > 0)
      words.push(
        `survey ${id}: what was answered from ${later.sort()[0]} on is in no figure yet: figures speak for the days before ${today}, and the next night takes it in`,
      );
  }
  for (const { id } of config.surveys)
    if (!stored.has(id))
      words.push(`survey ${id}: nothing of it is stored, so that it has no figure: run import`);
  return words;
}
