import { rmSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { asked, entries, type Git, GitError, told } from './git.ts';
import { correctLedger, keyOfLine, mergeLines, mergeState, type Versions } from './merge-night.ts';

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
  const planted: { name: string; mode: string; blob: string }[] = [];
  const leftOut: string[] = [];
  for (const name of changedByUs.sort(ledgerLast)) {
    const our = await entryOf(git, ours, name);
    if (!our) continue;
    const takenHere = taken.get(folderOf(name)) ?? new Set();
    const toCorrect = isLedger(name) ? leftOut : [];
    if (!changedByThem.has(name) && takenHere.size === 0 && toCorrect.length === 0) {
      planted.push({ name, ...our });
      continue;
    }
    const their = await entryOf(git, tip, name);
    const blobs = {
      base: await bytesOf(git, await entryOf(git, base, name)),
      ours: await bytesOf(git, our),
      theirs: await bytesOf(git, their),
    };
    const merged = mergeFile(name, blobs, takenHere, toCorrect);
    if (merged === undefined || (their && their.mode !== our.mode)) return { conflict: name };
    if (isOfMentions(name)) leftOut.push(...merged.leftOut);
    const blob = await told(git, ['hash-object', '-w', '--stdin'], { input: merged.bytes });
    planted.push({ name, mode: our.mode, blob });
  }
  return { commit: await commitOn(git, tip, ours, planted) };
}

export type Blobs = { [version in keyof Versions]: Buffer };

/**
 * The merged bytes, or undefined where the file is of a kind that cannot be merged.
 * @param taken keys that others added to files of this folder
 * @param known mentions that the ledger shall count as known
 */
export function mergeFile(
  name: string,
  blobs: Blobs,
  taken: ReadonlySet<string> = new Set(),
  known: readonly string[] = [],
): { bytes: Buffer; leftOut: string[] } | undefined {
  if (posix.basename(name) === 'state.json') {
    return { bytes: Buffer.from(mergeState(decoded(blobs, 'utf8'))), leftOut: [] };
  }
  if (!name.endsWith('.jsonl')) {
    return blobs.ours.equals(blobs.theirs) ? { bytes: blobs.ours, leftOut: [] } : undefined;
  }
  // Byte for byte, whatever it is: a damaged line of others must come out as it went in.
  const versions = decoded(blobs, 'latin1');
  const ours = known.length > 0 ? correctLedger(versions, known) : versions.ours;
  const keyOf = isKeyed(name) ? keyOfLine : () => undefined;
  const { text, leftOut } = mergeLines({ ...versions, ours }, keyOf, taken);
  return { bytes: Buffer.from(text, 'latin1'), leftOut };
}

const decoded = ({ base, ours, theirs }: Blobs, encoding: BufferEncoding): Versions => ({
  base: base.toString(encoding),
  ours: ours.toString(encoding),
  theirs: theirs.toString(encoding),
});

const folderOf = (name: string) => posix.dirname(name);
/** Mentions and scores have keys; attempts and published values are lines of their own each. */
const isKeyed = (name: string) => /(^|\/)(mentions|scores)\/[^/]+\.jsonl$/.test(name);

const isOfMentions = (name: string) => /(^|\/)mentions\/[^/]+\.jsonl$/.test(name);
const isLedger = (name: string) => /(^|\/)runs\/[^/]+\.jsonl$/.test(name);
/** It counts what became of the mentions. */
const ledgerLast = (a: string, b: string) => Number(isLedger(a)) - Number(isLedger(b));

/** Keys of the given files in a commit, by folder: a mention may have gone to another month or part. */
async function keysIn(git: Git, commit: string, names: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const name of names.filter(isKeyed)) {
    const keys = found.get(folderOf(name)) ?? new Set();
    for (const line of (await bytesOf(git, await entryOf(git, commit, name)))
      .toString('latin1')
      .split('\n')) {
      const key = keyOfLine(line);
      if (key !== undefined) keys.add(key);
    }
    found.set(folderOf(name), keys);
  }
  return found;
}

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
