import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { Mention, mentionKey, Published, Run, Score, type Signal, type State } from '#contract';
import {
  type Addition,
  additions,
  byKey,
  byMonth,
  byPlace,
  firstOfEachKey,
  monthOf,
  withoutKnown,
} from './additions.ts';
import type { KeyIndex } from './key-index.ts';
import type { Lines, Problem } from './lines.ts';
import { withLock } from './lock.ts';
import type { MonthFile } from './month-files.ts';
import { aLink, isLink, openFolder } from './open-folder.ts';
import { readState, stateText } from './state-file.ts';
import { diskError, StoreError } from './store-error.ts';
import { type Prepared, prepare } from './write-whole.ts';

export type { Lines, Problem } from './lines.ts';
export { StoreError } from './store-error.ts';

export type StoreOptions = {
  /** False spares the wait for the disk: for data that can be made again. Default: true. */
  durable?: boolean;
  /** Bytes after which a month goes on in another part; GitHub warns at 50 MB. Default: 45 MB. */
  mostBytes?: number;
  /** Told of every step of writing, for tests. */
  onStep?: (step: string) => void;
};

/** What one night adds. Whatever is stored already is left out again, so that a night may be repeated. */
export type Night = {
  mentions?: readonly Mention[];
  /** Scores of these mentions, or of stored ones that have none. */
  scores?: readonly Score[];
  runs?: readonly Run[];
  published?: readonly Published[];
  signals?: readonly Signal[];
  state?: State;
};

/** Lines that a commit added, and mentions that somebody else had stored meanwhile. */
export type Committed = { mentions: number; scores: number; runs: number; published: number; known: number };

export type KnownKeys = {
  has(key: string): boolean;
  /** Title and excerpt as they were first stored: an item that says otherwise now was edited. */
  textOf(key: string): { title: string; excerpt: string } | undefined;
  readonly size: number;
};

export type Store = ReturnType<typeof openStore>;

const mostBytesOfPart = 45_000_000;
const publishedKey = (line: Published): string => `${line.at} ${line.figure} ${line.brand}`;

/**
 * The lines under a data folder. Reading never fails on a bad line: it names it and goes on. Writing is all or nothing:
 * a disk that is full changes nothing. Only a run that is killed between two files leaves the first of them, in an order
 * that the next run repairs: mentions, their scores, the ledger, what was published, and the validators last, so that
 * a killed run asks again.
 * @throws StoreError, also from every method, where the disk refuses or the data would be harmed
 */
export function openStore(dir: string, options: StoreOptions = {}) {
  refuseFile(dir);
  const settings = {
    durable: options.durable ?? true,
    mostBytes: options.mostBytes ?? mostBytesOfPart,
    onStep: options.onStep,
  };
  const mentions = openFolder(dir, 'mentions', Mention, settings);
  const scores = openFolder(dir, 'scores', Score, settings);
  const runs = openFolder(dir, 'runs', Run, settings);
  const published = openFolder(dir, 'published', Published, settings);
  const folders = [mentions, scores, runs, published];
  const statePath = join(dir, 'state.json');
  /** Texts looked up or stored by this process, by key. */
  const texts = new Map<string, { title: string; excerpt: string }>();
  /** Keys without a score by month, with the state of the files they were found in. */
  const unscored = new Map<string, { of: string; keys: string[] }>();

  function knownKeys(): KnownKeys {
    const files = mentions.keys().reverse();
    return {
      has: (key) => files.some(({ keys }) => keys.has(key)),
      textOf(key) {
        const remembered = texts.get(key);
        if (remembered) return remembered;
        const place = placeOf(key, files);
        const line = place && mentions.lineAt(place.file.name, place.offset);
        if (!line) return undefined;
        const text = { title: line.title, excerpt: line.excerpt };
        texts.set(key, text);
        return text;
      },
      get size() {
        return files.reduce((sum, { keys }) => sum + keys.size, 0);
      },
    };
  }

  /** Mentions that a killed run left without a score, in the order they are stored in. */
  function mentionsWithoutScore(): Mention[] {
    const found: Mention[] = [];
    const judged = Map.groupBy(scores.keys(), ({ file }) => file.month);
    for (const { file, keys } of mentions.keys()) {
      const ofMonth = judged.get(file.month) ?? [];
      const of = `${keys.size} ${ofMonth.map((part) => `${part.file.name}:${part.keys.size}`).join(' ')}`;
      let missing = unscored.get(file.name);
      if (missing?.of !== of) {
        const without = [...keys.keys()].filter((key) => !ofMonth.some((part) => part.keys.has(key)));
        missing = { of, keys: without };
        unscored.set(file.name, missing);
      }
      for (const key of missing.keys) {
        const line = mentions.lineAt(file.name, keys.get(key) as number);
        if (line) found.push(line);
      }
    }
    return found;
  }

  async function commit(night: Night): Promise<Committed> {
    const asked = {
      mentions: night.mentions?.length,
      scores: night.scores?.length,
      'the ledger': night.runs?.length,
      'the published values': night.published?.length,
      'the state': night.state && 1,
    };
    const stored: string[] = [];
    try {
      return await commitWhole(night, stored);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const wanted = Object.entries(asked).flatMap(([what, count]) => (count ? [what] : []));
      throw error.withOutcome(
        stored.filter((what) => wanted.includes(what.replace('a part of ', ''))),
        wanted.filter((what) => !stored.includes(what)),
      );
    }
  }

  /** @param stored takes the names of what stands on the disk, as it comes to stand there */
  async function commitWhole(night: Night, stored: string[]): Promise<Committed> {
    // All of it is checked before any of it is written.
    const newMentions = additions(Mention, night.mentions ?? [], 'mentions', mentionKey).sort(byPlace);
    const newScores = additions(Score, night.scores ?? [], 'scores', mentionKey).sort(byKey);
    const state = night.state && stateText(night.state);
    additions(Run, night.runs ?? [], 'runs');
    const newPublished = additions(Published, night.published ?? [], 'published');
    // The slow part, reading the keys of history, comes before the lock is taken.
    mentions.keys();
    scores.keys();
    return withLock(dir, () => {
      refuseLinks();
      const fresh = firstOfEachKey(newMentions, knownKeys());
      const monthOfFresh = new Map(fresh.map((line) => [line.key, monthOf(line.value.firstSeenAt)]));
      const judgedFiles = scores.keys();
      const judged = { has: (key: string) => judgedFiles.some(({ keys }) => keys.has(key)) };
      const storedFiles = mentions.keys();
      const freshScores = firstOfEachKey(newScores, judged);
      const monthOfScore = ({ key = '' }: Addition<Score>): string => {
        const month = monthOfFresh.get(key) ?? placeOf(key, storedFiles)?.file.month;
        if (month === undefined) throw noMention(key);
        return month;
      };
      const scoresByMonth = byMonth(freshScores, monthOfScore);
      const ledger = additions(Run, withoutKnown(night.runs ?? [], newMentions, fresh), 'runs');
      const freshPublished = notYetPublished(newPublished);

      for (const folder of folders) folder.sweep();
      writeAll(
        [
          [
            'mentions',
            () => mentions.prepareAppend(byMonth(fresh, ({ value }) => monthOf(value.firstSeenAt))),
          ],
          ['scores', () => scores.prepareAppend(scoresByMonth)],
          ['the ledger', () => runs.prepareAppend(byMonth(ledger, ({ value }) => monthOf(value.at)))],
          [
            'the published values',
            () => published.prepareAppend(byMonth(freshPublished, ({ value }) => monthOf(value.at))),
          ],
          [
            'the state',
            () => (state === undefined ? [] : [prepare(statePath, 0, Buffer.from(state), settings)]),
          ],
        ],
        stored,
      );
      for (const { key = '', value } of fresh) texts.set(key, { title: value.title, excerpt: value.excerpt });
      return {
        mentions: fresh.length,
        scores: freshScores.length,
        runs: ledger.length,
        published: freshPublished.length,
        known: newMentions.length - fresh.length,
      };
    });
  }

  /** What the page said at a moment is noted once. */
  function notYetPublished(lines: readonly Addition<Published>[]): Addition<Published>[] {
    const first = lines.map((line) => monthOf(line.value.at)).sort()[0];
    if (first === undefined) return [];
    const noted = new Set(published.read(first).lines.map(publishedKey));
    return lines.filter(({ value }) => !noted.has(publishedKey(value)));
  }

  /**
   * Puts new judgements in the place of old ones, a month at a time; mentions that are not among them keep theirs.
   * For `replay` only: the caller leaves a dated break.
   */
  async function replaceScores(judgements: readonly Score[]): Promise<number> {
    const lines = additions(Score, judgements, 'scores', mentionKey);
    return withLock(dir, () => {
      refuseLinks();
      const places = new Map<string, string>();
      for (const { file, keys } of mentions.keys())
        for (const key of keys.keys()) places.set(key, file.month);
      const months = byMonth(lines, ({ key = '' }) => {
        const month = places.get(key);
        if (month === undefined) throw noMention(key);
        return month;
      });
      const stored = Map.groupBy(scores.read().lines, (line) => places.get(mentionKey(line)) ?? '');
      const merged = months.map(([month, replacements]): [string, Addition<Score>[]] => {
        const old = additions(Score, stored.get(month) ?? [], 'scores', mentionKey);
        const all = new Map([...old, ...replacements].map((line) => [line.key, line]));
        return [month, [...all.values()]];
      });
      const steps = merged.map(([month, all]): [string, () => Prepared[]] => [
        month,
        () => scores.prepareReplacement(month, all),
      ]);
      writeAll(steps, []);
      return lines.length;
    });
  }

  function refuseLinks(): void {
    const paths = folders.flatMap((folder) => folder.list().problems);
    const link = paths.find(({ why }) => why === aLink);
    if (link) throw new StoreError(join(dir, link.file), aLink);
    if (isLink(statePath)) throw new StoreError(statePath, aLink);
  }

  return {
    /** All mentions, each key once, from the given month (`2026-11`) on. */
    readMentions: (from?: string): Lines<Mention> => eachKeyOnce(mentions.read(from)),
    /** All scores, each key once, of mentions first seen in the given month or later. */
    readScores: (from?: string): Lines<Score> => eachKeyOnce(scores.read(from)),
    readRuns: (from?: string): Lines<Run> => runs.read(from),
    readPublished: (from?: string): Lines<Published> => published.read(from),
    readState: () => readState(statePath),
    /** What could not be read: of all folders, in the months read so far, and of the state. */
    problems: (): Problem[] => [
      ...folders.flatMap((folder) => folder.problems()),
      ...readState(statePath).problems,
    ],
    knownKeys,
    mentionsWithoutScore,
    commit,
    replaceScores,
  };
}

function refuseFile(dir: string): void {
  let stats: Stats | undefined;
  try {
    stats = statSync(dir, { throwIfNoEntry: false });
  } catch (error) {
    throw diskError(dir, error);
  }
  if (stats && !stats.isDirectory()) throw new StoreError(dir, 'is a file; the data is a folder');
}

function eachKeyOnce<T extends { id: string; brand: string | null }>({
  lines,
  problems,
}: Lines<T>): Lines<T> {
  const seen = new Set<string>();
  const once = lines.filter((line) => {
    const key = mentionKey(line);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { lines: once, problems };
}

const noMention = (key: string) =>
  new StoreError('scores', `there is no mention with the key ${JSON.stringify(key)}`);

/**
 * Prepares all files, so that a full disk changes none of them; only then does one after another take its name, in an
 * order in which being killed in between does no harm.
 * @param stored takes the name of each part that stands whole
 */
function writeAll(parts: readonly [string, () => Prepared[]][], stored: string[]): void {
  const prepared: [string, Prepared[]][] = [];
  try {
    for (const [what, files] of parts) prepared.push([what, files()]);
    for (const [, files] of prepared) for (const file of files) file.verify();
    for (const [what, files] of prepared) {
      for (const [done, file] of files.entries()) {
        takeName(file, done > 0 ? `a part of ${what}` : undefined);
      }
      stored.push(what);
    }
  } catch (error) {
    for (const [, files] of prepared) for (const file of files) file.discard();
    throw error;
  }

  function takeName(file: Prepared, before: string | undefined): void {
    try {
      file.takeName();
    } catch (error) {
      if (before !== undefined) stored.push(before);
      throw error;
    }
  }
}

type Keyed = { file: MonthFile; keys: KeyIndex };

function placeOf(key: string, files: readonly Keyed[]): { file: MonthFile; offset: number } | undefined {
  for (const { file, keys } of files) {
    const offset = keys.get(key);
    if (offset !== undefined) return { file, offset };
  }
  return undefined;
}
