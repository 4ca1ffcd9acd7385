import { type SurveyLine, SurveySettings } from '#contract';
import { configWith } from '../invented-world.fixture.ts';
import { week } from './figure-of.fixture.ts';

const settings = {
  nps: { kind: 'nps', score: 'x' },
  csat: { kind: 'csat', score: 'x', scale: [1, 5], top: 4 },
  retention: { kind: 'retention', start: 'a', end: 'b', new: 'c' },
  awareness: { kind: 'awareness', unaided: 'x', aided: 'y' },
} as const;
type Kind = keyof typeof settings;

/** What the answers of one day add up to; as many as the counts together where no `n` is given. */
export const answers = (
  kind: Kind,
  from: string,
  counts: Record<string, number>,
  parts: { n?: number; segment?: string } = {},
): SurveyLine => ({
  v: 1,
  survey: kind,
  kind,
  from,
  to: from,
  what: 'answers',
  segment: null,
  n: Object.values(counts).reduce((sum, one) => sum + one, 0),
  counts,
  definition: 'As it was asked.',
  ...parts,
});

/** A week of which nothing is known but a survey, whose id is its kind. */
export const surveyed = (kind: Kind, surveys: SurveyLine[]) =>
  week([], {
    config: configWith({ surveys: [SurveySettings.parse({ id: kind, ...settings[kind] })] }),
    surveys,
  });
