import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { mentionKey, type Signal } from '#contract';
import { aMention } from './a-night.fixture.ts';
import { hashOfKey, indexKeys } from './key-index.ts';
import { openStore } from './open-store.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-keys-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
});

const withId = (id: string) => ({ ...aMention(1), id });

describe('an index of keys', () => {
  it('finds every line at its place, however long the lines are and whatever stands between them', () => {
    const lines = fc.array(
      fc.record({
        n: fc.nat(400),
        pad: fc.constantFrom(0, 10, 5_000, 300_000),
        between: fc.constantFrom('', '\n', '{"v":1,"id":"half\n', '<<<<<<< HEAD\n'),
        spaced: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, fc.boolean(), (made, endsWhole) => {
        let text = '';
        const places: [string, number][] = [];
        for (const { n, pad, between, spaced } of made) {
          text += between;
          const mention = { ...aMention(n), excerpt: 'é'.repeat(pad) };
          places.push([mentionKey(mention), Buffer.byteLength(text)]);
          text += `${JSON.stringify(mention, null, spaced ? 1 : 0).replaceAll('\n', ' ')}\n`;
        }
        const file = join(dir, 'lines.jsonl');
        writeFileSync(file, endsWhole ? text : text.slice(0, -1));
        const index = indexKeys(file);
        for (const [key, place] of places) expect(index.placesOf(hashOfKey(key))).toContain(place);
        expect(index.placesOf(hashOfKey('ffffffffffffffff northwind'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes no mention for another whose hash begins alike', async () => {
    const alike = ['00000001aaaaaaaa', '00000001bbbbbbbb', '00000001cccccccc'].map(withId);
    const store = openStore(dir, { durable: false });
    await store.commit({ mentions: alike.slice(0, 1) });
    expect(await openStore(dir).commit({ mentions: alike })).toMatchObject({ mentions: 2, known: 1 });
    expect(await store.commit({ mentions: alike })).toMatchObject({ mentions: 0, known: 3 });
    expect(store.knownKeys().has(mentionKey({ ...alike[0], brand: 'other' } as never))).toBe(false);
  });

  it('knows a mention that comes back after years, under another date', async () => {
    await openStore(dir, { durable: false }).commit({ mentions: [aMention(7, '2021-03-01')] });
    await openStore(dir, { durable: false }).commit({ mentions: [aMention(8, '2026-11-01')] });
    const again = { ...aMention(7, '2026-11-20'), publishedAt: '2026-11-19T00:00:00Z' };
    expect(await openStore(dir).commit({ mentions: [again] })).toMatchObject({ mentions: 0, known: 1 });
  });
});

describe('daily counts', () => {
  it('lie in the month of their day, once each, and the first value stands', async () => {
    const count = (day: string, value: number): Signal => ({
      v: 1,
      day,
      source: 'views',
      brand: 'northwind',
      what: 'views',
      of: 'en.example/Northwind',
      value,
    });
    const store = openStore(dir, { durable: false });
    const first = [count('2026-10-31', 5), count('2026-11-01', 6)];
    expect(await store.commit({ signals: first })).toMatchObject({ signals: 2 });
    const later = [count('2026-11-01', 9), count('2026-11-02', 7), count('2026-11-02', 8)];
    expect(await openStore(dir).commit({ signals: later })).toMatchObject({ signals: 1 });
    expect(store.readSignals()).toEqual({ lines: [...first, count('2026-11-02', 7)], problems: [] });
    expect(store.readSignals('2026-11').lines).toHaveLength(2);
  });
});
