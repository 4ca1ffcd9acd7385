import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/**
 * Lines that may be of a set: `label<TAB>text`, or `label<TAB>from<TAB>to<TAB>target<TAB>sentence`. With every label: which of them
 * is in a set is known by the hashes of its lines.
 */
export type Lines = string[];

const labels = ['neg', 'neu', 'pos'];
/** A text on one line, in the ways that its line's ends may have been taken for blanks. */
const onOneLine = (text: string): string[] =>
  Array.from(
    new Set(
      [/[\r\n]+/g, /\r?\n/g].map((ends) => text.replace(ends, ' ')).flatMap((one) => [one, one.trim()]),
    ),
  );
const whole = (text: string): Lines =>
  onOneLine(text).flatMap((one) => labels.map((label) => `${label}\t${one}`));
const toward = (name: string, from: number, to: number, sentence: string): Lines =>
  onOneLine(sentence).flatMap((one) =>
    // A name with a line's end in it makes two lines.
    labels.flatMap((label) => `${label}\t${from}\t${to}\t${name}\t${one}`.split('\n')),
  );

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
/** A text in all encodings that it may be in: some old files are not in UTF-8 throughout. */
function textsOf(bytes: Uint8Array): string[] {
  try {
    return [new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
  } catch {
    return [textOf(bytes), new TextDecoder('windows-1252').decode(bytes)];
  }
}

/** A file of columns with tabs between, and quotation marks that mean nothing: the texts are in one of them. */
export const tabTexts =
  (column: number) =>
  (bytes: Uint8Array): Lines =>
    textsOf(bytes)
      .flatMap((text) => text.split('\n'))
      .flatMap((line) => {
        const text = line.split('\t')[column];
        return text === undefined || text.trim() === '' ? [] : whole(text);
      });

const rowsOf = (bytes: Uint8Array): Record<string, string>[] => {
  const text = textOf(bytes);
  const delimiter = text.slice(0, text.indexOf('\n')).includes('\t') ? '\t' : ',';
  return parse(text, {
    columns: true,
    delimiter,
    quote: delimiter === ',' ? '"' : null,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
};

/** Headlines of GoodNewsEveryone, which come as a table and as JSON lines. */
export function headlines(bytes: Uint8Array, name: string): Lines {
  const rows: { headline?: unknown }[] = name.endsWith('.jsonl')
    ? textOf(bytes)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line))
    : rowsOf(bytes);
  return rows.flatMap(({ headline }) => (typeof headline === 'string' ? whole(headline) : []));
}

/** Code points before a place in code units. */
const pointsBefore = (text: string, at: number): number => Array.from(text.slice(0, at)).length;

/** Where a name stands in a title; its first place in any case is that of the set, though "US" is then found in "focus". */
function placesOf(name: string, title: string): number[] {
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? [] : [at];
}

/** SEntFiN: `Title`, and under `Decisions` a list of names and tones as Python writes it. */
export const sentfinLines = (bytes: Uint8Array): Lines =>
  rowsOf(bytes).flatMap(({ Title: title = '', Decisions: decisions = '' }) => {
    const named = Array.from(decisions.matchAll(/(['"])(.*?)\1: *['"]\w+['"]/g), ([, , name = '']) => name);
    return [
      ...whole(title),
      ...named.flatMap((name) =>
        placesOf(name, title).flatMap((at) =>
          toward(name, pointsBefore(title, at), pointsBefore(title, at + name.length), title),
        ),
      ),
    ];
  });

type News = { mention: string; from: number; to: number; sentence: string };
const isNews = (value: unknown): value is News =>
  typeof value === 'object' &&
  value !== null &&
  'mention' in value &&
  'sentence' in value &&
  typeof value.mention === 'string' &&
  typeof value.sentence === 'string' &&
  'from' in value &&
  'to' in value;

/** NewsMTSC: JSON lines of a sentence, a name in it and where it stands. */
export const newsLines = (bytes: Uint8Array): Lines =>
  textOf(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const value: unknown = JSON.parse(line);
      if (!isNews(value)) throw new Error('a line holds no sentence with a name in it');
      return [...whole(value.sentence), ...toward(value.mention, value.from, value.to, value.sentence)];
    });

/** MAMS: sentences in XML, each with the words that its tones are toward. */
export function mamsLines(bytes: Uint8Array): Lines {
  const lines: Lines = [];
  let sentence = '';
  let within = false;
  const parser = new Parser(
    {
      onopentag(name, { term, from, to }) {
        within = name === 'text';
        if (within) sentence = '';
        if (name === 'aspectTerm' && term !== undefined)
          lines.push(...toward(term, Number(from), Number(to), sentence));
      },
      ontext(text) {
        if (within) sentence += text;
      },
      onclosetag() {
        within = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(textOf(bytes));
  return lines;
}

/** Largest file that is taken out of an archive, so that no small archive fills the memory. */
const largestFile = 100_000_000;

/** The files of a zip archive whose names are as wanted, read one by one. What macOS puts beside them is left out. */
export const zipped =
  (wanted: RegExp, read: (bytes: Uint8Array, name: string) => Lines) =>
  (bytes: Uint8Array): Lines => {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        wanted.test(name) && !name.startsWith('__MACOSX/') && originalSize <= largestFile,
    });
    return Object.entries(files).flatMap(([name, file]) => read(file, name));
  };
