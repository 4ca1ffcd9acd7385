import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  About,
  Accuracy,
  Figure,
  Mention,
  mentionKey,
  Restated,
  Run,
  replayFolder,
  Score,
  type Tone,
} from '#contract';
import { HeardLine, LineReader, type Place } from './heard-lines.ts';

/** The only reader of data/. A line or file that does not keep the contract is left out, counted and named. */

/** A mention with the judgement on it, where there is one, and the tone that the team itself has heard. A page that looks for some among
 * all does so by what is held (see HeardLine): to read the words of all takes seconds. */
export type Heard = Omit<Mention, Told> & { [key in Told]?: Mention[key] | undefined } & {
  score: Score | null;
  label?: Tone | undefined;
};
/** Keys that a line has where its source told so much. */
type Told = 'dateFlag' | 'rating' | 'version' | 'attentionAtFirstSight';

/** A file with lines that could not be read; an unreadable figure file counts as one line. */
export type Fault = { file: string; lines: number };

export type Data = {
  /** What the page needs besides the figures, or why there is none. */
  about: About | null;
  missing: 'none' | 'absent' | 'newer' | 'unreadable';
  figures: Map<string, Figure>;
  /** How well the scorer does on the team's own labels; null where there are none. */
  accuracy: Accuracy | null;
  /** What each night published beside what its days give today; null where no night has published yet. */
  restated: Restated | null;
  /** Newest first; what was not relevant when it was scored is left out and counted in `irrelevant`. */
  mentions: Heard[];
  irrelevant: number;
  /** In the order of the ledger: oldest first. */
  runs: Run[];
  faults: Fault[];
};

type Reader<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

const accuracyName = 'accuracy.json';
const restatedName = 'restated.json';
/** Files beside the figures that are none. */
const noFigures = ['about.json', accuracyName, restatedName];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All lines of a folder's `.jsonl` files that keep the contract, in the order of the files' names, and where each stands. */
function* linesIn<T>(
  dir: string,
  folder: string,
  reader: Reader<T>,
  faults: Fault[],
): Generator<[line: T, place: Place]> {
  const moving = join(dir, replayFolder, folder);
  const path = existsSync(moving) ? moving : join(dir, folder);
  if (!existsSync(path)) return;
  for (const name of readdirSync(path).sort()) {
    if (!name.endsWith('.jsonl')) continue;
    const file = join(path, name);
    const bytes = readFileSync(file);
    let bad = 0;
    for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
      end = bytes.indexOf(newline, at);
      if (end < 0) end = bytes.length;
      const text = bytes.toString('utf8', at, end);
      if (text.trim() === '') continue;
      const read = reader.safeParse(parseJson(text));
      if (read.success) yield [read.data, { file, at, length: end - at }];
      else bad += 1;
    }
    if (bad > 0) faults.push({ file: `${folder}/${name}`, lines: bad });
  }
}
const newline = 10;

function readBytes({ file, at }: Pick<Place, 'file' | 'at'>, into: Buffer): number {
  const opened = openSync(file, 'r');
  try {
    return readSync(opened, into, 0, into.length, at);
  } finally {
    closeSync(opened);
  }
}

/** The mentions that were relevant when they were scored, newest first, and how many were not. */
function readMentions(dir: string, accuracy: Accuracy | null, faults: Fault[]) {
  const labels = new Map(accuracy?.tones.map((label) => [mentionKey(label), label.tone]));
  const scores = new Map<string, Place & Pick<Score, 'relevant'>>();
  for (const [score, place] of linesIn(dir, 'scores', Score, faults))
    scores.set(mentionKey(score), { ...place, relevant: score.relevant });

  const reader = new LineReader(readBytes);
  const shared = new Shared();
  const seen = new Set<string>();
  const mentions: Heard[] = [];
  for (const [mention, place] of linesIn(dir, 'mentions', Mention, faults)) {
    const key = mentionKey(mention);
    if (seen.has(key)) continue;
    seen.add(key);
    const score = scores.get(key) ?? null;
    if (score?.relevant === false) continue;
    const { id, brand, source, group, site, publishedAt, rating } = mention;
    const held = {
      id,
      brand: brand && shared.text(brand),
      source: shared.text(source),
      group: shared.text(group),
      site: shared.text(site),
      publishedAt,
      rating,
    };
    mentions.push(new HeardLine(held, labels.get(key), reader, place, score));
  }
  // The order in which figures count, backwards: which of two mentions of one moment is the first must be the same there.
  mentions.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.id.localeCompare(a.id));
  return { mentions, irrelevant: seen.size - mentions.length };
}

/** The few names that all lines bear, each held once. */
class Shared {
  readonly #texts = new Map<string, string>();
  text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

function readAbout(dir: string): Pick<Data, 'about' | 'missing'> {
  const file = join(dir, 'figures', 'about.json');
  if (!existsSync(file)) return { about: null, missing: 'absent' };
  const raw = parseJson(readFileSync(file, 'utf8'));
  const version = typeof raw === 'object' && raw !== null && 'v' in raw ? raw.v : undefined;
  if (typeof version === 'number' && version > 1) return { about: null, missing: 'newer' };
  const read = About.safeParse(raw);
  return read.success ? { about: read.data, missing: 'none' } : { about: null, missing: 'unreadable' };
}

/** A file of the figures' folder that is no figure; null where it is not there or cannot be read. */
function readBeside<T>(dir: string, name: string, reader: Reader<T>, faults: Fault[]): T | null {
  const file = join(dir, 'figures', name);
  if (!existsSync(file)) return null;
  const read = reader.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!read.success) faults.push({ file: `figures/${name}`, lines: 1 });
  return read.success ? read.data : null;
}

function readFigures(dir: string, faults: Fault[]): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const path = join(dir, 'figures');
  if (!existsSync(path)) return figures;
  for (const file of readdirSync(path).sort()) {
    if (!file.endsWith('.json') || noFigures.includes(file)) continue;
    const read = Figure.safeParse(parseJson(readFileSync(join(path, file), 'utf8')));
    // The file's name is the address of its page, so that a figure may not claim another's.
    if (read.success && read.data.id === basename(file, '.json')) figures.set(read.data.id, read.data);
    else faults.push({ file: `figures/${file}`, lines: 1 });
  }
  return figures;
}

/** Everything under one data folder. */
export function readFolder(dir: string): Data {
  const faults: Fault[] = [];
  const about = readAbout(dir);
  const figures = readFigures(dir, faults);
  const accuracy = readBeside(dir, accuracyName, Accuracy, faults);
  const restated = readBeside(dir, restatedName, Restated, faults);
  const heard = readMentions(dir, accuracy, faults);
  const runs = [...linesIn(dir, 'runs', Run, faults)]
    .map(([run]) => run)
    .sort((a, b) => a.at.localeCompare(b.at));
  return {
    ...about,
    figures,
    accuracy,
    restated,
    ...heard,
    runs,
    faults,
  };
}

/** The folder that holds `brand/`, for the logo. */
export const rootFolder = (): string => resolve(process.env['EARSHOT_ROOT'] ?? '.');

let read: { of: string; data: Data } | undefined;
/** The data folder named by `EARSHOT_DATA`, read once a build; while developing, again whenever it was measured anew. */
export function readData(): Data {
  const dir = resolve(process.env['EARSHOT_DATA'] ?? 'data');
  const measured = statSync(join(dir, 'figures', 'about.json'), { throwIfNoEntry: false })?.mtimeMs;
  const of = `${dir} ${measured}`;
  if (read?.of !== of) read = { of, data: readFolder(dir) };
  return read.data;
}
