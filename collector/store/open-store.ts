import { join } from 'node:path';
import { Mention, mentionKey, Published, Run, Score, type State } from '#contract';
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
import type { Lines } from './lines.ts';
import { withLock } from './lock.ts';
import type { MonthFile } from './month-files.ts';
import { aLink, type Folder, isLink, openFolder } from './open-folder.ts';
import { readState, stateText } from './state-file.ts';
import { StoreError } from './store-error.ts';
import { writeWhole } from './write-whole.ts';

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
 * The lines under a data folder. Reading never fails on a bad line: it names it and goes on. Writing is all or nothing
 * for each file, in an order in which a run that is killed between two of them is repaired by the next: mentions,
 * their scores, the ledger, what was published, and the validators last, so that a killed run asks again.
 * @throws StoreError from every method, where the disk refuses or the data would be harmed
 */
export function openStore(dir: string, options: StoreOptions = {}) {
  const settings = {
    durable: options.durable ?? true,
    mostBytes: options.mostBytes ?? mostBytesOfPart,
    onStep: options.onStep,
  };
  const mentions = openFolder(dir, 'mentions', Mention, settings);
  const scores = openFolder(dir, 'scores', Score, settings);
  const runs = openFolder(dir, 'runs', Run, settings);
  const published = openFolder(dir, 'published', Published, settings);
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

      appendAll(
        mentions,
        byMonth(fresh, ({ value }) => monthOf(value.firstSeenAt)),
      );
      for (const { key = '', value } of fresh) texts.set(key, { title: value.title, excerpt: value.excerpt });
      appendAll(scores, scoresByMonth);
      appendAll(
        runs,
        byMonth(ledger, ({ value }) => monthOf(value.at)),
      );
      appendAll(
        published,
        byMonth(freshPublished, ({ value }) => monthOf(value.at)),
      );
      if (state !== undefined) writeWhole(statePath, 0, Buffer.from(state), settings);
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
      for (const [month, replacements] of months) {
        const merged = new Map(
          additions(Score, stored.get(month) ?? [], 'scores', mentionKey).map((line) => [line.key, line]),
        );
        for (const line of replacements) merged.set(line.key, line);
        scores.replace(month, [...merged.values()]);
      }
      return lines.length;
    });
  }

  function refuseLinks(): void {
    const paths = [mentions, scores, runs, published].flatMap((folder) => folder.list().problems);
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
    knownKeys,
    mentionsWithoutScore,
    commit,
    replaceScores,
  };
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

function appendAll<T>(folder: Folder<T>, months: [string, Addition<T>[]][]): void {
  for (const [month, lines] of months) folder.append(month, lines);
}

type Keyed = { file: MonthFile; keys: KeyIndex };

function placeOf(key: string, files: readonly Keyed[]): { file: MonthFile; offset: number } | undefined {
  for (const { file, keys } of files) {
    const offset = keys.get(key);
    if (offset !== undefined) return { file, offset };
  }
  return undefined;
}
