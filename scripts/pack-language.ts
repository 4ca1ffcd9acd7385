/**
 * `node scripts/pack-language.ts`: writes collector/enrich/language/ngrams.bin from the n-grams of the package eld, as installed. To
 * be run after a new version of the package; a test holds the two together.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Posting, packNgrams } from '../collector/enrich/language/ngram-table.ts';

const size = 'large';
const out = 'collector/enrich/language/ngrams.bin';
const folder = new URL('../node_modules/eld/', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string };
type Data = { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> };
const { ngramsData } = (await import(new URL(`src/ngrams/${size}.js`, folder).href)) as { ngramsData: Data };
const { dictionary } = (await import(new URL('src/dictionary.js', folder).href)) as { dictionary: string[] };

// The package writes a byte that is no ASCII as a letter of its own; its dictionary has them by byte.
const byteOf = new Map(
  dictionary
    .map((letter, byte) => [letter, byte] as const)
    .filter(([letter, byte]) => byte >= 0x80 && letter !== ' '),
);
const keyOf = (ngram: string) =>
  Array.from(ngram).reduce((key, letter) => key * 256 + (byteOf.get(letter) ?? letter.charCodeAt(0)), 0);

const postings = new Map(
  Object.entries(ngramsData.ngrams)
    .map(([ngram, weights]): [number, Posting[]] => [
      keyOf(ngram),
      Object.entries(weights).map(([language, weight]): Posting => [Number(language), weight]),
    ])
    .sort(([a], [b]) => a - b),
);
const packed = packNgrams({
  from: `eld@${version} ${size}`,
  languages: Object.values(ngramsData.languages),
  postings,
});
writeFileSync(out, packed);
console.log(`${out}: ${packed.length} bytes, sha256 ${createHash('sha256').update(packed).digest('hex')}`);
