import {
  type Config,
  instant,
  type Mention,
  mentionKey,
  type Published,
  type Run,
  type Score,
  type Signal,
} from '#contract';
import { configHash } from './config/config-hash.ts';
import { publishedThen } from './measure/publish.ts';
import { plainSources, plainThemes } from './measure-all.ts';
import { sourcesOf } from './sources/sources-of.ts';
import type { Store } from './store/open-store.ts';

const dayMs = 86_400_000;

/**
 * What the page said on nights of the past, for a history that was collected in one go: of each night, made from the lines that
 * stood there then.
 *
 * @param figures ids of the figures that are published
 * @returns a function of the night and the ids of the sources that brand.yml held then
 */
export function openPast(
  config: Config,
  store: Pick<Store, 'readMentions' | 'readScores' | 'readRuns' | 'readSignals' | 'readState'>,
  figures: ReadonlySet<string>,
): (night: Date, sources: ReadonlySet<string>) => Published[] {
  const mentions = inOrder([...store.readMentions().lines], ({ firstSeenAt }: Mention) => firstSeenAt);
  const runs = inOrder([...store.readRuns().lines], ({ at }: Run) => at);
  const signals = inOrder([...store.readSignals().lines], ({ day }: Signal) => day);
  const scoreOf = new Map<string, Score>();
  for (const score of store.readScores().lines) scoreOf.set(mentionKey(score), score);
  const scores = mentions.map((mention) => scoreOf.get(mentionKey(mention)));
  const { state } = store.readState();

  return (night, held) => {
    const now = instant(night);
    const then: Config = { ...config, sources: config.sources.filter(({ id }) => held.has(id)) };
    const known = upTo(mentions, now, ({ firstSeenAt }) => firstSeenAt);
    return publishedThen(
      {
        config: then,
        demo: false,
        sources: plainSources(then, sourcesOf(then, state)),
        themes: plainThemes(then),
        mentions: mentions.slice(0, known),
        scores: scores.slice(0, known).filter((score) => score !== undefined),
        runs: runs.slice(
          0,
          upTo(runs, now, ({ at }) => at),
        ),
        // Of the day of a night nothing was counted yet.
        signals: signals.slice(
          0,
          upTo(signals, instant(new Date(night.getTime() - dayMs)).slice(0, 10), ({ day }) => day),
        ),
        published: [],
        now: night,
        configHash: configHash(then),
        commit: null,
        repository: null,
        headlinesOnly: true,
      },
      figures,
    );
  };
}

const inOrder = <T>(lines: T[], at: (line: T) => string): T[] =>
  lines.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));

/** How many of the lines, which stand in the order of time, are not later than the moment. */
function upTo<T>(lines: readonly T[], moment: string, at: (line: T) => string): number {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(lines[middle] as T) <= moment) from = middle + 1;
    else to = middle;
  }
  return from;
}
