import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Texts of our own, by language, from a file in which `# de` stands above those of each:
 * `headlines` and `short-texts` were looked at while the detector was chosen and tuned, `held-out` was written afterwards.
 * `short-reviews` are of one to three words, the larger part written after the list of review words.
 * `und`: nothing but names, numbers and marks. `foreign`: languages in Latin letters that are written in others.
 */
export function textsOf(
  name: 'headlines' | 'short-reviews' | 'short-texts' | 'held-out',
): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  let list: string[] = [];
  for (const line of readFileSync(join(import.meta.dirname, `${name}.fixture.txt`), 'utf8').split('\n')) {
    const language = /^# (\w+)$/.exec(line)?.[1];
    if (language !== undefined) {
      list = texts.get(language) ?? [];
      texts.set(language, list);
    } else if (line !== '') list.push(line);
  }
  return texts;
}

export const tenLanguages = 'en es fr de it pt ru zh ja ar'.split(' ');
