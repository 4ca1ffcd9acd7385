import fc from 'fast-check';
import { intents } from '#contract';
import { type Parts, type Row, toRow } from './heard.ts';

/** Rows of every kind, newest first, as `toRow` makes them. */
const themeIds = ['delivery', 'price', 'taste'] as const;
const parts: Parts = {
  touchpointOf: new Map([
    ['delivery', 'deliver'],
    ['price', 'pay'],
  ]),
  segments: [
    { id: 'trade', holds: ({ source }) => source === 'paper' },
    { id: 'late', holds: ({ title }) => /late/i.test(title) },
  ],
};
const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
const tone = fc.constantFrom('negative', 'neutral', 'positive', 'unscored');
const text = fc.oneof(
  fc.constantFrom('A late delivery', 'Café, café!', '=1+1', 'コーヒーは遅い', '', '<b>Price</b> “rise”'),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
);
const scored = fc.record({
  story: fc.constantFrom('a', 'b', 'c', 'd').map((letter) => letter.repeat(16)),
  lang: fc.constantFrom('en', 'de', 'und'),
  tone: fc.record({
    label: tone,
    p: fc.option(
      fc.constantFrom([0.1, 0.2, 0.7], [0.44, 0.3, 0.26]) as fc.Arbitrary<[number, number, number]>,
    ),
  }),
  themes: fc.uniqueArray(fc.record({ id: fc.constantFrom(...themeIds), tone }), { selector: ({ id }) => id }),
  intents: fc.uniqueArray(fc.constantFrom(...intents), { maxLength: 3 }),
  ratingConflict: fc.boolean(),
});
const mention = fc.record({
  id: hex,
  brand: fc.constantFrom('northwind', 'bluebird', null),
  source: fc.constantFrom('paper', 'forum', 'index'),
  site: fc.constantFrom('', 'paper.example', 'a.example', 'b.example'),
  url: fc.constantFrom(null, 'https://paper.example/1', 'javascript:alert(1)'),
  title: text,
  excerpt: text,
  at: fc.integer({ min: Date.parse('2024-12-30T00:00:00Z'), max: Date.parse('2026-03-02T00:00:00Z') }),
  rating: fc.option(fc.constantFrom({ value: 5, of: 5 }, { value: 3.5, of: 5 }, { value: 1, of: 1 })),
  dateFlag: fc.option(fc.constantFrom('date_inferred', 'date_clamped')),
  version: fc.option(fc.constant('4.2.1')),
  score: fc.option(scored, { freq: 8 }),
  label: fc.option(fc.constantFrom('negative', 'positive'), { freq: 2 }),
});

export const madeRows: fc.Arbitrary<Row[]> = fc.array(mention, { maxLength: 40 }).map((all) =>
  all
    .toSorted((a, b) => b.at - a.at)
    .map(({ at, rating, dateFlag, version, score, label, ...rest }) => {
      const publishedAt = `${new Date(at).toISOString().slice(0, 19)}Z`;
      const { ratingConflict = false, ...said } = score ?? {};
      const judged = score && {
        ...said,
        id: rest.id,
        brand: rest.brand,
        relevant: true,
        by: 'tone@1',
        config: 'c',
        ...(ratingConflict ? { ratingConflict: true as const } : {}),
      };
      return toRow(
        {
          v: 1,
          doc: rest.id,
          group: rest.source === 'paper' ? 'news' : 'forum',
          publishedAt,
          firstSeenAt: publishedAt,
          ...rest,
          ...(rating ? { rating } : {}),
          ...(dateFlag ? { dateFlag } : {}),
          ...(version ? { version } : {}),
          score: judged as Parameters<typeof toRow>[0]['score'],
          ...(label ? { label } : {}),
        },
        'Europe/Berlin',
        parts,
      );
    }),
);
