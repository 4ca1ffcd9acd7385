import { type SurveyLine, surveyKey } from '#contract';
import type { Span } from './add-up.ts';
import type { Refusal } from './survey-tools.ts';

/**
 * Puts what a file holds in the place of what was stored of its days, and leaves all other lines alone. A stored line that
 * reaches beyond these days holds answers that the file has not: taking it out would lose them, leaving it would count some twice.
 */
export function replaceLines(
  stored: readonly SurveyLine[],
  made: readonly SurveyLine[],
  span: Span,
): SurveyLine[] | Refusal {
  const overlaps = ({ from, to }: Span) => from <= span.to && to >= span.from;
  const isWithin = ({ from, to }: Span) => from >= span.from && to <= span.to;
  const astride = stored.find((line) => overlaps(line) && !isWithin(line));
  if (astride) {
    const [from, to] = [
      astride.from < span.from ? astride.from : span.from,
      astride.to > span.to ? astride.to : span.to,
    ];
    return {
      refused: `it holds answers from ${span.from} to ${span.to}, and what is stored holds some of ${astride.from} to ${astride.to} added up: export at least ${from} to ${to}; or delete data/surveys/${astride.survey}.jsonl and import all of it anew`,
    };
  }
  const kept = stored.filter((line) => !overlaps(line));
  return [...kept, ...made].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** Answers before comments, each by their days. */
const place = (line: SurveyLine): string => `${line.what} ${surveyKey(line)}`;
