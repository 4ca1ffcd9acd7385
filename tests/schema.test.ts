import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { brandKeys, brandSchema } from '../scripts/brand-schema.ts';

it('the JSON Schema of brand.yml is that of the contract (else: npm run schema)', () => {
  expect(readFileSync('data/brand.schema.json', 'utf8')).toBe(brandSchema());
});

it('data/README.md explains every key of brand.yml (else: npm run schema)', () => {
  expect(readFileSync('data/README.md', 'utf8')).toContain(`<!-- keys -->\n${brandKeys()}\n<!-- /keys -->`);
  const unexplained = brandKeys()
    .split('\n')
    .filter((row) => /\| {2}\|$/.test(row));
  expect(unexplained).toEqual([]);
});
