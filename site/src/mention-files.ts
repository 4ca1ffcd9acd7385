import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type About, intents, type Rating, toneLabels } from '#contract';
import { clearUpAfter } from './clear-up.ts';
import type { Data, Heard } from './data.ts';
import { categoryBrand, contradicted, type FacetKey, opinion, rated, ratingId } from './view/facets.ts';
import type { Row } from './view/heard.ts';
import { idDigits, indexIds } from './view/id-index.ts';
import { mentionRows } from './view/mention-rows.ts';
import { type MonthParts, textsOfMonth } from './view/month-parts.ts';
import { makeFormats } from './view/numbers.ts';
import { Packer, type Value } from './view/pack.ts';
import { hasWords, languageName, ratingText } from './view/row-text.ts';
import { textsInFile, toText } from './view/row-texts.ts';
import { WordIndex, wordFiles } from './view/word-index.ts';
import { intentsWords, mentionsWords, toneWords, touchpointWords } from './words-mentions.ts';
import { headSize, zipParts } from './zip-parts.ts';

/** All files that the mentions are read from: those of the explorer, and the months of the API. Made once a build. */
export type MentionFiles = {
  count: number;
  /** Mentions that hold no word. */
  wordless: number;
  /** The rows at these places, newest first. */
  rowsAt(places: readonly number[]): Row[];
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
const formOfFiles = '3';

const made = new WeakMap<readonly Heard[], MentionFiles>();

/** The files of some data; the same mentions give the same object. */
export function mentionFiles(data: Data & { about: About }): MentionFiles {
  const known = made.get(data.mentions);
  if (known) return known;
  const files = makeFiles(data);
  made.set(data.mentions, files);
  return files;
}

/** Goes through the mentions once, a month at a time, so that no more than a month of rows is held. */
function makeFiles({ about, mentions }: Data & { about: About }): MentionFiles {
  const { count, months, files: listed, rowsOf } = mentionRows(about, mentions);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const monthFiles = new Map<string, Uint8Array<ArrayBuffer>>();
  const parts: MonthParts[] = [];
  const packer = new Packer();
  const words = new WordIndex();
  const ratings = new Map<string, Rating>();
  const named: { id: string; story: string }[] = [];
  let wordless = 0;
  for (const { month, file } of listed) {
    const rows = rowsOf(months.get(month) ?? []);
    for (const row of rows) {
      packer.add(row);
      words.add(row);
      named.push({ id: row.id, story: row.story });
      if (row.rating) ratings.set(ratingId(row.rating), row.rating);
      if (!hasWords(row)) wordless++;
    }
    if (!file.endsWith('.gz')) continue;
    const zip = zipMonth(file, month, rows);
    monthFiles.set(file, zip.bytes);
    parts.push(zip.parts);
    clearUpAfter(zip.bytes.length);
  }
  const packed = packer.bytes(
    knownValues(about, packer, ratings),
    parts.length > 0 ? parts : null,
    about.sources.filter(({ brand }) => brand !== undefined).map(({ id }) => id),
  );
  const hash = createHash('sha256').update(formOfFiles).update(packed);
  for (const { id } of mentions) hash.update(id);
  const folder = `explorer/${hash.digest('hex').slice(0, 12)}`;
  const cut: Cut = { textsInFile, wordFiles: wordFiles(count), idDigits: idDigits(count) };

  files.set('facets.bin.gz', new Uint8Array(gzipSync(packed, { level: 9 })));
  // Where the months are compressed, the explorer reads the texts there.
  if (parts.length === 0)
    for (let at = 0; at * textsInFile < count; at++) {
      const rows = rowsOf(mentions.slice(at * textsInFile, (at + 1) * textsInFile));
      files.set(`texts/${at}.json.gz`, zipped(JSON.stringify(rows.map(toText))));
    }
  for (const [at, file] of words.files(cut.wordFiles).entries())
    files.set(`words/${at}.bin.gz`, zipped(file));
  for (const [name, file] of indexIds(named, packer.heads(), cut.idDigits))
    files.set(`ids/${name}.json.gz`, zipped(JSON.stringify(file)));
  const manifest: Manifest = {
    v: 1,
    asOf: about.asOf,
    mentions: count,
    ...cut,
    files: [...files].map(([file, { length }]) => ({ file, bytes: length })),
  };

  const make = (name: string): Uint8Array<ArrayBuffer> => {
    if (name === `${folder}/manifest.json`) return bytesOf(manifest);
    const month = name.slice(0, 7);
    return (
      monthFiles.get(name) ??
      files.get(name.slice(folder.length + 1)) ??
      bytesOf({ v: 1, month, mentions: rowsOf(months.get(month) ?? []) })
    );
  };
  return {
    count,
    wordless,
    rowsAt: (places) => rowsOf(places.flatMap((at) => mentions[at] ?? [])),
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
function knownValues(
  about: About,
  packer: Packer,
  ratings: ReadonlyMap<string, Rating>,
): Partial<Record<FacetKey, Value[]>> {
  const formats = makeFormats(about.time.locale, about.time.zone);
  const langs = packer.idsOf('lang');
  const named = (names: Readonly<Record<string, string>>, ids: Iterable<string>): Value[] =>
    [...ids].map((id) => ({ id, name: Object.hasOwn(names, id) ? (names[id] ?? id) : id }));
  return {
    brand: [
      ...about.brands.map(({ id, name }) => ({ id, name })),
      ...(packer.idsOf('brand').includes(categoryBrand)
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
