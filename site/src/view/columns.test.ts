import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf, columnsIn } from './columns.ts';

const columns = fc.array(
  fc
    .oneof(fc.array(fc.nat({ max: 255 })), fc.array(fc.nat({ max: 0xffff_ffff })))
    .map((some) => Uint32Array.from(some)),
);

test('columns are read as they were written, one after the other', () => {
  fc.assert(
    fc.property(columns, fc.nat({ max: 9 }), (all, before) => {
      const file = Buffer.concat([new Uint8Array(before), ...all.map(columnOf)]);
      const next = columnsIn(file, before);
      expect(all.map(() => next()).map((read) => [...read()])).toEqual(all.map((one) => [...one]));
    }),
  );
});
test('a column of small numbers takes a byte for each', () => {
  expect(columnOf(new Uint32Array(1000).fill(255)).length - columnOf(new Uint32Array(0)).length).toBe(1000);
});
