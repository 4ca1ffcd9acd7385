import { describe, expect, it } from 'vitest';
import type { Door, Source, SourceState } from '../types.ts';
import { asking } from './asking.fixture.ts';
import { readSource } from './read-source.ts';

const now = new Date('2026-11-20T05:00:00Z');
const source: Source = { id: 'paper', type: 'feed', group: 'news', url: 'https://paper.example/rss' };
const item = (n: number, parts: string) =>
  `<item><title>T ${n}</title><guid isPermaLink="false">g${n}</guid>${parts}</item>`;
const date = '<pubDate>2026-11-19T05:00:00Z</pubDate>';
const link = (n: number) => `<link>https://paper.example/${n}</link>`;
const feed = (count: number, parts: (n: number) => string) =>
  `<rss><channel>${Array.from({ length: count }, (_, n) => item(n, parts(n))).join('')}</channel></rss>`;
const read = (body: string, state: SourceState = {}) => {
  const door: Door = async ({ url }) => ({
    kind: 'answer',
    url,
    http: 200,
    headers: {},
    body: Buffer.from(body),
    whole: true,
  });
  return readSource(source, {
    ...asking(),
    door,
    readLocal: async () => undefined,
    state,
    now,
    secret: () => undefined,
  });
};

describe('a feed that changes its shape', () => {
  const whole = feed(5, (n) => date + link(n));

  it('is told from one that says nothing: without any of the dates that it had, it covers nothing', async () => {
    const { state } = await read(whole);
    expect(state.shape).toEqual(['date', 'link']);
    const undated = await read(feed(5, link), state);
    expect(undated).toMatchObject({ status: 'changed', reason: 'lost_fields', items: { length: 5 } });
    expect(undated.detail).toBe('none of its 5 items has a date any more');
    expect(undated.state).toMatchObject({ shape: ['date', 'link'], lost: 1, window: state.window });
  });

  it('gives no items without the links by which they were known, or all would count as new', async () => {
    const { state } = await read(whole);
    const bare = await read(
      feed(5, () => date),
      state,
    );
    expect(bare).toMatchObject({ status: 'changed', reason: 'lost_fields', items: [] });
  });

  it('is as it was again with the first item that has what was lost', async () => {
    const { state } = await read(whole);
    const lost = await read(feed(5, link), state);
    const back = await read(
      feed(6, (n) => link(n) + (n === 0 ? date : '')),
      lost.state,
    );
    expect(back).toMatchObject({ status: 'ok' });
    expect(back.state).not.toHaveProperty('lost');
  });

  it('is taken as it is after a week, so that it does not stay dark for ever', async () => {
    let { state } = await read(whole);
    for (let night = 1; night <= 7; night++) {
      const lost = await read(feed(5 + night, link), state);
      expect(lost.status).toBe('changed');
      state = lost.state;
    }
    const accepted = await read(feed(13, link), state);
    expect(accepted).toMatchObject({ status: 'ok', state: { shape: ['link'] } });
    expect(accepted.state).not.toHaveProperty('lost');
  });

  it('is not judged by one or two items', async () => {
    const { state } = await read(whole);
    expect(await read(feed(2, link), state)).toMatchObject({
      status: 'ok',
      state: { shape: ['date', 'link'] },
    });
  });
});
