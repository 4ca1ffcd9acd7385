import { expect, it } from 'vitest';
import type { RawItem } from '../types.ts';
import { countKnown, windowOf } from './window.ts';

const day = (n: number): RawItem => ({
  guid: `g${n}`,
  published: new Date(Date.UTC(2026, 0, n)).toISOString(),
  html: true,
});
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => day(from + i));

it('remembers the newest 50 items, whichever way the document is sorted', () => {
  for (const items of [days(1, 80), days(1, 80).reverse()]) {
    const window = windowOf(items);
    expect(window).toHaveLength(50);
    expect(countKnown(days(31, 80), window)).toBe(50);
    expect(countKnown(days(1, 30), window)).toBe(0);
  }
});

it('does not take a link that all items share for knowing them', () => {
  const shared = (n: number): RawItem => ({ guid: `r${n}`, link: 'https://store.example/app', html: false });
  expect(countKnown([shared(3), shared(4)], windowOf([shared(1), shared(2)]))).toBe(0);
  expect(countKnown([shared(2), shared(3)], windowOf([shared(1), shared(2)]))).toBe(1);
});

it('knows an item without guid and link by its title and date', () => {
  const bare = (title: string): RawItem => ({ title, html: true });
  expect(countKnown([bare('a'), bare('b')], windowOf([bare('a')]))).toBe(1);
});
