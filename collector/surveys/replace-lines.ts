import { type SurveyLine, surveyKey } from '#contract';
import type { Span } from './add-up.ts';
import type { Refusal } from './survey-tools.ts';

/**
 * Puts what a file holds of answers, or of comments, in the place of what was stored of them on these days, and leaves all other
 * lines alone. A stored line that reaches beyond these days holds answers that the file has not: taking it out would lose them, leaving
 * it would count some twice.
 */
export function replaceLines(
  stored: readonly SurveyLine[],
  made: readonly SurveyLine[],
  span: Span,
  what: SurveyLine['what'],
): SurveyLine[] | Refusal {
  const overlaps = ({ from, to }: Span) => from <= span.to && to >= span.from;
  const isWithin = ({ from, to }: Span) => from >= span.from && to <= span.to;
  const isReplaced = (line: SurveyLine) => line.what === what && overlaps(line);
  const astride = stored.find((line) => isReplaced(line) && !isWithin(line));
  if (astride) return refusedFor(span, astride);
  const kept = stored.filter((line) => !isReplaced(line));
  return [...kept, ...made].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** Why a file can't be taken whose days are all added up with others. */
export function refusedFor(span: Span, astride: SurveyLine): Refusal {
  const [from, to] = [
    astride.from < span.from ? astride.from : span.from,
    astride.to > span.to ? astride.to : span.to,
  ];
  return {
    refused: `it holds answers from ${span.from} to ${span.to}, and what is stored holds some of ${astride.from} to ${astride.to} added up: export at least ${from} to ${to}; or delete data/surveys/${astride.survey}.jsonl and import all of it anew`,
  };
}

/** Answers before comments, each by their days. */
const place = (line: SurveyLine): string => `${line.what} ${surveyKey(line)}`;
