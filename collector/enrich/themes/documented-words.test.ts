import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultThemes } from './default-themes.ts';
import { themeFinder } from './find-themes.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../data/README.md'), 'utf8');
const table = readme.split('<!-- words -->')[1]?.split('<!-- /words -->')[0] ?? '';
const rows = table
  .trim()
  .split('\n')
  .slice(2)
  .map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(2, 5)
      .map((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, said = '']) => said.replaceAll('\\|', '|'))),
  );

test.each(rows.map(([word = [], finds = [], misses = []]) => ({ word: word[0] ?? '', finds, misses })))(
  'data/README.md is right about $word',
  ({ word, finds, misses }) => {
    const find = themeFinder([{ id: 'own', words: [word] }]);
    for (const text of finds) expect(find(text), text).not.toEqual([]);
    for (const text of misses) expect(find(text), text).toEqual([]);
  },
);

test('data/README.md names every shipped theme with its lens and touchpoint', () => {
  for (const { id, name, lens, touchpoint } of defaultThemes)
    expect(readme).toContain(`| \`${id}\` | ${name} | ${lens} | ${touchpoint} |`);
});
