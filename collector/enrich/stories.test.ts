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
  test('where an agency, a place and a day were put before the text', () =>
    expect(
      sameStory(
        { title: 'Fourth shop for Northwind', excerpt: text },
        { title: 'Queue by the bridge', excerpt: `LEEDS, Nov 20 (Wire) - ${text}` },
      ),
    ).toBe(true));
  test('where the excerpts show the text from different places on', () =>
    expect(
      sameStory(
        { title: 'Fourth shop', excerpt: `${text} The owner said that several more were planned…` },
        {
          title: 'Open now',
          excerpt: `…by the old bridge, with free cups for all who queued. The owner said that several more were planned in spring…`,
        },
      ),
    ).toBe(true));
  test('where an editor put other words and a slip crept in', () =>
    expect(
      sameStory(
        { title, excerpt: text },
        {
          title: 'Northwind Coffee launches a fourth store',
          excerpt: text.replace('opened', 'launched').replace('bridge', 'brigde'),
        },
      ),
    ).toBe(true));
  test('where a text without spaces is edited', () =>
    expect(
      sameStory(
        {
          title: '北风咖啡在老桥边开设第四家门店',
          excerpt: '北风咖啡周六在老桥边开设第四家门店，排队的人都得到一杯免费咖啡。',
        },
        {
          title: '老桥边迎来新店',
          excerpt: '北风咖啡周六在老桥边开设第四家新门店，排队的人都得到一杯免费咖啡。',
        },
      ),
    ).toBe(true));
  test('where one of them rounds a number and says so', () =>
    expect(
      sameStory(
        { title, excerpt: `${text} It gives work to 83 people.` },
        { title, excerpt: `${text} It gives work to about 80 people.` },
      ),
    ).toBe(true));
  test('where the same headline stands over two places of one text', () =>
    expect(
      sameStory(
        { title, excerpt: 'Doors open on Monday by the old bridge, with free cups for all who queue early…' },
        { title, excerpt: '…neighbours hope that other owners return to the empty houses along the river' },
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
  test.each([
    ['another place', 'Northwind Coffee opens a shop in Leeds', 'Northwind Coffee opens a shop in York'],
    ['another number', 'Northwind Coffee recalls 5,000 cups', 'Northwind Coffee recalls 12,000 cups'],
    [
      'another quarter',
      'Northwind Coffee Q2 results beat forecast',
      'Northwind Coffee Q3 results beat forecast',
    ],
    ['the next week', 'Weekly coffee discussion thread #41', 'Weekly coffee discussion thread #42'],
    ['another ordinal', 'Northwind Coffee opens its fourth shop', 'Northwind Coffee opens its fifth shop'],
  ])('where the same words tell of %s', (_, one, other) =>
    expect(sameStory({ title: one, excerpt: text }, { title: other, excerpt: text })).toBe(false),
  );
  test('where another product is spoken of in the same words', () =>
    expect(
      sameStory(
        {
          title: 'Northwind recalls kettles over fire risk',
          excerpt:
            'Northwind is recalling kettles since a switch may overheat. Stop using the kettles at once.',
        },
        {
          title: 'Northwind recalls toasters over fire risk',
          excerpt:
            'Northwind is recalling toasters since a switch may overheat. Stop using the toasters at once.',
        },
      ),
    ).toBe(false));
  test.each([
    ['approves', 'rejects'],
    ['upgrades', 'downgrades'],
    ['hires for', 'fires from'],
  ])('where one %s what the other %s', (one, other) =>
    expect(
      sameStory(
        { title: `City council ${one} the Northwind Coffee roastery`, excerpt: text },
        { title: `City council ${other} the Northwind Coffee roastery`, excerpt: text },
      ),
    ).toBe(false),
  );
  test('where but one thing, in small letters, is another', () =>
    expect(
      sameStory(
        { title: 'Northwind looks for a manager', excerpt: `${text} You look after the paper filter range.` },
        { title: 'Northwind looks for a manager', excerpt: `${text} You look after the cold brew range.` },
      ),
    ).toBe(false));
  test('where a headline that fits any day stands over other texts', () =>
    expect(
      sameStory(
        {
          title: 'Five things to know before the market opens',
          excerpt: 'Oil climbed overnight while yields slipped. Traders await minutes of the central bank.',
        },
        {
          title: 'Five things to know before the market opens',
          excerpt: 'Exporters gained after a pause in tariffs. A drug maker reports under its new head.',
        },
      ),
    ).toBe(false));
  test('where a number was corrected', () =>
    expect(
      sameStory(
        { title, excerpt: `${text} It gives work to 83 people.` },
        { title, excerpt: `${text} It gives work to 84 people.` },
      ),
    ).toBe(false));
  test('where they share but a closing sentence', () =>
    expect(
      sameStory(
        {
          title: 'Northwind hires in Reading',
          excerpt: 'Northwind looks for twelve roasters. The company did not give figures for single shops.',
        },
        {
          title: 'Northwind raises prices',
          excerpt: 'A flat white now costs more. The company did not give figures for single shops.',
        },
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

describe('among hundreds of stories of one template', () => {
  const places = (at: number) =>
    `${'ABDFGHKLMN'[at % 10]}${'aeiou'[at % 5]}${'lmnrst'[at % 6]}${'bdgkp'[Math.floor(at / 60) % 5]}ury`;
  const opening = (at: number, site: string): Mention =>
    mention({
      doc: `${site} ${at}`,
      site,
      title: `Northwind Coffee opens new branch in ${places(at)}`,
      excerpt: `Northwind Coffee opened a branch in ${places(at)} on Tuesday, creating ${100 + at * 13} jobs in the old railway quarter. The company said the site would serve as a model for further openings next year.`,
    });
  const siblings = (count: number) => {
    const stories = openStories();
    for (let at = 0; at < count; at++) stories.add(opening(at, 'paper.example'), `paper.example ${at}`);
    return stories;
  };
  test.each([30, 300])('a word-for-word copy joins its story among %i', (count) => {
    const stories = siblings(count);
    for (let at = 0; at < count; at++) {
      const copy = opening(at, 'star.example');
      expect(stories.find({ ...copy, title: `${copy.title} - The Daily Star` })).toBe(`paper.example ${at}`);
    }
  });
  test('an edited copy joins its story', () => {
    const stories = siblings(200);
    for (let at = 0; at < 200; at++) {
      const copy = opening(at, 'star.example');
      const excerpt = copy.excerpt.replace('The company said', 'The firm stated').replace('further', 'more');
      expect(stories.find({ ...copy, excerpt })).toBe(`paper.example ${at}`);
    }
  });
  test('a new one joins none', () =>
    expect(
      siblings(200).find({
        ...opening(1, 'star.example'),
        title: 'Northwind Coffee opens new branch in Zwolle',
        excerpt: opening(1, '').excerpt.replace(places(1), 'Zwolle').replace('113', '77'),
      }),
    ).toBeUndefined());
});
