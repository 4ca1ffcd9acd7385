import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { configOf, type Mention, Score, sourceKeys } from '#contract';
import { enrich, judgementConfig, openStories } from './enrich.ts';

const configFrom = (text: object) => configOf(z.looseObject({ ...sourceKeys, type: z.string() })).parse(text);
const written = {
  brand: { id: 'northwind', name: 'Northwind' },
  competitors: [{ id: 'bluebird', name: 'Bluebird' }],
};
const config = configFrom(written);
const mention = (some: Partial<Mention>): Mention => ({
  v: 1,
  id: '0'.repeat(16),
  doc: '1'.repeat(16),
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
const run = (...mentions: Partial<Mention>[]) =>
  enrich(mentions.map(mention), { past: openStories(), config, configHash: 'h', relevant: () => true });

test('a score satisfies the contract, in the order of its keys', () => {
  const [score] = run({
    title: 'Northwind opens',
    excerpt: 'The coffee is great but the delivery was terrible.',
  });
  expect(Object.keys(Score.parse(score))).toEqual(Object.keys(score ?? {}));
  expect(score).toMatchObject({
    story: '1'.repeat(16),
    lang: 'en',
    relevant: true,
    intents: [],
    by: 'tone@1.0.0',
    config: 'h',
  });
});

test('a theme has the tone of the clauses that name it', () => {
  const [score] = run({
    title: 'My week with Northwind',
    excerpt: 'The staff were wonderful, but the delivery was terrible.',
  });
  expect(score?.themes).toEqual([
    { id: 'delivery', tone: 'negative' },
    { id: 'people', tone: 'positive' },
  ]);
});

describe('the name of a brand is no theme', () => {
  const named = configFrom({
    brand: {
      id: 'crumb',
      name: 'Crumb & Co',
      any: ['Crumb & Co', 'CrumbCo', 'Quality Loaf'],
      match: '"crumb & co" OR (crumbco AND "fair price") OR "crumb app"',
    },
    competitors: [{ id: 'cheap', name: 'Cheap Beans', any: ['Cheap Beans'] }],
    themes: [{ id: 'texture', words: ['crumb', 'customer bean'] }],
  });
  const themesIn = (excerpt: string) =>
    enrich([mention({ brand: 'crumb', excerpt })], {
      past: openStories(),
      config: named,
      configHash: 'h',
      relevant: () => true,
    })[0]?.themes.map(({ id }) => id);
  test.each([
    ['Crumb & Co’s loaf', []],
    ['CrumbCo is open', []],
    ['Quality Loaf is open', []],
    ['The crumb app crashed', ['app', 'reliability', 'texture']],
    ['Cheap Beans opened', []],
    ['The crumb of Crumb & Co is dense', ['texture']],
    ['Beans are cheap at Cheap Beans', ['price']],
    ['A fair price at Crumb & Co', ['price']],
    ['A customer Crumb & Co bean', []],
  ])('%s: %j', (text, themes) => expect(themesIn(text)).toEqual(themes));
});

test('another language keeps its story and themes but no tone', () => {
  const [score] = run({
    title: 'Northwind',
    excerpt: 'Die App ist leider sehr langsam und der Kaffee war kalt',
  });
  expect(score).toMatchObject({
    lang: 'de',
    tone: { label: 'unscored', p: null },
    themes: [{ id: 'app', tone: 'unscored' }],
  });
});

test('a rating does not change the tone of the words', () => {
  const words = { title: 'Wonderful', excerpt: 'The coffee is great and the staff are lovely.' };
  const [plain, rated] = run({ ...words, doc: 'a' }, { ...words, doc: 'b', rating: { value: 1, of: 5 } });
  expect(rated?.tone).toEqual(plain?.tone);
});

test('lines of two brands on one document share the story, each with its own tone', () => {
  const said = { title: 'Coffee compared', excerpt: 'Bluebird is great but Northwind is awful.' };
  const scores = run({ ...said, brand: 'northwind' }, { ...said, brand: 'bluebird' });
  expect(scores.map((score) => [score.story, score.tone.label])).toEqual([
    ['1'.repeat(16), 'negative'],
    ['1'.repeat(16), 'positive'],
  ]);
});

test('talk of the category has a tone and no brand', () => {
  const [score] = run({ brand: null, title: 'I love a great espresso in the morning' });
  expect(score).toMatchObject({ brand: null, tone: { label: 'positive' } });
});

test('a title that the excerpt repeats is not counted twice', () => {
  const [once] = run({ title: 'A good cup…', excerpt: 'A good cup of coffee by the river' });
  const [alone] = run({ title: '', excerpt: 'A good cup of coffee by the river' });
  expect(once?.tone).toEqual(alone?.tone);
});

test('relevance is what the queries say', () => {
  const scores = enrich([mention({ title: 'x' })], {
    past: openStories(),
    config,
    configHash: 'h',
    relevant: () => false,
  });
  expect(scores[0]?.relevant).toBe(false);
});

test('tonight’s mentions join the stories of nights before', () => {
  const past = openStories();
  const options = { past, config, configHash: 'h', relevant: () => true };
  enrich([mention({ doc: 'a', title: 'Northwind opens a fourth shop' })], options);
  const [copy] = enrich(
    [mention({ doc: 'b', site: 'other.example', title: 'Northwind opens a fourth shop' })],
    options,
  );
  expect(copy?.story).toBe('a');
});

test('the same lines give the same scores', () => {
  const lines = Array.from({ length: 50 }, (_, at) => ({
    doc: `d${at % 20}`,
    title: `Northwind opens shop number ${at % 7} today`,
    site: `s${at % 3}`,
  }));
  expect(run(...lines)).toEqual(run(...lines));
});

describe('what a judgement depends on', () => {
  test('the scorer that brand.yml names judges, and its judgements are told from those of another', () => {
    const counted = configFrom({ ...written, scorer: 'afinn' });
    const [score] = enrich([mention({ title: 'Northwind is a wonderful place' })], {
      past: openStories(),
      config: counted,
      configHash: 'h',
      relevant: () => true,
    });
    expect(score).toMatchObject({ by: expect.stringMatching(/^afinn@/), tone: { label: 'positive' } });
    expect(judgementConfig(counted)).not.toEqual(judgementConfig(config));
  });
  const of = (some: object) => JSON.stringify(judgementConfig(configFrom({ ...written, ...some })));
  test('changes with queries, themes and words', () => {
    const plain = of({});
    expect(of({ words: { sick: 'positive' } })).not.toBe(plain);
    expect(of({ themes: [{ id: 'price', words: ['tariff'] }] })).not.toBe(plain);
    expect(of({ competitors: [] })).not.toBe(plain);
  });
  test('not with sources, colours, names of themes or the order of words', () => {
    expect(of({ sources: [{ id: 'a', type: 'feed' }], site: { colour: '#000000' } })).toBe(of({}));
    expect(of({ words: { a: 'positive', b: 'neutral' } })).toBe(
      of({ words: { b: 'neutral', a: 'positive' } }),
    );
  });
});
