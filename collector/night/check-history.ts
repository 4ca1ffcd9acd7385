import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asked, type Environment, entries, type Git, gitIn, told } from './git.ts';
import { forgottenIn, type IsForgotten, keyOfLine } from './merge-night.ts';

/** A fact that is not what it once was: where it stands now (`line` 0 where it is gone), and since when. */
export type ChangedFact = { file: string; line: number; why: string };

/** Folders whose lines never change. Scores do: they are judgements. */
const factual = ['mentions', 'signals', 'runs', 'published'];

/**
 * Facts are only added to: a line that git once had must still be there, byte for byte. Looks at what is not committed,
 * and at every commit that took a line away. Not named is what `forget` did: a mention that is noted as forgotten, and one
 * that lost nothing but its words and link.
 * `shallow` is true where not all of the history is here; nothing is found where there is no repository.
 */
export async function changedFacts(
  dir: string,
  env: Environment,
): Promise<{ changed: ChangedFact[]; shallow: boolean }> {
  const git = gitIn(dir, env);
  const prefix = await asked(git, ['rev-parse', '--show-prefix']);
  const head = await asked(git, ['rev-parse', '--verify', '-q', 'HEAD']);
  if (prefix === undefined || head === undefined) return { changed: [], shallow: false };
  const now = standing(dir);
  const isMarked = forgottenIn([textOf(join(dir, 'forgotten.jsonl'))]);
  const lost = [...(await lostSinceHead(git)), ...(await lostInHistory(git))];
  // Newest first, so that what was first written comes last. Where that stands again, an edit was taken back.
  const first = new Map(lost.map(({ file, text }) => [placeKey(file.slice(prefix.length), text), text]));
  const seen = new Set<string>();
  const changed = lost.flatMap(({ file, text, when }) => {
    const name = file.slice(prefix.length);
    const original = first.get(placeKey(name, text)) ?? text;
    if (seen.has(`${name}\n${text}`) || isThere(original, name, now.lines, isMarked)) return [];
    seen.add(`${name}\n${text}`);
    const place = now.places.get(placeKey(name, text));
    const what = keyOfLine(text)?.trim() ?? text.slice(0, 60);
    const why = place
      ? `is not what it was (${what}): it was changed ${when}; facts are never changed by hand`
      : `lacks a line that it had (${what}): it was taken out ${when}, and not by \`forget\``;
    return [{ file: place?.file ?? name, line: place?.line ?? 0, why }];
  });
  const shallow = (await asked(git, ['rev-parse', '--is-shallow-repository'])) === 'true';
  return { changed, shallow };
}

type Lost = { file: string; text: string; when: string };

const under = ['--', ...factual];

async function lostSinceHead(git: Git): Promise<Lost[]> {
  const diff = await told(git, [
    'diff',
    '-U0',
    '--no-color',
    '--no-ext-diff',
    '--no-renames',
    'HEAD',
    ...under,
  ]);
  return removedLines(diff, 'since the last commit');
}

/** Commits that only add lines, as nights do, are not looked into: that keeps years of them cheap. */
async function lostInHistory(git: Git): Promise<Lost[]> {
  const log = ['log', '--format=%x00%H %cs', '--numstat', '--no-renames', '--diff-merges=first-parent'];
  const found: Lost[] = [];
  for (const entry of entries(await told(git, [...log, ...under]))) {
    const [head = '', ...stats] = entry.split('\n').filter(Boolean);
    if (!stats.some((stat) => /^(?:\d+\t[1-9]|-\t)/.test(stat))) continue;
    const [commit = '', day = ''] = head.split(' ');
    const show = ['show', '--format=', '-U0', '--text', '--no-color', '--no-ext-diff', '--no-renames'];
    const diff = await told(git, [...show, '--diff-merges=first-parent', commit, ...under]);
    found.push(...removedLines(diff, `on ${day} (commit ${commit.slice(0, 10)})`));
  }
  return found;
}

function removedLines(diff: string, when: string): Lost[] {
  const found: Lost[] = [];
  let file = '';
  let isHead = true;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) isHead = true;
    else if (line.startsWith('@@ ')) isHead = false;
    else if (isHead && line.startsWith('--- a/')) file = line.slice('--- a/'.length);
    // A damaged line that is gone was mended.
    else if (!isHead && line.startsWith('-{') && isWhole(line.slice(1)))
      found.push({ file, text: line.slice(1), when });
  }
  return found;
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a line that was taken away stands somewhere in its folder, or went as lines may go. */
function isThere(text: string, name: string, lines: ReadonlySet<string>, isMarked: IsForgotten): boolean {
  const folder = folderOf(name);
  if (lines.has(`${folder}\n${text}`) || lines.has(`${folder}\n${text.replace(/\r$/, '')}`)) return true;
  if (folder !== 'mentions') return false;
  return isMarked(text) || lines.has(`${folder}\n${JSON.stringify({ ...JSON.parse(text), ...noWords })}`);
}

/** As `forget --before` leaves them, in the order that they stand in. */
const noWords = { url: null, title: '', excerpt: '' };

const folderOf = (name: string) => name.slice(0, name.indexOf('/'));
const placeKey = (name: string, text: string) => `${folderOf(name)}\n${keyOfLine(text) ?? text}`;

/** All factual lines as they stand now, and where each key stands. */
function standing(dir: string): { lines: Set<string>; places: Map<string, { file: string; line: number }> } {
  const lines = new Set<string>();
  const places = new Map<string, { file: string; line: number }>();
  for (const folder of factual) {
    for (const name of namesIn(dir, folder)) {
      const file = `${folder}/${name}`;
      for (const [at, text] of textOf(join(dir, file)).split('\n').entries()) {
        lines.add(`${folder}\n${text}`);
        const key = folder === 'mentions' ? keyOfLine(text) : undefined;
        if (key !== undefined) places.set(`${folder}\n${key}`, { file, line: at + 1 });
      }
    }
  }
  return { lines, places };
}

const namesIn = (dir: string, folder: string): string[] =>
  existsSync(join(dir, folder))
    ? readdirSync(join(dir, folder)).filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
    : [];

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
