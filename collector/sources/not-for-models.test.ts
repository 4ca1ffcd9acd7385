import { expect, it } from 'vitest';
import type { Source } from '../types.ts';
import { hostsNotForModels, notForModels } from './not-for-models.ts';

const sources = [
  { id: 'stack', type: 'stack-exchange', group: 'forum' },
  { id: 'pilot', type: 'import', format: 'trustpilot', group: 'reviews' },
  { id: 'own', type: 'import', group: 'reviews' },
  { id: 'paper', type: 'feed', group: 'news' },
] as unknown as Source[];
const nameOf = (source: string, url: string | null = null) => notForModels(sources)({ source, url })?.name;

it('keeps the words of places whose terms forbid it out of what measures a scorer, with the words that decide it', () => {
  expect([nameOf('stack'), nameOf('pilot')]).toEqual(['Stack Exchange', 'Trustpilot']);
  expect(notForModels(sources)({ source: 'stack', url: null })?.quote).toMatch(/benchmarking/);
});

it('knows them by their links too, whoever carried them, and nobody else', () => {
  expect(nameOf('paper', 'https://coffee.stackexchange.com/q/1')).toBe('Stack Exchange');
  expect(nameOf('paper', 'https://old.reddit.com/r/x')).toBe('Reddit');
  expect(nameOf('paper', 'https://notreddit.com/')).toBeUndefined();
  expect([nameOf('own'), nameOf('gone'), nameOf('paper', 'no link')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('names its hosts, for pages that offer to report a tone', () => {
  const clauseOf = notForModels([]);
  expect(hostsNotForModels).toContain('stackoverflow.com');
  for (const host of hostsNotForModels)
    expect(clauseOf({ source: 'any', url: `https://meta.${host}/1` })).toBeDefined();
});
