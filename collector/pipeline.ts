import pLimit from 'p-limit';
import {
  answeringStatuses,
  type Config,
  coveringStatuses,
  instant,
  type Mention,
  mentionKey,
  type Run,
  type SourceBase,
} from '#contract';
import { configHash } from './config/config-hash.ts';
import { enrich, judgementConfig, openStories } from './enrich/enrich.ts';
import { storyDays } from './enrich/stories.ts';
import { keepNew } from './keep-new.ts';
import { quietSince, type Rhythm, rhythmOf, tellQuiet } from './ledger/rhythm.ts';
import { lastCoveredBySource, runLine, withoutMemory } from './ledger/run-line.ts';
import { tellSilence, trackSilence } from './ledger/silence.ts';
import { normalise } from './normalise/normalise.ts';
import { askedBrands } from './select/search-names.ts';
import { compilePanel, isRelevant } from './select/select.ts';
import { type ReadOptions, readSource } from './sources/read-source.ts';
import { typeOf } from './sources/registry.ts';
import {
  datesOf,
  isList,
  labelOf,
  nightly,
  restsOf,
  sinceWhen,
  sourcesOf,
  stateFor,
  stateOf,
  withStates,
} from './sources/sources-of.ts';
import { byPlace, type Problem, type Store } from './store/open-store.ts';
import type { Reading, Rim, Source } from './types.ts';

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
  // Of the first month only the end is near enough: what was seen before it would be forgotten with tonight's first mention.
  const seenSince = instant(new Date(now.getTime() - storyDays * dayMs));
  for (const mention of past.lines) {
    const story = mention.firstSeenAt < seenSince ? undefined : pastScores.get(mentionKey(mention));
    if (story !== undefined) stories.add(mention, story);
  }

  async function collect(rim: Rim, now: Date, options: CollectOptions = {}): Promise<CollectReport> {
    const stored = store.readState();
    const restUntil = restsOf(stored.state);
    const askedOf = (source: Source) => asked.get(source.id) ?? hashAsked(source);
    const state = (source: Source) => stateFor(stored.state.sources[source.id], askedOf(source));
    // Who is looked for since yesterday may have been named last week: searches then go back as on a first reading.
    const asksAnew = (source: Source): boolean => {
      const before = stored.state.sources[source.id]?.asked;
      return before !== undefined && before !== askedOf(source);
    };
    const asking = (source: Source) => ({
      state: state(source),
      now,
      since:
        options.since ?? sinceWhen(source, asksAnew(source) ? undefined : lastCovered.get(source.id), now),
      lastCovered: lastCovered.get(source.id),
      brands,
      afresh: options.since !== undefined,
      asksAnew: asksAnew(source),
      restUntil,
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
      const kept = keepNew(normalised, source, { config, panel, known, now });
      mentions.push(...kept.mentions);
      const before = lastCovered.get(source.id);
      const { window, address } = state(source);
      const isOfThis = window !== undefined && address === read.state.address;
      const asksSince = typeOf(source)?.asksSince === true;
      const isByHand = typeOf(source)?.nightly === false;
      // Without a memory a single known item tells nothing: it may be pinned.
      const isKnown = (kept.counts.dropped['known'] ?? 0) * 2 >= Math.max(read.items.length, 1);
      const remembered = asksSince || isByHand || isOfThis || isKnown;
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

    // In the order of their lines, so that whoever scores them anew tells the same stories.
    const unscored = [...store.mentionsWithoutScore(), ...mentions.sort(byPlace)];
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

const monthBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString().slice(0, 7);
