import type { SurveySettings } from '#contract';
import { aidedReader, examplesOf, mostUnread } from './aided-columns.ts';
import { type AnswerKind, type BlankQuestion, type ColumnsOf, shown } from './answer-kinds.ts';
import { nameFinder } from './find-names.ts';
import { readMark } from './marks.ts';
import type { Refusal, SurveyTools } from './survey-tools.ts';

/** Which brands somebody names unprompted, in order, and which they know from a list. */
export function awarenessKind(
  survey: SurveySettings,
  tools: SurveyTools,
  columnsOf: ColumnsOf,
): AnswerKind | Refusal {
  const find = nameFinder(tools);
  const show = (cell: string) => shown(cell, tools);
  const flaw = markedUnaided(columnsOf, tools, show);
  if (flaw) return flaw;
  const aided = survey.aided === undefined ? undefined : aidedReader(columnsOf('aided'), tools, show);
  if (aided && 'refused' in aided) return aided;
  const isUnaided = survey.unaided !== undefined;
  return {
    counts: tools.brands.flatMap(({ id }) => [
      ...(isUnaided ? [`unaided:${id}`, `first:${id}`] : []),
      ...(aided?.asked.includes(id) ? [`aided:${id}`] : []),
    ]),
    definition:
      'Asked is who answered anything of the survey; a question left blank names none. A brand is named where one of its names stands, and is not denied, in what was written, or where its column is ticked; the first named is top of mind.',
    notices: aided?.notices ?? [],
    read(cells, isAsked) {
      const [written, ticked] = [cells('unaided'), cells('aided')];
      const isBlank = (texts: readonly string[]) => texts.every((text) => text === '');
      if (isBlank(written) && isBlank(ticked) && !isAsked) return { blank: true };
      const named = written.map(find);
      const known = aided?.read(ticked) ?? { ids: [] };
      if ('unread' in known) return { wrong: `${show(known.unread)} is neither a name nor a mark` };
      const first = named.map((one) => one.first).find((one) => one !== undefined);
      const adds = new Set([
        ...named.flatMap(({ ids }) => ids.map((id) => `unaided:${id}`)),
        ...(first === undefined || first === 'other' ? [] : [`first:${first}`]),
        ...known.ids.map((id) => `aided:${id}`),
      ]);
      const blanks: BlankQuestion[] = [
        ...(isUnaided && isBlank(written) ? (['unaided'] as const) : []),
        ...(aided && isBlank(ticked) ? (['aided'] as const) : []),
      ];
      return { n: 1, adds: [...adds].map((count) => [count, 1] as const), blanks };
    },
  };
}

/** Of what people write of their own accord, marks say nothing: neither whom they name, nor in which order. */
function markedUnaided(
  columnsOf: ColumnsOf,
  { fold }: SurveyTools,
  show: (cell: string) => string,
): Refusal | undefined {
  for (const { shown: header, cells } of columnsOf('unaided')) {
    const texts = cells.filter((cell) => cell !== '');
    const marks = texts.filter((cell) => /^[\d\s.,;|]+$/.test(cell) || readMark(fold(cell)) === true);
    if (marks.length > mostUnread * texts.length)
      return {
        refused: `\`unaided\` names "${header}", which holds ${examplesOf(marks, show)} instead of what people wrote: name the column with their words`,
      };
  }
  return undefined;
}
