/** A seeded generator of numbers in [0, 1): mulberry32. The same seed gives the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often each of `length` things is drawn in a bootstrap's resample of as many, with replacement. */
export function resampled(length: number, random: () => number): Uint16Array {
  const times = new Uint16Array(length);
  for (let draw = 0; draw < length; draw++) {
    const at = Math.floor(random() * length);
    times[at] = (times[at] as number) + 1;
  }
  return times;
}
