import type { Facts } from './facts.ts';
import type { Rows } from './rows.ts';

/** Indices of the themes that a test takes. */
export const themesWhere = (facts: Facts, takes: (theme: Facts['themes'][number]) => boolean): Uint8Array =>
  Uint8Array.from(facts.themes, (theme) => (takes(theme) ? 1 : 0));

/**
 * Tone by row toward some themes together: 1 where more of them are spoken well of than ill, -1 the other way round, 0
 * where neither; NaN where none of them is named, or none scored.
 */
export function toneToward({ themes, length }: Rows, taken: Uint8Array): Float64Array {
  const values = new Float64Array(length).fill(Number.NaN);
  for (let row = 0; row < length; row++) {
    let sum = Number.NaN;
    for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++) {
      const tone = themes.tone[at] as number;
      if (taken[themes.theme[at] as number] === 1 && !Number.isNaN(tone))
        sum = (Number.isNaN(sum) ? 0 : sum) + tone;
    }
    if (!Number.isNaN(sum)) values[row] = Math.sign(sum);
  }
  return values;
}
