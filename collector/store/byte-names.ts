/** Texts by the bytes they are written in: few texts stand in many lines, so each becomes a string once. */
type ByteNames = {
  /** Number of the text that stands at these bytes. */
  numberOf(bytes: Uint8Array, from: number, to: number): number;
  /** Number of a text that was read otherwise. */
  numberOfText(text: string): number;
  /** Texts by number. */
  texts: string[];
};

const fewestSlots = 256;

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}

export function openByteNames(): ByteNames {
  const texts: string[] = [];
  const written: Uint8Array[] = [];
  const hashes: number[] = [];
  /** Number + 1, so that 0 is an empty slot. */
  let slots = new Uint32Array(fewestSlots);

  function put(number: number): void {
    const mask = slots.length - 1;
    let slot = (hashes[number] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }

  function isWritten(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const known = written[number] as Uint8Array;
    if (known.length !== to - from) return false;
    for (let at = 0; at < known.length; at++) if (known[at] !== bytes[from + at]) return false;
    return true;
  }

  function numberOf(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (hashes[number] === hash && isWritten(number, bytes, from, to)) return number;
    }
    const copy = bytes.slice(from, to);
    texts.push(Buffer.from(copy).toString('utf8'));
    written.push(copy);
    hashes.push(hash);
    if (texts.length * 2 > slots.length) {
      slots = new Uint32Array(slots.length * 2);
      for (let number = 0; number < texts.length; number++) put(number);
    } else put(texts.length - 1);
    return texts.length - 1;
  }

  return {
    texts,
    numberOf,
    numberOfText(text) {
      const bytes = Buffer.from(text);
      return numberOf(bytes, 0, bytes.length);
    },
  };
}
