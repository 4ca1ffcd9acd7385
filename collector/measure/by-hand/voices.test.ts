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
