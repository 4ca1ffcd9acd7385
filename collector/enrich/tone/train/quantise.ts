import { type LinearWeights, outermostStep } from '../weights.ts';
import type { Learnt } from './learn.ts';

/** The few weights beyond this share of all are cut to it, so that the steps of the others are fine. */
const insideShare = 0.9995;

/** Log-odds against neutral, in half a byte each: the nearest step of the square scale. */
export function quantise({ table, dense }: Learnt): Omit<LinearWeights, 'calibration'> {
  const against = (slot: number, tone: number): number =>
    (table[slot * 3 + tone] as number) - (table[slot * 3 + 1] as number);
  const size = table.length / 3;
  const outermost = (tone: number): number => {
    const sizes = Float32Array.from({ length: size }, (_, slot) => Math.abs(against(slot, tone))).sort();
    return Number((sizes[Math.floor((size - 1) * insideShare)] as number).toFixed(5));
  };
  const most = { negative: outermost(0), positive: outermost(2) };
  const nibble = (value: number, outermost: number): number =>
    8 + Math.round(Math.sign(value) * Math.sqrt(Math.min(1, Math.abs(value) / outermost)) * outermostStep);
  const bytes = new Uint8Array(size);
  for (let slot = 0; slot < size; slot += 1)
    bytes[slot] = nibble(against(slot, 0), most.negative) * 16 + nibble(against(slot, 2), most.positive);
  const short = (value: number): number => Number(value.toFixed(5));
  const numbers: number[] = [];
  for (let slot = 0; slot < dense.length; slot += 3)
    numbers.push(
      short((dense[slot] as number) - (dense[slot + 1] as number)),
      short((dense[slot + 2] as number) - (dense[slot + 1] as number)),
    );
  return { table: bytes, most, dense: numbers };
}
