import { readVarints, VarintWriter } from './varints.ts';

/**
 * Columns of whole numbers from 0 on, one after another. Where none is above 255, as in most, the numbers are the bytes
 * themselves, which then need no reading. A column: one byte, 0 for such bytes and 1 for varints, the length of what
 * follows in four bytes, and that.
 */
export type Numbers = Uint8Array | Uint32Array;

const headSize = 5;

export function columnOf(numbers: Numbers): Uint8Array {
  const isWide = numbers.some((number) => number > 255);
  let body = Uint8Array.from(numbers);
  if (isWide) {
    const writer = new VarintWriter();
    for (const number of numbers) writer.add(number);
    body = writer.bytes();
  }
  const bytes = new Uint8Array(headSize + body.length);
  bytes[0] = isWide ? 1 : 0;
  new DataView(bytes.buffer).setUint32(1, body.length);
  bytes.set(body, headSize);
  return bytes;
}

/** Gives one column after the other, each to be read when it is needed; those of bytes are the file's own. */
export function columnsIn(file: Uint8Array, at: number): () => () => Numbers {
  let next = at;
  return () => {
    const begins = next + headSize;
    next = begins + new DataView(file.buffer, file.byteOffset).getUint32(begins - 4);
    const body = file.subarray(begins, next);
    return file[begins - headSize] === 0 ? () => body : () => readVarints(body);
  };
}
