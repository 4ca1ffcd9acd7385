import { expect, test } from 'vitest';
import { named } from './named.ts';

const mentions = [
  { id: 'c', brand: 'own' },
  { id: 'a', brand: 'own' },
  { id: 'a', brand: 'rival' },
  { id: 'a', brand: null },
  { id: 'b', brand: 'rival' },
];

test('mentions are found by their ids, of one brand, in the order of the list and each once', () => {
  expect(named(mentions, ['b', 'a', 'c', 'a'], 'own')).toEqual([mentions[0], mentions[1]]);
  expect(named(mentions, ['b', 'a'], 'rival')).toEqual([mentions[2], mentions[4]]);
});
test('what names no brand is found by that, and every brand where none is told', () => {
  expect(named(mentions, ['a'], null)).toEqual([mentions[3]]);
  expect(named(mentions, ['a'])).toEqual(mentions.slice(1, 4));
});
test('an id that nobody knows names nothing', () => {
  expect(named(mentions, ['d'], 'own')).toEqual([]);
  expect(named([], ['a'])).toEqual([]);
});
