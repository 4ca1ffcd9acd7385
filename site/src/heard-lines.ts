import type { Mention, Score, Tone } from '#contract';
import type { Heard } from './data.ts';

/** Where a line stands in a file. */
export type Place = { file: string; at: number; length: number };
/** Fills memory with bytes of a file from some place on; gives how many, fewer where the file ends before. */
export type ReadBytes = (place: Pick<Place, 'file' | 'at'>, into: Buffer) => number;

type Whole = { mention: Mention; score: Score | null };

/** Lines that lie near each other in a file are asked for one after the other. */
const windowBytes = 262_144;
/** Windows kept: those of the months of facts and judgements at a border between two. */
const mostWindows = 4;
/** Mentions that are quoted on a page are quoted on the next. */
const mostKept = 2_000;

/** Reads lines again when they are asked for, so that a hundred thousand mentions are not held by a build that quotes a few hundred. */
export class LineReader {
  readonly #read: ReadBytes;
  readonly #windows: (Place & { memory: Buffer })[] = [];
  readonly #kept = new Map<HeardLine, Whole>();

  constructor(read: ReadBytes) {
    this.#read = read;
  }

  whole(line: HeardLine, mention: Place, score: Place | null): Whole {
    const known = this.#kept.get(line);
    if (known) return known;
    const whole = {
      mention: this.#parsed<Mention>(mention, line),
      score: score && this.#parsed<Score>(score, line),
    };
    this.#kept.set(line, whole);
    const [oldest] = this.#kept.keys();
    if (oldest && this.#kept.size > mostKept) this.#kept.delete(oldest);
    return whole;
  }

  /** A line that kept the contract when it was read first. */
  #parsed<T extends Pick<Mention, 'id' | 'brand'>>(place: Place, line: Pick<Mention, 'id' | 'brand'>): T {
    const read = parse(this.#textAt(place)) as T | undefined;
    if (read?.id === line.id && read.brand === line.brand) return read;
    throw new Error(`${place.file} was changed while it was read: build the pages again`);
  }

  #textAt({ file, at, length }: Place): string {
    let window = this.#windows.find(
      (one) => one.file === file && one.at <= at && at + length <= one.at + one.length,
    );
    if (!window) {
      const from = Math.max(0, at - (windowBytes >> 1));
      const wanted = Math.max(windowBytes, at + length - from);
      // Of the same memory again and again: what is thrown away is tens of megabytes before it is cleared up.
      const spent = this.#windows.length === mostWindows ? this.#windows.pop()?.memory : undefined;
      const memory = spent && spent.length >= wanted ? spent : Buffer.allocUnsafeSlow(wanted);
      window = { file, at: from, length: this.#read({ file, at: from }, memory), memory };
      this.#windows.unshift(window);
    }
    return window.memory.toString('utf8', at - window.at, at - window.at + length);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A mention of which only that is held by which pages look for it: what it says, and the judgement on it, are read when they are asked for. */
export class HeardLine implements Heard {
  readonly id: string;
  readonly brand: string | null;
  readonly source: string;
  readonly group: string;
  readonly site: string;
  readonly publishedAt: string;
  readonly rating: Mention['rating'];
  readonly label: Tone | undefined;
  readonly #reader: LineReader;
  readonly #mention: Place;
  readonly #score: Place | null;

  constructor(
    mention: Pick<Mention, 'id' | 'brand' | 'source' | 'group' | 'site' | 'publishedAt' | 'rating'>,
    label: Tone | undefined,
    reader: LineReader,
    place: Place,
    score: Place | null,
  ) {
    this.id = mention.id;
    this.brand = mention.brand;
    this.source = mention.source;
    this.group = mention.group;
    this.site = mention.site;
    this.publishedAt = mention.publishedAt;
    this.rating = mention.rating;
    this.label = label;
    this.#reader = reader;
    this.#mention = place;
    this.#score = score;
  }

  get #whole(): Whole {
    return this.#reader.whole(this, this.#mention, this.#score);
  }
  get v(): Mention['v'] {
    return this.#whole.mention.v;
  }
  get doc(): string {
    return this.#whole.mention.doc;
  }
  get url(): string | null {
    return this.#whole.mention.url;
  }
  get title(): string {
    return this.#whole.mention.title;
  }
  get excerpt(): string {
    return this.#whole.mention.excerpt;
  }
  get firstSeenAt(): string {
    return this.#whole.mention.firstSeenAt;
  }
  get dateFlag(): Mention['dateFlag'] {
    return this.#whole.mention.dateFlag;
  }
  get version(): Mention['version'] {
    return this.#whole.mention.version;
  }
  get attentionAtFirstSight(): Mention['attentionAtFirstSight'] {
    return this.#whole.mention.attentionAtFirstSight;
  }
  get score(): Score | null {
    return this.#whole.score;
  }
}
