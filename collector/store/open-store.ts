import { lstatSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Label,
  Mention,
  mentionKey,
  Published,
  Replay,
  Run,
  replayFolder,
  Score,
  Signal,
  type State,
  type SurveyLine,
  signalKey,
  surveyKey,
} from '#contract';
import type { Judged, Said } from '../types.ts';
import {
  type Addition,
  additions,
  asStored,
  byKey,
  byMonth,
  byPlace,
  firstOfEachKey,
  monthOf,
  publishedKey,
} from './additions.ts';
import { forgetLines, type Marks, type Removal, stripLines } from './forget-lines.ts';
import { forgottenName, openForgotten } from './forgotten-file.ts';
import type { Cache } from './kept-columns.ts';
import { hashOfKey, type KeyIndex, keyOfLine } from './key-index.ts';
import { openKeyedFile } from './keyed-file.ts';
import type { LabelTable } from './label-rows.ts';
import { labelsName, openLabelsFile } from './labels-file.ts';
import type { Lines, Problem } from './lines.ts';
import { withLock } from './lock.ts';
import { mentionForm, saidIn } from './mention-columns.ts';
import { type Text, visitTexts, type Wanted } from './mention-texts.ts';
import type { MonthFile } from './month-files.ts';
import { aLink, isLink, openFolder, type Place } from './open-folder.ts';
import { openReplayFolder, placeOf } from './replay-folder.ts';
import { sayingForm, visitSaying } from './saying-columns.ts';
import { judgedIn, scoreForm } from './score-columns.ts';
import { readState, textOfState } from './state-file.ts';
import { diskError, StoreError } from './store-error.ts';
import { openSurveys } from './survey-files.ts';
import { writeAll } from './write-all.ts';
import { type Prepared, prepare } from './write-whole.ts';

export { byPlace } from './additions.ts';
export type { LabelTable } from './label-rows.ts';
export type { Lines, Problem } from './lines.ts';
export { StoreError } from './store-error.ts';

export const replaysName = 'replays.jsonl';
const scoresName = 'scores';

export type StoreOptions = {
  /** False spares the wait for the disk: for data that can be made again. Default: true. */
  durable?: boolean;
  /** Bytes after which a month goes on in another part; GitHub warns at 50 MB. Default: 45 MB. */
  mostBytes?: number;
  /** Where columns of files that were read are kept; nowhere where left out. */
  cache?: Cache;
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
  /** Daily counts that are no mentions. */
  signals?: readonly Signal[];
  state?: State;
};

/** Lines that a commit added, and mentions that somebody else had stored meanwhile. */
export type Committed = {
  mentions: number;
  scores: number;
  runs: number;
  published: number;
  known: number;
  signals: number;
};

export type KnownKeys = {
  has(key: string): boolean;
  /** As they were first stored: an item that says otherwise now was edited. Undefined where its words were taken out. */
  textOf(key: string): KnownText | undefined;
  /** Whether it was taken out on request: it is not stored again. */
  isForgotten(mention: Mention): boolean;
};
type KnownText = { title: string; excerpt: string };

export type Store = ReturnType<typeof openStore>;

const mostBytesOfPart = 45_000_000;
/** A run that was killed at the end of a month is made up for in the next. */
const monthsOfTonight = 2;
const dayMs = 86_400_000;

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
    cache: options.cache,
  };
  const mentions = openFolder(dir, 'mentions', Mention, settings);
  const scores = openFolder(dir, scoresName, Score, settings);
  const runs = openFolder(dir, 'runs', Run, settings);
  const published = openFolder(dir, 'published', Published, settings);
  const signals = openFolder(dir, 'signals', Signal, settings);
  const folders = [mentions, scores, signals, runs, published];
  const statePath = join(dir, 'state.json');
  const forgotten = openForgotten(dir, settings);
  const replays = openKeyedFile(dir, replaysName, Replay, ({ at }) => at, settings);
  const replay = openReplayFolder(dir, { folder: scoresName, file: replaysName }, settings);
  const nextDir = join(dir, replayFolder);
  const nextScores = openFolder(nextDir, scoresName, Score, settings);
  const nextReplays = openKeyedFile(nextDir, replaysName, Replay, ({ at }) => at, settings);
  const labels = openLabelsFile(dir, settings);
  const surveys = openSurveys(dir, settings);
  /** Texts looked up or stored by this process, by key. */
  const knownTexts = new Map<string, KnownText>();

  const isInPlace = (part: string) => placeOf(dir, part) === join(dir, part);

  /** Scores as they stand, also where a replay was stopped while it moved them: all as before it, or all as after it. */
  function readScores(from?: string): Lines<Score> {
    return unmoved(() => scoresInPlace().read(from));
  }

  /** Does work that reads scores, and does it again where a replay moved them meanwhile. */
  function unmoved<R>(work: () => R): R {
    const place = () => `${placeOf(dir, scoresName)} ${inodeOf(placeOf(dir, scoresName))}`;
    for (;;) {
      const before = place();
      try {
        const done = work();
        if (place() === before) return done;
      } catch (error) {
        if (place() === before) throw error;
      }
    }
  }
  const scoresInPlace = () => (isInPlace(scoresName) ? scores : nextScores);

  function* said(): Generator<Said> {
    for (const columns of mentions.columns(mentionForm)) yield* saidIn(columns);
  }

  function* judged(): Generator<Judged> {
    for (const columns of scoresInPlace().columns(scoreForm)) yield* judgedIn(columns);
  }

  /**
   * Visits the words of mentions that are wanted: what was published since a moment was first seen since then too, so that no
   * older month is read.
   */
  function texts(since: number, wanted: Wanted, visit: (text: Text) => void): void {
    if (since === Number.POSITIVE_INFINITY) return;
    const from = since > 0 ? monthOf(new Date(since - dayMs).toISOString()) : '';
    for (const bytes of mentions.bytesFrom(from)) visitTexts(bytes, wanted, visit);
  }

  /** Visits each mention in whose words a pattern is found, as often as patterns are. */
  function saying(patterns: readonly RegExp[], visit: Parameters<typeof visitSaying>[1]): void {
    for (const columns of mentions.columns(sayingForm(patterns), 'saying')) visitSaying(columns, visit);
  }

  /** The last mentions with their scores that were first seen since a moment (`2026-11-20T05:17:00Z`), at most so many. */
  function newestPairs(since: string, most: number): { mention: Mention; score: Score }[] {
    const found = new Map<string, Mention>();
    let month = monthOf(since);
    for (const { line: mention, file } of mentions.newestLines(month)) {
      if (found.size === most) break;
      month = file.month;
      if (mention.firstSeenAt >= since) found.set(mentionKey(mention), mention);
    }
    const ids = new Set(Array.from(found.values(), ({ id }) => id));
    const mayBeOfThem = (text: string): boolean => {
      const id = /^\{"id":"([0-9a-f]{16})"/.exec(text)?.[1];
      return id === undefined || ids.has(id);
    };
    const pairs = new Map<string, { mention: Mention; score: Score }>();
    for (const { line: score } of scoresInPlace().newestLines(month, mayBeOfThem)) {
      const mention = found.get(mentionKey(score));
      if (mention) pairs.set(mentionKey(score), { mention, score });
    }
    return [...pairs.values()];
  }

  const readReplays = (): Lines<Replay> => (isInPlace(replaysName) ? replays : nextReplays).read();

  /** Does the work under the lock, on data that are whole. */
  function whenSettled<T>(work: () => T): Promise<T> {
    return withLock(dir, () => {
      refuseLinks();
      replay.settle();
      return work();
    });
  }

  function knownKeys(): KnownKeys {
    const files = mentions.keys().reverse();
    const marks = forgotten.read();
    return {
      has: (key) => knownTexts.has(key) || findMention(key, files) !== undefined,
      textOf(key) {
        if (!knownTexts.has(key)) findMention(key, files);
        const text = knownTexts.get(key);
        return text?.title === '' && text.excerpt === '' ? undefined : text;
      },
      isForgotten: (mention) => marks.has(mention),
    };
  }

  /** The file that holds a mention; the line itself is read, since its hash in the index is no proof. */
  function findMention(key: string, files: readonly Keyed[]): MonthFile | undefined {
    const hash = hashOfKey(key);
    for (const { file, keys } of files) {
      for (const offset of keys.placesOf(hash)) {
        const text = mentions.textAt(file.name, offset);
        if (keyOfLine(text) !== key) continue;
        const { title, excerpt } = JSON.parse(text);
        knownTexts.set(key, { title: String(title), excerpt: String(excerpt) });
        return file;
      }
    }
    return undefined;
  }

  /**
   * Mentions that a killed run left without a score, in the order they are stored in. The run after it scores them, and
   * lines are only added to the newest month: so they stand in the newest two, where the month has just begun. A month
   * that lost its scores otherwise is for `verify` to find and for `replay` to judge again.
   */
  function mentionsWithoutScore(): Mention[] {
    const months = new Set(mentions.list().files.map(({ month }) => month));
    const from = [...months].sort().at(-monthsOfTonight) ?? [...months].sort()[0];
    if (from === undefined) return [];
    const judged = new Set(readScores(from).lines.map(mentionKey));
    return eachKeyOnce(mentions.read(from), mentionKey).lines.filter(
      (mention) => !judged.has(mentionKey(mention)),
    );
  }

  async function commit(night: Night): Promise<Committed> {
    const asked = {
      mentions: night.mentions?.length,
      scores: night.scores?.length,
      'the signals': night.signals?.length,
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
    const allMentions = additions(Mention, night.mentions ?? [], 'mentions', mentionKey).sort((a, b) =>
      byPlace(a.value, b.value),
    );
    const allScores = additions(Score, night.scores ?? [], 'scores', mentionKey).sort(byKey);
    const state = night.state && textOfState(night.state);
    additions(Run, night.runs ?? [], 'runs');
    const newPublished = additions(Published, night.published ?? [], 'published');
    const newSignals = additions(Signal, night.signals ?? [], 'signals', signalKey);
    // The slow part, reading the keys of history, comes before the lock is taken.
    mentions.keys();
    return whenSettled(() => {
      const known = knownKeys();
      const isForgotten = forgotten.read();
      const newMentions = allMentions.filter(({ value }) => !isForgotten.has(value));
      const gone = new Set(allMentions.filter((line) => !newMentions.includes(line)).map(({ key }) => key));
      const newScores = allScores.filter(
        ({ key, value }) => !gone.has(key) && !isForgotten.has({ id: value.id }),
      );
      const fresh = firstOfEachKey(newMentions, known);
      const monthOfFresh = new Map(fresh.map((line) => [line.key, monthOf(line.value.firstSeenAt)]));
      const storedFiles = mentions.keys();
      const monthOfScore = ({ key = '' }: Addition<Score>): string => {
        const month = monthOfFresh.get(key) ?? findMention(key, storedFiles)?.month;
        if (month === undefined) throw noMention(key);
        return month;
      };
      const scoresByMonth = byMonth(newScores, monthOfScore)
        .map(([month, lines]): [string, Addition<Score>[]] => [month, notYetJudged(month, lines)])
        .filter(([, lines]) => lines.length > 0);
      const freshSignals = notYetCounted(newSignals);
      const ledger = additions(Run, asStored(night.runs ?? [], allMentions, fresh, gone), 'runs');
      const freshPublished = notYetPublished(newPublished);

      for (const folder of folders) folder.sweep();
      writeAll(
        [
          [
            'mentions',
            () => mentions.prepareAppend(byMonth(fresh, ({ value }) => monthOf(value.firstSeenAt))),
          ],
          ['scores', () => scores.prepareAppend(scoresByMonth)],
          [
            'the signals',
            () => signals.prepareAppend(byMonth(freshSignals, ({ value }) => monthOf(value.day))),
          ],
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
      for (const { key = '', value } of fresh)
        knownTexts.set(key, { title: value.title, excerpt: value.excerpt });
      return {
        mentions: fresh.length,
        scores: scoresByMonth.reduce((sum, [, lines]) => sum + lines.length, 0),
        signals: freshSignals.length,
        runs: ledger.length,
        published: freshPublished.length,
        known: newMentions.length - fresh.length,
      };
    });
  }

  /** A judgement lies in the month of its mention: no other file can hold it. */
  function notYetJudged(month: string, lines: readonly Addition<Score>[]): Addition<Score>[] {
    return firstOfEachKey(lines, new Set(scores.read(month, month).lines.map(mentionKey)));
  }

  /** Of a count that is told twice the first value stands. */
  function notYetCounted(lines: readonly Addition<Signal>[]): Addition<Signal>[] {
    const days = lines.map(({ value }) => value.day).sort();
    const first = days[0];
    if (first === undefined) return [];
    return firstOfEachKey(lines, new Set(signals.read(monthOf(first)).lines.map(signalKey)));
  }

  /** What the page said at a moment is noted once. */
  function notYetPublished(lines: readonly Addition<Published>[]): Addition<Published>[] {
    const first = lines.map((line) => monthOf(line.value.at)).sort()[0];
    if (first === undefined) return [];
    const noted = new Set(published.read(first).lines.map(publishedKey));
    return lines.filter(({ value }) => !noted.has(publishedKey(value)));
  }

  /**
   * Puts new judgements in the place of old ones, each where the old one stood, and adds the note, in one step; mentions
   * that are not among them keep theirs. For `replay` only. Whoever is killed in between has all of it or nothing.
   * Gives how many it was given, or 0 where all of them stand already, as after another replay: then there is no note either.
   */
  async function replaceScores(judgements: readonly Score[], note?: Replay): Promise<number> {
    const lines = additions(Score, judgements, 'scores', mentionKey);
    return whenSettled(() => {
      const places = new Map<string, string>();
      for (const { file, lines } of mentions.readFiles())
        for (const line of lines) if (!places.has(mentionKey(line))) places.set(mentionKey(line), file.month);
      const months = byMonth(lines, ({ key = '' }) => {
        const month = places.get(key);
        if (month === undefined) throw noMention(key);
        return month;
      });
      const { lines: now, problems } = scores.read();
      const texts = new Map(now.toReversed().map((line) => [mentionKey(line), JSON.stringify(line)]));
      const isNew = lines.some(({ key = '', value }) => texts.get(key) !== JSON.stringify(value));
      if (!isNew && problems.length === 0) return 0;
      const stored = Map.groupBy(now, (line) => places.get(mentionKey(line)) ?? '');
      const whole = months.map(([month, replacements]): [string, Addition<Score>[]] => {
        const made = new Map(replacements.map((line) => [line.key, line]));
        const old = stored.get(month) ?? [];
        const kept = old.filter((line) => !made.has(mentionKey(line)));
        const keptLines = new Map(
          additions(Score, kept, 'scores', mentionKey).map((line) => [line.key, line]),
        );
        const all = new Map(
          old.map((line) => [
            mentionKey(line),
            made.get(mentionKey(line)) ?? keptLines.get(mentionKey(line)),
          ]),
        );
        for (const line of replacements) all.set(line.key ?? '', line);
        return [month, [...all.values()].filter((line) => line !== undefined)];
      });
      replay.replace((folder) => {
        const copies = openFolder(folder, scoresName, Score, settings);
        const notes = openKeyedFile(folder, replaysName, Replay, ({ at }) => at, settings);
        writeAll(
          [
            ['the note of the replay', () => notes.prepareAppend(note ? [note] : [])],
            ...whole.map(([month, lines]): [string, () => Prepared[]] => [
              month,
              () => copies.prepareReplacement(month, lines),
            ]),
          ],
          [],
        );
      });
      return lines.length;
    });
  }

  /** Moves to their places what a stopped replay left, so that they can be committed; without it nothing is written. */
  async function settle(): Promise<void> {
    if (replay.isOpen()) await whenSettled(() => {});
  }

  /** Adds rows to what people said of tones. Throws StoreError where that file cannot be understood. */
  async function addLabels(rows: readonly Label[]): Promise<void> {
    return whenSettled(() => {
      writeAll([['the labels', () => labels.prepareAppend(rows)]], []);
    });
  }

  /**
   * Puts other lines in the place of those of a survey: `rewrite` is given what is stored, and gives what is to be; undefined
   * leaves it as it is. Throws StoreError, also where a stored line cannot be read.
   */
  async function replaceSurvey(
    id: string,
    rewrite: (stored: readonly SurveyLine[]) => readonly SurveyLine[] | undefined,
  ): Promise<void> {
    return whenSettled(() => {
      const made = rewrite(surveys.readOne(id).lines);
      if (made) writeAll([[`the survey ${id}`, () => surveys.prepareLines(id, made)]], []);
    });
  }

  /** Takes lines out for good, and notes what must not be collected again. */
  async function forget(marks: Marks, at: string): Promise<Removal> {
    return whenSettled(() => {
      return forgetLines({ mentions, scores, forgotten, labels }, marks, at);
    });
  }

  /** Takes the texts and links out of what was first seen before a month (`2025-01`), and keeps what figures need. */
  async function strip(before: string): Promise<{ stripped: number; unread: Problem[] }> {
    return whenSettled(() => {
      return stripLines(mentions, before);
    });
  }

  function refuseLinks(): void {
    const paths = folders.flatMap((folder) => folder.list().problems);
    const link = paths.find(({ why }) => why === aLink);
    if (link) throw new StoreError(join(dir, link.file), aLink);
    for (const path of [
      statePath,
      join(nextDir, scoresName),
      join(nextDir, replaysName),
      ...[forgottenName, replaysName, replayFolder, labelsName].map((name) => join(dir, name)),
    ])
      if (isLink(path)) throw new StoreError(path, aLink);
  }

  return {
    /** All mentions, each key once, from the given month (`2026-11`) on. */
    readMentions: (from?: string): Lines<Mention> => eachKeyOnce(mentions.read(from), mentionKey),
    /** All scores, each key once, of mentions first seen in the given month or later. */
    readScores: (from?: string): Lines<Score> => eachKeyOnce(readScores(from), mentionKey),
    /** All daily counts, each key once, of the given month or later. */
    readSignals: (from?: string): Lines<Signal> => eachKeyOnce(signals.read(from), signalKey),
    said,
    judged,
    texts,
    saying,
    newestPairs,
    unmoved,
    readRuns: (from?: string): Lines<Run> => runs.read(from),
    readPublished: (from?: string): Lines<Published> => published.read(from),
    readReplays,
    /** What people said of tones, row by row. */
    readLabels: (): LabelTable => labels.read(),
    addLabels,
    /** What the answers to surveys add up to. */
    readSurveys: (): Lines<SurveyLine> =>
      eachKeyOnce(surveys.read(), (line) => `${line.survey} ${surveyKey(line)}`),
    replaceSurvey,
    readState: () => readState(statePath),
    /**
     * Where the mentions of these keys stand, in the order of files and lines. It reads the files again, from the given
     * month on: only for what somebody has to find.
     */
    placesOf: (keys: ReadonlySet<string>, from = ''): (Place & { key: string })[] =>
      keys.size === 0 ? [] : mentions.placesOf(keys, keyOfLine, from),
    /** What could not be read: of all folders, in the months read so far, and of the state. */
    problems: (): Problem[] => [
      ...folders.flatMap((folder) => (folder === scores ? scoresInPlace() : folder).problems()),
      ...readState(statePath).problems,
      ...forgotten.read().problems,
      ...readReplays().problems,
      ...labels.read().problems,
      ...surveys.read().problems,
    ],
    knownKeys,
    mentionsWithoutScore,
    /** What must not be collected again. */
    forgotten: () => forgotten.read(),
    commit,
    replaceScores,
    settle,
    forget,
    strip,
  };
}

const inodeOf = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.ino;

function refuseFile(dir: string): void {
  let stats: Stats | undefined;
  try {
    stats = statSync(dir, { throwIfNoEntry: false });
  } catch (error) {
    throw diskError(dir, error);
  }
  if (stats && !stats.isDirectory()) throw new StoreError(dir, 'is a file; the data is a folder');
}

function eachKeyOnce<T>({ lines, problems }: Lines<T>, keyOf: (line: T) => string): Lines<T> {
  const seen = new Set<string>();
  const once = lines.filter((line) => {
    const key = keyOf(line);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { lines: once, problems };
}

const noMention = (key: string) =>
  new StoreError('scores', `there is no mention with the key ${JSON.stringify(key)}`);

type Keyed = { file: MonthFile; keys: KeyIndex };
