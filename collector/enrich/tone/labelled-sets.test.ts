import { expect, test } from 'vitest';
import { readLabelled } from './labelled-sets.ts';

const read = (line: string) => readLabelled(line, true);

test('a target is read with its place, which counts code points', () => {
  expect(read('neg\t2\t6\tAcme\t👎 Acme again')).toEqual([
    { label: 0, text: '👎 Acme again', target: { name: 'Acme', from: 3, to: 7 } },
  ]);
  expect(read('pos\t0\t4\tACME\tAcme again')).toHaveLength(1);
});

test.each([
  'neg\t0\t4\tAcme\tNot here',
  'neg\t40\t44\tAcme\tAcme',
  'neg\t-1\t3\tAcme\tAcme',
  'neg\tx\t4\tAcme\tAcme',
  'neg\t0\t0\t\tAcme',
])('%j is left out: the target does not stand where it is said to', (line) => expect(read(line)).toEqual([]));
