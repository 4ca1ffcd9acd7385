import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeRows } from './made-rows.fixture.ts';
import { pack, sureness, unpack } from './pack.ts';
import { type RowText, rowOf, toText } from './row-texts.ts';
import { readVarints, unzigzag, VarintWriter, zigzag } from './varints.ts';

describe('packed mentions', () => {
  test('with their texts are the rows that were packed', () => {
    fc.assert(
      fc.property(madeRows, (rows) => {
        const read = unpack(pack(rows));
        expect(read.count).toBe(rows.length);
        const texts = JSON.parse(JSON.stringify(rows.map(toText))) as RowText[];
        expect(texts.map((text, at) => rowOf(read, at, text))).toEqual(rows);
      }),
    );
  });
  test('list the values that are known in their order, with their names, before those that rows bring', () => {
    fc.assert(
      fc.property(madeRows, (rows) => {
        const known = [
          { id: 'bluebird', name: 'Bluebird Roasters' },
          { id: 'nobody', name: 'Nobody’s' },
        ];
        const { values } = unpack(pack(rows, { brand: known })).facets.brand;
        expect(values.slice(0, 2)).toEqual(known);
        expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
      }),
    );
  });
  test('cost next to nothing for what follows from the source', () => {
    const [row] = fc.sample(madeRows, { seed: 3, numRuns: 20 }).flat();
    if (!row) throw new Error('no row');
    const many = (site: (at: number) => string) =>
      pack(Array.from({ length: 1000 }, (_, at) => ({ ...row, source: `s${at % 7}`, site: site(at % 7) })))
        .length;
    expect(many((at) => `s${at}.example`) - many(() => 'one.example')).toBeLessThan(250);
  });
  test('of another version are refused', () => {
    const head = new TextEncoder().encode('{"v":2,"count":0,"facets":[]}');
    const bytes = new Uint8Array([0, 0, 0, head.length, ...head]);
    expect(() => unpack(bytes)).toThrow('a pack of version 2');
  });
  test('what the team decided is surest, what was not scored least sure', () => {
    const p: [number, number, number] = [0.1, 0.2, 0.7];
    expect(sureness({ tone: 'positive', p })).toBe(14);
    expect(sureness({ tone: 'positive', byTeam: true })).toBe(20);
    expect(sureness({ tone: 'unscored' })).toBe(0);
    expect(sureness({ tone: null })).toBe(0);
  });
});

test('numbers are read as they were written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 0xffff_ffff })),
      fc.array(fc.integer({ min: -1e6, max: 1e6 })),
      (some, signed) => {
        const writer = new VarintWriter();
        for (const value of some) writer.add(value);
        for (const value of signed) writer.add(zigzag(value));
        const read = [...readVarints(writer.bytes())];
        expect(read.slice(0, some.length)).toEqual(some);
        expect(read.slice(some.length).map(unzigzag)).toEqual(signed);
      },
    ),
  );
});
