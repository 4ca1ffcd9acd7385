import { z } from 'zod';
import { Accuracy, Figure, intents, Status, toneLabels, VerdictWord } from '#contract';

/** The documents of the static API that the figures' own contract does not describe. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const share = z.number().min(0).max(1);

export const ApiIndex = z
  .object({
    v: z.literal(1),
    asOf: z.string().nullable().describe('The moment the figures speak for; null where there are none.'),
    missing: z.string().optional().describe('Why there are no figures.'),
    demo: z.boolean().optional(),
    zone: z.string().optional().describe('Time zone of all days.'),
    brands: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
    config: z.string().optional().describe('Hash of the config.'),
    commit: z.string().nullable().optional(),
    figures: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.enum(['series', 'breakdown', 'ranking']),
        unit: z.string(),
        method: z.string(),
        file: z.string().describe('Below `api/v1/`.'),
        csv: z.string().describe('The same as a table, below `api/v1/`.'),
        badge: z.string().optional().describe('Below the site.'),
        embed: z.string().optional().describe('Below the site.'),
      }),
    ),
    mentions: z.array(
      z.object({
        month,
        count: z.int().min(0),
        file: z.string(),
        csv: z.string().optional().describe('Of the newest months alone.'),
      }),
    ),
    asOfYears: z.array(z.object({ year: z.string(), nights: z.int(), file: z.string() })).optional(),
    accuracy: z.string().optional(),
    coverage: z.string().optional(),
    schemas: z.record(z.string(), z.string()).optional().describe('Below `api/v1/`.'),
  })
  .describe('What the static API holds.');

const Row = z.object({
  id: z.string(),
  brand: z.string().nullable().describe('Null for talk of the category.'),
  source: z.string(),
  group: z.string(),
  site: z.string(),
  url: z.string().nullable().describe('Null where there is none that may be followed.'),
  host: z.string(),
  title: z.string(),
  excerpt: z.string(),
  publishedAt: z.string(),
  day: day.describe('Of publication, in the time zone of the config.'),
  dateFlag: z.enum(['date_inferred', 'date_clamped']).optional(),
  story: z.string().describe('The same for all copies of what is told.'),
  lang: z.string(),
  tone: z.enum(toneLabels).nullable().describe('Toward the brand; null where it was not scored yet.'),
  p: z.tuple([share, share, share]).optional().describe('Probabilities of negative, neutral, positive.'),
  byTeam: z.literal(true).optional().describe('The tone is a label of the team.'),
  ratingConflict: z.literal(true).optional(),
  themes: z.array(z.object({ id: z.string(), tone: z.string() })),
  intents: z.array(z.enum(intents)),
  rating: z.object({ value: z.number(), of: z.number() }).optional(),
  version: z.string().optional(),
  touchpoints: z.array(z.string()).optional(),
  segments: z.array(z.string()).optional(),
});

export const ApiMentions = z
  .object({ v: z.literal(1), month, mentions: z.array(Row) })
  .describe('The mentions of one month, newest first, with the judgement on each. No author is named.');

export const ApiCoverage = z
  .object({
    v: z.literal(1),
    asOf: z.string().nullable(),
    sources: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        group: z.string(),
        stretches: z
          .array(
            z.object({
              from: day,
              to: day,
              nights: z.int(),
              state: z.enum([...Status.options, 'none', 'before']),
              reason: z.string().optional(),
              covered: z.boolean(),
            }),
          )
          .describe('The last nights; neighbours that are alike are one.'),
        months: z.array(z.object({ month, covered: z.number(), days: z.number() })),
      }),
    ),
  })
  .describe('The coverage of each source.');

const number = z.number().nullable();
export const ApiAsOf = z
  .object({
    v: z.literal(1),
    year: z.string(),
    brand: z.string(),
    nights: z.array(
      z.object({
        at: z.string().describe('When the run began that published.'),
        period: day.describe('Last of the 28 days that were spoken of.'),
        config: z.string(),
        commit: z.string().nullable(),
        since: z.object({
          late: z.int(),
          forgotten: z.int(),
          labels: z.int(),
          replays: z.int(),
          config: z.boolean(),
        }),
      }),
    ),
    columns: z.array(z.string()).describe('What each place of a row holds.'),
    figures: z
      .record(
        z.string(),
        z.array(
          z
            .tuple([number, number, number, number, number, VerdictWord, number, number, number, z.boolean()])
            .nullable(),
        ),
      )
      .describe('By figure, a row for each night in their order; null where it was not published.'),
  })
  .describe('What each night of a year published, beside what the same days give today.');

/** Every document by the name of its schema. */
export const apiSchemas = {
  index: ApiIndex,
  figure: Figure,
  mentions: ApiMentions,
  coverage: ApiCoverage,
  accuracy: Accuracy.nullable(),
  'as-of': ApiAsOf,
} satisfies Record<string, z.ZodType>;
export type SchemaName = keyof typeof apiSchemas;

/** A schema as JSON Schema. What may be added later is not forbidden in it. */
export const jsonSchema = (name: SchemaName): unknown =>
  z.toJSONSchema(apiSchemas[name], {
    override: ({ jsonSchema: made }) => {
      if (made.additionalProperties === false) delete made.additionalProperties;
    },
  });
