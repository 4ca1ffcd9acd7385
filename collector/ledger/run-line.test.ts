import { describe, expect, it } from 'vitest';
import { Run, type Status } from '#contract';
import type { Item, Reading } from '../types.ts';
import { lastCoveredBySource, runLine, withoutMemory } from './run-line.ts';

const now = new Date('2026-11-20T05:17:00Z');
const item = (publishedAt: string, dateFlag?: Item['dateFlag']): Item => ({
  key: publishedAt,
  doc: 'x',
  url: null,
  site: '',
  title: 't',
  text: '',
  publishedAt: new Date(publishedAt),
  ...(dateFlag ? { dateFlag } : {}),
});
const items = [item('2026-11-19T10:00:00Z'), item('2026-11-12T10:00:00Z')];
const counts = { kept: 1, edited: 0, dropped: { known: 1 } };
const reading = (status: Status): Reading => ({
  items: [],
  status,
  bytes: 10,
  url: 'https://example.com/',
  state: {},
  notices: [],
});
const line = (status: Status, lastCovered?: Date, of = items) =>
  runLine('paper', reading(status), of, counts, lastCovered, now);

describe('a line of the ledger', () => {
  it('covers from the last covered moment to now', () => {
    expect(line('ok', new Date('2026-11-19T05:17:00Z'))).toMatchObject({
      coversFrom: '2026-11-19T05:17:00Z',
      coversTo: '2026-11-20T05:17:00Z',
    });
  });

  it('covers from the oldest item on a first read', () => {
    expect(line('ok').coversFrom).toBe('2026-11-12T10:00:00Z');
  });

  it('does not take the time of a fetch for the age of an item', () => {
    expect(line('ok', undefined, [item('2026-10-01T00:00:00Z', 'date_inferred')]).coversFrom).toBe(
      '2026-11-20T05:17:00Z',
    );
  });

  it('does not take one pinned item for years of silence', () => {
    const pinned = [...items, item('2026-11-10T10:00:00Z'), item('2019-01-01T00:00:00Z')];
    expect(line('ok', undefined, pinned).coversFrom).toBe('2026-11-10T10:00:00Z');
  });

  it('does not take an item that is pinned above newer ones for days of silence', () => {
    const listed = [item('2026-11-08T10:00:00Z'), ...items, item('2026-11-11T10:00:00Z')];
    expect(line('ok', undefined, listed).coversFrom).toBe('2026-11-11T10:00:00Z');
    expect(line('capped', new Date('2026-11-01T00:00:00Z'), listed).coversFrom).toBe('2026-11-11T10:00:00Z');
  });

  it.each([
    ['oldest first', (a: Item[]) => a.toReversed()],
    ['in no order', ([a, b, c, d]: Item[]) => [c, a, d, b] as Item[]],
  ])('takes the oldest item of a list that runs %s', (_, order) => {
    const days = [19, 17, 15, 13].map((day) => item(`2026-11-${day}T10:00:00Z`));
    expect(line('ok', undefined, order(days)).coversFrom).toBe('2026-11-13T10:00:00Z');
  });

  it('takes a feed that is seldom written to as it is', () => {
    const seldom = [item('2026-09-01T00:00:00Z'), item('2026-03-01T00:00:00Z'), item('2025-10-01T00:00:00Z')];
    expect(line('ok', undefined, seldom).coversFrom).toBe('2025-10-01T00:00:00Z');
  });

  it('leaves what lies before the oldest item a gap where a cap was reached', () => {
    expect(line('capped', new Date('2026-11-01T00:00:00Z'))).toMatchObject({
      coversFrom: '2026-11-12T10:00:00Z',
      overflow: true,
    });
  });

  it.each(['cut', 'refused', 'failed', 'changed'] as const)('covers nothing when %s', (status) => {
    const run = line(status, new Date('2026-11-19T05:17:00Z'));
    expect(run).not.toHaveProperty('coversFrom');
    expect(run).not.toHaveProperty('coversTo');
  });

  it.each(['ok', 'cut', 'capped', 'empty'] as const)('satisfies the contract when %s', (status) => {
    expect(Run.parse(line(status))).toEqual(line(status));
  });

  it('covers nothing between the last night and a window of which nothing is known', () => {
    const long = new Date('2026-09-01T00:00:00Z');
    expect(withoutMemory(reading('ok'), items, long)).toMatchObject({
      status: 'capped',
      reason: 'window_overflow',
    });
    expect(withoutMemory(reading('ok'), items, new Date('2026-11-15T00:00:00Z')).status).toBe('ok');
    expect(withoutMemory(reading('ok'), items, undefined).status).toBe('ok');
  });

  it('knows how far each source is covered, whatever the order of the lines', () => {
    const runs = [line('ok'), runLine('paper', reading('failed'), [], counts, undefined, now)];
    expect(lastCoveredBySource(runs.reverse())).toEqual(new Map([['paper', now]]));
  });
});
