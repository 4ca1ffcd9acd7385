import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type About, intents, toneLabels } from '#contract';
import type { Data, Heard } from './data.ts';
import { categoryBrand, contradicted, type FacetKey, opinion, rated, ratingId } from './view/facets.ts';
import type { Row } from './view/heard.ts';
import { idDigits, indexIds } from './view/id-index.ts';
import { mentionRows } from './view/mention-rows.ts';
import { type MonthParts, textsOfMonth } from './view/month-parts.ts';
import { makeFormats } from './view/numbers.ts';
import { headsOf, pack, type Value } from './view/pack.ts';
import { languageName, ratingText } from './view/row-text.ts';
import { textsInFile, toText } from './view/row-texts.ts';
import { indexWords, wordFiles } from './view/word-index.ts';
import { intentsWords, mentionsWords, toneWords, touchpointWords } from './words-mentions.ts';
import { headSize, zipParts } from './zip-parts.ts';

/** All files that the mentions are read from: those of the explorer, and the months of the API. Made once a build. */
export type MentionFiles = {
  rows: Row[];
  /** The packed facets, not compressed. */
  packed: Uint8Array;
  /** The folder of the explorer's files: its name changes with what they hold, so that no two builds mix. */
  folder: string;
  months: { month: string; count: number; file: string }[];
  cut: Cut;
  names: string[];
  make(name: string): Uint8Array<ArrayBuffer>;
};

/** How the files are cut. */
export type Cut = { textsInFile: number; wordFiles: number; idDigits: number };
export type Manifest = Cut & {
  v: 1;
  asOf: string;
  mentions: number;
  files: { file: string; bytes: number }[];
};

/** Told by the folder's name too: a script never reads files of another form, which a browser or a server may still hold. */
const formOfFiles = '2';

const made = new WeakMap<readonly Heard[], MentionFiles>();

/** The files of some data; the same mentions give the same object. */
export function mentionFiles(data: Data & { about: About }): MentionFiles {
  const known = made.get(data.mentions);
  if (known) return known;
  const files = makeFiles(data);
  made.set(data.mentions, files);
  return files;
}

function makeFiles({ about, mentions }: Data & { about: About }): MentionFiles {
  const { rows, months, files: listed } = mentionRows(about, mentions);
  const monthFiles = new Map<string, Uint8Array<ArrayBuffer>>();
  const parts: MonthParts[] = [];
  for (const { month, file } of listed) {
    if (!file.endsWith('.gz')) continue;
    const zip = zipMonth(file, month, months.get(month) ?? []);
    monthFiles.set(file, zip.bytes);
    parts.push(zip.parts);
  }
  const packed = pack(rows, knownValues(about, rows), parts.length > 0 ? parts : null);
  const hash = createHash('sha256').update(formOfFiles).update(packed);
  for (const { id } of rows) hash.update(id);
  const folder = `explorer/${hash.digest('hex').slice(0, 12)}`;
  const cut: Cut = {
    textsInFile,
    wordFiles: wordFiles(rows.length),
    idDigits: idDigits(rows.length),
  };

  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  files.set('facets.bin.gz', new Uint8Array(gzipSync(packed, { level: 9 })));
  // Where the months are compressed, the explorer reads the texts there.
  if (parts.length === 0)
    for (let at = 0; at * textsInFile < rows.length; at++) {
      const part = rows.slice(at * textsInFile, (at + 1) * textsInFile);
      files.set(`texts/${at}.json.gz`, zipped(JSON.stringify(part.map(toText))));
    }
  for (const [at, file] of indexWords(rows, cut.wordFiles).entries())
    files.set(`words/${at}.bin.gz`, zipped(file));
  for (const [name, file] of indexIds(rows, headsOf(rows), cut.idDigits))
    files.set(`ids/${name}.json.gz`, zipped(JSON.stringify(file)));
  const manifest: Manifest = {
    v: 1,
    asOf: about.asOf,
    mentions: rows.length,
    ...cut,
    files: [...files].map(([file, { length }]) => ({ file, bytes: length })),
  };

  const make = (name: string): Uint8Array<ArrayBuffer> => {
    if (name === `${folder}/manifest.json`) return bytesOf(manifest);
    const month = name.slice(0, 7);
    return (
      monthFiles.get(name) ??
      files.get(name.slice(folder.length + 1)) ??
      bytesOf({ v: 1, month, mentions: months.get(month) ?? [] })
    );
  };
  return {
    rows,
    packed,
    folder,
    cut,
    months: listed,
    names: [
      ...listed.map(({ file }) => file),
      `${folder}/manifest.json`,
      ...[...files.keys()].map((file) => `${folder}/${file}`),
    ],
    make,
  };
}

const zipped = (bytes: Uint8Array | string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(gzipSync(bytes, { level: 9 }));
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** A month as one file that is read whole or in parts. */
function zipMonth(file: string, month: string, rows: readonly Row[]) {
  const { before, parts, after } = textsOfMonth(month, rows);
  const { file: bytes, sizes } = zipParts([before, ...parts, after]);
  const [lead = 0] = sizes;
  return {
    bytes,
    parts: {
      file,
      rows: rows.length,
      before: headSize + lead,
      sizes: sizes.slice(1, -1),
    } satisfies MonthParts,
  };
}

/** The values of the facets that the config and the words of the pages name, in the order to show them in. */
function knownValues(about: About, rows: readonly Row[]): Partial<Record<FacetKey, Value[]>> {
  const formats = makeFormats(about.time.locale, about.time.zone);
  const ratings = new Map(rows.flatMap(({ rating }) => (rating ? [[ratingId(rating), rating]] : [])));
  const langs = [...new Set(rows.map(({ lang }) => lang))];
  const named = (names: Readonly<Record<string, string>>, ids: Iterable<string>): Value[] =>
    [...ids].map((id) => ({ id, name: Object.hasOwn(names, id) ? (names[id] ?? id) : id }));
  return {
    brand: [
      ...about.brands.map(({ id, name }) => ({ id, name })),
      ...(rows.some(({ brand }) => brand === null)
        ? [{ id: categoryBrand, name: mentionsWords.category }]
        : []),
    ],
    tone: named(toneWords, toneLabels),
    theme: about.themes.map(({ id, name }) => ({ id, name })),
    touchpoint: named(touchpointWords, new Set(about.themes.flatMap(({ touchpoint = [] }) => touchpoint))),
    intent: named(intentsWords, intents),
    rating: [
      ...[...ratings]
        .sort(([, a], [, b]) => b.of - a.of || b.value - a.value)
        .map(([id, rating]) => ({ id, name: ratingText(rating, formats) })),
      { id: contradicted, name: mentionsWords.contradicted },
      { id: rated, name: mentionsWords.rated },
      { id: opinion, name: mentionsWords.opinion },
    ],
    segment: (about.segments ?? []).map(({ id, name = id }) => ({ id, name })),
    source: about.sources
      .filter(({ countsOnly }) => !countsOnly)
      .map(({ id, label }) => ({ id, name: label })),
    group: about.groups.map((id) => ({ id, name: id })),
    lang: langs.map((id) => ({ id, name: languageName(id) ?? (id === 'und' ? mentionsWords.untold : id) })),
  };
}
