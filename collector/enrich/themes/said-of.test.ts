import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksWhether, exceptedFrom, isUntroubled, ofToday, partOf } from './said-of.ts';

const placeOf = (text: string, word: string) => ({
  from: text.indexOf(word),
  to: text.indexOf(word) + word.length,
});

describe('trouble that is denied', () => {
  test.each([
    ['No delivery problems', 'delivery'],
    ['There were no problems at all with the delivery', 'delivery'],
    ['Not a single issue with delivery', 'delivery'],
    ['We never had a delivery delay', 'delivery'],
    ['Without any hidden fees', 'hidden fees'],
  ])('is none: %s', (text, word) => expect(isUntroubled(text, placeOf(text, word))).toBe(true));

  test.each([
    ['No delivery', 'delivery'],
    ['No delivery problem was ever solved', 'delivery'],
    ['They admitted no delivery problems', 'delivery'],
    ['No problems with the app, the delivery is slow', 'delivery'],
    ['No problems and a slow delivery', 'delivery'],
    ['The delivery is slow, no problem for them', 'delivery'],
  ])('is not what else is missing, or stands beside it: %s', (text, word) =>
    expect(isUntroubled(text, placeOf(text, word))).toBe(false),
  );
});

test('an exception is made from the whole, also where “except” parted it from the clause before', () => {
  const apart = 'Everything was awful apart from the staff';
  expect(exceptedFrom(apart, apart.indexOf('staff'), '')).toBe('Everything was awful');
  expect(exceptedFrom(apart, 0, '')).toBeUndefined();
  expect(exceptedFrom('except the price', 11, 'Everything is terrible')).toBe('Everything is terrible');
  expect(exceptedFrom('except on Monday', 10, 'Delivery took ages')).toBeUndefined();
});

test('what was so before is left out where what is now is told', () => {
  expect(ofToday('The app, which used to be awful, is now wonderful')).toBe('The app is now wonderful');
  expect(ofToday('The app used to be slow but is now brilliant')).not.toContain('slow');
  expect(ofToday('The app was great, now it is awful')).not.toContain('great');
  expect(ofToday('The app used to be slow')).toContain('slow');
});

test('a part of a list is one only where another part names another theme', () => {
  const text = 'Fast delivery, terrible app';
  const delivery = placeOf(text, 'delivery');
  expect(partOf(text, delivery, [placeOf(text, 'app')])).toEqual({ from: 0, text: 'Fast delivery' });
  expect(partOf(text, placeOf(text, 'app'), [delivery])).toEqual({ from: 15, text: 'terrible app' });
  expect(partOf(text, delivery, [])).toBeUndefined();
});

test('a question whether something is so is told from one that says how it is', () => {
  for (const asked of ['Is the delivery free?', 'Hi, does the app work?', 'Has anyone used the app?'])
    expect(asksWhether(asked), asked).toBe(true);
  expect(asksWhether('Why is the delivery so slow?')).toBe(false);
});

test('texts made to be slow are read in time that grows with their length', () => {
  for (const piece of ['no ', 'used to now ', 'which used to , ', 'except all ', 'a, ', 'was, now ']) {
    const long = piece.repeat(5_000);
    const before = performance.now();
    ofToday(long);
    exceptedFrom(long, 3, '');
    isUntroubled(long, { from: 1, to: 2 });
    expect(performance.now() - before, piece).toBeLessThan(1000);
  }
});

test('whatever is written, a part holds its place', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b,', 'and', 'but', ', ')), fc.nat(30), (words, at) => {
      const text = words.join(' ');
      const from = Math.min(at, text.length);
      const part = partOf(text, { from, to: from }, [{ from: -1 }]);
      if (part) expect(text.slice(part.from, part.from + part.text.length)).toBe(part.text);
    }),
  );
});
