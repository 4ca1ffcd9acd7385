import { z } from 'zod';
import type { SourceBase } from '#contract';
import type { Source, SourceType } from '../types.ts';
import { appStore } from './app-store.ts';
import { appStoreConnect } from './app-store-connect.ts';
import { discourse } from './discourse.ts';
import { feed } from './feed.ts';
import { gdelt } from './gdelt.ts';
import { github } from './github.ts';
import { googlePlay } from './google-play.ts';
import { hackerNews } from './hacker-news.ts';
import { importCsv } from './import-csv.ts';
import { lemmy } from './lemmy.ts';
import { mastodon } from './mastodon.ts';
import { opml } from './opml.ts';
import { stackExchange } from './stack-exchange.ts';
import { steam } from './steam.ts';
import { wikipediaViews } from './wikipedia-views.ts';

/** Every type of source, by the name that `type:` has in brand.yml. A new one is a file beside this and a line here. */
export const sourceTypes = {
  feed,
  'app-store': appStore,
  import: importCsv,
  opml,
  'app-store-connect': appStoreConnect,
  discourse,
  gdelt,
  github,
  'google-play': googlePlay,
  'hacker-news': hackerNews,
  lemmy,
  mastodon,
  'stack-exchange': stackExchange,
  steam,
  'wikipedia-views': wikipediaViews,
};

type Settings = (typeof sourceTypes)[keyof typeof sourceTypes]['settings'];

/** The shape of an entry of `sources` in brand.yml. */
export const sourceSchema = z.discriminatedUnion(
  'type',
  Object.values(sourceTypes).map(({ settings }) => settings) as [Settings, ...Settings[]],
);

/** A source type without knowledge of its settings; they are what its schema has let in. */
export type AnySourceType = SourceType<SourceBase> & { settings: z.ZodType<SourceBase> };

/** The type of a source, or nothing where there is none of that name. */
export function typeOf(source: Pick<SourceBase, 'type'>): AnySourceType | undefined {
  if (!Object.hasOwn(sourceTypes, source.type)) return undefined;
  return sourceTypes[source.type as keyof typeof sourceTypes] as unknown as AnySourceType;
}

/** A source of the config with the defaults of its type filled in. */
export function filledIn(source: SourceBase): Source {
  return { ...source, group: source.group ?? typeOf(source)?.group ?? 'other' };
}
