import { createHash } from 'node:crypto';
import { Mention } from '#contract';
import type { Said } from '../types.ts';
import { openByteNames } from './byte-names.ts';
import { type Columns, type Form, filledTo, nameAt, noName } from './columns.ts';
import { type LineScan, piece } from './scan-line.ts';

const opening = piece('{"v":1,"id":"');
const doc = piece('","doc":"');
const brand = piece('","brand":');
const aText = piece('"');
const none = piece('null');
const source = piece(',"source":"');
const group = piece(',"group":"');
const site = piece(',"site":"');
const url = piece(',"url":');
const title = piece(',"title":"');
const excerpt = piece(',"excerpt":"');
const publishedAt = piece(',"publishedAt":"');
const firstSeenAt = piece(',"firstSeenAt":"');
const comma = piece(',');
const inferred = piece('"dateFlag":"date_inferred"');
const clamped = piece('"dateFlag":"date_clamped"');
const rating = piece('"rating":{"value":');
const of = piece(',"of":');
const closing = piece('}');
const version = piece('"version":"');
const attention = piece('"attentionAtFirstSight":{');
const https = piece('https://');
const counted = ['points', 'comments', 'views', 'likes'].map((name) => piece(`"${name}":`));
const longestVersion = 40;

/** Where the words of the line read last stand. */
export type Words = { titleFrom: number; titleTo: number; excerptFrom: number; excerptTo: number };

/** Columns for so many mentions. */
const mentionArrays = (lines: number) => ({
  id: new Uint32Array(2 * lines),
  doc: new Uint32Array(2 * lines),
  brand: new Int32Array(lines),
  source: new Int32Array(lines),
  group: new Int32Array(lines),
  site: new Int32Array(lines),
  origin: new Int32Array(lines),
  publishedAt: new Float64Array(lines),
  firstSeenAt: new Float64Array(lines),
  rating: new Float64Array(2 * lines),
  version: new Int32Array(lines),
  length: new Uint32Array(lines),
});
type MentionColumns = Columns<ReturnType<typeof mentionArrays>>;

export function fillMentions(most: number) {
  const names = openByteNames();
  const columns = mentionArrays(most);
  let row = 0;
  return {
    words: { titleFrom: 0, titleTo: 0, excerptFrom: 0, excerptTo: 0 } as Words,
    /** Reads whose line it is, and of which brand, where it is written as the collector writes it. */
    head(
      bytes: Uint8Array,
      line: LineScan,
    ): { idHigh: number; idLow: number; brand: string | null } | undefined {
      if (!scanHead(bytes, line)) return undefined;
      return {
        idHigh: columns.id[2 * row] as number,
        idLow: columns.id[2 * row + 1] as number,
        brand: nameAt(names.texts, columns.brand[row] as number),
      };
    },
    /** Reads a line as the collector writes it; false, and nothing is added, where it is written otherwise. */
    scan(bytes: Uint8Array, line: LineScan): boolean {
      const { words } = this;
      const name = () => names.numberOf(bytes, line.from, line.to);
      if (!scanHead(bytes, line)) return false;
      if (!line.passes(source) || !line.text()) return false;
      columns.source[row] = name();
      if (!line.passes(group) || !line.text()) return false;
      columns.group[row] = name();
      if (!line.passes(site) || !line.text()) return false;
      columns.site[row] = name();
      if (!line.passes(url)) return false;
      if (line.passes(none)) columns.origin[row] = noName;
      else if (line.passes(aText) && line.text()) {
        const to = endOfOrigin(bytes, line.from, line.to);
        columns.origin[row] = names.numberOf(bytes, line.from, to);
      } else return false;
      if (!line.passes(title) || !line.textWithEscapes()) return false;
      words.titleFrom = line.from;
      words.titleTo = line.to;
      const { units } = line;
      if (!line.passes(excerpt) || !line.textWithEscapes()) return false;
      words.excerptFrom = line.from;
      words.excerptTo = line.to;
      columns.length[row] = Math.max(units, line.units);
      if (!line.passes(publishedAt) || !line.instant()) return false;
      columns.publishedAt[row] = line.number;
      if (!line.passes(aText) || !line.passes(firstSeenAt) || !line.instant() || !line.passes(aText))
        return false;
      columns.firstSeenAt[row] = line.number;
      columns.rating[2 * row] = Number.NaN;
      columns.rating[2 * row + 1] = Number.NaN;
      columns.version[row] = noName;
      if (!scanOptional(bytes, line)) return false;
      row++;
      return true;
    },
    /** Forgets all lines, for who wants each but once; gives the last one's id and names. */
    forget() {
      row = 0;
      return {
        idHigh: columns.id[0] as number,
        idLow: columns.id[1] as number,
        brand: nameAt(names.texts, columns.brand[0] as number),
        source: names.texts[columns.source[0] as number] as string,
        site: names.texts[columns.site[0] as number] as string,
      };
    },
    /** Adds a line that was read otherwise. */
    add(mention: Mention): void {
      const name = (text: string | null) => (text === null ? noName : names.numberOfText(text));
      [columns.id[2 * row], columns.id[2 * row + 1]] = halvesOf(mention.id);
      [columns.doc[2 * row], columns.doc[2 * row + 1]] = halvesOf(mention.doc);
      columns.brand[row] = name(mention.brand);
      columns.source[row] = name(mention.source);
      columns.group[row] = name(mention.group);
      columns.site[row] = name(mention.site);
      columns.origin[row] = name(mention.url);
      columns.publishedAt[row] = Date.parse(mention.publishedAt);
      columns.firstSeenAt[row] = Date.parse(mention.firstSeenAt);
      columns.rating[2 * row] = mention.rating?.value ?? Number.NaN;
      columns.rating[2 * row + 1] = mention.rating?.of ?? Number.NaN;
      columns.version[row] = name(mention.version ?? null);
      columns.length[row] = Math.max(mention.title.length, mention.excerpt.length);
      row++;
    },
    done: () => ({ length: row, names: names.texts, arrays: filledTo(columns, row, most) }),
  };

  function scanHead(bytes: Uint8Array, line: LineScan): boolean {
    if (!line.passes(opening) || !line.hex()) return false;
    columns.id[2 * row] = line.high;
    columns.id[2 * row + 1] = line.low;
    if (!line.passes(doc) || !line.hex()) return false;
    columns.doc[2 * row] = line.high;
    columns.doc[2 * row + 1] = line.low;
    if (!line.passes(brand)) return false;
    if (line.passes(none)) columns.brand[row] = noName;
    else if (line.passes(aText) && line.text())
      columns.brand[row] = names.numberOf(bytes, line.from, line.to);
    else return false;
    return true;
  }

  /** What a mention may have besides, each at most once and in this order, and the end of the line. */
  function scanOptional(bytes: Uint8Array, line: LineScan): boolean {
    if (!line.passes(closing)) {
      if (!line.passes(comma)) return false;
      let more = true;
      const next = () => {
        more = line.passes(comma);
        return true;
      };
      if (line.passes(inferred) || line.passes(clamped)) next();
      if (more && line.passes(rating)) {
        if (!line.amount()) return false;
        const value = line.number;
        if (!line.passes(of) || !line.amount() || !line.passes(closing)) return false;
        if (!(line.number > 0) || value > line.number) return false;
        columns.rating[2 * row] = value;
        columns.rating[2 * row + 1] = line.number;
        next();
      }
      if (more && line.passes(version)) {
        if (!line.text() || line.units > longestVersion) return false;
        columns.version[row] = names.numberOf(bytes, line.from, line.to);
        next();
      }
      if (more && line.passes(attention)) {
        if (!scanCounts(line)) return false;
        next();
      }
      if (more || !line.passes(closing)) return false;
    }
    return line.endsLine();
  }

  function scanCounts(line: LineScan): boolean {
    if (line.passes(closing)) return true;
    for (const name of counted) {
      if (!line.passes(name)) continue;
      if (!line.count()) return false;
      if (line.passes(closing)) return true;
      if (!line.passes(comma)) return false;
    }
    return false;
  }
}

/** `https://host` of an address that is written plainly; any other is taken whole. */
function endOfOrigin(bytes: Uint8Array, from: number, to: number): number {
  for (let nth = 0; nth < https.length; nth++) if (bytes[from + nth] !== https[nth]) return to;
  for (let at = from + https.length; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x2f) return at;
    const isPlain =
      (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2d;
    if (!isPlain) return to;
  }
  return to;
}

/** The two halves of 16 hexadecimal digits; of any other text those of its hash. */
export function halvesOf(text: string): [high: number, low: number] {
  const digits = /^[0-9a-f]{16}$/.test(text) ? text : createHash('sha256').update(text).digest('hex');
  return [Number.parseInt(digits.slice(0, 8), 16), Number.parseInt(digits.slice(8, 16), 16)];
}

export const mentionForm: Form<Mention, ReturnType<typeof mentionArrays>> = {
  schema: Mention,
  arrays: mentionArrays,
  fill: fillMentions,
};

/** The lines in columns, one after the other in the same record. */
export function* saidIn({ length, names, arrays }: MentionColumns): Generator<Said> {
  const said = {} as Said;
  for (let row = 0; row < length; row++) {
    said.idHigh = arrays.id[2 * row] as number;
    said.idLow = arrays.id[2 * row + 1] as number;
    said.docHigh = arrays.doc[2 * row] as number;
    said.docLow = arrays.doc[2 * row + 1] as number;
    said.brand = nameAt(names, arrays.brand[row] as number);
    said.source = names[arrays.source[row] as number] as string;
    said.group = names[arrays.group[row] as number] as string;
    said.site = names[arrays.site[row] as number] as string;
    said.origin = nameAt(names, arrays.origin[row] as number);
    said.publishedAt = arrays.publishedAt[row] as number;
    said.firstSeenAt = arrays.firstSeenAt[row] as number;
    const [value, of] = [arrays.rating[2 * row] as number, arrays.rating[2 * row + 1] as number];
    said.rating = Number.isNaN(value) ? undefined : { value, of };
    said.version = nameAt(names, arrays.version[row] as number);
    said.length = arrays.length[row] as number;
    yield said;
  }
}
