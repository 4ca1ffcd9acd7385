import pLimit from 'p-limit';
import { type Config, instant, isWithoutText, mentionKey, type Score } from '#contract';
import { configHash } from '../config/config-hash.ts';
import { languageOfPanel } from '../enrich/language.ts';
import { type LineSource, measureAll } from '../measure-all.ts';
import { previewSource } from '../preview-source.ts';
import { changedBrands, compareStored, findGained, gainedPart } from '../select/compare-queries.ts';
import { compilePanel, type Panel, standing } from '../select/select.ts';
import { typeOf } from '../sources/registry.ts';
import { sourcesOf } from '../sources/sources-of.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { aboutFor, headlineEffects } from './headline-effects.ts';
import { showProgress } from './progress.ts';
import { comparedConfigs, type QueryOptions, unknownBrand } from './query-configs.ts';
import { queryMarkdown } from './query-markdown.ts';
import { type Effect, isSame, type QueryReport, type SourceTonight } from './query-report.ts';
import { queryWords } from './query-words.ts';
import { openRim } from './rim.ts';
import { readSetting, type Setting } from './setting.ts';
import { type ExitCode, plainLine, type World } from './world.ts';

const mostAtOnce = 4;

/** `earshot query`: what a changed query loses over stored history and gains over what the sources hold tonight. */
export async function queryCommand(options: QueryOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const { before, after, names, notices } = await comparedConfigs(setting, options, world);
  const brands = changedBrands(before, after).filter(
    ({ id }) => options.brand === undefined || id === options.brand,
  );
  const known = [before, after].flatMap((config) => [config.brand, ...config.competitors]);
  if (options.brand !== undefined && !known.some(({ id }) => id === options.brand))
    unknownBrand(options.brand, known);

  const store = openStore(setting.dataDir);
  const sources = sourcesOf(after, store.readState().state);
  const panels = {
    before: compilePanel({ ...before, sources }),
    after: compilePanel({ ...after, sources }),
  };
  const mentions = store.readMentions().lines;
  const scores = new Map(store.readScores().lines.map((score) => [mentionKey(score), score]));
  const isOffline = options.offline === true || setting.demo || brands.length === 0;
  const tonight = isOffline ? undefined : await readTonight(after, setting, store, options, world);
  const knownKeys = store.knownKeys();
  const gained = (tonight ?? []).flatMap(({ items, source }) =>
    findGained(items, source, panels, {
      now: setting.now,
      config: after,
      language: languageOfPanel(after),
    }).filter(({ mention }) => !knownKeys.has(mentionKey(mention))),
  );
  const report: QueryReport = {
    compared: names,
    at: instant(setting.now),
    brands: brands.map((brand) => ({
      ...brand,
      stored: compareStored(brand.id, mentions, (mention) => scores.get(mentionKey(mention)), panels),
      gained:
        tonight === undefined ? null : gainedPart(gained.filter(({ mention }) => mention.brand === brand.id)),
    })),
    figures:
      brands.length === 0
        ? []
        : effects(
            brands.map(({ id }) => id),
            before,
            after,
            setting,
            store,
            panels.after,
          ),
    sources:
      tonight?.map(({ source, status, reason, detail, items }) => ({
        id: source.id,
        status,
        ...(reason === undefined ? {} : { reason }),
        ...(detail === undefined ? {} : { detail }),
        items: items.length,
      })) ?? null,
    notices: [
      ...notices,
      ...(setting.demo && !options.offline ? ["the demo's sources are invented: none was read"] : []),
      ...store.problems().map(({ file, line, why }) => `data/${file}:${line} ${why}; compared without it`),
    ],
  };
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  else if (options.markdown) world.out(queryMarkdown(report));
  for (const line of queryWords(report)) world.err(plainLine(line));
  return 0;
}

type Tonight = Pick<Awaited<ReturnType<typeof previewSource>>, 'items'> &
  Omit<SourceTonight, 'id' | 'items'> & { source: ReturnType<typeof sourcesOf>[number] };

/** What every source of a night answers now, through the usual door; one that fails is named with its reason. */
async function readTonight(
  config: Config,
  setting: Setting,
  store: Store,
  options: QueryOptions,
  world: World,
): Promise<Tonight[]> {
  const { state } = store.readState();
  const sources = sourcesOf(config, state);
  const asked = sources.filter((source) => {
    const type = typeOf(source);
    return type?.nightly === true && type.listsFeeds !== true;
  });
  const { close, ...rim } = await openRim(setting, options, world);
  const progress = showProgress(world);
  const limit = pLimit(mostAtOnce);
  let done = 0;
  try {
    return await Promise.all(
      asked.map((source) =>
        limit(async (): Promise<Tonight> => {
          const { reading, items } = await previewSource(
            { ...config, sources },
            source.id,
            rim,
            setting.now,
            state.sources[source.id],
          );
          done += 1;
          progress.step(done, asked.length, `reading ${source.id}`);
          const { status, reason, detail } = reading;
          return { source, items, status, reason, detail };
        }),
      ),
    );
  } finally {
    progress.end(`${done} source${done === 1 ? '' : 's'} read; nothing is stored`);
    await close();
  }
}

/** The lines as they would read with the mentions of some brands judged by other queries, as `replay` judges them. */
function judgedAnew(store: Store, brands: ReadonlySet<string>, panel: Panel): LineSource {
  const lang = new Map(store.readScores().lines.map((score) => [mentionKey(score), score.lang]));
  const kept = new Map<string, boolean>();
  for (const mention of store.readMentions().lines) {
    if (mention.brand === null || !brands.has(mention.brand) || isWithoutText(mention)) continue;
    const key = mentionKey(mention);
    kept.set(key, standing(mention, panel, lang.get(key)) !== 'no');
  }
  const { lines: mentions } = store.readMentions();
  const { lines: scores } = store.readScores();
  return {
    ...store,
    // A mention without a score counts, so that one that would be dropped is left out here.
    said: () => mentions.filter((mention) => kept.get(mentionKey(mention)) !== false),
    judged: () =>
      scores.map((score): Score => ({ ...score, relevant: kept.get(mentionKey(score)) ?? score.relevant })),
  };
}

/** Headline figures over the last 28 days, measured twice: from the lines as they are, and with the changed queries. */
function effects(
  changed: readonly string[],
  before: Config,
  after: Config,
  setting: Setting,
  store: Store,
  panel: Panel,
): Effect[] {
  const about = aboutFor(setting, store, configHash(after));
  const was = measureAll(before, store, about).files;
  const is = measureAll(after, judgedAnew(store, new Set(changed), panel), about).files;
  const ids = [after, before].flatMap((config) => [config.brand, ...config.competitors]).map(({ id }) => id);
  return headlineEffects(was, is, [...new Set(ids)]).filter(
    (effect) => changed.includes(effect.brand) || !isSame(effect),
  );
}
