import { constants, crc32, deflateRawSync } from 'node:zlib';
import { lastBlock } from './view/month-parts.ts';

/** What a gzip file begins with: its signs, the method, and nothing said of name, time and system. */
const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/**
 * Some texts as one gzip file. Each is compressed by itself and ends on a whole byte: with `lastBlock` behind them, its
 * bytes are a deflate stream of their own. For whoever reads the file it is a gzip file like any other.
 */
export function zipParts(texts: readonly string[]): { file: Uint8Array<ArrayBuffer>; sizes: number[] } {
  const parts: Uint8Array[] = [];
  let sum = 0;
  let length = 0;
  for (const text of texts) {
    const bytes = Buffer.from(text);
    sum = crc32(bytes, sum);
    length += bytes.length;
    parts.push(deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH }));
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(length % 2 ** 32, 4);
  const sizes = parts.map((part) => part.length);
  return { file: new Uint8Array(Buffer.concat([head, ...parts, lastBlock, tail])), sizes };
}

/** Bytes of a file of `zipParts` before its first text. */
export const headSize = head.length;
