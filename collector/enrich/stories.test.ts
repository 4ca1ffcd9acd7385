import { describe, expect, test } from 'vitest';
import type { Mention } from '#contract';
import { openStories } from './stories.ts';

const mention = (some: Partial<Mention>): Mention => ({
  v: 1,
  id: '0'.repeat(16),
  doc: 'd1',
  brand: 'northwind',
  source: 'city-paper',
  group: 'news',
  site: 'paper.example',
  url: null,
  title: '',
  excerpt: '',
  publishedAt: '2026-11-20T06:00:00Z',
  firstSeenAt: '2026-11-20T06:00:00Z',
  ...some,
});
/** Whether the second tells the story of the first. */
function sameStory(first: Partial<Mention>, second: Partial<Mention>): boolean {
  const stories = openStories();
  stories.add(mention({ doc: 'one', ...first }), 'one');
  return stories.find(mention({ doc: 'two', site: 'other.example', ...second })) === 'one';
}
const title = 'Northwind Coffee opens a fourth shop';
const text = 'Northwind Coffee opened its fourth shop by the old bridge, with free cups for all who queued.';

describe('two mentions tell one story', () => {
  test('where they are the same document', () =>
    expect(sameStory({ doc: 'x' }, { doc: 'x', title: 'Edited' })).toBe(true));
  test('where another site carries the title, however it is set', () =>
    expect(sameStory({ title }, { title: '“Northwind Coffee” opens a fourth shop!' })).toBe(true));
  test('where another site adds its name to the title', () =>
    expect(sameStory({ title }, { title: `${title} | Daily News`, site: 'dailynews.example' })).toBe(true));
  test('where the text is the same under another title', () =>
    expect(
      sameStory({ title: 'Fourth shop for Northwind', excerpt: text }, { title, excerpt: `…${text}` }),
    ).toBe(true));
  test('where a short title comes with the same text', () =>
    expect(
      sameStory(
        { title: 'Open now', excerpt: 'Free cups by the bridge' },
        { title: 'Open now', excerpt: 'Free cups by the bridge' },
      ),
    ).toBe(true));
  test('59 days apart', () =>
    expect(sameStory({ title }, { title, publishedAt: '2027-01-18T06:00:00Z' })).toBe(true));
});

describe('two mentions tell two stories', () => {
  test('where title and text differ', () =>
    expect(
      sameStory(
        { title, excerpt: text },
        { title: 'Northwind Coffee closes a shop downtown', excerpt: 'Sad news.' },
      ),
    ).toBe(false));
  test('where only a short title is the same', () =>
    expect(
      sameStory({ title: 'Open now', excerpt: 'Free cups' }, { title: 'Open now', excerpt: 'Long queues' }),
    ).toBe(false));
  test('where one site repeats a title for something new', () =>
    expect(
      sameStory(
        { title: 'What are you drinking this week' },
        { title: 'What are you drinking this week', site: 'paper.example' },
      ),
    ).toBe(false));
  test('61 days apart', () =>
    expect(sameStory({ title }, { title, publishedAt: '2027-01-20T07:00:00Z' })).toBe(false));
  test('where two people give the same short praise', () => {
    const rating = { value: 5, of: 5 };
    expect(
      sameStory(
        { title: 'Great app', excerpt: 'Love it', rating },
        { title: 'Great app', excerpt: 'Love it', rating },
      ),
    ).toBe(false);
  });
  test('where a review repeats a long title over another text', () => {
    const rating = { value: 1, of: 5 };
    expect(
      sameStory(
        { title, excerpt: 'It is nice there', rating },
        { title, excerpt: 'It is awful there', rating },
      ),
    ).toBe(false);
  });
});

test('a review copied in full is one story', () => {
  const rating = { value: 1, of: 5 };
  expect(sameStory({ title, excerpt: text, rating }, { title, excerpt: text, rating })).toBe(true);
});
test('copies of copies still count from the first mention', () => {
  const stories = openStories();
  stories.add(mention({ doc: 'one', title }), 'one');
  stories.add(mention({ doc: 'two', title, site: 'b.example', publishedAt: '2027-01-10T06:00:00Z' }), 'one');
  expect(
    stories.find(mention({ doc: 'three', title, site: 'c.example', publishedAt: '2027-02-20T06:00:00Z' })),
  ).toBeUndefined();
});
test('forty copies of a wire story are one story', () => {
  const stories = openStories();
  const told = Array.from({ length: 40 }, (_, at) => {
    const copy = mention({ doc: `d${at}`, site: `site${at}.example`, title });
    const story = stories.find(copy) ?? copy.doc;
    stories.add(copy, story);
    return story;
  });
  expect(new Set(told)).toEqual(new Set(['d0']));
});
