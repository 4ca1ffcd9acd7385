import { z } from 'zod';
import { Day } from './time.ts';

/** Days up to the last whole one, over which a level is told and compared with as many before. */
export const trailing = ['7', '28', '90', '365'] as const;
export type Trailing = (typeof trailing)[number];
export const windows = [...trailing, 'year'] as const;
export const VerdictWindow = z
  .enum(windows)
  .describe('Days compared with as many before; `year`: the last 28 days with the same a year ago.');
export type VerdictWindow = z.infer<typeof VerdictWindow>;

export const verdictWords = [
  'up',
  'down',
  'perhaps up',
  'perhaps down',
  'no clear change',
  'too little data',
  'coverage changed',
] as const;
export const VerdictWord = z.enum(verdictWords);
export type VerdictWord = z.infer<typeof VerdictWord>;

const Span = z.strictObject({ from: Day.describe('First day.'), to: Day.describe('Last day, included.') });
const value = z
  .number()
  .nullable()
  .describe('The value; null where there is no basis for one. Never 0 for "unknown".');
const low = z.number().nullable().describe('Lower end of the 95% interval; null where none is defined.');
const high = z.number().nullable().describe('Upper end of the 95% interval; null where none is defined.');
const coverage = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe('Covered share of the planned source-days, 0 to 1; null before any source was planned.');

export const Verdict = z
  .strictObject({
    verdict: VerdictWord,
    from: Day.describe('First day of the later window.'),
    to: Day.describe('Last day of the later window.'),
    difference: z
      .number()
      .nullable()
      .describe('Later minus earlier, in the unit of the figure; for counts and indices the ratio minus 1.'),
    low: z.number().nullable().describe('Lower end of the 95% interval of the difference.'),
    high: z.number().nullable().describe('Upper end of the 95% interval of the difference.'),
    n: z
      .tuple([z.number().min(0), z.number().min(0)])
      .describe('Basis in the earlier and the later window, on the sources and days covered in both.'),
  })
  .describe('Whether a change is real.');
export type Verdict = z.infer<typeof Verdict>;

export const Point = z.strictObject({
  period: z.string().describe('2026-11-20, 2026-W47 or 2026-11, in the time zone of the config.'),
  value,
  low,
  high,
  n: z.number().min(0).describe('Basis: the stories, mentions or reviews behind the value.'),
  coverage,
});
export type Point = z.infer<typeof Point>;

export const grains = ['day', 'week', 'month'] as const;
export const Grain = z.enum(grains);
export type Grain = z.infer<typeof Grain>;

const Level = Point.omit({ period: true });
const Levels = z.partialRecord(z.enum(trailing), Level);
/** The figure over the last so many days. */
export type Levels = z.infer<typeof Levels>;

const head = {
  id: z.string(),
  title: z.string().describe('Name of the figure.'),
  question: z.string().describe('The question it answers.'),
  formula: z.string().describe('How it is computed, in words and symbols.'),
  limits: z.string().describe('What it does not say.'),
  unit: z.string().describe('Unit of the values: "stories", "points", "index, base = 100" …'),
  basis: z.string().describe('What `n` counts: "stories", "mentions", "reviews", "source-days".'),
  proxy: z.boolean().describe('True where public talk stands in for a survey.'),
  method: z.string().describe('Version of the method: `net-sentiment@1`.'),
};

export const Break = z.strictObject({
  date: Day,
  why: z.string().describe('A sentence: what changed, so that the line before and after cannot be compared.'),
});
export type Break = z.infer<typeof Break>;

export const agreementWords = ['moves with', 'moves against', 'no clear relation', 'too few months'] as const;

export const Agreement = z
  .strictObject({
    with: z.string().describe('Id of the figure of public talk.'),
    relation: z.enum(agreementWords),
    months: z.int().min(0).describe('Whole months in which both have a value.'),
    correlation: z.number().min(-1).max(1).nullable().describe('Pearson’s, of the values by month.'),
    low: z.number().nullable().describe('Lower end of its 95% interval (Fisher).'),
    high: z.number().nullable().describe('Upper end.'),
    lead: z
      .int()
      .nullable()
      .describe('Months by which the talk moves first, −3 to 3; null where none fits clearly.'),
    text: z.string().describe('The same in a sentence or two.'),
  })
  .describe('Whether a survey and the talk that stands in for it say the same.');
export type Agreement = z.infer<typeof Agreement>;

export const SeriesFigure = z.strictObject({
  ...head,
  kind: z.literal('series'),
  brands: z.record(
    z.string(),
    z.strictObject({ day: z.array(Point), week: z.array(Point), month: z.array(Point) }),
  ),
  likeForLike: z
    .record(z.string(), z.strictObject({ day: z.array(Point), week: z.array(Point), month: z.array(Point) }))
    .optional()
    .describe('The same ratio with the mix of sources held constant, where sources joined or left.'),
  headline: z
    .record(z.string(), Level)
    .optional()
    .describe('The figure over the last 28 days, which end with the last whole day, by brand.'),
  windows: z
    .record(z.string(), Levels)
    .optional()
    .describe(
      'The figure over the last 7, 28, 90 and 365 days, which end with the last whole day, by brand; 28 is the headline. Null where there is no basis, and for 90 and 365 days where the history does not reach so far back.',
    ),
  scorerError: z
    .record(z.string(), z.number().positive())
    .optional()
    .describe(
      'Of tone that no labels correct: what the scorer may be off by, in the unit of the figure. Each side of the headline’s interval is that much wider than chance alone makes it.',
    ),
  unscored: z
    .record(
      z.string(),
      z.strictObject({
        of: z.int().min(0).describe('Mentions of the last 28 days, with and without a tone.'),
        mentions: z
          .int()
          .min(0)
          .describe('Those without a tone: they count in volume and by their ratings, not here.'),
        languages: z
          .array(z.strictObject({ lang: z.string(), mentions: z.int().positive() }))
          .describe(
            'Their languages (BCP 47), the most first; `und` where none could be told, or no text came.',
          ),
      }),
    )
    .optional()
    .describe('Of figures of tone, by brand: what the scorer had no right to an opinion about.'),
  corrected: z
    .record(
      z.string(),
      z.strictObject({
        labels: z.int().positive().describe('Labels by lot that the correction rests on.'),
        week: z.array(Point),
        month: z.array(Point),
        headline: Level,
        windows: Levels.optional().describe('As the figure’s own.'),
        counts: z
          .number()
          .nullable()
          .describe('The headline by adjusted counts, another way to correct it; null where it gives none.'),
        agrees: z
          .boolean()
          .nullable()
          .describe('Whether the two ways lie as near to each other as their errors let expect.'),
      }),
    )
    .optional()
    .describe('The figure with the scorer’s error taken out, by the team’s own labels; beside the raw one.'),
  waves: z
    .record(
      z.string(),
      z.strictObject({
        from: Day.describe('First day of the last wave.'),
        to: Day.describe('Its last day, included.'),
        before: Span.describe('The wave before it, which the verdict of 28 days compares it with.'),
        year: Span.nullable().describe(
          'The wave about a year before, which the verdict `year` compares it with; null where there is none.',
        ),
      }),
    )
    .optional()
    .describe(
      'Of surveys that are asked in waves or known by month alone, by brand: the days of the last wave, which the headline (and the window of 28 days) speaks of in place of the last 28 days.',
    ),
  agreement: z
    .record(z.string(), Agreement)
    .optional()
    .describe('Of surveys, by brand: how they agree with the figure of public talk that stands in for them.'),
  breaks: z.array(Break),
  verdicts: z.record(z.string(), z.partialRecord(VerdictWindow, Verdict)),
});
export type SeriesFigure = z.infer<typeof SeriesFigure>;

const Course = z.strictObject({
  value: z.array(value),
  low: z
    .array(low)
    .optional()
    .describe('Lower ends of the 95% intervals; left out where none are defined, as of counts.'),
  high: z.array(high).optional().describe('Upper ends, likewise.'),
  n: z.array(z.number().min(0)).describe('Basis of each.'),
  coverage: z
    .array(coverage)
    .describe(
      'Of each the covered share of the planned source-days of the sources that carry the part, to the thousandth.',
    ),
});
/** A part of a figure over periods, an entry for each of those that the figure names. */
export type Course = z.infer<typeof Course>;

export const BreakdownFigure = z.strictObject({
  ...head,
  kind: z.literal('breakdown'),
  brands: z.record(
    z.string(),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          by: z.record(z.string(), z.string()),
          value,
          low,
          high,
          n: z.number().min(0),
          coverage,
          share: z
            .strictObject({ value, low, high })
            .optional()
            .describe('Of a count: the part’s share of all, in %.'),
          change: Verdict.optional(),
          months: Course.optional().describe(
            'The part month by month, an entry for each of `periods.month`: null with n 0 and coverage 0 where nothing was read, null with the n there is where that is too few. Left out where no month has a basis of 5.',
          ),
          weeks: Course.optional().describe(
            'The same for each of `periods.week`, of groups of sources alone.',
          ),
        }),
      ),
    }),
  ),
  period: Span,
  periods: z
    .strictObject({
      month: z.array(z.string()).describe('The last 13 months, 2026-11; the last may not be over.'),
      week: z.array(z.string()).describe('The last 26 weeks, 2026-W47, likewise.'),
    })
    .optional()
    .describe('What the entries of `months` and `weeks` of all rows stand for, in order.'),
});
export type BreakdownFigure = z.infer<typeof BreakdownFigure>;

export const RankingFigure = z.strictObject({
  ...head,
  kind: z.literal('ranking'),
  brands: z.record(
    z.string(),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          value,
          low,
          high,
          n: z.number().min(0),
          parts: z.record(z.string(), z.number()).describe('The parts that make the value.'),
          mentions: z.array(z.string()).describe('Ids of mentions behind it.'),
          unit: z.string().optional().describe('Of an event: the unit of this row’s value.'),
          from: Day.optional().describe('Of an alert or a sentence: the first day that it speaks of.'),
          to: Day.optional().describe('The last.'),
          text: z
            .string()
            .optional()
            .describe('Of an alert: what happened, in sentences. Of the brief: the sentence.'),
          words: z
            .array(z.string())
            .optional()
            .describe(
              'Of an alert: words or pairs of words that more say than usual, the most telling first.',
            ),
          day: Day.optional().describe(
            'Of an alert: the day that was least to be expected, which is what is counted.',
          ),
          source: z
            .string()
            .optional()
            .describe(
              'Of an alert: id of the source that most of the excess comes from, where one holds three tenths.',
            ),
          theme: z.string().optional().describe('Of an alert: id of the theme that most of it speaks of.'),
          group: z
            .enum(['all', 'request', 'theme', 'word'])
            .optional()
            .describe('Of talk of the trade: what the row is a part by.'),
          quotes: z
            .strictObject({ negative: z.array(z.string()), positive: z.array(z.string()) })
            .optional()
            .describe(
              'Of a priority: ids of mentions that complain of it, and that praise it, the most typical first.',
            ),
          sources: z
            .array(z.string())
            .optional()
            .describe(
              'Of testimonials: the source of each of `mentions`, whose terms say how it may be used.',
            ),
          figure: z
            .string()
            .optional()
            .describe('Of the brief: id of the figure that the sentence is made of.'),
          themes: z
            .array(
              z.strictObject({
                id: z.string(),
                name: z.string(),
                wins: z.int().min(0),
                losses: z.int().min(0),
                even: z.int().min(0),
              }),
            )
            .optional()
            .describe(
              'Of comparisons: by theme that the words about both name, how often the tone toward it is the better one for this brand, for the other, or the same.',
            ),
          rests: z
            .array(
              z.strictObject({
                figure: z.string().describe('Id of a figure.'),
                brand: z.string().describe('Id of the brand that it is told of.'),
                row: z
                  .string()
                  .optional()
                  .describe('Of a ranking: id of the row; of a breakdown: id of the part.'),
                from: Day.optional().describe('Of a series: the first day that is told of.'),
                to: Day.optional().describe('The last.'),
              }),
            )
            .optional()
            .describe(
              'Of the brief: the numbers that the sentence rests on, by which the mentions behind it are listed; none where it rests on no mentions.',
            ),
        }),
      ),
    }),
  ),
  period: Span,
});
export type RankingFigure = z.infer<typeof RankingFigure>;

export const Figure = z.discriminatedUnion('kind', [SeriesFigure, BreakdownFigure, RankingFigure]);
export type Figure = z.infer<typeof Figure>;
