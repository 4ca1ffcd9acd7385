import { intents } from '#contract';

/**
 * What lines say in a few bits, several such in one whole number: while a million lines are gathered, a column for each would
 * be the most of what is held.
 */

const unscored = 0;
/** −1, 0, 1, and NaN for what there is not, in two bits. */
const signOf = [Number.NaN, -1, 0, 1] as const;
const signCode = (sign: number): number => (Number.isNaN(sign) ? unscored : sign + 2);

export type Bits = { tone: number; cell: number };

const toneBits = 2;
const cellBits = 8;
const rest = toneBits + cellBits;
const cellMask = (1 << cellBits) - 1;

const packBits = ({ tone, cell }: Bits): number => signCode(tone) | (cell << toneBits);
export const toneIn = (packed: number): number => signOf[packed & 3] as number;
export const cellIn = (packed: number): number => (packed >> toneBits) & cellMask;

/** Of a judgement: its tone and cell, whether it counts, and its intents as bits. */
export const packJudgement = (bits: Bits & { relevant: boolean; intents: number }): number =>
  packBits(bits) | ((bits.relevant ? 1 : 0) << rest) | (bits.intents << (rest + 1));
export const isRelevant = (packed: number): boolean => ((packed >> rest) & 1) === 1;
export const intentsIn = (packed: number): number => (packed >> (rest + 1)) & ((1 << intents.length) - 1);

/** Of a mention: its tone and cell, and its opinion. */
export const packMention = (bits: Bits & { opinion: number }): number =>
  packBits(bits) | (signCode(bits.opinion) << rest);
export const opinionIn = (packed: number): number => signOf[(packed >> rest) & 3] as number;

/** Of a theme that is named: its number, and the tone toward it. */
export const packTheme = (theme: number, tone: number): number => (theme << toneBits) | signCode(tone);
export const themeIn = (packed: number): number => packed >> toneBits;

const half = 16;
/** Two whole numbers below 65,536 and 32,768. */
export const packPair = (low: number, high: number): number => low | (high << half);
export const lowIn = (packed: number): number => packed & 0xffff;
export const highIn = (packed: number): number => packed >> half;
