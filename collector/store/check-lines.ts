import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  coveringStatuses,
  Forgotten,
  forgottenKey,
  Mention,
  mentionKey,
  Published,
  Replay,
  Run,
  Score,
  Signal,
  SurveyLine,
  signalKey,
  surveyKey,
} from '#contract';
import { publishedKey } from './additions.ts';
import { forgottenName } from './forgotten-file.ts';
import { labelsName, openLabelsFile } from './labels-file.ts';
import { fromLine, type Problem, toLine } from './lines.ts';
import { inOrder, type MonthFile, parseMonthFile } from './month-files.ts';
import { aLink, isLink } from './open-folder.ts';
import { replaysName } from './open-store.ts';
import { placeOf } from './replay-folder.ts';
import { readState } from './state-file.ts';
import { surveyOfFile, surveysFolder } from './survey-files.ts';

/** A line that keeps the contract, and where it stands. */
export type Placed<T> = { value: T; file: string; line: number; month: string };
export type Checked = {
  findings: Problem[];
  mentions: Map<string, Placed<Mention>>;
  scores: Map<string, Placed<Score>>;
  /** Whether a document or item was forgotten on request: `doc 0123…`, `id 0123…`. */
  marks: ReadonlySet<string>;
};

/** GitHub warns at 50 MB and refuses 100 MB; its pages show the first 1,000 entries of a folder. */
const mostBytes = 50_000_000;
const mostEntries = 3_000;

/** Looks through every line under a data folder, and names whatever does not fit. Changes nothing; throws where the disk does. */
export function checkLines(dir: string): Checked {
  const findings: Problem[] = [];
  const say = (file: string, line: number, why: string) => findings.push({ file, line, why });

  const mentions = keyed('mentions', Mention, mentionKey, ({ firstSeenAt }) => firstSeenAt);
  // A score lies in the month of its mention, which is looked at below.
  const scores = keyed('scores', Score, mentionKey, () => undefined);
  keyed('signals', Signal, signalKey, ({ day }) => day);
  const published = keyed('published', Published, publishedKey, ({ at }) => at);
  const attempts = new Map<string, string>();
  for (const run of everyLine('runs', Run)) {
    const { value, file, line } = run;
    inItsMonth(run, value.at);
    for (const why of oddities(value)) say(file, line, why);
    const key = `${value.at} ${value.source}`;
    const first = attempts.get(key);
    if (first === undefined) attempts.set(key, `${file}:${line}`);
    else if (addsSomething(value)) say(file, line, `says again what ${first} says (${key})`);
  }
  for (const { value, file, line } of published.values()) {
    const { value: middle, low, high } = value;
    if (low !== null && high !== null && low > high) say(file, line, 'its interval ends before it begins');
    if (middle === null && (low !== null || high !== null)) say(file, line, 'has an interval and no value');
  }
  const marks = keyedFile(forgottenName, Forgotten, forgottenKey);
  keyedFile(replaysName, Replay, ({ at }) => at);
  compare(mentions, scores, marks);
  checkLabels(mentions, marks);
  checkSurveys();
  findings.push(...readState(join(dir, 'state.json')).problems);
  return { findings, mentions, scores, marks };

  /** Lines of a folder by key; the first of each key stands. */
  function keyed<T>(
    folder: string,
    schema: z.ZodType<T>,
    keyOf: (value: T) => string,
    timeOf: (value: T) => string | undefined,
  ): Map<string, Placed<T>> {
    const found = new Map<string, Placed<T>>();
    for (const placed of everyLine(folder, schema)) {
      inItsMonth(placed, timeOf(placed.value));
      const key = keyOf(placed.value);
      const first = found.get(key);
      if (first)
        say(placed.file, placed.line, `says again what ${first.file}:${first.line} says (${key.trim()})`);
      else found.set(key, placed);
    }
    return found;
  }

  function* everyLine<T>(folder: string, schema: z.ZodType<T>): Generator<Placed<T>> {
    for (const file of filesOf(folder)) {
      const name = `${folder}/${file.name}`;
      for (const placed of linesIn(name, schema)) yield { ...placed, month: file.month };
    }
  }

  function filesOf(folder: string): MonthFile[] {
    const path = placeOf(dir, folder);
    if (isLink(path)) {
      say(folder, 0, aLink);
      return [];
    }
    const entries = lstatSync(path, { throwIfNoEntry: false }) ? readdirSync(path).sort() : [];
    if (entries.length > mostEntries)
      say(folder, 0, `holds ${entries.length} entries; ${mostEntries} are the most`);
    const files = entries.flatMap((name) => {
      // What a killed run left is swept by the next one, and is ignored by git.
      if (/^\..*\.tmp$/.test(name)) return [];
      const file = parseMonthFile(name);
      const stats = lstatSync(join(path, name));
      if (stats.isSymbolicLink()) say(`${folder}/${name}`, 0, aLink);
      else if (!stats.isFile() || !file)
        say(`${folder}/${name}`, 0, 'is not named after a month, so that it is not read');
      else return [file];
      return [];
    });
    return files.sort(inOrder);
  }

  function* linesIn<T>(name: string, schema: z.ZodType<T>): Generator<Omit<Placed<T>, 'month'>> {
    const bytes = readFileSync(placeOf(dir, name));
    if (bytes.length > mostBytes)
      say(name, 0, `has ${bytes.length} bytes; GitHub warns at 50 MB and refuses 100 MB`);
    if (!isUtf8(bytes)) say(name, 0, 'is not valid UTF-8');
    const texts = bytes.toString('utf8').split('\n');
    const last = texts.length - 1;
    for (const [at, text] of texts.entries()) {
      if (at === last && text === '') continue;
      const line = at + 1;
      const read = fromLine(text, schema);
      if (text.trim() === '') say(name, line, 'is empty');
      else if ('why' in read) say(name, line, at === last ? 'the file ends in half a line' : read.why);
      else {
        yield { value: read.line, file: name, line };
        const why = unlikeOurs(text, toLine(schema, read.line, name).trimEnd());
        if (why) say(name, line, why);
        else if (at === last) say(name, line, 'has lost its line end');
      }
    }
  }

  /** What people said of tones, about mentions that are there. */
  function checkLabels(mentions: ReadonlyMap<string, unknown>, marks: ReadonlySet<string>): void {
    const { rows, problems } = openLabelsFile(dir, { durable: false }).read();
    findings.push(...problems);
    for (const { label, line } of rows) {
      if (marks.has(`id ${label.mention}`))
        say(labelsName, line, 'speaks of a mention that was forgotten: delete the row');
      else if (!mentions.has(mentionKey({ id: label.mention, brand: label.brand })))
        say(
          labelsName,
          line,
          `speaks of the mention m${label.mention} of ${label.brand}, which is not there`,
        );
    }
  }

  /** What answers add up to, a file a survey. */
  function checkSurveys(): void {
    const folder = join(dir, surveysFolder);
    if (isLink(folder)) {
      say(surveysFolder, 0, aLink);
      return;
    }
    const entries = lstatSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
    for (const entry of entries) {
      if (/^\..*\.tmp$/.test(entry)) continue;
      const name = `${surveysFolder}/${entry}`;
      const id = surveyOfFile(entry);
      const stats = lstatSync(join(folder, entry));
      if (stats.isSymbolicLink()) say(name, 0, aLink);
      else if (!stats.isFile() || id === undefined)
        say(name, 0, 'is not named after a survey, so that it is not read');
      else checkSurvey(name, id);
    }
  }

  function checkSurvey(name: string, id: string): void {
    const keys = new Map<string, number>();
    for (const { value, line } of linesIn(name, SurveyLine)) {
      if (value.survey !== id)
        say(name, line, `is of the survey ${value.survey}, and lies in another's file`);
      if (value.from > value.to) say(name, line, 'ends before it begins');
      const first = keys.get(surveyKey(value));
      if (first !== undefined) say(name, line, `says again what line ${first} says`);
      keys.set(surveyKey(value), first ?? line);
      if (value.what === 'comments' || value.kind === 'awareness' || value.weight) continue;
      const sum = Object.values(value.counts).reduce((all, one) => all + one, 0);
      if (sum !== value.n) say(name, line, `counts ${sum} answers of ${value.n}: it was edited by hand`);
    }
  }

  function inItsMonth({ file, line, month }: Placed<unknown>, time: string | undefined): void {
    if (time !== undefined && time.slice(0, 7) !== month)
      say(file, line, `is of ${time.slice(0, 7)}, and lies in another month's file`);
  }

  /** The keys in one file of lines that are noted once each. */
  function keyedFile<T>(name: string, schema: z.ZodType<T>, keyOf: (value: T) => string): Set<string> {
    const keys = new Set<string>();
    const stats = lstatSync(placeOf(dir, name), { throwIfNoEntry: false });
    if (stats?.isSymbolicLink()) say(name, 0, aLink);
    else if (stats) {
      for (const { value, line } of linesIn(name, schema)) {
        if (keys.has(keyOf(value))) say(name, line, 'is noted twice');
        keys.add(keyOf(value));
      }
    }
    return keys;
  }

  /** Mentions and scores belong together, one to one; a story is named after a document that is, or was, there. */
  function compare(
    mentions: ReadonlyMap<string, Placed<Mention>>,
    scores: ReadonlyMap<string, Placed<Score>>,
    marks: ReadonlySet<string>,
  ): void {
    const docs = new Set([...mentions.values()].map(({ value }) => value.doc));
    for (const [key, { value, file, line, month }] of mentions) {
      if (marks.has(`id ${value.id}`) || marks.has(`doc ${value.doc}`))
        say(file, line, 'was forgotten, and still stands here: forget it again');
      const score = scores.get(key);
      if (score === undefined)
        say(
          file,
          line,
          'has no score; the next night gives it one where it is of the last two months, `replay` any other',
        );
      else if (score.month !== month)
        say(score.file, score.line, `lies in another month than its mention in ${file}:${line}`);
    }
    for (const [key, { value, file, line }] of scores) {
      if (!mentions.has(key)) say(file, line, 'judges a mention that is not there');
      else if (!docs.has(value.story) && !marks.has(`doc ${value.story}`))
        say(file, line, `names the story ${value.story}, which no mention tells`);
    }
  }
}

/** How a line that can be read differs from the one that the collector would have written. */
function unlikeOurs(text: string, ours: string): string | undefined {
  if (text === ours) return undefined;
  if (text === `${ours}\r`) return 'ends in a carriage return: an editor changed the line ends';
  return 'is not written as the collector writes it (order of keys, spaces, escapes): it was edited by hand';
}

/** A night that is repeated with the same clock (`--now`) notes its attempts again: they keep nothing and cover no time. */
const addsSomething = ({ kept, coversFrom, coversTo }: Run): boolean => kept > 0 || coversFrom !== coversTo;

/** What a line of the ledger says that cannot be. */
function oddities({ at, status, reason, coversFrom, coversTo }: Run): string[] {
  const found: string[] = [];
  const covers = coversFrom !== undefined || coversTo !== undefined;
  // A list that is empty since yesterday vouches for nothing.
  const isHollow = status === 'empty' && reason === 'was_fuller';
  if ((coveringStatuses.includes(status) && !isHollow) !== covers)
    found.push(
      covers ? `is "${status}", and yet accounts for time` : `is "${status}", and yet accounts for no time`,
    );
  if (covers && (coversFrom === undefined || coversTo === undefined))
    found.push('says only one end of the time that it covers');
  if (coversFrom !== undefined && coversTo !== undefined && coversFrom > coversTo)
    found.push('covers a time that ends before it begins');
  if (coversTo !== undefined && coversTo > at) found.push('covers time that had not come yet');
  if (['refused', 'failed', 'changed', 'cut', 'capped'].includes(status) && reason === undefined)
    found.push(`is "${status}" without a reason`);
  return found;
}
