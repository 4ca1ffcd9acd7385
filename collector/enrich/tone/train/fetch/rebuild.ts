import type { Lines } from './read-lines.ts';
import { hashOfLine, type SetFile, sha256Of } from './set-files.ts';

/** The text of a file, its bytes the same as those that the weights were made from; or why it could not be had. */
export type Rebuilt = { file: string; text: string } | { file: string; why: string };

/** Ways to read a file that are tried where two lines have the same hash of 32 bits. */
const mostWays = 4096;

/** Every way to choose one of several lines. */
function* ways(options: readonly (readonly string[])[], at = 0): Generator<string[]> {
  if (at === options.length) {
    yield [];
    return;
  }
  for (const rest of ways(options, at + 1)) for (const one of options[at] ?? []) yield [one, ...rest];
}

/** Puts files of sets together from lines that may be of them: those whose hashes are noted, in the order noted. */
export function rebuild(files: readonly SetFile[], candidates: Lines): Rebuilt[] {
  const byHash = new Map<number, string[]>();
  const wanted = new Set(files.flatMap(({ lines }) => Array.from(lines)));
  for (const line of new Set(['', ...candidates])) {
    const hash = hashOfLine(line);
    if (wanted.has(hash)) byHash.set(hash, [...(byHash.get(hash) ?? []), line]);
  }
  return files.map(({ file, sha256, lines }) => {
    const found = Array.from(lines, (hash) => byHash.get(hash) ?? []);
    const missing = found.filter(({ length }) => length === 0).length;
    if (missing > 0)
      return { file, why: `${missing} of its ${lines.length} lines are not at the public address` };
    const open = found.flatMap((options, at) => (options.length > 1 ? [at] : []));
    const chosen = found.map(([first = '']) => first);
    let tried = 0;
    for (const way of ways(open.map((at) => found[at] ?? []))) {
      for (const [place, at] of open.entries()) chosen[at] = way[place] ?? '';
      const text = chosen.join('\n');
      if (sha256Of(text) === sha256) return { file, text };
      tried += 1;
      if (tried === mostWays) break;
    }
    return { file, why: 'its lines are there, but the whole is not the same' };
  });
}
