import { describe, expect, it } from 'vitest';
import { configOf } from '#contract';
import { filledIn, sourceSchema, sourceTypes, typeOf } from './registry.ts';

describe('the registry of source types', () => {
  it('knows every type by the name that its own schema demands', () => {
    for (const [name, { settings }] of Object.entries(sourceTypes)) {
      expect(settings.shape.type.value).toBe(name);
    }
  });

  it('gives the config its shape', () => {
    const config = configOf(sourceSchema).parse({
      brand: { id: 'northwind', name: 'Northwind' },
      sources: [{ id: 'paper', type: 'feed', url: 'https://paper.example/rss' }],
    });
    expect(config.sources).toEqual([{ id: 'paper', type: 'feed', url: 'https://paper.example/rss' }]);
  });

  it.each([
    [{ type: 'feed', url: 'file:///etc/passwd' }],
    [{ type: 'feed', url: 'ftp://paper.example/rss' }],
    [{ type: 'feed', url: '/etc/passwd' }],
    [{ type: 'feed', url: 'https://paper.example/rss', language: 'English' }],
    [{ type: 'feed', url: 'https://paper.example/rss', countr: 'us' }],
    [{ type: 'reddit', url: 'https://paper.example/rss' }],
    [{ type: 'import', file: 'inbox/x.csv', columns: { text: 'Review' } }],
  ])('lets no %o in', (source) => {
    expect(sourceSchema.safeParse({ id: 'x', ...source }).success).toBe(false);
  });

  it.each([
    ['https://user:word@paper.example/rss', 'no place for secrets'],
    ['https://user@paper.example/rss', 'no place for secrets'],
    ['../../../etc/passwd', 'without ..'],
    ['feeds/../../x.xml', 'without ..'],
    ['feeds/..', 'without ..'],
    ['/etc/passwd', 'without a leading /'],
    ['//paper.example/rss', 'without a leading /'],
    ['file:///etc/passwd', 'begins with https://'],
    ['javascript:alert(1)', 'begins with https://'],
    ['data:text/xml,<rss/>', 'begins with https://'],
    ['C:/feeds/x.xml', 'begins with https://'],
    ['https:paper.example', 'begins with https://'],
    ['https://', 'begins with https://'],
    ['..\\..\\x', 'backslashes'],
    ['https://paper.example\\@evil.example/', 'backslashes'],
    ['java\tscript:x', 'control characters'],
    [' https://paper.example/rss', 'blanks'],
  ])('refuses %j as the address of a feed, and says why', (url, why) => {
    const read = sourceSchema.safeParse({ id: 'x', type: 'feed', url });
    expect(read.error?.issues).toMatchObject([{ path: ['url'], message: expect.stringContaining(why) }]);
  });

  it.each([
    'https://paper.example/rss?x=..&y=a@b',
    'HTTP://paper.example/../rss',
    'feeds/saved.xml',
    './a..b.xml',
  ])('takes %j as the address of a feed', (url) => {
    expect(sourceSchema.safeParse({ id: 'x', type: 'feed', url }).success).toBe(true);
  });

  it('fills in the usual group', () => {
    expect(filledIn({ id: 'x', type: 'app-store' }).group).toBe('reviews');
    expect(filledIn({ id: 'x', type: 'app-store', group: 'apps' }).group).toBe('apps');
    expect(typeOf({ type: 'constructor' })).toBeUndefined();
  });
});
