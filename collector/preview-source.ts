import type { Config, SourceState } from '#contract';
import { languageOfPanel } from './enrich/language.ts';
import { normalise } from './normalise/normalise.ts';
import { askedBrands } from './select/search-names.ts';
import { compilePanel, select } from './select/select.ts';
import { readSource } from './sources/read-source.ts';
import { datesOf, sinceWhen, sourcesOf } from './sources/sources-of.ts';
import type { Rim, Source } from './types.ts';

/**
 * One source as it answers now, and what would be kept of it; nothing is stored.
 * @param remembered of it, only so that a host that wants to be left alone is
 */
export async function previewSource(
  config: Config,
  id: string,
  rim: Omit<Rim, 'progress'>,
  now: Date,
  remembered: SourceState = {},
) {
  const source = sourcesOf(config).find((candidate) => candidate.id === id) as Source;
  const { address, nextAllowedAt, refusals } = remembered;
  const state = {
    ...(address === undefined ? {} : { address }),
    ...(nextAllowedAt === undefined ? {} : { nextAllowedAt }),
    ...(refusals === undefined ? {} : { refusals }),
  };
  const since = sinceWhen(source, undefined, now);
  const reading = await readSource(source, { ...rim, state, now, since, brands: askedBrands(config) });
  const { items, dropped } = normalise(reading.items, { source, url: reading.url, now, ...datesOf(source) });
  const selected = select(items, compilePanel(config), source, {
    now,
    config,
    language: languageOfPanel(config),
  });
  return { reading, items, mentions: selected.mentions, dropped: { ...dropped, ...selected.dropped } };
}
