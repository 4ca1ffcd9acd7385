import pLimit from 'p-limit';
import {
  type About,
  answeringStatuses,
  type Config,
  coveringStatuses,
  type Figure,
  instant,
  type Mention,
  mentionKey,
  type Run,
  type SourceBase,
  type SourceState,
  type State,
} from '#contract';
import { configHash } from './config/config-hash.ts';
import { enrich, judgementConfig, openStories, themesOf } from './enrich/enrich.ts';
import { detectLanguage } from './enrich/language.ts';
import { quietSince, type Rhythm, rhythmOf, tellQuiet } from './ledger/rhythm.ts';
import { lastCoveredBySource, runLine, withoutMemory } from './ledger/run-line.ts';
import { tellSilence, trackSilence } from './ledger/silence.ts';
import { measure } from './measure/measure.ts';
import { normalise } from './normalise/normalise.ts';
import { searchNames } from './select/search-names.ts';
import { compilePanel, isRelevant, select } from './select/select.ts';
import { listedSources } from './sources/opml.ts';
import { type ReadOptions, readSource } from './sources/read-source.ts';
import { filledIn, typeOf } from './sources/registry.ts';
import { forbidding } from './sources/terms.ts';
import type { KnownKeys, Problem, Store } from './store/open-store.ts';
import type { Asking, Door, Dropped, Item, Progress, Reading, Source } from './types.ts';

/** What one attempt gave: its line of the ledger, and what people want to know besides. */
export type SourceReport = Run & { label: string; detail?: string; notices: string[] };
export type CollectReport = {
  at: string;
  sources: SourceReport[];
  /** New lines. */
  mentions: number;
  scores: number;
  /** False where sources were asked and none of them answered. */
  answered: boolean;
  /** Scores of the last months that another config or scorer made: the page still shows what they say. */
  outdated: number;
  /** Places in the data that could not be read. */
  problems: Problem[];
};

/** The world as a collector may touch it. */
export type Rim = {
  door: Door;
  /** A file of the repository; undefined where there is none, or where it lies outside. */
  readLocal: (path: string) => Promise<Uint8Array | undefined>;
  /** A variable of the environment, for sources that need a key. */
  secret: (name: string) => string | undefined;
  /** Throws where what was read shows that this machine's clock is wrong: nothing is written then. */
  checkClock?: () => void;
  progress: Progress;
};
export type CollectOptions = {
  only?: readonly string[];
  dryRun?: boolean;
  /** Asks back to this moment, whatever was covered; what is remembered of lists is then set aside. */
  since?: Date;
};

/** The door itself lets fewer out at once; a source that waits for its turn at a host is not to keep others waiting. */
const mostAtOnce = 256;
const mostShared = 500;
const dayMs = 86_400_000;
/** How far back a first reading asks where brand.yml says nothing. */
const firstDays = 28;
/** Asked for once more every night: many sources show an item only hours or days after its date. */
const overlapDays = 3;
/** Copies of a story are looked for this far back; the rest of history is not read. */
const storyDays = 60;
/** A source that was dark for longer is read as a new one: from its oldest item on. */
const ledgerDays = 120;

/**
 * The way of a mention: sources → normalise → select → enrich → store, once for each call of `collect`.
 * What has been read of history stays in memory between calls.
 */
export function openCollector(config: Config, store: Store, now: Date) {
  const ownPanel = compilePanel(config);
  const judged = configHash(judgementConfig(config));
  const hashAsked = (source: SourceBase) => configHash([config.brand, config.competitors, source]);
  const asked = new Map(config.sources.map((source) => [source.id, hashAsked(source)]));
  const ledger = store.readRuns(monthBefore(now, ledgerDays)).lines;
  const lastCovered = lastCoveredBySource(ledger);
  const silences = trackSilence(ledger);
  const brands = askedBrands(config);
  const stories = openStories();
  const past = store.readMentions(monthBefore(now, storyDays));
  const scoresBefore = store.readScores(monthBefore(now, storyDays));
  const pastScores = new Map(scoresBefore.lines.map((score) => [mentionKey(score), score.story]));
  const outdated = scoresBefore.lines.filter((score) => score.config !== judged).length;
  for (const mention of past.lines) {
    const story = pastScores.get(mentionKey(mention));
    if (story !== undefined) stories.add(mention, story);
  }

  async function collect(rim: Rim, now: Date, options: CollectOptions = {}): Promise<CollectReport> {
    const stored = store.readState();
    const askedOf = (source: Source) => asked.get(source.id) ?? hashAsked(source);
    const state = (source: Source) => stateFor(stored.state.sources[source.id], askedOf(source));
    const asking = (source: Source) => ({
      state: state(source),
      now,
      since: options.since ?? sinceWhen(source, lastCovered.get(source.id), now),
      lastCovered: lastCovered.get(source.id),
      brands,
      afresh: options.since !== undefined,
    });
    // Lists come first: the feeds that they name tonight are read tonight.
    const lists = nightly(sourcesOf(config), options.only, stored.state).filter(isList);
    const listReadings = await readAll(lists, rim, asking);
    const listed = withStates(stored.state, lists, listReadings);
    const all = sourcesOf(config, listed);
    const feeds = nightly(all, options.only, listed).filter((source) => !isList(source));
    const sources = [...lists, ...feeds];
    const readings = [...listReadings, ...(await readAll(feeds, rim, asking))];
    const panel = all.length === config.sources.length ? ownPanel : compilePanel({ ...config, sources: all });
    const known = store.knownKeys();
    const mentions: Mention[] = [];
    const sharedMarks = new Map<string, string[]>();
    const rhythms = new Map<string, Rhythm>();
    const reports: SourceReport[] = [];
    for (const [at, source] of sources.entries()) {
      const read = readings[at] as Reading;
      const { shared = [] } = state(source);
      const normalised = normalise(read.items, { source, url: read.url, now, shared, ...datesOf(source) });
      if (normalised.shared.length > 0) sharedMarks.set(source.id, normalised.shared.slice(-mostShared));
      const items = underStoredKeys(normalised, source, panel, known, now);
      const kept = keepNew(items, source, panel, known, now, normalised.dropped);
      mentions.push(...kept.mentions);
      const before = lastCovered.get(source.id);
      const { window, address } = state(source);
      const isOfThis = window !== undefined && address === read.state.address;
      const asksSince = typeOf(source)?.asksSince === true;
      const isByHand = typeOf(source)?.nightly === false;
      const remembered = asksSince || isByHand || isOfThis || kept.counts.dropped['known'] !== undefined;
      const reading = remembered ? read : withoutMemory(read, normalised.items, before);
      const run = runLine(source.id, reading, normalised.items, kept.counts, before, now);
      silences.add(run);
      // What a search finds is no measure of how often its source has something new.
      const rhythm = asksSince || isByHand ? undefined : (rhythmOf(normalised.items) ?? read.state.rhythm);
      if (rhythm) rhythms.set(source.id, rhythm);
      reports.push({
        ...run,
        label: labelOf(source),
        ...(reading.detail === undefined ? {} : { detail: reading.detail }),
        notices: [...reading.notices, ...normalised.flags, ...standing(run, rhythm, silences, now)],
      });
    }

    const unscored = [...store.mentionsWithoutScore(), ...mentions];
    const scores = enrich(unscored, {
      past: stories,
      config,
      configHash: judged,
      relevant: (mention, lang) => isRelevant(mention, panel, lang),
    });
    const runs = reports.map(({ label: _label, detail: _detail, notices: _notices, ...run }) => run);
    if (!options.dryRun) {
      rim.checkClock?.();
      const sourceStates = Object.fromEntries(
        sources.map((source, at) => {
          const shared = sharedMarks.get(source.id) ?? state(source).shared;
          const rhythm = rhythms.get(source.id);
          const remembered = { ...(readings[at] as Reading).state, asked: askedOf(source) };
          return [source.id, { ...remembered, ...(shared && { shared }), ...(rhythm && { rhythm }) }];
        }),
      );
      await store.commit({
        mentions,
        scores,
        runs,
        signals: readings.flatMap(({ signals = [] }) => signals),
        state: { v: 1, sources: stateOf(all, { ...stored.state.sources, ...sourceStates }) },
      });
      for (const [source, to] of lastCoveredBySource(runs)) lastCovered.set(source, to);
    }
    return {
      at: instant(now),
      sources: reports,
      mentions: mentions.length,
      scores: scores.length,
      answered: hasAnswered(runs, lists),
      outdated,
      problems: store.problems(),
    };
  }

  /**
   * An item that was stored on a night on which nothing else bore its link keeps the key of that night, though its link
   * turned out to be shared. Only what reads as it was stored is taken for it: the others with this link are not.
   */
  function underStoredKeys(
    { items, formerly }: ReturnType<typeof normalise>,
    source: Source,
    panel: ReturnType<typeof compilePanel>,
    known: KnownKeys,
    now: Date,
  ): Item[] {
    const isStored = (item: Item): boolean =>
      select([item], panel, source, { now, config, language: detectLanguage }).mentions.some((mention) => {
        const text = known.textOf(mentionKey(mention));
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

  /** The mentions that are not stored yet, and what became of the rest. */
  function keepNew(
    items: readonly Item[],
    source: Source,
    panel: ReturnType<typeof compilePanel>,
    known: KnownKeys,
    now: Date,
    lost: Dropped,
  ) {
    const selected = select(items, panel, source, { now, config, language: detectLanguage });
    const dropped: Dropped = { ...lost, ...selected.dropped };
    const mentions: Mention[] = [];
    let edited = 0;
    for (const mention of selected.mentions) {
      const key = mentionKey(mention);
      if (known.isForgotten(mention)) {
        dropped['forgotten'] = (dropped['forgotten'] ?? 0) + 1;
        continue;
      }
      if (!known.has(key)) {
        mentions.push(mention);
        continue;
      }
      dropped.known = (dropped.known ?? 0) + 1;
      const stored = known.textOf(key);
      if (stored && (stored.title !== mention.title || stored.excerpt !== mention.excerpt)) edited += 1;
    }
    return { mentions, counts: { kept: mentions.length, edited, dropped } };
  }

  return { collect };
}

async function readAll(
  sources: readonly Source[],
  rim: Rim,
  asking: (source: Source) => Omit<ReadOptions, 'door' | 'readLocal' | 'secret'>,
): Promise<Reading[]> {
  const limit = pLimit(mostAtOnce);
  const { door, readLocal, secret } = rim;
  let done = 0;
  return Promise.all(
    sources.map((source) =>
      limit(async () => {
        const reading = await readSource(source, { door, readLocal, secret, ...asking(source) });
        done += 1;
        rim.progress.step(done, sources.length, `reading ${source.id}`);
        return reading;
      }),
    ),
  );
}

/** From when on a source is asked for items: a little before what it has accounted for. */
function sinceWhen(source: Source, lastCovered: Date | undefined, now: Date): Date {
  if (lastCovered) return new Date(lastCovered.getTime() - overlapDays * dayMs);
  return source.since === undefined ? new Date(now.getTime() - firstDays * dayMs) : new Date(source.since);
}

/** The panel as sources see it. */
const askedBrands = (config: Config): Asking['brands'] =>
  [config.brand, ...config.competitors].map((brand) => ({
    id: brand.id,
    names: searchNames(brand),
    articles: brand.articles ?? [],
  }));

/** Sources of the config with their usual group filled in, and the feeds that its lists are known to name. */
export const sourcesOf = (config: Config, state?: State): Source[] =>
  [...config.sources, ...listedSources(config.sources, (list) => state?.sources[list]?.feeds ?? [])].map(
    filledIn,
  );

const isList = (source: SourceBase): boolean => typeOf(source)?.listsFeeds === true;

/** What is remembered, with what lists gave tonight. */
const withStates = (state: State, lists: readonly Source[], readings: readonly Reading[]): State => ({
  ...state,
  sources: {
    ...state.sources,
    ...Object.fromEntries(lists.map(({ id }, at) => [id, (readings[at] as Reading).state])),
  },
});

/** What holds for longer than tonight: a source that gives nothing any more, and one that merely has nothing new. */
function standing(
  run: Run,
  rhythm: Rhythm | undefined,
  silences: ReturnType<typeof trackSilence>,
  now: Date,
): string[] {
  const silence = silences.of(run.source);
  if (silence) return [tellSilence(silence)];
  const isQuiet = coveringStatuses.includes(run.status) && quietSince(rhythm, now) !== undefined;
  return isQuiet && rhythm ? [tellQuiet(rhythm)] : [];
}

/** A list that could be read says nothing of the world: the feeds that it names have to answer. */
function hasAnswered(runs: readonly Run[], lists: readonly Source[]): boolean {
  const listed = new Set(lists.map(({ id }) => id));
  const others = runs.filter((run) => !listed.has(run.source));
  const asked = others.length > 0 ? others : runs;
  return asked.length === 0 || asked.some((run) => answeringStatuses.includes(run.status));
}

export const labelOf = (source: Source): string => typeOf(source)?.label(source) ?? source.id;

/** An export may be years old: its rows without a date that can be read are no news of tonight. */
const datesOf = (source: Source): { undated?: 'drop' } =>
  typeOf(source)?.nightly === false ? { undated: 'drop' } : {};

/** Two apps in one store are told apart by the brand they belong to. */
function labelAmong(source: Source, config: Config): string {
  const brand = [config.brand, ...config.competitors].find(({ id }) => id === source.brand);
  return brand === undefined ? labelOf(source) : `${labelOf(source)}: ${brand.name}`;
}

/** Those that a night reads, or those that are asked for by name; the name of a list stands for its feeds as well. */
function nightly(sources: readonly Source[], only: readonly string[] | undefined, state: State): Source[] {
  if (only === undefined) return sources.filter((source) => typeOf(source)?.nightly === true);
  const named = new Set(
    only.flatMap((id) => [id, ...(state.sources[id]?.feeds ?? []).map((feed) => feed.id)]),
  );
  return sources.filter((source) => named.has(source.id));
}

/** Where other words are looked for, or in another place, what a source still holds must be looked through anew. */
function stateFor(stored: SourceState | undefined, asked: string | undefined): SourceState {
  if (stored === undefined || stored.asked === asked) return stored ?? {};
  const { addresses: _addresses, ...rest } = stored;
  return rest;
}

/** What is remembered of sources that are still in the config, or in one of its lists. */
function stateOf(all: readonly Source[], sources: State['sources']): State['sources'] {
  const listed = new Set(all.map((source) => source.id));
  return Object.fromEntries(Object.entries(sources).filter(([id]) => listed.has(id)));
}

const monthBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString().slice(0, 7);

/** All figures from all lines: file name → content; and the places in the data that could not be read. */
export function measureAll(
  config: Config,
  store: Store,
  about: { now: Date; demo: boolean; configHash: string; commit: string | null; repository: string | null },
): { files: Map<string, Figure | About>; problems: Problem[] } {
  const [mentions, scores, runs, published] = [
    store.readMentions(),
    store.readScores(),
    store.readRuns(),
    store.readPublished(),
  ];
  const problems = [mentions, scores, runs, published].flatMap((read) => read.problems);
  const remembered = store.readState().state;
  const silences = trackSilence(runs.lines);
  const files = measure({
    ...about,
    config,
    notRead: [...forbidding],
    sources: sourcesOf(config, remembered).map((source) => {
      const type = typeOf(source);
      const { feeds, rhythm } = remembered.sources[source.id] ?? {};
      const silence = silences.of(source.id);
      const quiet = silence || !rhythm ? undefined : quietSince(rhythm, about.now);
      return {
        id: source.id,
        type: source.type,
        group: source.group,
        ...(source.brand === undefined ? {} : { brand: source.brand }),
        label: labelAmong(source, config),
        ...(type && {
          terms: { ...type.terms, ...(source.accept === undefined ? {} : { accepted: source.accept }) },
        }),
        ...(type?.listsFeeds ? { lists: feeds?.length ?? 0 } : {}),
        ...(silence && { silence }),
        ...(rhythm && quiet && { quiet: { since: quiet, pauseHours: rhythm.pauseHours } }),
        ...(type?.attribution === undefined ? {} : { attribution: type.attribution }),
        // A list gives nothing itself: the feeds that it names are what is to be covered. Nor do mere counts: on a day of
        // which nothing else was covered, nobody heard what was said.
        planned: type?.nightly === true && type.listsFeeds !== true && type.countsOnly !== true,
      };
    }),
    themes: themesOf(config).map(({ id, name, lens, touchpoint }) => ({
      id,
      name,
      ...(lens === undefined ? {} : { lens }),
      ...(touchpoint === undefined ? {} : { touchpoint }),
    })),
    mentions: mentions.lines,
    scores: scores.lines,
    runs: runs.lines,
    published: published.lines,
  });
  return { files, problems };
}

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
    language: detectLanguage,
  });
  return { reading, items, mentions: selected.mentions, dropped: { ...dropped, ...selected.dropped } };
}
