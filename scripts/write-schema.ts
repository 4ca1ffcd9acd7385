/** Writes what follows from the contract: `data/brand.schema.json` for editors, and the table of keys in `data/README.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brandKeys, brandSchema } from './brand-schema.ts';

writeFileSync('data/brand.schema.json', brandSchema());
const readme = readFileSync('data/README.md', 'utf8');
writeFileSync(
  'data/README.md',
  readme.replace(/(?<=<!-- keys -->\n)[\s\S]*?(?=\n<!-- \/keys -->)/, brandKeys),
);
console.log('data/brand.schema.json and the keys in data/README.md are written');
