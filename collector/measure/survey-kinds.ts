import type { SurveyCell, SurveyKind } from '#contract';
import { type Measured, netOf, shareOf } from './survey-line.ts';

/** One line of a survey: what is measured, whose it is, and the figure of public talk that stands in for it. */
export type SurveyFigureKind = {
  suffix: string;
  ask: string;
  question: string;
  formula: string;
  unit: string;
  basis: string;
  talk: string;
  /** By id of a brand; undefined where nothing was asked about it. */
  measured(brand: string): Measured;
  ofPanel: boolean;
};

const byWilson =
  'Interval: Wilson’s. Weighted answers are worth (Σ w)² ÷ Σ w². A period holds the answers that are known to be of its days.';
const share = {
  unit: '%',
  ofPanel: false,
} as const;

function aware(
  suffix: 'unaided' | 'aided' | 'first',
  ask: string,
  question: string,
  named: string,
): SurveyFigureKind {
  return {
    ...share,
    suffix: `-${suffix}`,
    ask,
    question,
    formula: `100 × ${named} ÷ asked. ${byWilson}`,
    basis: 'answers',
    talk: 'awareness',
    measured: (brand) => shareOf(`${suffix}:${brand}`),
    ofPanel: true,
  };
}

/** The figures that each kind of survey gives. */
export const surveyKinds: Record<SurveyKind, readonly SurveyFigureKind[]> = {
  nps: [
    {
      suffix: '',
      ask: '',
      question: 'Of those who were asked, how many more would recommend the brand than not?',
      formula:
        'NPS = 100 × (promoters − detractors) ÷ answers, −100 to 100. Interval: standard error √((p + d − (p − d)²) ÷ N) after adding ¾ promoter, ¾ detractor and 1½ passive. Weighted answers are worth (Σ w)² ÷ Σ w². A period holds the answers that are known to be of its days.',
      unit: 'points, −100 to 100',
      basis: 'answers',
      talk: 'advocacy',
      measured: () => netOf('promoters', 'detractors'),
      ofPanel: false,
    },
  ],
  csat: [
    {
      ...share,
      suffix: '',
      ask: '',
      question: 'Of those who were asked, how many are satisfied?',
      formula: `100 × satisfied ÷ answers. ${byWilson}`,
      basis: 'answers',
      talk: 'satisfaction',
      measured: () => shareOf('satisfied'),
    },
  ],
  retention: [
    {
      ...share,
      suffix: '',
      ask: '',
      question: 'How many of the customers stayed?',
      formula: `100 × (customers at the end − those won in between) ÷ customers at the start, over the rows of the period; its rows must be of spans of one length. ${byWilson}`,
      basis: 'customers',
      talk: 'loyalty',
      measured: () => shareOf('kept'),
    },
  ],
  awareness: [
    aware('unaided', 'unaided', 'How many name the brand unprompted?', 'named unprompted'),
    aware('first', 'top of mind', 'How many name the brand first?', 'named first'),
    aware('aided', 'aided', 'How many know the brand when they read its name?', 'known from a list'),
  ],
};

/** Whether a line of answers knows of a brand at all: nobody looked for its name before it was on the panel. */
export const isAsked = (counts: SurveyCell['counts'], { suffix }: SurveyFigureKind, brand: string): boolean =>
  counts[`${suffix.slice(1)}:${brand}`] !== undefined;
