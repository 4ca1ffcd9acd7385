import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { brandSchema } from '../scripts/brand-schema.ts';

it('the JSON Schema of brand.yml is that of the contract (else: npm run schema)', () => {
  expect(readFileSync('data/brand.schema.json', 'utf8')).toBe(brandSchema());
});
