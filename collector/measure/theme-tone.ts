import type { Facts } from './facts.ts';
import { type Growing, growingWhole } from './growing.ts';
import type { Rows } from './rows.ts';

/** Indices of the themes that a test takes. */
export const themesWhere = (facts: Facts, takes: (theme: Facts['themes'][number]) => boolean): Uint8Array =>
  Uint8Array.from(facts.themes, (theme) => (takes(theme) ? 1 : 0));

const named = new WeakMap<Facts, Uint32Array[][]>();

/** By theme: the rows of a brand that name it, within the series, ascending. */
export function rowsByTheme(facts: Facts, brand: number): Uint32Array[] {
  const known = named.get(facts) ?? [];
  named.set(facts, known);
  known[brand] ??= findByTheme(facts, facts.rows[brand] as Rows);
  return known[brand];
}

function findByTheme({ themes: all, days }: Facts, { starts, themes }: Rows): Uint32Array[] {
  const found = all.map((): Growing => growingWhole());
  const last = new Int32Array(all.length).fill(-1);
  for (let row = starts[0] ?? 0; row < (starts[days] ?? 0); row++)
    for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++) {
      const theme = themes.theme[at] as number;
      // A mention may say two things of one theme.
      if (last[theme] === row) continue;
      last[theme] = row;
      found[theme]?.push(row);
    }
  return found.map((rows) => Uint32Array.from(rows.values()));
}

/** Rows of a brand that name any of some themes, ascending. */
function rowsNaming(facts: Facts, brand: number, taken: Uint8Array): Uint32Array {
  const lists = rowsByTheme(facts, brand).filter((_, theme) => taken[theme] === 1);
  const [first = new Uint32Array(0), ...others] = lists;
  if (others.length === 0) return first;
  const isNaming = new Uint8Array((facts.rows[brand] as Rows).length);
  let count = 0;
  for (const list of lists)
    for (const row of list) {
      if (isNaming[row] === 0) count++;
      isNaming[row] = 1;
    }
  const found = new Uint32Array(count);
  for (let row = isNaming.indexOf(1), at = 0; at < count; row = isNaming.indexOf(1, row + 1))
    found[at++] = row;
  return found;
}

/**
 * Tone toward some themes together of the rows that name them: 1 where more of them are spoken well of than ill, -1 the other
 * way round, 0 where neither; NaN where none is scored.
 */
export function toneToward(
  facts: Facts,
  brand: number,
  taken: Uint8Array,
): { values: Float64Array; only: Uint32Array } {
  const { themes, length } = facts.rows[brand] as Rows;
  const only = rowsNaming(facts, brand, taken);
  const values = new Float64Array(length);
  for (const row of only) {
    let sum = Number.NaN;
    for (let at = themes.starts[row] as number; at < (themes.starts[row + 1] as number); at++) {
      const tone = themes.tone[at] as number;
      if (taken[themes.theme[at] as number] === 1 && !Number.isNaN(tone))
        sum = (Number.isNaN(sum) ? 0 : sum) + tone;
    }
    values[row] = Math.sign(sum);
  }
  return { values, only };
}
