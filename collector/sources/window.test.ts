import { describe, expect, it } from 'vitest';
import type { RawItem } from '../types.ts';
import { countKnown, ranOver, windowOf } from './window.ts';

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

it('does not take a guid that all items share for knowing them', () => {
  const shared = (n: number): RawItem => ({ guid: '1', link: `https://a.example/${n}`, html: false });
  expect(countKnown([shared(3), shared(4)], windowOf([shared(1), shared(2)]))).toBe(0);
  expect(ranOver([shared(3), shared(4)], windowOf([shared(1), shared(2)]))).toBe(true);
});

it('knows an item without guid and link by its title and date', () => {
  const bare = (title: string): RawItem => ({ title, html: true });
  expect(countKnown([bare('a'), bare('b')], windowOf([bare('a')]))).toBe(1);
});

describe('a list has run over', () => {
  const last = windowOf([...days(11, 20), day(1)]);

  it('when nothing of the last night is listed any more', () => {
    expect(ranOver(days(22, 31), last)).toBe(true);
  });

  it('also when all that is left of the last night is an item that is pinned', () => {
    expect(ranOver([day(1), ...days(22, 31)], last)).toBe(true);
  });

  it('also when all that is left was dated anew, wherever it stands', () => {
    const night = new Date(Date.UTC(2026, 0, 21));
    const anew = (n: number, to: number) => ({
      ...day(n),
      published: new Date(Date.UTC(2026, 0, to)).toISOString(),
    });
    expect(ranOver([anew(19, 32), ...days(22, 31).reverse()], last, night)).toBe(true);
    expect(ranOver([...days(28, 35).reverse(), anew(20, 26), anew(19, 25)], last, night)).toBe(true);
    expect(ranOver([...days(21, 30).reverse(), day(20)], last, night)).toBe(false);
    const undated = { ...day(20), published: undefined };
    expect(ranOver([...days(21, 30), undated], last, night)).toBe(false);
  });

  it('not where a publisher dates all that it lists anew', () => {
    const night = new Date(Date.UTC(2026, 0, 21));
    const now = new Date(Date.UTC(2026, 0, 22)).toISOString();
    expect(
      ranOver(
        days(13, 22).map((item) => ({ ...item, published: now })),
        last,
        night,
      ),
    ).toBe(false);
  });

  it('not while the newest of the last night is listed, or one of the newest where that was taken down', () => {
    expect(ranOver(days(20, 30), last)).toBe(false);
    expect(ranOver(days(18, 19), last)).toBe(false);
  });

  it('not where guids change with every answer', () => {
    const restless = (n: number, night: string): RawItem => ({
      ...day(n),
      guid: `${night}${n}`,
      link: `https://a.example/${n}`,
    });
    const before = windowOf([1, 2, 3, 4].map((n) => restless(n, 'a')));
    expect(
      ranOver(
        [1, 2, 3].map((n) => restless(n, 'b')),
        before,
      ),
    ).toBe(false);
  });
});
