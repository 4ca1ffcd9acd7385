import type { Answer } from './read-survey.ts';

/**
 * One answer of each respondent: the latest; of the same moment the one further down. Rows without an id are all kept.
 * Exports list the newest row first or last, so that the order of rows alone can't tell.
 */
export function latestOfEach(answers: readonly Answer[]): { answers: Answer[]; repeated: number } {
  const latest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = latest.get(answer.respondent);
    if (answer.respondent !== '' && (!known || answer.moment >= known.moment))
      latest.set(answer.respondent, answer);
  }
  const kept = answers.filter(
    (answer) => answer.respondent === '' || latest.get(answer.respondent) === answer,
  );
  return { answers: kept, repeated: answers.length - kept.length };
}
