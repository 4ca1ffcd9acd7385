import type { Brand, Config, Mention, Score } from '#contract';
import { intentRule, intentsOf } from './intents/intents.ts';
import { languageOfPanel, languageRule } from './language.ts';
import { namesAnother, namesOf } from './names.ts';
import { ratingRule, withRating } from './rating.ts';
import { type Scorer, scorers, type ToneContext, usualScorer } from './scorers.ts';
import { type Stories, storyRule } from './stories.ts';
import { themeHearer, themeRule } from './themes/hear-themes.ts';
import { themesOf } from './themes/themes-of.ts';

export { openStories, type Stories } from './stories.ts';
export type { KnownTheme } from './themes/default-themes.ts';
export { themesOf } from './themes/themes-of.ts';

/** Makes the scorer that a config asks for. */
export const scorerFor = ({ scorer = usualScorer, words }: Pick<Config, 'scorer' | 'words'>): Scorer =>
  scorers[scorer](words);

/**
 * What a judgement depends on: the queries, the themes, the trade's own words, the scorer and the rules. Its hash is
 * `Score.config`; sources, events and colours may change without it.
 */
export function judgementConfig(config: Config): unknown {
  const query = ({ id, name, match, any, all, none, context }: Brand) => ({
    id,
    name,
    match,
    any,
    all,
    none,
    context,
  });
  const scorer = scorerFor(config);
  return {
    brands: [config.brand, ...config.competitors].map(query),
    themes: themesOf(config).map(({ id, words, except }) => ({ id, words, except })),
    words: Object.entries(config.words).sort(([a], [b]) => (a < b ? -1 : 1)),
    scorer: scorer.by,
    rules: [scorer.rule, storyRule, themeRule, ratingRule, intentRule, languageRule],
  };
}

/** Title and excerpt as one text; posts without a title often repeat their beginning as one. */
export function textOf({ title, excerpt }: Mention): string {
  const start = title.replace(/…$/, '').trim();
  if (start === '' || excerpt.startsWith(start)) return excerpt;
  return excerpt === '' ? title : `${title}${/[.!?…]$/.test(title) ? '' : '.'} ${excerpt}`;
}

export type EnrichOptions = {
  /** Stories of the last 60 days. Grows by those of the mentions. */
  past: Stories;
  config: Pick<Config, 'brand' | 'competitors' | 'scorer' | 'themes' | 'words'>;
  /** Hash of `judgementConfig`. */
  configHash: string;
  /** Whether today's queries would keep the mention, whose language is given too. */
  relevant: (mention: Mention, lang: string) => boolean;
  scorer?: Scorer;
};

/**
 * A score for each mention, in their order, from nothing but what is stored: story, language, tone toward the brand
 * (of text and rating together) and themes with the tone toward each. The order decides which copy of a
 * story stands first: give mentions in the order of their lines.
 */
export function enrich(
  mentions: readonly Mention[],
  { past, config, configHash, relevant, scorer = scorerFor(config) }: EnrichOptions,
): Score[] {
  const brands = [config.brand, ...config.competitors];
  const languageOf = languageOfPanel(config);
  const hearThemes = themeHearer(config, scorer);
  const names = new Map(brands.map((brand) => [brand.id, namesOf(brand)]));
  const others = new Map(
    brands.map(({ id }) => [
      id,
      brands.flatMap((brand) => (brand.id === id ? [] : (names.get(brand.id) ?? []))),
    ]),
  );
  const everyName = Array.from(names.values()).flat();
  const comparesBrands = new Map(
    brands.map(({ id }) => [id, namesAnother(names.get(id) ?? [], others.get(id) ?? [])]),
  );
  const none: string[] = [];

  function judge(mention: Mention): Score {
    const story = past.find(mention) ?? mention.doc;
    past.add(mention, story);
    const text = textOf(mention);
    const context: ToneContext = {
      lang: languageOf(text),
      // Talk of the category is about no brand; names in it are no opinions either.
      brand: mention.brand === null ? everyName : (names.get(mention.brand) ?? none),
      others: mention.brand === null ? none : (others.get(mention.brand) ?? none),
      group: mention.group,
    };
    const told = scorer.score(text, context);
    // A rating is of one thing: where the text names two brands of the panel, or none, nobody can tell of which.
    const isOfBrand = mention.brand !== null && !comparesBrands.get(mention.brand)?.(text);
    const { tone, contradicts } =
      mention.rating && isOfBrand ? withRating(told, mention.rating) : { tone: told, contradicts: false };
    return {
      id: mention.id,
      brand: mention.brand,
      story,
      lang: context.lang,
      relevant: relevant(mention, context.lang),
      tone: { label: tone.label, p: tone.p },
      ...(contradicts ? { ratingConflict: true as const } : {}),
      themes: hearThemes(text, mention.brand, context, told),
      intents: intentsOf(text, {
        ...context,
        aboutNobody: mention.brand === null,
        rating: mention.rating,
        toneOf: (sentence) => scorer.score(sentence, context).label,
      }),
      by: scorer.by,
      config: configHash,
    };
  }
  return mentions.map(judge);
}
