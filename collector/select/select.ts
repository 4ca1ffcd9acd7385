import { createHash } from 'node:crypto';
import { type Config, instant, isWithoutText, type Mention } from '#contract';
import type { Dropped, Item, Source } from '../types.ts';
import { excerptAround, excerptLength } from './excerpt.ts';
import { maskPeople } from './mask.ts';
import { maskAuthors } from './mask-authors.ts';
import { type Searchable, type Span, searchable, type Truth } from './match.ts';
import type { Panel } from './panel.ts';

export { compilePanel, type Panel, queryErrors } from './panel.ts';

const mentionId = (source: string, key: string): string =>
  createHash('sha256').update(`${source}\n${key}`).digest('hex').slice(0, 16);

export type SelectOptions = {
  now: Date;
  config: Pick<Config, 'privacy'>;
  /** The language of a text, for `lang:`; without it such a query keeps nothing. */
  language?: (text: string) => string;
};

/** Masked before anything is looked for, so that what is stored gives the same answer as what was read. */
function withoutAuthors(item: Item, { brands }: Panel): Item {
  const { authors = [] } = item;
  if (authors.length === 0) return item;
  const keep = {
    name: (name: string) => brands.some((brand) => brand.ownsHandle(name)),
    word: (word: string) => brands.some((brand) => brand.looksFor(word)),
  };
  return {
    ...item,
    title: maskAuthors(item.title, authors, keep),
    text: maskAuthors(item.text, authors, keep),
  };
}

function mentionOf(
  item: Item,
  brand: string | null,
  span: Span | undefined,
  { source, panel, now, config }: SelectOptions & { source: Source; panel: Panel },
): Mention {
  const keep = (handle: string): boolean => panel.brands.some((one) => one.ownsHandle(handle));
  return {
    v: 1,
    id: mentionId(source.id, item.key),
    doc: item.doc,
    brand,
    source: source.id,
    group: source.group,
    site: item.site,
    url: item.url,
    title: maskPeople(item.title, keep),
    excerpt: maskPeople(excerptAround(item.text, span, excerptLength(source.group, config)), keep),
    publishedAt: instant(item.publishedAt),
    firstSeenAt: instant(now),
    ...(item.dateFlag === undefined ? {} : { dateFlag: item.dateFlag }),
    ...(item.rating === undefined ? {} : { rating: item.rating }),
    ...(item.version === undefined ? {} : { version: item.version }),
    ...(item.attention === undefined ? {} : { attentionAtFirstSight: item.attention }),
  };
}

/**
 * One mention for each brand that an item names. A source bound to a brand keeps all its items for that brand; a source of
 * the category also keeps what names none. Dropped: `no_match`, and `excluded` where a brand is named but the words of
 * `none` or `context` say that it is not meant.
 */
export function select(
  items: readonly Item[],
  panel: Panel,
  source: Source,
  options: SelectOptions,
): { mentions: Mention[]; dropped: Dropped } {
  const mentions: Mention[] = [];
  const dropped: Dropped = {};
  const context = { ...options, source, panel };
  const { language } = options;
  for (const raw of items) {
    const item = withoutAuthors(raw, panel);
    const where = searchable(item.title, item.text, {
      site: item.site,
      group: source.group,
      ...(language && { lang: once(() => language(`${item.title}\n${item.text}`)) }),
    });
    const before = mentions.length;
    let excluded = false;
    for (const brand of panel.brands) {
      const isBound = source.brand === brand.id;
      if (source.brand !== undefined && !isBound) continue;
      const { kept, found } = brand.judge(where);
      if (isBound || kept === 'yes') mentions.push(mentionOf(item, brand.id, found.text, context));
      else if (kept === 'excluded') excluded = true;
    }
    if (mentions.length > before) continue;
    if (source.category && !excluded) mentions.push(mentionOf(item, null, undefined, context));
    else {
      const reason = excluded ? 'excluded' : 'no_match';
      dropped[reason] = (dropped[reason] ?? 0) + 1;
    }
  }
  return { mentions, dropped };
}

/** Detecting a language takes longer than all the rest: it is done where a query asks, and once. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether nothing was stored of a text that may have been long; where excerpts are kept, an empty one is all there was. */
const isUnkept = ({ excerpt, group }: Mention, panel: Panel): boolean =>
  excerpt === '' && !panel.keepsExcerpt(group);

/** A stored mention as a text to be searched; `lang` as its score has it. */
export const storedText = (mention: Mention, panel: Panel, lang?: string): Searchable =>
  searchable(mention.title, mention.excerpt, {
    partial: isUnkept(mention, panel) || mention.excerpt.startsWith('…') || mention.excerpt.endsWith('…'),
    site: mention.site,
    group: mention.group,
    lang: () => lang,
  });

/**
 * Whether today's queries would still keep a stored mention. `unknown` where the excerpt is only a part of what was read
 * and does not tell: a word that it lacks may have stood in the rest. It is `no` all the same where nothing is left
 * that names the brand. Of a mention whose words were taken out nothing can be told.
 */
export function standing(mention: Mention, panel: Panel, lang?: string): Truth {
  if (mention.brand === null || panel.bound.get(mention.source) === mention.brand) return 'yes';
  const brand = panel.brands.find((one) => one.id === mention.brand);
  if (!brand) return 'no';
  const { kept, found } = brand.judge(storedText(mention, panel, lang));
  if (kept === 'yes') return 'yes';
  if (isWithoutText(mention)) return 'unknown';
  // Without an excerpt there is nothing to judge by, and a fact is not dropped for what is unknown.
  const isNamed = isUnkept(mention, panel) || found.title !== undefined || found.text !== undefined;
  return kept === 'unknown' && isNamed ? 'unknown' : 'no';
}

/** Whether a stored mention counts: what is unknown does. */
export const isRelevant = (mention: Mention, panel: Panel, lang?: string): boolean =>
  standing(mention, panel, lang) !== 'no';
