import type { Config, SourceBase, SourceState, State } from '#contract';
import type { Reading, Source } from '../types.ts';
import { listedSources } from './opml.ts';
import { filledIn, typeOf } from './registry.ts';

const dayMs = 86_400_000;
/** How far back a first reading asks where brand.yml says nothing. */
const firstDays = 28;
/** Asked for once more every night: many sources show an item only hours or days after its date. */
const overlapDays = 3;

/** Sources of the config with their usual group filled in, and the feeds that its lists are known to name. */
export const sourcesOf = (config: Config, state?: State): Source[] =>
  [...config.sources, ...listedSources(config.sources, (list) => state?.sources[list]?.feeds ?? [])].map(
    filledIn,
  );

export const isList = (source: SourceBase): boolean => typeOf(source)?.listsFeeds === true;

/** Those that a night reads, or those that are asked for by name; the name of a list stands for its feeds as well. */
export function nightly(
  sources: readonly Source[],
  only: readonly string[] | undefined,
  state: State,
): Source[] {
  if (only === undefined) return sources.filter((source) => typeOf(source)?.nightly === true);
  const named = new Set(
    only.flatMap((id) => [id, ...(state.sources[id]?.feeds ?? []).map((feed) => feed.id)]),
  );
  return sources.filter((source) => named.has(source.id));
}

/** Where other words are looked for, or in another place, what a source still holds must be looked through anew. */
export function stateFor(stored: SourceState | undefined, asked: string | undefined): SourceState {
  if (stored === undefined || stored.asked === asked) return stored ?? {};
  const { addresses: _addresses, ...rest } = stored;
  return rest;
}

/** Until when each host wants to be left alone, as it told any of the sources: the latest of what it said. */
export function restsOf({ sources }: State): (host: string) => string | undefined {
  const rests = new Map<string, string>();
  for (const { restOf, nextAllowedAt } of Object.values(sources)) {
    if (restOf === undefined || nextAllowedAt === undefined) continue;
    const known = rests.get(restOf);
    if (known === undefined || known < nextAllowedAt) rests.set(restOf, nextAllowedAt);
  }
  return (host) => rests.get(host);
}

/** What is remembered of sources that are still in the config, or in one of its lists. */
export function stateOf(all: readonly Source[], sources: State['sources']): State['sources'] {
  const listed = new Set(all.map((source) => source.id));
  return Object.fromEntries(Object.entries(sources).filter(([id]) => listed.has(id)));
}

/** What is remembered, with what lists gave tonight. */
export const withStates = (state: State, lists: readonly Source[], readings: readonly Reading[]): State => ({
  ...state,
  sources: {
    ...state.sources,
    ...Object.fromEntries(lists.map(({ id }, at) => [id, (readings[at] as Reading).state])),
  },
});

export const labelOf = (source: Source): string => typeOf(source)?.label(source) ?? source.id;

/** An export may be years old: its rows without a date that can be read are no news of tonight. */
export const datesOf = (source: Source): { undated?: 'drop' } =>
  typeOf(source)?.nightly === false ? { undated: 'drop' } : {};

/** Two apps in one store are told apart by the brand they belong to. */
export function labelAmong(source: Source, config: Config): string {
  const brand = [config.brand, ...config.competitors].find(({ id }) => id === source.brand);
  return brand === undefined ? labelOf(source) : `${labelOf(source)}: ${brand.name}`;
}

/** From when on a source is asked for items: a little before what it has accounted for. */
export function sinceWhen(source: Source, lastCovered: Date | undefined, now: Date): Date {
  if (lastCovered) return new Date(lastCovered.getTime() - overlapDays * dayMs);
  return source.since === undefined ? new Date(now.getTime() - firstDays * dayMs) : new Date(source.since);
}
