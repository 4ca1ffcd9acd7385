import { rmSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { asked, entries, type Git, GitError, told } from './git.ts';
import {
  correctLedger,
  forgottenIn,
  type IsForgotten,
  keyOfLine,
  keyOfMark,
  keyOfSignal,
  mergeLines,
  mergeState,
  type Versions,
} from './merge-night.ts';

/** Commits: the night's own, the one it started from, and the tip it shall stand on, which descends from that. */
export type Replanting = { base: string; ours: string; tip: string };
/** `commit` is the tip itself where it holds all of the night already. */
export type Replanted = { commit: string } | { conflict: string };

type Entry = { mode: string; blob: string };

/**
 * Makes the night's commit again on top of what was pushed meanwhile. It touches neither the working tree nor the
 * index, and knows no conflict between lines: it works on sets of keyed lines, where `git rebase` works on text.
 */
export async function replant(git: Git, { base, ours, tip }: Replanting): Promise<Replanted> {
  const changedByUs = entries(await told(git, ['diff', '--name-only', '--no-renames', '-z', base, ours]));
  const changedByThem = new Set(
    entries(await told(git, ['diff', '--name-only', '--no-renames', '-z', base, tip])),
  );
  const taken = await keysIn(git, tip, [...changedByThem]);
  // What either side forgot stays forgotten, whichever of them collected it meanwhile.
  const marks = [...changedByUs, ...changedByThem].filter(isOfForgotten);
  const isForgotten = forgottenIn(
    await Promise.all([ours, tip].flatMap((commit) => marks.map((name) => textIn(git, commit, name)))),
  );
  const forgetting = marks.length > 0;
  const toPlant = forgetting
    ? [...new Set([...changedByUs, ...[...changedByThem].filter(holdsMentions)])]
    : changedByUs;
  const planted: { name: string; mode: string; blob: string }[] = [];
  const leftOut: string[] = [];
  const withoutMention = new Set<string | undefined>();
  const isGone = (line: string) => isForgotten(line) || withoutMention.has(keyOfLine(line));
  for (const name of toPlant.sort(inTurn)) {
    const our = (await entryOf(git, ours, name)) ?? (forgetting ? await entryOf(git, tip, name) : undefined);
    if (!our) continue;
    const takenHere = taken.get(folderOf(name)) ?? new Set();
    const toCorrect = isLedger(name) ? leftOut : [];
    const isOnlyOurs = !changedByThem.has(name) && takenHere.size === 0 && toCorrect.length === 0;
    if (isOnlyOurs && !(forgetting && holdsMentions(name))) {
      planted.push({ name, ...our });
      continue;
    }
    const their = await entryOf(git, tip, name);
    const blobs = {
      base: await bytesOf(git, await entryOf(git, base, name)),
      ours: await bytesOf(git, our),
      theirs: await bytesOf(git, their),
    };
    const merged = mergeFile(name, blobs, { taken: takenHere, known: toCorrect, isForgotten: isGone });
    if (merged === undefined || (their && their.mode !== our.mode)) return { conflict: name };
    if (isOfMentions(name)) {
      leftOut.push(...merged.leftOut);
      // A score names no document: it goes with its mention.
      for (const line of merged.forgotten) withoutMention.add(keyOfLine(line));
    }
    const blob = await told(git, ['hash-object', '-w', '--stdin'], { input: merged.bytes });
    planted.push({ name, mode: our.mode, blob });
  }
  return { commit: await commitOn(git, tip, ours, planted) };
}

export type Blobs = { [version in keyof Versions]: Buffer };

export type MergeOptions = {
  /** Keys that others added to files of this folder. */
  taken?: ReadonlySet<string>;
  /** Mentions that were left out: the ledger shall count them as known, or as forgotten. */
  known?: readonly string[];
  isForgotten?: IsForgotten;
};

/** The merged bytes, or undefined where the file is of a kind that cannot be merged. */
export function mergeFile(
  name: string,
  blobs: Blobs,
  { taken = new Set(), known = [], isForgotten = () => false }: MergeOptions = {},
): { bytes: Buffer; leftOut: string[]; forgotten: string[] } | undefined {
  if (posix.basename(name) === 'state.json') {
    return { bytes: Buffer.from(mergeState(decoded(blobs, 'utf8'))), leftOut: [], forgotten: [] };
  }
  if (!name.endsWith('.jsonl')) {
    return blobs.ours.equals(blobs.theirs) ? { bytes: blobs.ours, leftOut: [], forgotten: [] } : undefined;
  }
  // Byte for byte, whatever it is: a damaged line of others must come out as it went in.
  const versions = decoded(blobs, 'latin1');
  const ours = known.length > 0 ? correctLedger(versions, known, isForgotten) : versions.ours;
  const { text, leftOut, forgotten } = mergeLines({ ...versions, ours }, keyFor(name), {
    taken,
    ...(holdsMentions(name) && { isForgotten }),
  });
  return { bytes: Buffer.from(text, 'latin1'), leftOut, forgotten };
}

const decoded = ({ base, ours, theirs }: Blobs, encoding: BufferEncoding): Versions => ({
  base: base.toString(encoding),
  ours: ours.toString(encoding),
  theirs: theirs.toString(encoding),
});

const folderOf = (name: string) => posix.dirname(name);
/** Mentions, or the scores of them. */
const holdsMentions = (name: string) => /(^|\/)(mentions|scores)\/[^/]+\.jsonl$/.test(name);
const isOfSignals = (name: string) => /(^|\/)signals\/[^/]+\.jsonl$/.test(name);
const isOfForgotten = (name: string) => posix.basename(name) === 'forgotten.jsonl';

/** Attempts and published values have no key: they are lines of their own each. */
function keyFor(name: string): (line: string) => string | undefined {
  if (holdsMentions(name)) return keyOfLine;
  if (isOfSignals(name)) return keyOfSignal;
  return isOfForgotten(name) ? keyOfMark : () => undefined;
}

const isOfMentions = (name: string) => /(^|\/)mentions\/[^/]+\.jsonl$/.test(name);
const isLedger = (name: string) => /(^|\/)runs\/[^/]+\.jsonl$/.test(name);
/** Mentions first, since scores go with them; the ledger last, since it counts what became of them. */
const inTurn = (a: string, b: string) => turnOf(a) - turnOf(b);
const turnOf = (name: string) => (isOfMentions(name) ? 0 : isLedger(name) ? 2 : 1);

/** Keys of the given files in a commit, by folder: a mention may have gone to another month or part. */
async function keysIn(git: Git, commit: string, names: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const name of names.filter((name) => holdsMentions(name) || isOfSignals(name))) {
    const keys = found.get(folderOf(name)) ?? new Set();
    const keyOf = keyFor(name);
    for (const line of (await textIn(git, commit, name)).split('\n')) {
      const key = keyOf(line);
      if (key !== undefined) keys.add(key);
    }
    found.set(folderOf(name), keys);
  }
  return found;
}

const textIn = async (git: Git, commit: string, name: string): Promise<string> =>
  (await bytesOf(git, await entryOf(git, commit, name))).toString('latin1');

export async function entryOf(git: Git, commit: string, name: string): Promise<Entry | undefined> {
  const [line] = entries(
    await told(git, ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', name]),
  );
  const match = line === undefined ? null : /^(\d+) blob ([0-9a-f]+)\t/.exec(line);
  return match ? { mode: match[1] as string, blob: match[2] as string } : undefined;
}

export async function bytesOf(git: Git, entry: Entry | undefined): Promise<Buffer> {
  if (!entry) return Buffer.alloc(0);
  const args = ['cat-file', 'blob', entry.blob];
  const answer = await git(args);
  if (answer.code !== 0) throw new GitError(args, answer);
  return answer.out;
}

async function commitOn(
  git: Git,
  tip: string,
  ours: string,
  planted: readonly { name: string; mode: string; blob: string }[],
): Promise<string> {
  const index = resolve(await told(git, ['rev-parse', '--absolute-git-dir']), `earshot-index-${process.pid}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await told(git, ['read-tree', tip], { env });
    const input = planted.map(({ name, mode, blob }) => `${mode} ${blob} 0\t${name}\0`).join('');
    await told(git, ['update-index', '-z', '--index-info'], { env, input });
    const tree = await told(git, ['write-tree'], { env });
    if (tree === (await asked(git, ['rev-parse', `${tip}^{tree}`]))) return tip;
    const [name = '', email = '', date = '', message = ''] = (
      await told(git, ['log', '-1', '--format=%an%x00%ae%x00%at%x00%B', ours])
    ).split('\0');
    const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: `@${date}` };
    return await told(git, ['commit-tree', tree, '-p', tip, '-F', '-'], { env: author, input: message });
  } finally {
    rmSync(index, { force: true });
  }
}
