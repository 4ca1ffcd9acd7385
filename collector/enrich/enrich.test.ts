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
    by: 'tone@2.3.0',
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
    ['Crumb & Co is as cheap as Cheap Beans', ['price']],
    ['Beans are cheap at Cheap Beans', []],
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

describe('a rating', () => {
  const judged = (excerpt: string, value?: number, more: Partial<Mention> = {}) =>
    run({
      group: 'reviews',
      excerpt,
      ...(value === undefined ? {} : { rating: { value, of: 5 } }),
      ...more,
    })[0];
  const kind = 'Wonderful, the coffee is great and the staff are lovely.';
  const unkind = 'Terrible. The app crashes all the time and nobody ever answers.';
  test('that agrees with the words makes the tone surer', () => {
    const [plain, rated] = [judged('The coffee was good'), judged('The coffee was good', 5)];
    expect([plain?.tone.label, rated?.tone.label]).toEqual(['positive', 'positive']);
    expect(rated?.tone.p?.[2]).toBeGreaterThan(plain?.tone.p?.[2] ?? 1);
    expect(rated).not.toHaveProperty('ratingConflict');
  });
  test('that contradicts the words is told of, and moves nothing', () => {
    for (const [text, value] of [
      [unkind, 5],
      [kind, 1],
    ] as const) {
      const score = judged(text, value);
      expect(score?.tone).toEqual(judged(text)?.tone);
      expect(Object.keys(Score.parse(score))).toEqual(Object.keys(score ?? {}));
      expect(score?.ratingConflict).toBe(true);
    }
  });
  test('moves no theme', () => {
    const said = 'The delivery came on a Tuesday';
    expect(judged(said, 1)?.themes).toEqual(judged(said)?.themes);
  });
  test('gives no tone to words without one: none at all, or of a language without a model', () => {
    for (const text of ['', 'Die App ist leider sehr langsam und der Kaffee war kalt'])
      for (const value of [1, 5]) {
        const score = judged(text, value);
        expect(score?.tone).toEqual({ label: 'unscored', p: null });
        expect(score).not.toHaveProperty('ratingConflict');
      }
  });
  test('says nothing where another brand is named too, or none: it may be meant for that one', () => {
    const both = 'Better than Bluebird in everything, I love it';
    expect(judged(both, 1)).toEqual(judged(both));
    expect(judged(kind, 1, { brand: null })).toEqual(judged(kind, undefined, { brand: null }));
  });
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
