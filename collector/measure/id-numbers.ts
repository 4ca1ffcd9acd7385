import { createHash } from 'node:crypto';

/**
 * Numbers for ids of 64 bits, from 0 on in the order in which they come: open addressing over typed arrays, since a million
 * ids as strings in maps take ten times the memory.
 */
export type IdNumbers = {
  /** The number of an id, a new one where it has none yet. */
  numberOf(high: number, low: number): number;
  /** The number of an id, -1 where it has none. */
  find(high: number, low: number): number;
  /** How many there are. */
  size(): number;
  high(number: number): number;
  low(number: number): number;
  /** Gives its memory back at once, not when the engine next clears up; nothing is to be asked of it then. */
  release(): void;
};

const fewest = 512;

export function numberIds(): IdNumbers {
  /** Both halves of an id side by side, since they are always looked at together. */
  let halves = new Uint32Array(2 * fewest);
  /** Number + 1, so that 0 is an empty slot. */
  let slots = new Uint32Array(2 * fewest);
  let size = 0;

  /** The slot of an id, or the empty one where it would go. */
  function slotOf(high: number, low: number): number {
    const mask = slots.length - 1;
    // Ids are hashes; invented ones, and words, count up.
    const mixed = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (halves[2 * number] === high && halves[2 * number + 1] === low) return slot;
    }
    return slot;
  }

  function grow(): void {
    halves = new Uint32Array(halves.buffer.transfer(2 * halves.byteLength));
    slots.buffer.transfer(0);
    slots = new Uint32Array(4 * size);
    for (let number = 0; number < size; number++)
      slots[slotOf(halves[2 * number] as number, halves[2 * number + 1] as number)] = number + 1;
  }

  return {
    numberOf(high, low) {
      const slot = slotOf(high, low);
      const known = slots[slot] as number;
      if (known !== 0) return known - 1;
      halves[2 * size] = high;
      halves[2 * size + 1] = low;
      size++;
      slots[slot] = size;
      if (2 * size === halves.length) grow();
      return size - 1;
    },
    find: (high, low) => (slots[slotOf(high, low)] as number) - 1,
    size: () => size,
    high: (number) => halves[2 * number] as number,
    low: (number) => halves[2 * number + 1] as number,
    release() {
      for (const { buffer } of [halves, slots]) buffer.transfer(0);
    },
  };
}

const half = (value: number): string => value.toString(16).padStart(8, '0');

/** The id as lines write it. */
export const idText = (high: number, low: number): string => half(high) + half(low);

/** The two halves of an id; of a text that is none those of its hash. */
export function idHalves(id: string): [high: number, low: number] {
  const digits = /^[0-9a-f]{16}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');
  return [Number.parseInt(digits.slice(0, 8), 16), Number.parseInt(digits.slice(8, 16), 16)];
}
