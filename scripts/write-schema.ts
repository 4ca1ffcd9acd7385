/** Writes `data/brand.schema.json`, by which editors check and complete `brand.yml`. */
import { writeFileSync } from 'node:fs';
import { brandSchema } from './brand-schema.ts';

writeFileSync(new URL('../data/brand.schema.json', import.meta.url), brandSchema());
console.log('data/brand.schema.json is written');
