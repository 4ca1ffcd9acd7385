import { z } from 'zod';
import { Break } from './figure.ts';
import { Status } from './run.ts';
import { Segment } from './segment.ts';
import { Day, Instant } from './time.ts';

/** `figures/about.json`: what the page needs to know besides the figures. Derived, like they are. */
export const About = z.strictObject({
  v: z.literal(1),
  asOf: Instant.describe('The moment the figures speak for: the last run, or --now.'),
  demo: z.boolean().describe('True where the brand and all that is said about it are invented.'),
  brands: z
    .array(z.strictObject({ id: z.string(), name: z.string() }))
    .describe('The brand first, then the competitors in the order of the config.'),
  sources: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      group: z.string(),
      brand: z.string().optional(),
      label: z.string().describe('What it is, for people: a host, or "App Store, US".'),
      terms: z
        .strictObject({
          verdict: z.enum(['default-on', 'opt-in']),
          quote: z
            .string()
            .optional()
            .describe('The words that decide it; absent where no terms of a platform were read.'),
          from: z.string().describe('Where they stand; without them, where what it gives comes from.'),
          read: z.string().optional().describe('When they were read.'),
          accepted: z.string().optional().describe('Which condition is met, in the words of the team.'),
        })
        .optional()
        .describe('What the source allows, in its own words.'),
      lists: z
        .int()
        .optional()
        .describe('Of a list of feeds: how many it names. They are sources of their own.'),
      silence: z
        .strictObject({
          nights: z.int(),
          since: Instant,
          status: Status,
          reason: z.string().optional(),
        })
        .optional()
        .describe(
          'Nights in a row on which it gave nothing that could be trusted, where they are three or more.',
        ),
      quiet: z
        .strictObject({ since: Instant, pauseHours: z.int() })
        .optional()
        .describe(
          'Of a source that answers: since when it has had nothing new, where that is far longer than usual.',
        ),
      attribution: z.string().optional().describe('Words that the source asks to be shown.'),
      planned: z
        .boolean()
        .describe('True where it is read every night, so that a night without it is a gap.'),
      countsOnly: z.boolean().optional().describe('True where it gives daily counts, and no mentions.'),
    }),
  ),
  notRead: z
    .array(
      z.strictObject({
        host: z.string(),
        path: z.string().optional().describe('Only addresses that begin so.'),
        name: z.string(),
        quote: z.string(),
        from: z.string(),
        read: z.string(),
        instead: z.string().optional().describe('How else its words can come in.'),
      }),
    )
    .optional()
    .describe('What no source reads, and the words that decide it.'),
  groups: z.array(z.string()),
  themes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      lens: z.string().optional(),
      touchpoint: z.string().optional(),
    }),
  ),
  segments: z
    .array(Segment)
    .optional()
    .describe('Parts of the public to look at apart, in the order of the config, where it names any.'),
  events: z.array(
    z.strictObject({ date: Day, name: z.string(), figure: z.string().optional(), window: z.int() }),
  ),
  time: z.strictObject({ zone: z.string(), locale: z.string(), weekStart: z.string() }),
  site: z.strictObject({
    url: z.string().optional(),
    logo: z.string().optional(),
    colour: z.string(),
    index: z.boolean(),
  }),
  contact: z.string().optional(),
  scorers: z
    .array(z.strictObject({ by: z.string(), mentions: z.int() }))
    .describe('Scorers at work and how many mentions each judged.'),
  figures: z.array(z.string()).describe('Ids of the figure files beside this one.'),
  headline: z
    .array(
      z.strictObject({
        figure: z.string(),
        value: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        n: z.number(),
        coverage: z.number().min(0).max(1).nullable(),
      }),
    )
    .describe('The brand’s headline figures over the last 28 days; a figure without any basis has no line.'),
  damage: z
    .strictObject({
      unreadable: z.int().min(0).describe('Places in the data that can not be read.'),
      edited: z
        .int()
        .min(0)
        .describe(
          'Mentions whose score does not follow from them, of the newest 5,000 first seen in the last two months: one of the two was edited by hand.',
        ),
      first: z
        .array(
          z.strictObject({
            file: z.string().describe('Path below `data/`.'),
            line: z.int().min(0).describe('Counted from 1; 0 for the file as a whole.'),
            why: z.string(),
          }),
        )
        .max(5)
        .describe('The first of these places; `verify` names all.'),
    })
    .optional()
    .describe('What is wrong with the lines that the figures are made of, where anything is.'),
  unlabelled: z
    .strictObject({
      sources: z.array(z.string()).describe('Ids of sources of the config.'),
      hosts: z.array(z.string()).describe('Of links, with all that ends in one of them after a dot.'),
    })
    .optional()
    .describe('Where it is that no label may be made of what was said there, since its terms forbid it.'),
  replays: z
    .array(Break)
    .optional()
    .describe(
      'When all scores were made anew and some changed, oldest first, where it ever happened: the break of every figure that is made of scores.',
    ),
  config: z.string().describe('Hash of the config.'),
  commit: z
    .string()
    .nullable()
    .describe('Commit that was checked out when it was measured; null without git.'),
  repository: z.string().nullable().describe('Public address of the repository, where known.'),
});
export type About = z.infer<typeof About>;
