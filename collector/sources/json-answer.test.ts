import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Count, Epoch, Id, itemsOf, jsonIn, jsonOf, Link } from './json-answer.ts';
import { answer } from './reading.fixture.ts';

const read = (entries: unknown[]) =>
  itemsOf(entries, {
    shape: z.object({ id: Id }),
    itemOf: ({ id }) => (id === '0' ? undefined : { html: false, guid: id }),
    what: 'things',
    lacks: 'an id',
  });

describe('JSON of an API', () => {
  it('is whole where the connection and the document both ended well', () => {
    const url = 'https://host.test/';
    expect(jsonOf(answer(url, '\ufeff {"a":1}\n'))).toEqual({ value: { a: 1 }, whole: true });
    expect(jsonOf(answer(url, '{"a":1}', { whole: false }))).toEqual({ value: { a: 1 }, whole: false });
  });

  it('that broke off anywhere gives whole items of its list, or none at all', () => {
    const items = [{ a: '}]"' }, { b: [[1], { c: '\\' }] }, { d: {} }];
    const texts = [JSON.stringify({ n: 3, items }), JSON.stringify(items)];
    for (const text of texts) {
      let most = 0;
      for (let end = 1; end < text.length; end++) {
        const json = jsonIn(text.slice(0, end));
        if ('value' in json) {
          const list = (Array.isArray(json.value) ? json.value : Object(json.value).items) as unknown[];
          expect(json.whole).toBe(false);
          expect(list).toEqual(items.slice(0, list.length));
          expect(list.length).toBeGreaterThanOrEqual(most);
          most = list.length;
        } else expect([json, most]).toMatchObject([{ status: 'failed', reason: 'bad_json' }, 0]);
      }
      expect(most).toBe(3);
    }
  });

  it('keeps ids that are no exact numbers as they are written', () => {
    const json = jsonIn('[99007199254740993, 99007199254740992, 7, "x-1_y"]');
    const ids = 'value' in json ? (json.value as unknown[]).map((id) => Id.parse(id)) : [];
    expect(ids).toEqual(['99007199254740993', '99007199254740992', '7', 'x-1_y']);
  });

  it.each([-1, 1.5, '7', null, 'NaN', {}])('takes the count %j for missing', (count) => {
    expect(Count.parse(count)).toBeUndefined();
  });

  it('lets in neither dates nor links that can be none', () => {
    for (const date of [0, -5, 1e11, '1794647553', null]) expect(Epoch.safeParse(date).success).toBe(false);
    for (const link of ['javascript:alert(1)', '//a.example', 'https://', 'https://a b.example', 7]) {
      expect(Link.safeParse(link).success).toBe(false);
    }
  });
});

describe('entries of an answer', () => {
  const good = (count: number) => Array.from({ length: count }, (_, i) => ({ id: i + 1 }));

  it('are told of where a tenth is odd, are odd where more is, and are changed where all are', () => {
    const told = '1 of 10 things lack an id';
    expect(read([...good(9), {}])).toMatchObject({ items: { length: 9 }, told: { notices: [told] } });
    expect(read([...good(8), null])).toMatchObject({ told: { odd: '1 of 9 things lack an id' } });
    expect(read(['x', []])).toMatchObject({ status: 'changed', reason: 'odd_items' });
    expect(read([])).toEqual({ items: [], entries: [], told: {} });
  });

  it('that are sound but not to be kept are no items, and not odd', () => {
    expect(read([{ id: 0 }, { id: 1 }])).toMatchObject({
      items: [{ guid: '1' }],
      entries: { length: 2 },
      told: {},
    });
  });
});
