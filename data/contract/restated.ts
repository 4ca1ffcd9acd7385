import { z } from 'zod';
import { VerdictWord } from './figure.ts';
import { Day, Instant } from './time.ts';

const estimate = {
  value: z.number().nullable().describe('The value, or null where it has no basis.'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().min(0),
};

/** One figure of one night: what was published, and what the same four weeks give today. */
export const RestatedFigure = z.strictObject({
  figure: z.string().describe('Id of the figure.'),
  period: Day.describe('Last of the 28 days that it speaks of.'),
  then: z.strictObject({
    ...estimate,
    coverage: z.number().min(0).max(1).nullable(),
    verdict: VerdictWord,
    method: z.string(),
  }),
  now: z
    .strictObject(estimate)
    .nullable()
    .describe('The same days as they are measured today; null where this can no longer be done.'),
  moved: z
    .boolean()
    .describe(
      'True where today’s value is further from what was published than a tenth of half its interval, or, of a count, than a tenth of itself.',
    ),
});
export type RestatedFigure = z.infer<typeof RestatedFigure>;

/** What happened to the data of a night’s four weeks after that night. */
export const Since = z.strictObject({
  late: z.int().min(0).describe('Mentions of those days that were first seen after the night.'),
  forgotten: z
    .int()
    .min(0)
    .describe('Mentions or documents that were taken out on request after it, of any day.'),
  labels: z
    .int()
    .min(0)
    .describe('Labels of mentions of those days that the team made on the day of the night or later.'),
  replays: z.int().min(0).describe('How often all scores were made anew after it, with another result.'),
  config: z.boolean().describe('Whether brand.yml says something else today.'),
});
export type Since = z.infer<typeof Since>;

/** `figures/restated.json`: what was published each night beside what the same days give today. Derived. */
export const Restated = z.strictObject({
  v: z.literal(1),
  brands: z.record(
    z.string(),
    z.array(
      z.strictObject({
        at: Instant.describe('When the run began that published it.'),
        config: z.string().describe('Hash of the config then.'),
        commit: z.string().nullable(),
        since: Since,
        figures: z.array(RestatedFigure),
      }),
    ),
  ),
});
export type Restated = z.infer<typeof Restated>;
