import { describe, expect, test } from 'vitest';
import { ratingTokens } from './rating-tokens.ts';
import { tokenise } from './tokens.ts';

const first = (text: string) =>
  tokenise(text).list.find((token) => Object.values(ratingTokens).includes(token as never));

describe('ratings in words and figures', () => {
  test.each([
    ['0/10, never again', 'low'],
    ['one star', 'low'],
    ['2 stars is generous', 'low'],
    ['half a star', 'low'],
    ['two out of ten', 'low'],
    ['3 out of 5', 'middle'],
    ['6/10', 'middle'],
    ['9.5 / 10', 'high'],
    ['five stars', 'high'],
    ['nine out of ten', 'high'],
    ['11/10 would eat again', 'high'],
  ] as const)('“%s” is %s', (text, rating) => expect(first(text)).toBe(ratingTokens[rating]));

  test.each([
    'open 24/7',
    'on 10/10/2020',
    '2020/10/10',
    '5 out of 7 cats',
    'the stars of the show',
    'out of order',
    '4 1/2 stars',
    '70 stars',
  ])('“%s” rates nothing', (text) => expect(first(text)).toBeUndefined());
});
