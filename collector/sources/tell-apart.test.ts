import { expect, it } from 'vitest';
import type { Source } from '../types.ts';
import { toldApart } from './tell-apart.ts';

const feed = (id: string, url: string, label = new URL(url).host) => ({
  source: { id, type: 'feed', group: 'news', url } as Source,
  label,
});

it('a label that no other source has is left as it is', () => {
  const sources = [feed('a', 'https://one.example/rss'), feed('b', 'https://two.example/rss')];
  expect(toldApart(sources)).toEqual(['one.example', 'two.example']);
});

it('feeds of one host are told apart by the last part of the path that differs in all of them', () => {
  const sources = [
    feed('a', 'https://paper.example/sport/rss.xml'),
    feed('b', 'https://paper.example/local/rss.xml'),
    feed('c', 'https://other.example/rss.xml'),
    feed('d', 'https://paper.example/world/rss.xml'),
  ];
  expect(toldApart(sources)).toEqual([
    'paper.example (sport)',
    'paper.example (local)',
    'other.example',
    'paper.example (world)',
  ]);
});

it.each([
  ['differ in the query alone', 'https://paper.example/rss?of=sport', 'https://paper.example/rss?of=local'],
  ['have paths of which one lacks the part', 'https://paper.example/rss', 'https://paper.example/sport/rss'],
  ['have paths that nobody can read', 'https://paper.example/%D8%AE/rss', 'https://paper.example/%D8%AF/rss'],
  [
    'have parts that are too long',
    `https://paper.example/${'x'.repeat(99)}`,
    `https://paper.example/${'y'.repeat(99)}`,
  ],
])('feeds that %s are told apart by their ids', (_, one, two) => {
  expect(toldApart([feed('a', one), feed('b', two)])).toEqual(['paper.example (a)', 'paper.example (b)']);
});

it('sources without an address are told apart by their ids', () => {
  const source = (id: string) => ({ source: { id, type: 'gdelt', group: 'news' } as Source, label: 'GDELT' });
  expect(toldApart([source('gdelt'), source('gdelt-de')])).toEqual(['GDELT (gdelt)', 'GDELT (gdelt-de)']);
});
