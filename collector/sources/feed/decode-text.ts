import zlib from 'node:zlib';
import iconv from 'iconv-lite';
import type { Unreadable } from '../../types.ts';

/** Most bytes of one document, unpacked. What comes by the network is held to 10 MB; a file may be a long export. */
export const largestDocumentBytes = 25_000_000;

const marks: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Encodings that look like ASCII to who does not know them. */
const sevenBit = /^(iso-2022-|hz-gb|csiso2022)/;
const utf7 = /^(x-)?(unicode-1-1-)?utf-?7/;

/** Without a mark, the zero bytes between the first letters tell. */
function byZeros(bytes: Uint8Array): string | undefined {
  const pattern = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  const patterns: Record<string, string> = {
    x0x0: 'utf-16le',
    '0x0x': 'utf-16be',
    x000: 'utf-32le',
    '000x': 'utf-32be',
  };
  return patterns[pattern];
}

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, i) => bytes[i] === byte);

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : undefined;
  }
}

/** UTF-8 with a few broken places is still UTF-8; one where most is broken never was. */
function lenientUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound > broken ? text : undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /^\s*<\?xml[^>]{0,500}?encoding\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1];
}

function gunzipped(bytes: Uint8Array): Uint8Array | Unreadable {
  try {
    return zlib.gunzipSync(bytes, { maxOutputLength: largestDocumentBytes });
  } catch (error) {
    const tooBig = error instanceof RangeError;
    return tooBig
      ? { status: 'failed', reason: 'too_big', detail: `the document is over ${largestDocumentBytes} bytes` }
      : { status: 'failed', reason: 'encoding', detail: 'the document is a broken gzip file' };
  }
}

/**
 * Turns the bytes of a document into text. In this order: a gzip file is unpacked; a byte-order mark or zero bytes
 * decide; what is valid UTF-8 is UTF-8 whatever it says of itself; then the charset of the HTTP header, the XML
 * declaration, and windows-1252 in the end. UTF-7 is refused, since it hides markup.
 */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | undefined,
): { text: string } | Unreadable {
  if (bytes.length > largestDocumentBytes) {
    return {
      status: 'failed',
      reason: 'too_big',
      detail: `the document is over ${largestDocumentBytes} bytes`,
    };
  }
  if (startsWith(bytes, [0x1f, 0x8b])) {
    const unpacked = gunzipped(bytes);
    return unpacked instanceof Uint8Array ? decodeText(unpacked, contentType) : unpacked;
  }
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
  const labels = [charset, declaredIn(bytes)].flatMap((label) => (label ? [label.toLowerCase()] : []));
  if (labels.some((label) => utf7.test(label))) {
    return {
      status: 'failed',
      reason: 'encoding',
      detail: 'the document calls itself UTF-7, which is not read',
    };
  }
  const marked = marks.find(([mark]) => startsWith(bytes, mark))?.[1] ?? byZeros(bytes);
  const text =
    (marked && decodeAs(bytes, marked)) ??
    decodeUnmarked(bytes, labels) ??
    new TextDecoder('windows-1252').decode(bytes);
  return { text: text.replace(/^\ufeff/, '').toWellFormed() };
}

function decodeUnmarked(bytes: Uint8Array, labels: string[]): string | undefined {
  const escaped = labels.find((label) => sevenBit.test(label));
  if (escaped) return decodeAs(bytes, escaped);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const others = labels.filter((label) => !/^utf-?8$/.test(label) && !/^(utf|ucs|iso-10646)/.test(label));
    const mostlyUtf8 = lenientUtf8(bytes);
    if (mostlyUtf8 !== undefined && others.length === 0) return mostlyUtf8;
    for (const label of others) {
      const text = decodeAs(bytes, label);
      if (text !== undefined) return text;
    }
    return mostlyUtf8;
  }
}
