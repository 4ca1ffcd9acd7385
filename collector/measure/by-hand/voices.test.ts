import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { day, ranked, week } from './figure-of.fixture.ts';

test('voices count the stories of a theme and tone, and quote what most of them say, without an interval', () => {
  const told = (nth: number, excerpt: string) =>
    said(day(nth), {
      excerpt,
      site: `s${nth}.example`,
      themes: [{ id: 'delivery', tone: 'negative' }],
    });
  const lines = [
    told(0, 'Parcel broken, courier rude, nobody answered'),
    told(1, 'Parcel broken, courier rude, nobody listened'),
    told(2, 'Sparrows nested beneath umbrellas yesterday'),
  ];
  // Each says as many terms, so that what two say weighs more in the centroid: the first two are nearer to it than the third, and of those as near
  // the later of equals in length leads. They share more than half of their words, so that the third is quoted as well, and the first is not.
  expect(ranked(week(lines, { themes: [{ id: 'delivery', name: 'Delivery' }] }), 'voices')).toMatchObject([
    {
      id: 'delivery-negative',
      value: 3,
      low: null,
      high: null,
      n: 3,
      mentions: [lines[1], lines[2]].map((one) => one?.mention.id),
    },
  ]);
});

test('praise of a theme is quoted of nobody who warns of the brand, though it counts', () => {
  const told = (nth: number, excerpt: string, intents: ('warn' | 'praise')[]) =>
    said(day(nth), {
      ...{ excerpt, intents, site: `s${nth}.example` },
      themes: [{ id: 'delivery', tone: 'positive' }],
    });
  const lines = [
    told(0, 'The parcel was here in a day, and still: avoid them all', ['warn']),
    told(1, 'A friendly courier, and every cup of mine was whole', ['praise']),
  ];
  expect(ranked(week(lines, { themes: [{ id: 'delivery', name: 'Delivery' }] }), 'voices')).toMatchObject([
    { id: 'delivery-positive', n: 2, mentions: [lines[1]?.mention.id] },
  ]);
});
