import { createHash } from 'node:crypto';
import { type Config, excerptLengths, instant, type Mention } from '#contract';
import type { Dropped, Item, Source } from '../types.ts';
import { excerptAround } from './excerpt.ts';
import { maskPeople } from './mask.ts';
import { maskAuthors } from './mask-authors.ts';
import { type Span, searchable } from './match.ts';
import type { Panel } from './panel.ts';

export { compilePanel, type Panel, queryErrors } from './panel.ts';

/** Graphemes of excerpt that are kept of a group. */
function excerptLength(group: string, config: Pick<Config, 'privacy'>): number {
  const own = config.privacy.excerpt;
  const usual: Record<string, number> = excerptLengths;
  return own[group] ?? usual[group] ?? own['other'] ?? excerptLengths.other;
}

const mentionId = (source: string, key: string): string =>
  createHash('sha256').update(`${source}\n${key}`).digest('hex').slice(0, 16);

type Options = { now: Date; config: Pick<Config, 'privacy'> };

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
  { source, panel, now, config }: Options & { source: Source; panel: Panel },
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
  options: Options,
): { mentions: Mention[]; dropped: Dropped } {
  const mentions: Mention[] = [];
  const dropped: Dropped = {};
  const context = { ...options, source, panel };
  for (const raw of items) {
    const item = withoutAuthors(raw, panel);
    const where = searchable(item.title, item.text);
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

/**
 * Whether today's queries would still keep a stored mention. Where the excerpt is only a part of what was read, a word that
 * it lacks may have stood in the rest: then it is enough that the brand is named and that nothing speaks against it.
 */
export function isRelevant(mention: Mention, panel: Panel): boolean {
  if (mention.brand === null || panel.bound.get(mention.source) === mention.brand) return true;
  const brand = panel.brands.find((one) => one.id === mention.brand);
  if (!brand) return false;
  const partial = mention.excerpt === '' || mention.excerpt.startsWith('…') || mention.excerpt.endsWith('…');
  const { kept, found } = brand.judge(searchable(mention.title, mention.excerpt, partial));
  if (kept === 'yes') return true;
  // Without an excerpt there is nothing to judge by, and a fact is not dropped for what is unknown.
  return (
    kept === 'unknown' && (mention.excerpt === '' || found.title !== undefined || found.text !== undefined)
  );
}
