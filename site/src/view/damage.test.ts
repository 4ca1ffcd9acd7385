import { expect, test } from 'vitest';
import { damageNotice, placeText } from './damage.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');

test.each([
  [0, 0, undefined],
  [1, 0, 'One place in the data cannot be read.'],
  [2100, 0, '2,100 places in the data cannot be read.'],
  [0, 1, 'One mention or its score was changed by hand.'],
  [2, 3, '2 places in the data cannot be read, and 3 mentions or their scores were changed by hand.'],
])('%i unreadable and %i edited are told as %j', (unreadable, edited, told) => {
  expect(damageNotice({ unreadable, edited, first: [] }, formats)).toBe(told);
});
test('nothing is said where nothing is known to be damaged', () => {
  expect(damageNotice(undefined, formats)).toBeUndefined();
});
test('a place has a line, unless the whole file is meant', () => {
  expect(placeText({ file: 'runs/2026-11.jsonl', line: 7 })).toBe('data/runs/2026-11.jsonl:7');
  expect(placeText({ file: 'state.json', line: 0 })).toBe('data/state.json');
});
