import { expect, it } from 'vitest';
import { olderPage } from './older-page.ts';
import { readDocument } from './read-document.ts';

const item = '<item><title>T</title><guid>1</guid></item>';
const next = (body: string, url = 'https://blog.example/feed/?x=1') => {
  const page = readDocument({ body: Buffer.from(body), headers: {}, url, whole: true });
  if (!('items' in page)) throw new Error(page.reason);
  return olderPage(url, page);
};
const rss = (inner: string) => `<rss><channel>${inner}</channel></rss>`;
const atom = (links: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${links}<entry><id>1</id><title>T</title><link rel="next" href="https://blog.example/no"/></entry></feed>`;

it('older items are where rel="next" or prev-archive says, in RSS and Atom, before or behind the items', () => {
  expect(next(rss(`<atom:link rel="next" href="/feed/?page=2&amp;x=1"/>${item}`))).toBe(
    'https://blog.example/feed/?page=2&x=1',
  );
  expect(next(rss(`${item}<a10:link xmlns:a10="http://www.w3.org/2005/Atom" rel="next" href="2"/>`))).toBe(
    'https://blog.example/feed/2',
  );
  expect(next(atom('<link rel="self" href="/a"/><link rel="prev-archive" href="/2026/10"/>'))).toBe(
    'https://blog.example/2026/10',
  );
  expect(next(atom('<link rel="prev-archive" href="/b"/><link rel="next" href="/a"/>'))).toBe(
    'https://blog.example/a',
  );
});

it('older items of a JSON Feed are where next_url says', () => {
  const json = { version: 'https://jsonfeed.org/version/1.1', next_url: 'p2.json', items: [{ id: '1' }] };
  expect(next(JSON.stringify(json), 'https://blog.example/p1.json')).toBe('https://blog.example/p2.json');
  expect(next(JSON.stringify({ ...json, next_url: 7 }))).toBeUndefined();
});

it('WordPress has a further page wherever a page is full', () => {
  const posts = (count: number) =>
    rss(
      `<generator>https://wordpress.org/?v=6.9</generator>${Array.from({ length: count }, () => item).join('')}`,
    );
  expect(next(posts(10))).toBe('https://blog.example/feed/?x=1&paged=2');
  expect(next(posts(10), 'https://blog.example/feed/?paged=4')).toBe('https://blog.example/feed/?paged=5');
  expect(next(posts(9))).toBeUndefined();
  expect(next(posts(10).replace('wordpress.org', 'ghost.example'))).toBeUndefined();
});

it.each([
  'https://elsewhere.example/feed/2',
  'http://blog.example/feed/2',
  'https://user:word@blog.example/2',
  '//elsewhere.example/2',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '',
  '?x=1',
  '?x=1#part',
  'https://',
])('a page of older items at %j is not followed', (href) => {
  expect(next(rss(`<atom:link rel="next" href="${href}"/>${item}`))).toBeUndefined();
});

it('a link of an item, a file of the repository, and a page without items lead nowhere', () => {
  expect(next(atom(''))).toBeUndefined();
  expect(next(rss(`<atom:link rel="next" href="2.xml"/>${item}`), 'file:///feeds/1.xml')).toBeUndefined();
  expect(next(rss('<atom:link rel="next" href="/feed/2"/>'))).toBeUndefined();
});
