import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ToneContext } from '../scorers.ts';
import { tone, toneBase } from './tone.ts';

const english: ToneContext = { lang: 'en', brand: [], others: [], group: 'reviews' };
const score = (text: string, some: Partial<ToneContext> = {}, words = {}) =>
  tone(words).score(text, { ...english, ...some });
const label = (...asked: Parameters<typeof score>) => score(...asked).label;

test.each([
  ['The staff were wonderful and the coffee is great.', 'positive'],
  ['Terrible service, the worst I have had.', 'negative'],
  ['This is not good at all.', 'negative'],
  ['I don’t like it.', 'negative'],
  ['Coffee😍', 'positive'],
  ['sooooo gooood!!!', 'positive'],
])('"%s" is %s', (text, expected) => expect(label(text)).toBe(expected));

test('a headline that reports is neutral', () =>
  expect(label('The company will publish its report on Tuesday', { group: 'news' })).toBe('neutral'));

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'B13: “%s” is a word like any other',
  (word) => {
    const { p } = score(`The ${word} of Northwind is great`, { brand: ['Northwind'] });
    expect(p?.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1);
  },
);

test('a negation lowers praise and raises blame', () => {
  const positive = (text: string) => score(text).p?.[2] ?? 0;
  const negative = (text: string) => score(text).p?.[0] ?? 0;
  expect(positive('the coffee was not good')).toBeLessThan(positive('the coffee was good'));
  expect(negative('the coffee was not bad')).toBeLessThan(negative('the coffee was bad'));
});

describe('its probabilities', () => {
  it('add up to one, agree with the label, and are the same each time, whatever was scored before', () => {
    const scorer = tone({});
    const labels = ['negative', 'neutral', 'positive'];
    const words = fc.constantFrom(
      'good',
      'awful',
      'not',
      'but',
      'the',
      'coffee',
      '!!',
      '😡',
      'Bluebird',
      '7 %',
      'very',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 30 }),
        fc.string({ unit: 'grapheme' }),
        (list, noise) => {
          // A name or a number alone says nothing.
          const text = `so ${list.join(' ')} ${noise}`;
          const first = scorer.score(text, { ...english, brand: ['Bluebird'] });
          scorer.score(noise, english);
          const again = tone({}).score(text, { ...english, brand: ['Bluebird'] });
          expect(again).toEqual(first);
          const p = first.p ?? [0, 0, 0];
          expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 9);
          expect(p[labels.indexOf(first.label)]).toBe(Math.max(...p));
        },
      ),
    );
  });
  it('are stated for texts of no known group too', () =>
    expect(label('What a wonderful place', { group: 'something-else' })).toBe('positive'));
  it('do not wait long for a text without end', () =>
    expect(
      score(`good ${'a'.repeat(500_000)} ${'!?'.repeat(100_000)} ${'not '.repeat(100_000)}`).p,
    ).not.toBeNull());
});

describe('names are no opinions', () => {
  test('of the brand', () =>
    expect(score('Bitter Bliss opens on Monday', { brand: ['Bitter Bliss'], group: 'news' })).toEqual(
      score('Calm Harbour opens on Monday', { brand: ['Calm Harbour'], group: 'news' }),
    ));
  test('of a competitor', () =>
    expect(score('Awful Beans opens on Monday', { others: ['Awful Beans'] })).toEqual(
      score('Calm Harbour opens on Monday', { others: ['Calm Harbour'] }),
    ));
});

test('in a comparison each brand has the words beside it', () => {
  const text = 'The coffee of Bluebird is great but the coffee of Northwind is terrible.';
  expect(label(text, { brand: ['Northwind'], others: ['Bluebird'] })).toBe('negative');
  expect(label(text, { brand: ['Bluebird'], others: ['Northwind'] })).toBe('positive');
});

test('what stands below a headline counts, unless another brand is named', () => {
  const headline = 'Northwind opens a shop on Monday';
  const below = `${headline}. Terrible service and awful food, customers complain.`;
  const negative = (text: string, others: string[]) =>
    score(text, { brand: ['Northwind'], others, group: 'news' }).p?.[0] ?? 0;
  expect(label(below, { brand: ['Northwind'], group: 'news' })).toBe('negative');
  expect(negative(below, [])).toBeGreaterThan(negative(headline, []) + 0.3);
  expect(negative(below, [])).toBeGreaterThan(negative(`${below} So says Bluebird.`, ['Bluebird']));
});

describe('toward a target', () => {
  const toward = (text: string, brand: string, others: string[] = [], group = 'news') =>
    score(text, { brand: [brand], others, group });
  const labelToward = (...asked: Parameters<typeof toward>) => toward(...asked).label;
  const net = (...asked: Parameters<typeof toward>) => {
    const [bad = 0, , good = 0] = toward(...asked).p ?? [];
    return good - bad;
  };

  test.each(['news', 'reviews', 'social'])(
    'who is better gains, and who is worse does not, in %s',
    (group) => {
      const clear = 'We tried both, and Northwind is clearly better than Bluebird!';
      expect(labelToward(clear, 'Northwind', ['Bluebird'], group)).toBe('positive');
      expect(labelToward(clear, 'Bluebird', ['Northwind'], group)).toBe('negative');
      const calm = 'Bread from Northwind tastes better than bread from Bluebird.';
      expect(net(calm, 'Northwind', ['Bluebird'], group)).toBeGreaterThan(0.3);
      expect(net(calm, 'Bluebird', ['Northwind'], group)).toBeLessThan(0);
    },
  );
  test('whether the other is known as a brand or only written as a name', () => {
    const text = 'We tried both, and Northwind is clearly better than Bluebird!';
    expect(net(text, 'Northwind', [], 'reviews')).toBeGreaterThan(net(text, 'Bluebird', [], 'reviews') + 0.3);
  });
  test('who is sued suffers, whoever is named first', () => {
    for (const text of [
      'Northwind was sued by Bluebird over fraud.',
      'Bluebird sues Northwind over fraud.',
    ]) {
      expect(labelToward(text, 'Northwind', ['Bluebird'])).toBe('negative');
      expect(net(text, 'Northwind', ['Bluebird'])).toBeLessThan(net(text, 'Bluebird', ['Northwind']));
    }
  });
  test('who is left for another does not gain by it', () => {
    const text = 'After years of bad service I left Bluebird for Northwind and love it.';
    expect(labelToward(text, 'Bluebird', ['Northwind'], 'reviews')).not.toBe('positive');
    expect(net(text, 'Northwind', ['Bluebird'], 'reviews')).toBeGreaterThan(
      net(text, 'Bluebird', ['Northwind'], 'reviews'),
    );
  });
  test('one of many names is no more than named', () =>
    expect(
      labelToward('Shops of Elm, Harbour, Northwind, Bluebird and Quill open on Sundays', 'Northwind'),
    ).toBe('neutral'));
  test('marks, emoji and the genitive beside the name change nothing about whom it names', () => {
    expect(labelToward('“Northwind’s” coffee is awful 😡', 'Northwind', [], 'reviews')).toBe('negative');
    expect(labelToward('Love it!!!Northwind😍', 'Northwind', [], 'social')).toBe('positive');
  });
  test('a part of the name names it too', () => {
    const text = 'Ada Byronne opened the meeting. Critics called Byronne a liar and a fraud.';
    expect(net(text, 'Ada Byronne')).toBeLessThan(net('Ada Byronne opened the meeting.', 'Ada Byronne'));
    expect(labelToward('Critics called Byronne a liar and a fraud.', 'Ada Byronne')).toBe('negative');
  });
  test('a text that does not name it is judged as a whole', () =>
    expect(toward('Bluebird is a wonderful place', 'Northwind')).toEqual(
      score('Bluebird is a wonderful place', { group: 'news' }),
    ));
  test('a name that is a common word is found as it is written', () =>
    expect(toward('Gap, minding the gap, is praised for its great service', 'Gap')).toEqual(
      toward('Northwind, minding the gap, is praised for its great service', 'Northwind'),
    ));
  test('a thing has what is said of it', () => {
    const text = 'The staff was lovely, but the delivery was slow and the box arrived broken.';
    expect(labelToward(text, 'staff', [], 'reviews')).toBe('positive');
    expect(labelToward(text, 'delivery', [], 'reviews')).toBe('negative');
  });
  test('a thing that is an opinion itself is heard', () =>
    expect(net('The parcel came late', 'late', [], 'reviews')).toBeLessThan(
      net('The parcel came today', 'today', [], 'reviews'),
    ));
});

describe('the trade’s own words count as the team says', () => {
  test('single words', () => {
    expect(label('that new roast is sick')).not.toBe('positive');
    expect(label('that new roast is sick', {}, { Sick: 'positive' })).toBe('positive');
  });
  test('neutral ones say nothing', () => {
    const [, , positive = 0] = score('a horrible cup', {}, { horrible: 'neutral' }).p ?? [];
    expect(positive).toBeGreaterThan(score('a horrible cup').p?.[2] ?? 1);
  });
  test('negated as any other', () =>
    expect(label('that new roast is not sick at all', {}, { sick: 'positive' })).toBe('negative'));
  test('phrases', () =>
    expect(label('the crema is to die for', {}, { 'to die for': 'positive' })).toBe('positive'));
  test('of one config do not leak into another', () => {
    score('awful', {}, { awful: 'positive' });
    expect(label('awful coffee')).toBe('negative');
  });
  test('and may be called as an object’s own workings are', () =>
    expect(label('constructor __proto__ good coffee', {}, { constructor: 'neutral' })).toBe('positive'));
});

test('the linear model alone judges too, and not always alike', () => {
  const alone = toneBase({}).score('The staff were wonderful and the coffee is great.', english);
  expect(alone.label).toBe('positive');
  expect(alone.p).not.toEqual(score('The staff were wonderful and the coffee is great.').p);
});

test.each([
  ['an empty text', ' ', 'en'],
  ['another language', 'Die Milch war gut', 'de'],
  ['a language that could not be told', 'die', 'und'],
])('%s is unscored', (_, text, lang) =>
  expect(score(text, { lang })).toEqual({ label: 'unscored', p: null }),
);

describe('the weights', () => {
  const notice = readFileSync(join(import.meta.dirname, 'NOTICE'), 'utf8');
  const files = ['weights.bin', 'network.bin', 'toward.bin', 'vectors.bin'];
  const fileOf = (name: string) => join(import.meta.dirname, name);
  it.each(files)('%s is the one that NOTICE states', (name) => {
    const stated = new RegExp(`^${name}, .*sha256 ([0-9a-f]{64})$`, 'm').exec(notice)?.[1];
    expect(
      createHash('sha256')
        .update(readFileSync(fileOf(name)))
        .digest('hex'),
    ).toBe(stated);
  });
  it('take a megabyte at most for the linear model, and five in all', () => {
    expect(statSync(fileOf('weights.bin')).size).toBeLessThanOrEqual(1_000_000);
    const all = files.reduce((sum, name) => sum + statSync(fileOf(name)).size, 0);
    expect(all).toBeLessThanOrEqual(5_000_000);
  });
  it('bear the version that scores bear', () => {
    expect(tone({}).by).toBe('tone@2.3.0');
    expect(toneBase({}).by).toBe('tone-base@2.3.0');
    expect(notice).toContain('version 2.3.0');
  });
});
