import { z } from 'zod';
import { Day } from './time.ts';

export const surveyKinds = ['nps', 'csat', 'retention', 'awareness'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** Exports whose headers and header rows are known; `plain` is any other table. */
export const surveyFormats = [
  'typeform',
  'surveymonkey',
  'qualtrics',
  'google-forms',
  'delighted',
  'plain',
] as const;
export type SurveyFormat = (typeof surveyFormats)[number];

/** Fewest respondents of whom anything is stored: fewer could be known by who they are. */
export const fewestRespondents = 5;

const SurveyId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'an id of small letters, digits and hyphens, at most 40: nps-autumn')
  .describe('Short name in the data files: small letters, digits, hyphens. Changing it starts a new series.');
const Header = z.string().min(1).max(500);
const File = z.string().regex(/^inbox\/(?!.*\.\.)[^\\]+$/, 'a file in the folder inbox/');
const Columns = z.union([Header, z.array(Header).min(1).max(50)]);

/** Whether a text is a time zone such as Europe/Berlin. */
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** One entry under `surveys:` of brand.yml. */
export const SurveySettings = z
  .strictObject({
    id: SurveyId,
    name: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe('Name on the page; when left out, “Survey” with what it asks.'),
    kind: z.enum(surveyKinds).describe('What was asked.'),
    file: z
      .union([File, z.array(File).min(1).max(100)])
      .optional()
      .describe(
        'The export, a CSV file in the folder inbox/, which git ignores; or several. inbox/ID*.csv when left out.',
      ),
    format: z
      .enum(surveyFormats)
      .optional()
      .describe('Tool that made the export; told by its headers when left out.'),
    date: Header.optional().describe(
      'Header of the column with the date of the answer; that of the tool when left out.',
    ),
    score: Header.optional().describe('Of nps and csat: header of the column with the answer.'),
    segment: Header.optional().describe(
      'Header of the column to tell segments apart by, such as the plan. Never one about a person.',
    ),
    comment: Header.optional().describe(
      'Header of the column with the comment. Its themes and tone are counted by month; no word of it is stored.',
    ),
    respondent: Header.optional().describe(
      'Header of the column with an id: of several rows with one id the latest counts. That of the tool when left out.',
    ),
    weight: Header.optional().describe('Header of the column with the weight of the answer.'),
    scale: z
      .tuple([z.number(), z.number()])
      .optional()
      .describe(
        'Of csat: the worst and the best answer there is: [1, 5]. Of nps, only where no answer is above 5 or 7 and it was asked from 0 to 10 all the same: [0, 10].',
      ),
    top: z.number().optional().describe('Of csat: the least answer that counts as satisfied: 4.'),
    answers: z
      .record(z.string().min(1).max(200), z.number().nullable())
      .optional()
      .describe(
        'What answers in words stand for: { "Very satisfied": 5 }; null for words that are no answer: { "Did not buy": null }.',
      ),
    start: Header.optional().describe('Of retention: header of the column with the customers at the start.'),
    end: Header.optional().describe('Of retention: header of the column with the customers at the end.'),
    new: Header.optional().describe('Of retention: header of the column with those won in between.'),
    unaided: Columns.optional().describe(
      'Of awareness: header of the column with the brands named unprompted, the first first; or several columns in order. Who answered anything else and left it blank named none.',
    ),
    aided: Columns.optional().describe(
      'Of awareness: header of the column with the brands known from a list; or several columns, of one brand each where they hold marks such as 1 and 0.',
    ),
    dates: z
      .enum(['dmy', 'mdy', 'ymd'])
      .optional()
      .describe(
        'Order of day, month and year in dates such as 03/04/2026, where no row of the file decides.',
      ),
    zone: z
      .string()
      .refine(isZone, 'a time zone such as Europe/Berlin')
      .optional()
      .describe('Time zone of times that name none; UTC where the header says so, else that of `time.zone`.'),
  })
  .superRefine((survey, context) => {
    const say = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    const needed: Record<SurveyKind, readonly (keyof typeof survey)[]> = {
      nps: ['score'],
      csat: ['score', 'scale', 'top'],
      retention: ['start', 'end', 'new'],
      awareness: [],
    };
    for (const key of needed[survey.kind])
      if (survey[key] === undefined) say(key, `\`${key}\` for a survey of the kind ${survey.kind}`);
    const own = ['score', 'scale', 'top', 'answers', 'start', 'end', 'new', 'unaided', 'aided'] as const;
    const taken: Record<SurveyKind, readonly string[]> = {
      nps: ['score', 'scale', 'answers'],
      csat: ['score', 'scale', 'top', 'answers'],
      retention: ['start', 'end', 'new'],
      awareness: ['unaided', 'aided'],
    };
    for (const key of own)
      if (survey[key] !== undefined && !taken[survey.kind].includes(key))
        say(key, `no \`${key}\` for a survey of the kind ${survey.kind}`);
    // A row of retention is a count of customers: nobody answers there.
    for (const key of ['weight', 'comment', 'respondent'] as const)
      if (survey.kind === 'retention' && survey[key] !== undefined)
        say(key, `no \`${key}\` for a survey of the kind retention`);
    if (survey.kind === 'awareness' && survey.unaided === undefined && survey.aided === undefined)
      say('unaided', '`unaided`, `aided` or both for a survey of the kind awareness');
    if (survey.kind === 'nps' && survey.scale && survey.scale.join() !== '0,10')
      say('scale', 'NPS is asked from 0 to 10: [0, 10]; other scales are of the kind csat');
    if (survey.scale && survey.top !== undefined) {
      const [worst, best] = survey.scale;
      if (!(worst < best)) say('scale', 'the worst answer and then the best: [1, 5]');
      else if (!(survey.top > worst && survey.top <= best))
        say('top', `an answer above ${worst}, at most ${best}`);
    }
  });
export type SurveySettings = z.infer<typeof SurveySettings>;

const head = {
  v: z.literal(1).describe('Version of this shape.'),
  survey: SurveyId.describe('Id of the survey in brand.yml.'),
  kind: z.enum(surveyKinds).describe('What was asked.'),
  from: Day.describe(
    'First day that the line speaks of, in the time zone of the config: the answers of a day, of a week or month where fewer than five came on its days, or of the days between, where few of the month were left over.',
  ),
  to: Day.describe('Last day, included.'),
};

/** Answers of at least five respondents of a survey, added up: no line speaks of fewer. */
export const SurveyCell = z.strictObject({
  ...head,
  what: z.literal('answers').describe('`answers`, or `comments`.'),
  segment: z
    .string()
    .max(80)
    .nullable()
    .describe(
      'Segment of all of them; null where there is none, or where a segment’s own answers were too few. Each answer is in one line only.',
    ),
  n: z.int().min(fewestRespondents).describe('Respondents; of retention, customers at the start.'),
  weight: z
    .strictObject({
      sum: z.number().positive().describe('Sum of the weights.'),
      squares: z
        .number()
        .positive()
        .describe('Sum of their squares: (sum)² ÷ squares is what the answers are worth.'),
    })
    .optional()
    .describe('Of weighted surveys.'),
  counts: z
    .record(z.string(), z.number().min(0))
    .describe(
      'Answers by what they say, weighted where there are weights. nps: promoters, passives, detractors. csat: satisfied, others. retention: kept, lost. awareness: unaided, first and aided, each with the id of a brand: `aided:northwind`.',
    ),
  definition: z.string().max(300).describe('How answers were told apart, as a sentence.'),
});
export type SurveyCell = z.infer<typeof SurveyCell>;

/** Comments of at least five respondents with one theme and tone. Their words are nowhere. */
export const SurveyComments = z.strictObject({
  ...head,
  what: z.literal('comments').describe('`comments`, or `answers`.'),
  theme: z.string().nullable().describe('Id of the theme; null for all comments, whatever they speak of.'),
  tone: z
    .enum(['negative', 'neutral', 'positive', 'unscored'])
    .describe('Tone toward the theme; without a theme, toward the brand.'),
  n: z.int().min(fewestRespondents).describe('Comments.'),
  by: z.string().describe('Scorer and its version: `tone@1.0.0`.'),
});
export type SurveyComments = z.infer<typeof SurveyComments>;

export const SurveyLine = z.discriminatedUnion('what', [SurveyCell, SurveyComments]);
export type SurveyLine = z.infer<typeof SurveyLine>;

/** What tells the lines of one survey apart. */
export const surveyKey = (line: SurveyLine): string =>
  line.what === 'answers'
    ? `${line.from} ${line.to} answers ${line.segment === null ? '' : `=${line.segment}`}`
    : `${line.from} ${line.to} comments ${line.theme ?? ''} ${line.tone}`;
