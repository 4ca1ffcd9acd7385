import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idDigits, idFileOf, idKey, indexIds } from './id-index.ts';

const hexId = fc.stringMatching(/^[0-9a-f]{16}$/);
const list = fc.uniqueArray(fc.record({ id: hexId, story: hexId }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 40,
});

test('a file of ids leads from each id to its rows, and from each story to its newest, however the files are cut', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 0, max: 3 }), (rows, digits) => {
      const heads = Uint32Array.from(rows, ({ story }) => rows.findIndex((other) => other.story === story));
      const files = indexIds(rows, heads, digits);
      const held = (kind: 'ids' | 'stories', id: string) =>
        files.get(idFileOf(id, digits))?.[kind][idKey(id, digits)];
      for (const [at, { id, story }] of rows.entries()) {
        expect(held('ids', id)).toEqual([at]);
        expect(held('stories', story)).toEqual([heads[at]]);
      }
    }),
  );
});

test('a mention of several brands is found in each of its rows', () => {
  const rows = [0, 1].map(() => ({ id: '0123456789abcdef', story: 'fedcba9876543210' }));
  const file = indexIds(rows, Uint32Array.of(0, 1), 1).get('0');
  expect(file?.ids).toEqual({ '123456789ab': [0, 1] });
});

test('files hold a thousand mentions at most where ids spread evenly', () => {
  expect([0, 1_000, 1_001, 100_000].map(idDigits)).toEqual([0, 0, 1, 2]);
});
