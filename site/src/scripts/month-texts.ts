import type { Row } from '../view/heard.ts';
import { bytesOf, lastBlock, type Place, rowsInPart, rowsOfPart } from '../view/month-parts.ts';
import { inflated, unzipped } from './unzipped.ts';

/** Reads mentions with their texts from the months of the API: a part at a time, or all of a month where a server gives no parts. */
export class MonthTexts {
  readonly #folder: string;
  readonly #version: string;
  readonly #parts = new Map<number, Promise<Row[]>>();
  readonly #whole = new Map<string, Promise<Row[]>>();

  /** `version` names what was built together: no part of another build's file may be taken for one of this. */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  async row(place: Place): Promise<Row> {
    let part = this.#parts.get(place.partOfAll);
    if (!part) {
      part = this.#read(place);
      part.catch(() => this.#parts.delete(place.partOfAll));
      this.#parts.set(place.partOfAll, part);
    }
    const row = (await part)[place.at];
    if (!row) throw new Error(`no row ${place.at} in a part of ${place.month.file}`);
    return row;
  }

  async #read(place: Place): Promise<Row[]> {
    const { file } = place.month;
    if (!this.#whole.has(file)) {
      const [from, to] = bytesOf(place);
      const text = await this.#fetched(file, { Range: `bytes=${from}-${to}` })
        .then((response) => (response.status === 206 ? response.arrayBuffer() : null))
        .then((bytes) => bytes && inflated([bytes, lastBlock], 'deflate-raw'))
        // A server that says of a part that it is a whole file leaves nothing to read.
        .catch(() => null);
      if (text) return rowsOfPart(new TextDecoder().decode(text));
    }
    return (await this.#month(file)).slice(place.part * rowsInPart, (place.part + 1) * rowsInPart);
  }

  #month(file: string): Promise<Row[]> {
    let month = this.#whole.get(file);
    if (!month) {
      month = this.#fetched(file)
        .then(async (response) => unzipped(new Uint8Array(await response.arrayBuffer())))
        .then((bytes) => (JSON.parse(new TextDecoder().decode(bytes)) as { mentions: Row[] }).mentions);
      month.catch(() => this.#whole.delete(file));
      this.#whole.set(file, month);
    }
    return month;
  }

  async #fetched(file: string, headers: Record<string, string> = {}): Promise<Response> {
    // Parts of one address that go through the cache of a browser wait for each other.
    const response = await fetch(`${this.#folder}${file}?v=${this.#version}`, { headers, cache: 'no-store' });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response;
  }
}
