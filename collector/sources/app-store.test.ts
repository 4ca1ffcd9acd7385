import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../types.ts';
import { appStore } from './app-store.ts';
import { asking } from './asking.fixture.ts';

const settings = appStore.settings.parse({
  id: 'app-us',
  type: 'app-store',
  app: 123456789,
  country: 'us',
  accept: 'it is our own app',
});
const answer = (body: string | Uint8Array, page = 1): Answer => ({
  kind: 'answer',
  url: `https://itunes.apple.com/us/rss/customerreviews/page=${page}/id=123456789/sortBy=mostRecent/json`,
  http: 200,
  headers: {},
  body: Buffer.from(body),
  whole: true,
});
const saved = readFileSync(new URL('answers/app-store.json', import.meta.url));
const review = (id: number) => ({
  id: { label: String(id) },
  'im:rating': { label: '4' },
  title: { label: 't' },
  content: { label: 'c' },
  updated: { label: '2026-11-14T04:24:23-07:00' },
});
const pageOf = (entry: unknown) => JSON.stringify({ feed: { entry } });

describe('App Store reviews', () => {
  it('are asked for newest first', () => {
    expect(appStore.firstRequest(settings, asking()).url).toBe(
      'https://itunes.apple.com/us/rss/customerreviews/page=1/id=123456789/sortBy=mostRecent/json',
    );
  });

  it('come with stars, version and votes; the app itself and stray links are no reviews', () => {
    expect(appStore.read(answer(saved), settings, asking())).toMatchObject({
      whole: true,
      items: [
        {
          guid: 'app-store-review:14548543799',
          title: 'Quick & <3',
          text: 'Ordered ahead, was ready.',
          html: false,
          rating: { value: 5, of: 5 },
          version: '1.8.0',
          published: '2026-11-14T04:24:23-07:00',
          attention: { points: 3 },
        },
        { guid: 'app-store-review:14548540001', rating: { value: 1, of: 5 }, attention: undefined },
      ],
    });
  });

  it('say who wrote them in one field only, and carry no link that all of them share', () => {
    const page = appStore.read(answer(saved), settings, asking());
    if (!('items' in page)) throw new Error(page.detail);
    expect(page.items.map(({ authors }) => authors)).toEqual([['someone'], undefined]);
    expect(JSON.stringify(page.items.map(({ authors: _, ...item }) => item))).not.toContain('someone');
    expect(page.items.map(({ link }) => link)).toEqual([undefined, undefined]);
  });

  it('may be a list, a single one, or none', () => {
    const count = (entry: unknown) => {
      const page = appStore.read(answer(pageOf(entry)), settings, asking());
      return 'items' in page ? page.items.length : page.reason;
    };
    expect(count([review(1), review(2)])).toBe(2);
    expect(count(review(1))).toBe(1);
    expect(count(undefined)).toBe(0);
  });

  it('go on page by page, to the tenth', () => {
    const full = pageOf(Array.from({ length: 50 }, (_, i) => review(i)));
    expect(appStore.read(answer(full, 1), settings, asking())).toMatchObject({
      next: { url: expect.stringContaining('/page=2/') },
    });
    expect(appStore.read(answer(pageOf([]), 3), settings, asking())).not.toHaveProperty('next');
    const last = appStore.read(answer(full, 10), settings, asking());
    expect(last).toMatchObject({ capped: 'page_cap' });
    expect(last).not.toHaveProperty('next');
    expect(appStore.read(answer(pageOf([review(1)]), 10), settings, asking())).not.toHaveProperty('capped');
  });

  it.each([
    ['<html><body>Sorry</body></html>', 'refused', 'html_not_feed'],
    ['<?xml version="1.0"?><feed/>', 'changed', 'not_reviews'],
    ['not json', 'changed', 'not_reviews'],
    ['{"results":[]}', 'changed', 'not_reviews'],
    [pageOf([{ ...review(1), 'im:rating': { label: 'five' } }]), 'changed', 'not_reviews'],
    ['', 'failed', 'empty_body'],
  ])('that are something else are told apart: %s', (body, status, reason) => {
    expect(appStore.read(answer(body), settings, asking())).toMatchObject({ status, reason });
  });

  it('of an odd shape beside good ones are told of, and mean a change where they are over a tenth', () => {
    const read = (good: number) => {
      const entries = Array.from({ length: good }, (_, i) => review(i));
      return appStore.read(answer(pageOf([...entries, { ...review(99), id: {} }])), settings, asking());
    };
    const told = (of: number) => `1 of ${of} reviews on page 1 lack an id or 1 to 5 stars`;
    expect(read(1)).toMatchObject({ items: { length: 1 }, odd: told(2) });
    expect(read(8)).toMatchObject({ odd: told(9) });
    expect(read(9)).toMatchObject({ items: { length: 9 }, notices: [told(10)] });
    expect(read(9)).not.toHaveProperty('odd');
  });

  it('need a country and an app that can be one', () => {
    for (const wrong of [
      { app: '1/../2' },
      { country: 'usa' },
      { country: 'US' },
      { app: -1 },
      { extra: 1 },
    ]) {
      expect(appStore.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
    }
  });
});
