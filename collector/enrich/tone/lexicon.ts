/** Ratings of words and emoji by the hash of the token: below 0 bad, above 0 good, at most 5. Part of the weights' file. */
export type Lexicon = ReadonlyMap<number, number>;

/** How much a word before an opinion adds to it. */
const boosters = new Map<string, number>(
  Object.entries({
    absolutely: 0.3,
    almost: -0.2,
    bit: -0.2,
    completely: 0.3,
    extremely: 0.4,
    fucking: 0.35,
    highly: 0.3,
    incredibly: 0.35,
    kinda: -0.2,
    less: -0.3,
    little: -0.2,
    more: 0.15,
    most: 0.2,
    really: 0.3,
    slightly: -0.3,
    so: 0.25,
    somewhat: -0.3,
    super: 0.3,
    too: 0.2,
    totally: 0.3,
    very: 0.3,
  }),
);

export const boostOf = (token: string): number => boosters.get(token) ?? 0;
