/** Chance that can be repeated: the same seed gives the same draws on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys of `weights`, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  chance(share: number): boolean;
  /** How often something happens that happens `mean` times on average (Poisson, by Knuth's product method). */
  poisson(mean: number): number;
  /** An independent stream under a name, so that one more draw here changes nothing elsewhere. */
  fork(name: string): Random;
};

/** FNV-1a, 32 bits: turns a name into a seed, and a text into a short fingerprint. */
export function hash32(text: string, start = 0x811c9dc5): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** sfc32 of PractRand (Chris Doty-Humphrey), seeded by name; 15 rounds let the seed spread. */
export function randomFrom(seed: string): Random {
  let a = hash32(seed);
  let b = hash32(seed, a);
  let c = hash32(seed, b);
  let counter = 1;
  const draw = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) draw();

  const random: Random = {
    next: draw,
    below: (below) => Math.floor(draw() * below),
    pick: (list) => {
      const one = list[Math.floor(draw() * list.length)];
      if (one === undefined) throw new Error('cannot pick from an empty list');
      return one;
    },
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = draw() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      const last = entries.at(-1);
      if (!last) throw new Error('cannot pick from no weights');
      return last[0];
    },
    chance: (share) => draw() < share,
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let product = draw();
      let count = 0;
      while (product > limit) {
        product *= draw();
        count++;
      }
      return count;
    },
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
  return random;
}
