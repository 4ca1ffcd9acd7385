import type { About, Config, FigureFile, Mention, Score } from '#contract';
import { damageOf } from './damage.ts';
import { themesOf } from './enrich/enrich.ts';
import { quietSince } from './ledger/rhythm.ts';
import { trackSilence } from './ledger/silence.ts';
import { type MeasureInput, measure } from './measure/measure.ts';
import { hostsNotForModels, notForModels } from './sources/not-for-models.ts';
import { typeOf } from './sources/registry.ts';
import { labelAmong, sourcesOf } from './sources/sources-of.ts';
import { toldApart } from './sources/tell-apart.ts';
import { forbidding, termsOf } from './sources/terms.ts';
import type { Problem, Store } from './store/open-store.ts';
import type { Judged, Said } from './types.ts';

type AboutIt = {
  now: Date;
  demo: boolean;
  configHash: string;
  commit: string | null;
  repository: string | null;
  /** Told after each step: a good moment to clear up. */
  stepDone?: () => void;
  /** Where figures that read words may be made meanwhile. */
  beside?: NonNullable<MeasureInput['beside']>;
};
type Measured = { files: Map<string, FigureFile>; problems: Problem[] };

/** Where lines come from; `query` and `replay` ask what others would give. */
export type LineSource = Omit<Store, 'said' | 'judged'> & {
  said(): Iterable<Mention> | Iterable<Said>;
  judged(): Iterable<Score> | Iterable<Judged>;
};

/** All figures from all lines: file name → content; and the places in the data that could not be read. */
export const measureAll = (config: Config, store: LineSource, about: AboutIt): Measured =>
  store.unmoved(() => measureStill(config, store, about));

function measureStill(config: Config, store: LineSource, about: AboutIt): Measured {
  const runs = store.readRuns();
  const published = store.readPublished();
  const signals = store.readSignals();
  const surveys = store.readSurveys();
  const remembered = store.readState().state;
  const silences = trackSilence(runs.lines);
  const sources = sourcesOf(config, remembered);
  const plain = plainSources(config, sources);
  const clauseOf = notForModels(sources);
  const files = measure({
    ...about,
    config,
    damage: () => damageOf(config, store, { problems: store.problems(), now: about.now }),
    notRead: [...forbidding],
    unlabelled: {
      sources: sources.filter(({ id }) => clauseOf({ source: id, url: null })).map(({ id }) => id),
      hosts: [...hostsNotForModels],
    },
    sources: sources.map((source, at) => {
      const type = typeOf(source);
      const { feeds, rhythm } = remembered.sources[source.id] ?? {};
      const silence = silences.of(source.id);
      const quiet = silence || !rhythm ? undefined : quietSince(rhythm, about.now);
      const { planned, countsOnly, ...named } = plain[at] as (typeof plain)[number];
      return {
        ...named,
        ...(type && {
          terms: {
            ...termsOf(source, type.terms),
            ...(source.accept === undefined ? {} : { accepted: source.accept }),
          },
        }),
        ...(type?.listsFeeds ? { lists: feeds?.length ?? 0 } : {}),
        ...(silence && { silence }),
        ...(rhythm && quiet && { quiet: { since: quiet, pauseHours: rhythm.pauseHours } }),
        ...(type?.attribution === undefined ? {} : { attribution: type.attribution }),
        planned,
        ...(countsOnly ? { countsOnly } : {}),
      };
    }),
    themes: plainThemes(config),
    mentions: store.said(),
    scores: store.judged(),
    texts: store.texts,
    saying: store.saying,
    runs: runs.lines,
    published: published.lines,
    replays: store.readReplays().lines,
    signals: signals.lines,
    surveys: surveys.lines,
    labels: store.readLabels().rows.map(({ label }) => label),
    forgotten: store.forgotten().moments,
    notMeasured: (mention) => clauseOf(mention) !== undefined,
  });
  return { files, problems: store.problems() };
}

/** What the figures themselves need to know of the sources. */
export function plainSources(config: Config, sources: ReturnType<typeof sourcesOf>): About['sources'] {
  const labels = toldApart(sources.map((source) => ({ source, label: labelAmong(source, config) })));
  return sources.map((source, at) => {
    const type = typeOf(source);
    return {
      id: source.id,
      type: source.type,
      group: source.group,
      ...(source.brand === undefined ? {} : { brand: source.brand }),
      label: labels[at] as string,
      // A list gives nothing itself: the feeds that it names are what is to be covered. Nor do mere counts: on a day of
      // which nothing else was covered, nobody heard what was said.
      planned: type?.nightly === true && type.listsFeeds !== true && type.countsOnly !== true,
      ...(type?.countsOnly ? { countsOnly: true } : {}),
    };
  });
}

export const plainThemes = (config: Config): About['themes'] =>
  themesOf(config).map(({ id, name, lens, touchpoint }) => ({
    id,
    name,
    ...(lens === undefined ? {} : { lens }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
  }));
