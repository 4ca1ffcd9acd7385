import { type Config, type Mention, mentionKey } from '#contract';
import { languageOfPanel } from './enrich/language.ts';
import type { Normalised } from './normalise/normalise.ts';
import { type Panel, select } from './select/select.ts';
import type { KnownKeys } from './store/open-store.ts';
import type { Dropped, Item, Source } from './types.ts';

/** What tonight's items are held against. */
export type Against = { config: Config; panel: Panel; known: KnownKeys; now: Date };
export type Kept = { mentions: Mention[]; counts: { kept: number; edited: number; dropped: Dropped } };

const mentionsOf = (items: readonly Item[], source: Source, { config, panel, now }: Against) =>
  select(items, panel, source, { now, config, language: languageOfPanel(config) });

/**
 * An item that was stored on a night on which nothing else bore its link keeps the key of that night, though its link
 * turned out to be shared. Only what reads as it was stored is taken for it: the others with this link are not.
 */
function underStoredKeys({ items, formerly }: Normalised, source: Source, against: Against): Item[] {
  const isStored = (item: Item): boolean =>
    mentionsOf([item], source, against).mentions.some((mention) => {
      const text = against.known.textOf(mentionKey(mention));
      return text?.title === mention.title && text.excerpt === mention.excerpt;
    });
  return items.map(
    (item) =>
      formerly
        .get(item.key)
        ?.map((key) => ({ ...item, key }))
        .find(isStored) ?? item,
  );
}

/** The mentions of a source's items that are not stored yet and were not forgotten, and what became of the rest. */
export function keepNew(normalised: Normalised, source: Source, against: Against): Kept {
  const { known } = against;
  const items = underStoredKeys(normalised, source, against);
  const selected = mentionsOf(
    items.filter((item) => !item.listedBefore),
    source,
    against,
  );
  const again = mentionsOf(
    items.filter((item) => item.listedBefore),
    source,
    against,
  );
  const dropped: Dropped = { ...normalised.dropped, ...selected.dropped };
  for (const [reason, times] of Object.entries(again.dropped))
    dropped[reason] = (dropped[reason] ?? 0) + times;
  const drop = (reason: string) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  const mentions: Mention[] = [];
  let edited = 0;
  // Listed last night under another link, and looked at then: under this one it is no other item.
  for (const mention of again.mentions) drop(known.has(mentionKey(mention)) ? 'known' : 'moved_link');
  for (const mention of selected.mentions) {
    const key = mentionKey(mention);
    if (known.isForgotten(mention)) drop('forgotten');
    else if (!known.has(key)) mentions.push(mention);
    else {
      drop('known');
      const stored = known.textOf(key);
      if (stored && (stored.title !== mention.title || stored.excerpt !== mention.excerpt)) edited += 1;
    }
  }
  return { mentions, counts: { kept: mentions.length, edited, dropped } };
}
