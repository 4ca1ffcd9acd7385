import { expect, it, test } from 'vitest';
import { wordOf } from './features.ts';
import { hashOf } from './hashing.ts';
import { tokenise } from './tokens.ts';
import { scaleByTopic, topicOf } from './topics.ts';
import { calibrate } from './train/calibrate.ts';
import { packVectors, readVectors } from './vectors.ts';

// Shares are told by words of the first dimension, soups by words of the second.
const vectors = readVectors(
  packVectors(
    Object.entries({ shares: [2.069, 0.1284], profit: [2.069, -0.1284], soup: [0.1284, 2.069] }).map(
      ([word, values]) => ({ hash: hashOf(word), values }),
    ),
  ),
);
const seen = (text: string) => {
  const tokens = tokenise(text);
  return { tokens, words: tokens.list.map((token, number) => wordOf(token, new Map(), number)) };
};

test('what a text is about is the mean of its words, of which an unknown one is nothing', () => {
  expect(Array.from(topicOf(tokenise('shares soup'), vectors))).toEqual([
    (2.069 + 0.1284) / 2,
    (0.1284 + 2.069) / 2,
  ]);
  expect(Array.from(topicOf(tokenise('qzxkwv'), vectors))).toEqual([0, 0]);
  expect(Array.from(topicOf(tokenise(''), vectors))).toEqual([0, 0]);
});

it('moves the scale by what a text is about, the same each time, and never far', () => {
  const { tokens, words } = seen('shares and profit');
  const scale = scaleByTopic(1, [0.3, 0], vectors);
  expect(scale(tokens, words)).toBeCloseTo(1 + (0.3 * 2 * 2.069) / 3);
  expect(scale(tokens, words)).toBe(scale(tokens, words));
  expect(scaleByTopic(1, [9, 0], vectors)(tokens, words)).toBe(2);
  expect(scaleByTopic(1, [-9, 0], vectors)(tokens, words)).toBe(0.5);
  expect(scaleByTopic(1.5, [], vectors)(tokens, words)).toBe(1.5);
});

it('is learnt where odds come true more often of one topic than of another', () => {
  const judged = Array.from({ length: 200 }, (_, at) => {
    const [about, wrong] = at % 2 === 0 ? ['shares', at % 40 === 0] : ['soup', at % 5 === 0];
    const [bad, says] = [at % 4 < 2, at % 4 < 2 !== wrong];
    return { topic: topicOf(tokenise(about), vectors), label: bad ? 0 : 2, odds: says ? 1 : -1 };
  });
  const { topics } = calibrate([
    {
      odds: judged.map(({ odds }) => [odds, -odds]),
      labels: judged.map(({ label }) => label),
      twoClasses: true,
      topics: judged.map(({ topic }) => topic),
    },
  ]);
  expect(topics[0]).toBeGreaterThan((topics[1] ?? 0) + 0.1);
});
