import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedByDay, countedOnDays, type Units } from './compare.ts';
import type { Rows } from './rows.ts';

/** Rows by day, some before the series and some after it; a story goes on where `goesOn` says so. */
const units = fc
  .record({
    days: fc.integer({ min: 0, max: 6 }),
    said: fc.array(
      fc.record({
        day: fc.integer({ min: -2, max: 8 }),
        value: fc.constantFrom(-1, 0, 1, 0.1, Number.NaN),
        goesOn: fc.boolean(),
        isOfPart: fc.boolean(),
      }),
      { maxLength: 30 },
    ),
    perStory: fc.boolean(),
    isPart: fc.boolean(),
    isCount: fc.boolean(),
  })
  .map(({ days, said, perStory, isPart, isCount }) => {
    const sorted = said.toSorted((a, b) => a.day - b.day);
    const rows = {
      length: sorted.length,
      day: Int32Array.from(sorted, ({ day }) => day),
      previous: Int32Array.from(sorted, ({ goesOn }, row) => (goesOn ? row - 1 : -1)),
      starts: Int32Array.from({ length: days + 1 }, (_, d) => sorted.filter(({ day }) => day < d).length),
    } as Rows;
    const only = Uint32Array.from(sorted.flatMap(({ isOfPart }, row) => (isOfPart ? [row] : [])));
    const made: Units = {
      rows,
      perStory,
      ...(isCount ? {} : { values: Float64Array.from(sorted, ({ value }) => value) }),
      ...(isPart ? { only } : {}),
    };
    return { made, days };
  });

test('counts the same day by day as row by row, of all rows and of a part', () => {
  fc.assert(
    fc.property(units, fc.infiniteStream(fc.boolean()), ({ made, days }, listened) => {
      const observed = Uint8Array.from({ length: days }, () => (listened.next().value ? 1 : 0));
      const byRow = countedByDay(made, days, (row) => observed[made.rows.day[row] as number] === 1);
      expect(countedOnDays(made, observed)).toEqual(byRow);
    }),
  );
});
