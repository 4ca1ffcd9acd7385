/** Numbers from 0 to 2³²−1 as bytes, seven bits each, small numbers in few: what the packed mentions are written in. */

export class VarintWriter {
  // Most words are said once: a writer for each must begin small.
  #bytes = new Uint8Array(8);
  length = 0;

  add(value: number): void {
    if (this.length + 5 > this.#bytes.length) {
      const more = new Uint8Array(this.#bytes.length * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    let rest = value >>> 0;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}

/** All numbers that a writer wrote, those after `at`: in one loop, since the reader of a page waits for it. */
export function readVarints(bytes: Uint8Array, at = 0): Uint32Array {
  const { length } = bytes;
  // No number takes less than one byte.
  const numbers = new Uint32Array(Math.max(0, length - at));
  let count = 0;
  for (let place = at; place < length; ) {
    let byte = bytes[place++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127 && place < length; shift += 7) {
      byte = bytes[place++] as number;
      value |= (byte & 127) << shift;
    }
    numbers[count++] = value;
  }
  return numbers.subarray(0, count);
}

/** Whole numbers of both signs as numbers from 0 on: 0, −1, 1, −2 … */
export const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
export const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);
