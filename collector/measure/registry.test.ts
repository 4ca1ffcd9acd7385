import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registry } from './registry.ts';

const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

test('no two figures have the same id, and the method bears it', () => {
  const ids = registry.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, method } of registry) expect(method).toMatch(new RegExp(`^${id}@\\d+$`));
});

for (const { id, title, question, formula, limits, unit, basis, proxy } of registry) {
  test(`data/README.md defines ${id} in the words that the figure carries`, () => {
    for (const words of [`\`${id}\` ${title}`, question, formula, limits, unit, basis]) {
      expect(readme).toContain(words.replace(/\s+/g, ' '));
    }
    if (proxy) expect(readme).toContain(`${unit}; \`n\` counts ${basis}; a proxy`);
  });
}
