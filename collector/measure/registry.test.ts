import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figureDocs } from '../../scripts/figure-docs.ts';
import { registry } from './registry.ts';

const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');

test('no two figures have the same id, and the method bears it', () => {
  const ids = registry.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, method } of registry) expect(method).toMatch(new RegExp(`^${id}@\\d+$`));
});

test('data/README.md defines every figure in the words that the figure carries (else: npm run schema)', () => {
  expect(readme).toContain(`<!-- figures -->\n\n${figureDocs()}\n\n<!-- /figures -->`);
  for (const { formula, limits } of registry)
    expect(figureDocs()).toContain(`- ${formula}\n- Limits: ${limits}`);
});
