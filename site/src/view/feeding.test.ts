import { expect, test } from 'vitest';
import type { About } from '#contract';
import type { Heard } from '../data.ts';
import { groupsFeeding } from './feeding.ts';

const about = {
  brands: [{ id: 'own', name: 'Own' }],
  groups: ['news', 'forum', 'reviews', 'stores'],
  sources: [
    { id: 'paper', group: 'news' },
    { id: 'board', group: 'forum' },
    { id: 'guide', group: 'reviews' },
    { id: 'store', group: 'stores', brand: 'own' },
  ],
} as unknown as About;
const heard = (group: string, more: object): Heard =>
  ({ group, brand: 'own', score: null, ...more }) as unknown as Heard;
const mentions = [
  heard('news', {}),
  heard('forum', { score: { intents: ['recommend'] } }),
  heard('stores', { rating: { value: 4, of: 5 } }),
  heard('reviews', { score: { intents: ['leave', 'complain'] } }),
  heard('reviews', { brand: 'other', rating: { value: 4, of: 5 } }),
];

test.each([
  ['satisfaction', ['stores']],
  ['advocacy', ['forum', 'stores']],
  ['loyalty', ['reviews']],
  ['share-of-voice', ['news', 'forum', 'reviews']],
  ['attention', []],
  ['attention-share', []],
  ['awareness', ['news', 'forum', 'reviews', 'stores']],
])('under %s stand only the groups that can feed it', (id, groups) => {
  expect(groupsFeeding({ id }, about, mentions)).toEqual(groups);
});
