/** By hand: `node tests/browser/write-fixture.ts <folder> <variant>` writes a data folder to build the site from. */
import { type Variant, writeFixture } from './fixture.ts';

const [dir, variant = 'hostile'] = process.argv.slice(2);
if (!dir) throw new Error('which folder?');
writeFixture(dir, variant as Variant);
