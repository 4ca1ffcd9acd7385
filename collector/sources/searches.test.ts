import { describe, expect, it } from 'vitest';
import type { Answer, Failure, Page, Request } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { readPages } from './read-pages.ts';
import { answer, failure } from './reading.fixture.ts';
import type { AnySourceType } from './registry.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 14, 0, minute));
const item = (minute: number) => ({ html: false, guid: String(minute), published: at(minute).toISOString() });
const url = (name: string) => `https://host.test/${name}`;

/** Reads what `pages` say of each address, as a source that asks for a time. */
async function read(
  pages: Record<string, Partial<Page> | Failure>,
  first: Request = { url: url('a') },
  maxPages = 3,
) {
  const asked: Request[] = [];
  const nameOf = (address: string) => address.slice(url('').length);
  const type = {
    maxPages,
    asksSince: true,
    read: ({ url }: Answer) => ({ items: [], whole: true, ...pages[nameOf(url)] }),
  } as unknown as AnySourceType;
  const ask = async (request: Request) => {
    asked.push(request);
    const said = pages[nameOf(request.url)];
    return said && 'kind' in said ? said : answer(request.url, '{}');
  };
  const read = await readPages(type, { id: 's', type: 't' }, answer(first.url, '{}'), asking(), {
    request: first,
    window: [],
    ask,
  });
  if (!('items' in read)) throw new Error(read.detail);
  return { ...read, asked };
}
const next = (name: string) => ({ next: { url: url(name) } });
const then = (name: string, more: object = {}) => ({ then: { url: url(name), ...more } });

describe('several searches', () => {
  it('of which one is capped are accounted for from the oldest item that it gave', async () => {
    const pages = {
      a: { items: [item(50), item(40)], capped: 'full', ...then('b') },
      b: { items: [item(55), item(10)], ...then('c') },
      c: {},
    };
    expect(await read(pages)).toMatchObject({ capped: 'full', cappedFrom: at(40) });
  });

  it('of which two are capped are accounted for from the later of the two', async () => {
    const pages = {
      a: { items: [item(40)], capped: 'full', ...then('b') },
      b: { items: [item(45)], ...next('b2') },
      b2: { items: [item(44)], ...next('b3') },
    };
    expect(await read(pages, undefined, 2)).toMatchObject({ capped: 'page_cap', cappedFrom: at(44) });
  });

  it('that a quota ends within the last of them are accounted for from the oldest item of that', async () => {
    const restUntil = new Date('2026-11-16');
    const pages = { a: { items: [item(50), item(30)], ...next('a2'), restUntil } };
    expect(await read(pages)).toMatchObject({ capped: 'quota', cappedFrom: at(30), asked: [], restUntil });
  });

  it('that a quota ends before all were begun account for nothing', async () => {
    const restUntil = new Date('2026-11-16');
    const { now } = asking();
    expect(await read({ a: { items: [item(50)], ...then('b'), restUntil } })).toMatchObject({
      capped: 'quota',
      cappedFrom: now,
    });
    const within = { a: { items: [item(50)], ...next('a2'), ...then('b'), restUntil } };
    expect(await read(within)).toMatchObject({ capped: 'quota', cappedFrom: now });
  });

  it('go on with another where one address has no answer, and tell of the first that had none', async () => {
    const pages = {
      a: { items: [item(1)], ...then('b', { orElse: { url: url('c'), orElse: { url: url('d') } } }) },
      b: failure(404, 'not_found'),
      c: failure(500, 'http_500'),
      d: { items: [item(2)] },
    };
    const reading = await read(pages);
    expect(reading).toMatchObject({ items: [item(1), item(2)], trouble: { reason: 'not_found' } });
    expect(reading.trouble?.detail).toBe('page 2: host.test says 404: https://host.test/b');
  });

  it('do not go on where the host wants to be left alone, or can not be reached', async () => {
    const { http: _, ...unreachable } = failure(0, 'dns_unknown');
    for (const said of [failure(429, 'rate_limited', 'refused'), unreachable]) {
      const reading = await read({ a: then('b', { orElse: { url: url('c') } }), b: said });
      expect(reading.asked.map((request) => request.url)).toEqual([url('b')]);
      expect(reading.trouble).toMatchObject({ reason: said.reason });
    }
  });
});

describe('a login', () => {
  it('holds for the next pages of the same origin, and for nothing else', async () => {
    const pages = {
      a: then('b', { authorization: 'Bearer x' }),
      b: next('b2'),
      b2: { next: { url: 'https://other.test/b3' }, ...then('c') },
    };
    const { asked } = await read(pages);
    expect(asked.map(({ url, authorization }) => [url, authorization])).toEqual([
      [url('b'), 'Bearer x'],
      [url('b2'), 'Bearer x'],
      ['https://other.test/b3', undefined],
    ]);
    const { asked: apart } = await read({ ...pages, b2: then('c'), c: {} });
    expect(apart.at(-1)).toEqual({ url: url('c') });
  });
});
