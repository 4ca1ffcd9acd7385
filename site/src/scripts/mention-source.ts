import type { Row } from '../view/heard.ts';
import { type IdFile, idFileOf, idKey, isId } from '../view/id-index.ts';
import { placeOf } from '../view/month-parts.ts';
import { type Pack, unpack } from '../view/pack.ts';
import { type RowText, rowOf } from '../view/row-texts.ts';
import type { Term } from '../view/text-words.ts';
import { fileOf, rowsWith } from '../view/word-index.ts';
import { MonthTexts } from './month-texts.ts';
import { unzipped } from './unzipped.ts';

/** Reads the explorer's files as they are needed, each once; one that could not be had is asked for again the next time. */
export class MentionSource {
  readonly #folder: string;
  readonly #cut: { textsInFile: number; wordFiles: number; idDigits: number };
  readonly #files = new Map<string, Promise<Uint8Array>>();
  readonly #texts = new Map<number, Promise<RowText[]>>();
  readonly #months: MonthTexts;
  #pack: Promise<Pack> | undefined;

  constructor(folder: string, cut: { textsInFile: number; wordFiles: number; idDigits: number }) {
    this.#folder = folder;
    this.#cut = cut;
    // The folder is that of this build below the months, and bears a name of its own.
    this.#months = new MonthTexts(`${folder}../../`, folder.split('/').at(-2) ?? '');
  }

  pack(): Promise<Pack> {
    this.#pack ??= this.#bytes('facets.bin.gz').then(unpack);
    this.#pack.catch(() => {
      this.#pack = undefined;
    });
    return this.#pack;
  }

  /** One mention with its text. */
  async row(pack: Pack, at: number): Promise<Row> {
    if (pack.months) return this.#months.row(placeOf(pack.months, at));
    const texts = await this.#textsOf(this.fileOfRow(pack, at));
    const text = texts[at % this.#cut.textsInFile];
    if (!text) throw new Error(`no text of mention ${at}`);
    return rowOf(pack, at, text);
  }

  /** The number of the file, or of the part of one, that a row's text is in. */
  fileOfRow({ months }: Pack, at: number): number {
    return months ? placeOf(months, at).partOfAll : Math.floor(at / this.#cut.textsInFile);
  }

  #words({ text }: Term): Promise<Uint8Array> {
    return this.#bytes(`words/${fileOf(text, this.#cut.wordFiles)}.bin.gz`);
  }

  /** Asks for the files of words while the pack is on its way; whoever then reads them hears of what went wrong. */
  readAhead(terms: readonly Term[]): void {
    for (const term of terms) this.#words(term).catch(() => undefined);
  }

  /** Marks with 1 the rows that hold a word for each term. */
  async among(pack: Pack, terms: readonly Term[]): Promise<Uint8Array> {
    const found = await Promise.all(
      terms.map(async (term) => rowsWith(await this.#words(term), term, pack.count)),
    );
    const [first = new Uint8Array(pack.count), ...rest] = found;
    for (const one of rest)
      for (let at = 0; at < first.length; at++) first[at] = (first[at] ?? 0) & (one[at] ?? 0);
    return first;
  }

  /** Marks with 1 the mentions of these ids, or of these stories; `missing` where there is none of one of them. */
  async named(
    pack: Pack,
    ids: readonly string[],
    kind: keyof IdFile,
  ): Promise<{ rows: Uint8Array; missing: boolean }> {
    const rows = new Uint8Array(pack.count);
    let missing = false;
    await Promise.all(
      ids.map(async (id) => {
        const bytes = await this.#bytes(`ids/${idFileOf(id, this.#cut.idDigits)}.json.gz`);
        const file = JSON.parse(new TextDecoder().decode(bytes)) as IdFile;
        const key = idKey(id, this.#cut.idDigits);
        const found = isId.test(id) && Object.hasOwn(file[kind], key) ? (file[kind][key] ?? []) : [];
        if (found.length === 0) missing = true;
        for (const at of found) rows[at] = 1;
      }),
    );
    if (kind === 'stories') {
      // The file names the newest of each brand; the others are told by it.
      const heads = new Set(Array.from(rows.entries()).flatMap(([at, one]) => (one === 1 ? [at] : [])));
      for (const [at, head] of pack.heads.entries()) if (heads.has(head)) rows[at] = 1;
    }
    return { rows, missing };
  }

  #textsOf(file: number): Promise<RowText[]> {
    let texts = this.#texts.get(file);
    if (!texts) {
      texts = this.#bytes(`texts/${file}.json.gz`).then(
        (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as RowText[],
      );
      texts.catch(() => this.#texts.delete(file));
      this.#texts.set(file, texts);
    }
    return texts;
  }

  #bytes(file: string): Promise<Uint8Array> {
    let bytes = this.#files.get(file);
    if (!bytes) {
      bytes = fetch(this.#folder + file).then(async (response) => {
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        return unzipped(new Uint8Array(await response.arrayBuffer()));
      });
      bytes.catch(() => this.#files.delete(file));
      // Texts are kept as rows, once.
      if (!file.startsWith('texts/')) this.#files.set(file, bytes);
    }
    return bytes;
  }
}
