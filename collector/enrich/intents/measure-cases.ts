import type { Intent } from '#contract';
import type { Scorer } from '../scorers.ts';
import { cuedIntents } from './intents.ts';
import type { Judged } from './precision.ts';
import { type Case, casesBrand, casesOthers, readCases } from './read-cases.ts';

/** Hits of the rules, and how many of the sentences that mean it they find. */
export type CaseMeasure = Judged & { meant: number; missed: string[]; mistaken: string[] };

/** How the rules as they are now do on the cases of an intent, with a scorer of tone. */
export function measureCases(intent: Intent, half: Case['half'], scorer: Scorer): CaseMeasure {
  const cases = readCases(intent).filter((one) => one.half === half);
  const isFound = ({ text, group }: Case): boolean => {
    const context = { lang: 'en', brand: casesBrand, others: casesOthers, group };
    const toneOf = (sentence: string) => scorer.score(sentence, context).label;
    return cuedIntents(text, { ...context, toneOf }).includes(intent);
  };
  const found = new Set(cases.filter(isFound));
  const texts = (wanted: (one: Case) => boolean) => cases.filter(wanted).map(({ text }) => text);
  return {
    judged: found.size,
    right: [...found].filter(({ meant }) => meant).length,
    meant: cases.filter(({ meant }) => meant).length,
    missed: texts((one) => one.meant && !found.has(one)),
    mistaken: texts((one) => !one.meant && found.has(one)),
  };
}
