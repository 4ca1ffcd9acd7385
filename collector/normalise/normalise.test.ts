import { describe, expect, test } from 'vitest';
import type { RawItem, Source } from '../types.ts';
import { dateItem, normalise } from './normalise.ts';

const source: Source = { id: 'city-paper', type: 'feed', group: 'news' };
const now = new Date('2026-11-20T06:00:00Z');
const url = 'https://www.paper.example/rss.xml';
const run = (...raw: Partial<RawItem>[]) =>
  normalise(
    raw.map((one) => ({ html: true, ...one })),
    { source, url, now },
  );

test('a raw item becomes strict', () => {
  expect(
    run({
      title: '<b>Northwind</b> opens &amp; roasts',
      link: '/news/1?utm_source=rss#top',
      guid: '1',
      published: 'Thu, 19 Nov 2026 23:30:00 +0100',
      text: '<p>A <em>new</em> place.</p>',
      rating: { value: 4, of: 5 },
      version: ' 7.1 ',
      attention: { points: 12.4, comments: -1, views: Number.NaN },
    }).items,
  ).toEqual([
    {
      key: 'link paper.example/news/1',
      doc: expect.stringMatching(/^[0-9a-f]{16}$/),
      url: 'https://www.paper.example/news/1',
      site: 'paper.example',
      title: 'Northwind opens & roasts',
      text: 'A new place.',
      publishedAt: new Date('2026-11-19T22:30:00Z'),
      rating: { value: 4, of: 5 },
      version: '7.1',
      attention: { points: 12, comments: 0 },
    },
  ]);
});

describe('dates', () => {
  const date = (published?: string | number) => dateItem(published, { now });
  test('a missing one is now, and says so', () =>
    expect(date()).toEqual({ publishedAt: now, dateFlag: 'date_inferred' }));
  test('one that no format reads is now, and says so', () =>
    expect(date('Thu, 31 Feb 2026')).toEqual({ publishedAt: now, dateFlag: 'date_inferred' }));
  test('one an hour ahead is set to now, and says so', () =>
    expect(date('2026-11-20T07:00:00Z')).toEqual({ publishedAt: now, dateFlag: 'date_clamped' }));
  test('one days ahead is inferred', () =>
    expect(date('2099-01-01T00:00:00Z')).toEqual({ publishedAt: now, dateFlag: 'date_inferred' }));
  test('an old one stays where it is', () =>
    expect(date('2019-05-01T00:00:00Z')).toEqual({ publishedAt: new Date('2019-05-01T00:00:00Z') }));
  test('an ambiguous one is read by the others of its feed', () =>
    expect(
      run(
        { link: '/1', published: '03/04/2026' },
        { link: '/2', published: '28/04/2026' },
      ).items[0]?.publishedAt.toISOString(),
    ).toBe('2026-04-03T00:00:00.000Z'));
  test('an undated item without marks is the same tomorrow', () => {
    const raw = [{ html: false, title: 'Open letter' }];
    const tomorrow = normalise(raw, { source, url, now: new Date('2026-11-21T06:00:00Z') });
    expect(tomorrow.items[0]?.key).toBe(run(...raw).items[0]?.key);
  });
});

test('a link that is none leaves the item, without a link', () => {
  const [item] = run({ title: 'x', guid: '1', link: 'javascript:alert(1)' }).items;
  expect(item).toMatchObject({ url: null, site: '' });
});
test('xml:base may be relative to the document', () =>
  expect(run({ link: '2', base: '/blog/1/' }).items[0]?.url).toBe('https://www.paper.example/blog/1/2'));
test('a community stands for the domain', () =>
  expect(run({ link: '/1', site: 'c/coffee@forum.example' }).items[0]?.site).toBe('c/coffee@forum.example'));
test('a rating outside its scale is left out', () =>
  expect(run({ link: '/1', rating: { value: 9, of: 5 } }).items[0]).not.toHaveProperty('rating'));
test('what is left out is counted by reason, and the first of two copies stands', () => {
  const { items, dropped } = run(
    { title: 'First', link: '/1', guid: 'a' },
    { title: 'Second', link: '/1?utm_source=x', guid: 'a' },
    { link: `https://a.example/${'x'.repeat(3000)}` },
    { text: '<img src="x">' },
    { title: 'First', link: '/1', guid: 'a' },
  );
  // The same link and guid under two titles: neither tells them apart, so the titles do.
  expect(items.map((item) => item.title)).toEqual(['First', 'Second']);
  expect(dropped).toEqual({ url_too_long: 1, no_identity: 1, duplicate: 1 });
});
test('names of an object’s own workings are mere text', () => {
  const { items } = run({ title: '__proto__', guid: 'constructor', text: 'toString' });
  expect(items[0]?.title).toBe('__proto__');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('the names and the points around a post are not its text, and its author is known only to be masked', () => {
  const [item] = run({
    title: 'Cup',
    link: '/1',
    text: 'submitted by <a href="https://forum.example/u/RiverOtter">RiverOtter</a> to <a href="/c/coffee">coffee</a><br>49 points | <a href="/1">12 comments</a><p>Nice cup</p>',
    authors: ['https://forum.example/u/RiverOtter'],
  }).items;
  expect(item?.text).toBe('Nice cup');
  expect(item?.authors).toEqual(['RiverOtter']);
});

describe('an old export with dates that cannot be read', () => {
  const rows: RawItem[] = [
    '05/06/2026',
    'notadate',
    undefined,
    '2099-01-01',
    '2026-05-06',
    '2026-11-20T07:00:00Z',
  ].map((published, at) => ({ html: false, title: `Review ${at}`, published }));
  const read = (undated?: 'now' | 'drop') =>
    normalise(rows, { source, url, now, ...(undated === undefined ? {} : { undated }) });
  test('is not tonight’s spike: they are dropped, counted and shown', () => {
    const { items, dropped, flags } = read('drop');
    expect(items.map((item) => item.title)).toEqual(['Review 4', 'Review 5']);
    expect(dropped).toEqual({ bad_date: 4 });
    expect(flags).toEqual(['bad_date: 4 left out for want of a date that can be read, such as "05/06/2026"']);
  });
  test('has no flag where every date is read', () =>
    expect(normalise(rows.slice(4), { source, url, now, undated: 'drop' }).flags).toEqual([]));
  test('says so where none states one', () =>
    expect(normalise(rows.slice(2, 3), { source, url, now, undated: 'drop' }).flags[0]).toContain(
      '1 left out for want of a date that can be read, none states one',
    ));
  test('are read as now where a source is read every night', () => {
    expect(read().items).toHaveLength(6);
    expect(read().dropped).toEqual({});
  });
});
