import { expect, test } from 'vitest';
import type { Mention, Score } from '#contract';
import { oddlyEmpty } from './odd-links.ts';
import { oddStories } from './odd-stories.ts';

const title = 'Northwind Coffee opens a fourth shop by the old bridge';
const told = (doc: string, story: string, some: Partial<Mention> = {}) => ({
  mention: {
    v: 1,
    id: doc,
    doc,
    brand: 'northwind',
    source: 'city-paper',
    group: 'news',
    site: `${doc}.example`,
    url: `https://${doc}.example/a`,
    title,
    excerpt: '',
    publishedAt: '2026-11-20T06:00:00Z',
    firstSeenAt: '2026-11-20T07:00:00Z',
    ...some,
  } satisfies Mention,
  score: { id: doc, brand: 'northwind', story } as Score,
});
const later = (at: string): Partial<Mention> => ({ publishedAt: at, firstSeenAt: at });
const options = { isOurs: () => true, isForgotten: (_story: string) => false, isComplete: true };
const odd = (all: ReturnType<typeof told>[], some: Partial<typeof options> = {}) =>
  oddStories(all, { ...options, ...some }).map(({ why }) => why);

test('a story is what began it and its near copies', () =>
  expect(odd([told('one', 'one'), told('two', 'one'), told('six', 'six', { title: 'Rain' })])).toEqual([]));
test('a text that is no copy of what began its story was put there by hand', () => {
  const all = [told('one', 'one'), told('two', 'one', { title: 'Rain in the harbour' })];
  expect(odd(all)).toEqual(['tells the story one, and is no copy of what began it']);
  expect(odd(all, { isOurs: () => false })).toEqual([]);
});
test('nobody tells a story that began more than 60 days away, or that nobody began', () => {
  expect(odd([told('one', 'one'), told('two', 'one', later('2027-03-01T06:00:00Z'))])).toHaveLength(1);
  expect(odd([told('two', 'one')])).toEqual([
    'tells the story one, which nothing within 60 days of it began',
  ]);
  expect(odd([told('two', 'one')], { isForgotten: (story) => story === 'one' })).toEqual([]);
});
test('one document tells one story within 60 days, but for runs that overlapped', () => {
  const again = (at: string) => [
    told('one', 'one'),
    told('two', 'two', { title: 'Rain' }),
    told('two', 'six', { ...later(at), title: 'Rain' }),
    told('six', 'six', { ...later(at), title: 'Rain' }),
  ];
  const apart = (at: string) => odd(again(at), { isOurs: () => false });
  expect(apart('2026-11-21T07:00:00Z')).toEqual(['tells another story than two, which is the same document']);
  expect(apart('2026-11-20T07:10:00Z')).toEqual([]);
  expect(apart('2027-02-21T07:00:00Z')).toEqual([]);
});
test('a copy that tells a story of its own was split off, unless the runs overlapped or lines were forgotten', () => {
  const split = [told('one', 'one'), told('two', 'two', later('2026-11-22T07:00:00Z'))];
  expect(odd(split)).toEqual(['tells a story of its own, and is a copy of the story one']);
  expect(odd(split, { isComplete: false })).toEqual([]);
  expect(odd([told('one', 'one'), told('two', 'two', later('2026-11-20T08:00:00Z'))])).toEqual([]);
});

const empty = { url: null, title: '', excerpt: '' };
const inMonth = (all: { mention: Mention }[]) =>
  oddlyEmpty(all.map((one) => ({ ...one, month: '2026-11' }))).length;
test('words are taken out of all that was seen up to a moment, or by hand', () => {
  const [one, two, six] = [
    told('one', 'one'),
    told('two', 'two'),
    told('six', 'six', later('2026-11-25T07:00:00Z')),
  ];
  expect(inMonth([one, two, six])).toBe(0);
  expect(inMonth([told('one', 'one', empty), told('two', 'two', empty), six])).toBe(0);
  expect(inMonth([one, told('two', 'two', empty), six])).toBe(1);
  expect(inMonth([one, told('two', 'two', { ...empty, rating: { value: 5, of: 5 } })])).toBe(0);
});
