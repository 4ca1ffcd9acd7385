import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { configOf, Mention, sourceKeys } from '#contract';
import type { Item, Source } from '../types.ts';
import { searchNames } from './search-names.ts';
import { compilePanel, isRelevant, queryErrors, select, standing } from './select.ts';

/** Of milliseconds: what grows with the square of a text takes minutes, and what does not a part of a second, on a busy machine too. */
const fewSeconds = 5000;

const configFrom = (text: object) => configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse(text);
const config = configFrom({
  brand: {
    id: 'northwind',
    name: 'Northwind Coffee',
    match: '"northwind coffee" OR northwind NEAR/5 (coffee OR roastery)',
  },
  competitors: [
    {
      id: 'bluebird',
      name: 'Bluebird',
      any: ['Bluebird Roasters', 'Bluebird'],
      context: ['coffee', 'espresso'],
      none: ['car'],
    },
    { id: 'redleaf', name: 'Red Leaf' },
  ],
  sources: [
    { id: 'city-paper', type: 'feed' },
    { id: 'app-us', type: 'app-store', brand: 'northwind' },
  ],
  privacy: { excerpt: { quiet: 0 } },
});
const panel = compilePanel(config);
const now = new Date('2026-11-20T06:00:00.500Z');
const paper: Source = { id: 'city-paper', type: 'feed', group: 'news' };

const item = (some: Partial<Item>): Item => ({
  key: 'link paper.example/1',
  doc: '0123456789abcdef',
  url: 'https://paper.example/1',
  site: 'paper.example',
  title: '',
  text: '',
  publishedAt: new Date('2026-11-19T22:30:00Z'),
  ...some,
});
const run = (items: Item[], source = paper) => select(items, panel, source, { now, config });
const brands = (some: Partial<Item>, source = paper) =>
  run([item(some)], source).mentions.map((one) => one.brand);

test('a mention is a line of the contract, its keys in their order', () => {
  const { mentions } = run([
    item({
      title: 'Northwind Coffee opens',
      text: 'Thanks to @ann and ann@mail.example, Northwind Coffee opened.',
      dateFlag: 'date_clamped',
      rating: { value: 4, of: 5 },
      version: '7.1',
      attention: { points: 3 },
    }),
  ]);
  expect(JSON.stringify(mentions[0])).toBe(
    JSON.stringify({
      v: 1,
      id: mentions[0]?.id,
      doc: '0123456789abcdef',
      brand: 'northwind',
      source: 'city-paper',
      group: 'news',
      site: 'paper.example',
      url: 'https://paper.example/1',
      title: 'Northwind Coffee opens',
      excerpt: 'Thanks to @… and …@…, Northwind Coffee opened.',
      publishedAt: '2026-11-19T22:30:00Z',
      firstSeenAt: '2026-11-20T06:00:00Z',
      dateFlag: 'date_clamped',
      rating: { value: 4, of: 5 },
      version: '7.1',
      attentionAtFirstSight: { points: 3 },
    }),
  );
  expect(Mention.safeParse(mentions[0]).success).toBe(true);
});

describe('an item is kept', () => {
  test('for every brand that it names', () =>
    expect(brands({ text: 'Northwind Coffee and Bluebird Roasters pour coffee with Red Leaf' })).toEqual([
      'northwind',
      'bluebird',
      'redleaf',
    ]));
  test('by its title alone', () => expect(brands({ title: 'Red Leaf grows' })).toEqual(['redleaf']));
  test('not without the context', () => expect(brands({ text: 'A bluebird sang' })).toEqual([]));
  test('not with a word of none', () =>
    expect(brands({ text: 'The Bluebird car and its espresso bar' })).toEqual([]));
  test('always, by a source that speaks of one brand', () =>
    expect(
      brands({ text: 'Crashes. Bluebird coffee is better.' }, { ...paper, id: 'app-us', brand: 'northwind' }),
    ).toEqual(['northwind']));
  test('as talk of the category, where its source collects that', () =>
    expect(brands({ text: 'Any good espresso here?' }, { ...paper, category: true })).toEqual([null]));
  test('under one id for all brands, another for another source', () => {
    const named = item({ text: 'Northwind Coffee, Red Leaf' });
    const [one, two] = run([named]).mentions;
    expect(one?.id).toBe(two?.id);
    expect(run([named], { ...paper, id: 'other' }).mentions[0]?.id).not.toBe(one?.id);
  });
});

test('what is dropped is counted by reason', () =>
  expect(
    run([
      item({ text: 'Rain' }),
      item({ text: 'A bluebird sang' }),
      item({ text: 'Bluebird car, coffee' }),
      item({ text: 'Red Leaf' }),
    ]).dropped,
  ).toEqual({ no_match: 1, excluded: 2 }));

describe('the excerpt', () => {
  const long =
    `${'Filler words come first here. '.repeat(20)}Red Leaf opened. ${'More words follow. '.repeat(40)}`.trim();
  const excerpt = (group: string) =>
    run([item({ text: long })], { ...paper, group }).mentions[0]?.excerpt ?? '';
  test('is at most 120 characters of news, 280 of a forum, 600 of a review, around the name', () => {
    for (const [group, most] of [
      ['news', 120],
      ['forum', 280],
      ['reviews', 600],
    ] as const) {
      expect(excerpt(group).length).toBeLessThanOrEqual(most);
      expect(excerpt(group).length).toBeGreaterThan(most - 35);
      expect(excerpt(group)).toContain('Red Leaf');
    }
  });
  test('is what brand.yml says', () => expect(excerpt('quiet')).toBe(''));
  test('keeps the brand’s own handle and hides others', () =>
    expect(run([item({ text: 'Hey @RedLeaf and @ann: Red Leaf is good' })]).mentions[0]?.excerpt).toBe(
      'Hey @RedLeaf and @…: Red Leaf is good',
    ));
});

describe('whether a stored mention is still relevant', () => {
  const stored = (some: Partial<Item>, source = paper) => run([item(some)], source).mentions[0] as Mention;
  const far = `Bluebird opened. ${'Nothing else to say. '.repeat(30)}The coffee is good.`;
  const panelOf = (brand: object) =>
    compilePanel(
      configFrom({
        brand: { id: 'northwind', name: 'N' },
        competitors: [{ id: 'bluebird', name: 'Bluebird', ...brand }],
      }),
    );

  test('yes, tonight, even where the excerpt has lost the context', () =>
    expect(isRelevant(stored({ text: far }), panel)).toBe(true));
  test('no, once a word that it holds is excluded', () =>
    expect(isRelevant(stored({ text: far }), panelOf({ none: ['opened'] }))).toBe(false));
  test('no, once the name is narrowed to one that it lacks', () =>
    expect(isRelevant(stored({ text: far }), panelOf({ match: '"Bluebird Roasters"' }))).toBe(false));
  test('yes, tonight, where NEAR reaches beyond the excerpt', () => {
    const wide = panelOf({ match: 'bluebird NEAR/100 coffee' });
    const text = `Bluebird opened. ${'Nothing else to say. '.repeat(20)}The coffee is good.`;
    const [mention] = select([item({ text })], wide, paper, { now, config }).mentions as [Mention];
    expect(mention.excerpt).not.toMatch(/Bluebird[\s\S]*coffee/);
    expect(isRelevant(mention, wide)).toBe(true);
  });
  test('no, once its brand has left the panel', () =>
    expect(isRelevant({ ...stored({ text: far }), brand: 'gone' }, panel)).toBe(false));
  test('yes, from a source that speaks of one brand, whatever it says', () =>
    expect(
      isRelevant(stored({ text: 'Crashes' }, { ...paper, id: 'app-us', brand: 'northwind' }), panel),
    ).toBe(true));
  test('yes, where no excerpt was kept to judge by', () =>
    expect(isRelevant(stored({ text: far }, { ...paper, group: 'quiet' }), panel)).toBe(true));
});

describe('queries that cannot be read', () => {
  const broken = configFrom({
    brand: { id: 'a', name: 'A', match: 'roast AND' },
    competitors: [{ id: 'b', name: '&&', none: ['ok', '!!'] }],
  });
  test('are told with their path and place', () =>
    expect(queryErrors(broken)).toEqual([
      {
        path: ['brand', 'match'],
        message: 'expected a word, a phrase or "(" but found the end of the query (character 10)',
      },
      {
        path: ['competitors', 0, 'match'],
        message:
          '"&&" holds no letter or digit to look for; for the symbols themselves write raw:"&&"; say what finds the brand',
      },
      {
        path: ['competitors', 0, 'none', 1],
        message: '"!!" holds no letter or digit to look for; for the symbols themselves write raw:"!!"',
      },
    ]));
  test('are told where a list is empty, which would match nothing or say nothing', () =>
    expect(
      queryErrors(
        configFrom({
          brand: { id: 'a', name: 'A', any: [], none: [] },
          competitors: [{ id: 'b', name: 'Bee', all: [], context: [] }],
        }),
      ).map(({ path }) => path.join('.')),
    ).toEqual(['brand.any', 'brand.none', 'competitors.0.all', 'competitors.0.context']));
  test('are told where an operator is written in small letters', () =>
    expect(queryErrors(configFrom({ brand: { id: 'a', name: 'A', match: 'acme or acmee' } }))[0]).toEqual({
      path: ['brand', 'match'],
      message:
        'operators are written in capitals: OR; for the word itself write "or" in quotes (character 6)',
    }));
  test('match nothing and throw nothing', () =>
    expect(
      select([item({ text: 'roast AND more' })], compilePanel(broken), paper, { now, config: broken })
        .mentions,
    ).toEqual([]));
  test('there are none in a good config', () => expect(queryErrors(config)).toEqual([]));
});

describe('who wrote is not stored', () => {
  const stored = (some: Partial<Item>) =>
    run([item(some)]).mentions.map(({ title, excerpt }) => [title, excerpt]);
  test.each([
    [
      'in title and excerpt',
      ['Ann Bell'],
      'Red Leaf, by Ann Bell',
      'ANN BELL’s Red Leaf',
      'Red Leaf, by …',
      '…’s Red Leaf',
    ],
    [
      'but the brand’s own name stays',
      ['Red Leaf'],
      'Red Leaf',
      'Red Leaf says',
      'Red Leaf',
      'Red Leaf says',
    ],
    [
      'but a brand’s name within one stays, so that it is still found',
      ['Red Leaf Ann Bell'],
      'x',
      'Red Leaf Ann Bell pours',
      'x',
      'Red Leaf … pours',
    ],
    ['not within a word', ['Ann'], 'x', 'Annual Red Leaf. Ann', 'x', 'Annual Red Leaf. …'],
    [
      'a name like a word only in its case',
      ['Rain'],
      'x',
      'Red Leaf in the rain, says Rain',
      'x',
      'Red Leaf in the rain, says …',
    ],
    ['a handle in any case', ['RiverOtter'], 'x', 'riverotter likes Red Leaf', 'x', '… likes Red Leaf'],
    ['in a script without spaces', ['山田太郎'], 'x', '山田太郎がRed Leafを', 'x', '…がRed Leafを'],
  ])('%s', (_, authors, title, text, ...masked) =>
    expect(stored({ authors, title, text })).toEqual([masked]),
  );

  test('and no line has a key for it', () =>
    expect(JSON.stringify(run([item({ authors: ['Ann Bell'], text: 'Red Leaf' })]).mentions)).not.toContain(
      'Bell',
    ));
  test('a mention stays relevant after its author is masked', () => {
    const [mention] = run([
      item({ authors: ['Bluebird Espresso'], text: 'Bluebird Espresso pours' }),
    ]).mentions;
    expect(mention && isRelevant(mention, panel)).toBe(true);
  });
  test('a flood of names is masked in a few seconds', () => {
    const before = performance.now();
    run([
      item({
        authors: Array.from({ length: 12 }, (_, at) => `ann ${at}`),
        text: 'ann ann 1 '.repeat(10_000),
      }),
    ]);
    expect(performance.now() - before).toBeLessThan(fewSeconds);
  });
});

describe('what is typed into the search of a source', () => {
  const names = (brand: object) => searchNames({ id: 'a', name: 'Acme Ltd', ...brand });
  test.each([
    [{}, ['Acme Ltd']],
    [{ match: '"acme shop" OR acme NEAR/5 (coffee OR tea)' }, ['acme shop', 'acme']],
    [{ match: 'lang:en raw:"C++" NOT java' }, ['C++']],
    [{ any: ['=Nestlé', 'raw:Yahoo!', 'roast*'] }, ['Nestlé', 'Yahoo!', 'roast']],
    [{ all: ['site:acme.example'] }, ['Acme Ltd']],
  ])('of %j is %j', (brand, typed) => expect(names(brand)).toEqual(typed));
});

describe('a query about what an item is', () => {
  const of = (match: string) => {
    const about = configFrom({ brand: { id: 'a', name: 'A', match }, sources: [{ id: 'x', type: 'feed' }] });
    const panel = compilePanel(about);
    const read = item({ text: 'Northwind öffnet', site: 'blog.northwind.example' });
    const language = () => 'de';
    return {
      panel,
      kept: select([read], panel, paper, { now, config, language }).mentions,
      unasked: select([read], panel, paper, { now, config }).mentions,
    };
  };
  test('keeps all of a site, from its beginning', () =>
    expect(of('site:northwind.example').kept[0]?.excerpt).toBe('Northwind öffnet'));
  test('keeps one language', () => {
    expect(of('northwind lang:de').kept).toHaveLength(1);
    expect(of('northwind lang:en').kept).toHaveLength(0);
    expect(of('northwind NOT lang:de').kept).toHaveLength(0);
  });
  test('keeps nothing where nobody tells the language', () =>
    expect(of('northwind lang:de').unasked).toHaveLength(0));
  test('keeps one group', () => {
    expect(of('northwind group:news').kept).toHaveLength(1);
    expect(of('northwind NOT group:news').kept).toHaveLength(0);
  });
  test('is judged again by what is stored, and by the language of the score', () => {
    const [mention] = of('northwind').kept as [Mention];
    const relevant = (match: string, lang?: string) => isRelevant(mention, of(match).panel, lang);
    expect(relevant('site:northwind.example')).toBe(true);
    expect(relevant('site:other.example')).toBe(false);
    expect(relevant('northwind NOT group:news')).toBe(false);
    expect(relevant('northwind lang:en', 'de')).toBe(false);
    expect(relevant('northwind lang:de', 'de')).toBe(true);
    expect(relevant('northwind lang:en')).toBe(true);
    expect(standing(mention, of('northwind lang:en').panel)).toBe('unknown');
  });
});

test.each([
  [{ any: ['lang:en'] }, ['brand.any.0']],
  [{ all: ['lang:en', 'group:news'] }, ['brand.all']],
  [{ all: ['lang:en'], any: ['northwind'] }, []],
  [{ all: ['site:northwind.example'] }, []],
  [{ any: ['inurl:x', 'title:"x y"', 'raw:.NET'], none: ['site:x.example', 'lang:de', 'raw:'] }, []],
])('the simple form of %j has errors at %j', (brand, paths) =>
  expect(
    queryErrors(configFrom({ brand: { id: 'a', name: 'Acme', ...brand } })).map(({ path }) => path.join('.')),
  ).toEqual(paths),
);

test('a title without a text is all that was said, where excerpts are kept', () => {
  const [mention] = run([item({ title: 'Red Leaf grows' })]).mentions as [Mention];
  const narrower = (privacy: object) =>
    compilePanel(
      configFrom({ brand: { id: 'redleaf', name: 'Red Leaf', match: '"red leaf" AND coffee' }, privacy }),
    );
  expect(standing(mention, narrower({}))).toBe('no');
  expect(standing(mention, narrower({ excerpt: { news: 0 } }))).toBe('unknown');
});
