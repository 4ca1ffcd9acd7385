import { z } from 'zod';
import { SurveySettings } from './survey.ts';
import { Day } from './time.ts';

const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'an id of small letters, digits and hyphens, at most 40: city-paper')
  .describe('Short name in the data files: small letters, digits, hyphens. Changing it starts a new series.');
const Words = z.array(z.string().min(1).max(100)).max(200);
const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "a colour as '#rrggbb', in quotes");

const queryKeys = {
  match: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe(
      'Boolean query over title and text: AND, OR, NOT, parentheses, "phrases", NEAR/5, ONEAR/5, roast*, raw:, title:, text:, site:, lang:, group:. See Queries in data/README.md.',
    ),
  any: Words.optional().describe('At least one of these words or phrases; raw:, title:, site: may lead.'),
  all: Words.optional().describe('All of these words or phrases.'),
  none: Words.optional().describe('None of these words or phrases.'),
  context: Words.optional().describe(
    'At least one of these must stand somewhere in the same text: tells homonyms apart.',
  ),
};

export const Brand = z
  .strictObject({
    id: Id,
    name: z.string().min(1).max(80).describe('Name as people write it; shown on every page.'),
    ...queryKeys,
    articles: z
      .array(z.string())
      .optional()
      .describe(
        'Wikipedia articles whose page views count as attention: en.wikipedia.org/Name. Read by a source of the type wikipedia-views.',
      ),
  })
  .describe('A brand and the words that find it. Without `match`, `any` or `all`, its name is looked for.');
export type Brand = z.infer<typeof Brand>;

/** What every source has; each source type adds its own settings in `collector/sources`. */
export const sourceKeys = {
  id: Id,
  group: Id.optional().describe('Group in share of voice and filters; each source type has a usual one.'),
  brand: Id.optional().describe(
    'Id of the one brand that all its items speak of, such as the reviews of its own app.',
  ),
  since: Day.optional().describe(
    'How far back a first reading goes, where the source can be asked for a time: 2026-01-01. 28 days when left out.',
  ),
  category: z
    .boolean()
    .optional()
    .describe('Also keep what names no brand of the panel: talk of the category.'),
  accept: z
    .string()
    .min(8, 'a sentence that says which condition of the source is met')
    .optional()
    .describe(
      "For sources that are off until their terms are accepted: which condition is met, in the team's words.",
    ),
};
const SourceBase = z.looseObject({ ...sourceKeys, type: z.string() });
export type SourceBase = z.infer<typeof SourceBase>;

export const lenses = ['innovation', 'experience'] as const;
export const touchpoints = [
  'discover',
  'compare',
  'buy',
  'deliver',
  'use',
  'support',
  'pay',
  'renew',
  'leave',
] as const;

export const Theme = z.strictObject({
  id: Id,
  name: z.string().min(1).max(60).optional().describe('Name on the page; the id when left out.'),
  lens: z.enum(lenses).optional().describe('Whether it speaks of novelty or of service.'),
  touchpoint: z.enum(touchpoints).optional().describe("Where on the customer's way it belongs."),
  words: Words.describe(
    'Words and phrases that name it. Added to the shipped ones of the same id. See Words of themes in data/README.md.',
  ),
  except: Words.optional().describe(
    'Words and phrases that speak of something else: what shares a word with one of them does not name the theme.',
  ),
});
export type Theme = z.infer<typeof Theme>;

/** Scorers of tone that a config may ask for; `collector/enrich/scorers.ts` makes them. */
export const scorerNames = ['tone', 'tone-base', 'afinn'] as const;
export type ScorerName = (typeof scorerNames)[number];

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'a time zone such as Europe/Berlin');

const locale = z.string().refine((name) => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([name]).length === 1;
  } catch {
    return false;
  }
}, 'a locale such as en-GB');

/** Characters (graphemes) of excerpt kept by group where brand.yml says nothing; why: data/README.md. */
export const excerptLengths = { news: 120, reviews: 600, other: 280 } as const;

/** The shape of brand.yml, for the given source types. */
export function configOf<Source extends z.ZodType<SourceBase>>(source: Source) {
  return z.strictObject({
    brand: Brand.describe('The brand whose dashboard this is.'),
    competitors: z
      .array(Brand)
      .max(12)
      .default([])
      .describe('The locked panel of share of voice. A change restarts that series with a visible break.'),
    sources: z.array(source).max(500).default([]).describe('What is read every night.'),
    groups: z
      .record(Id, z.number().min(0).max(1000))
      .default({})
      .describe('Fixed shares of the source groups in share of voice; equal when left out.'),
    themes: z.array(Theme).max(100).default([]).describe('Own themes, or more words for shipped ones.'),
    words: z
      .record(z.string().min(1).max(60), z.enum(['positive', 'neutral', 'negative']))
      .default({})
      .describe("The trade's own meaning of words: { sick: positive }."),
    scorer: z
      .enum(scorerNames)
      .optional()
      .describe(
        'Who judges tone: `tone`, the trained scorer, when left out; to compare with, `tone-base`, its linear model alone, and `afinn`, which counts words of a list.',
      ),
    segments: z
      .array(
        z.strictObject({
          id: Id,
          name: z.string().max(60).optional().describe('Name on the page; the id when left out.'),
          sites: z.array(z.string()).optional().describe('Domains whose mentions belong to it.'),
          sources: z.array(Id).optional().describe('Ids of sources whose mentions belong to it.'),
          words: Words.optional().describe('Words that make a mention belong to it.'),
        }),
      )
      .default([])
      .describe('Parts of the public to look at apart, by site, source or word: any one is enough.'),
    events: z
      .array(
        z.strictObject({
          date: Day.describe('Its day: 2026-09-14.'),
          name: z.string().min(1).max(80).describe('Its name on the charts.'),
          figure: Id.optional().describe(
            'Figure that it was meant to move: mentions, stories, awareness, share-of-voice, net-sentiment, advocacy, loyalty or satisfaction. Without one it is drawn, and nothing is compared.',
          ),
          window: z.int().min(1).max(365).default(28).describe('Days before and after that are compared.'),
        }),
      )
      .default([])
      .describe('What happened, drawn on the charts.'),
    actions: z
      .array(
        z.strictObject({
          date: Day.describe('Its day: 2026-10-02.'),
          theme: Id.describe('Id of the theme that it was to help.'),
          name: z.string().min(1).max(80).describe('Its name on the page.'),
        }),
      )
      .default([])
      .describe(
        'What was done about a pain point: complaints about its theme before and after are compared.',
      ),
    surveys: z
      .array(SurveySettings)
      .max(50)
      .default([])
      .describe(
        'Survey exports, which `earshot import` reads from inbox/. Only sums by day are kept, never who answered.',
      ),
    time: z
      .strictObject({
        zone: zone.default('UTC').describe('Time zone of days, weeks and months.'),
        locale: locale.default('en-GB').describe('How numbers and dates are written.'),
        weekStart: z
          .enum(['monday', 'sunday', 'saturday'])
          .default('monday')
          .describe('First day of the week.'),
      })
      .prefault({})
      .describe('How time is cut and written.'),
    site: z
      .strictObject({
        url: z
          .url({ protocol: /^https?$/ })
          .optional()
          .describe('Address of the published page.'),
        logo: z
          .string()
          .regex(/^brand\/(?!.*\.\.)[\w./-]+\.(svg|png|webp|jpg)$/, 'a picture in the folder brand/')
          .optional()
          .describe('Logo, a file in the folder brand/.'),
        colour: Colour.default('#0f6b6b').describe('Accent colour; adjusted for contrast on the page.'),
        index: z.boolean().default(false).describe('Whether search engines may list the page.'),
      })
      .prefault({})
      .describe('The page.'),
    privacy: z
      .strictObject({
        excerpt: z
          .record(z.string(), z.int().min(0).max(600))
          .default({})
          .describe(
            'Characters of excerpt kept by group: news 120, reviews 600, other 280 when left out; 0 keeps none.',
          ),
        contact: z
          .string()
          .max(200)
          .optional()
          .describe('Address on every page for whoever wants a mention removed.'),
      })
      .prefault({})
      .describe('What is kept of what people wrote, and where they can object.'),
    network: z
      .strictObject({
        http: z.array(z.string()).default([]).describe('Hosts that may be read without TLS.'),
        robots: z
          .record(z.string(), z.string().min(8))
          .default({})
          .describe('Hosts whose robots.txt is set aside, each with the reason in writing.'),
      })
      .prefault({})
      .describe('Exceptions to the rules of reading.'),
  });
}

/** The config as every stage but `sources` sees it. */
export type Config = Omit<z.infer<ReturnType<typeof configOf<typeof SourceBase>>>, 'sources'> & {
  sources: SourceBase[];
};
