/**
 * `node scripts/note-sets.ts FOLDER`: notes what the sets of a folder consist of, as hashes, so that `npm run train -- --fetch` can
 * put them together again. Only where the sets themselves change.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteFile, packSetFiles } from '../collector/enrich/tone/train/fetch/set-files.ts';
import { publicSources } from '../collector/enrich/tone/train/fetch/sources.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('node scripts/note-sets.ts FOLDER');
const files = publicSources
  .flatMap(({ sets }) => sets)
  .flatMap((set) =>
    readdirSync(join(folder, set))
      .filter((name) => name.endsWith('.tsv'))
      .sort()
      .map((name) => noteFile(`${set}/${name}`, readFileSync(join(folder, set, name), 'utf8'))),
  );
const packed = packSetFiles(files);
writeFileSync('collector/enrich/tone/train/fetch/set-files.bin', packed);
console.log(`${files.length} files noted in ${packed.length} bytes`);
