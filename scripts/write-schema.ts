/** Writes what follows from the code: `data/brand.schema.json` for editors, and in `data/README.md` the table of keys and the figures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brandKeys, brandSchema } from './brand-schema.ts';
import { figureDocs } from './figure-docs.ts';

writeFileSync('data/brand.schema.json', brandSchema());
const readme = readFileSync('data/README.md', 'utf8')
  .replace(/(?<=<!-- keys -->\n)[\s\S]*?(?=\n<!-- \/keys -->)/, brandKeys)
  .replace(/(?<=<!-- figures -->\n\n)[\s\S]*?(?=\n\n<!-- \/figures -->)/, figureDocs);
writeFileSync('data/README.md', readme);
console.log('data/brand.schema.json, and the keys and figures in data/README.md, are written');
