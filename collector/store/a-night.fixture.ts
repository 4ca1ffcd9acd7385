import type { Mention, Published, Run, Score, State } from '#contract';
import type { Night } from './open-store.ts';

/** Lines for the tests of the store: mention number `n`, first seen on the given day. */
export function aMention(n: number, day = '2026-11-20'): Mention {
  const id = n.toString(16).padStart(16, '0');
  return {
    v: 1,
    id,
    doc: id,
    brand: n % 5 === 4 ? null : 'northwind',
    source: n % 2 ? 'city-paper' : 'coffee-talk',
    group: 'news',
    site: 'example.com',
    url: `https://example.com/${n}`,
    title: `Northwind opens shop ${n}`,
    excerpt: 'A “café” of its own\u2028☕ – said\u0085 <b>everyone</b>',
    publishedAt: `${day}T0${n % 10}:00:00Z`,
    firstSeenAt: `${day}T05:17:00Z`,
  };
}

export const aScore = ({ id, brand, doc }: Mention): Score => ({
  id,
  brand,
  story: doc,
  lang: 'en',
  relevant: true,
  tone: { label: 'positive', p: [0.1, 0.2, 0.7] },
  themes: [{ id: 'shops', tone: 'positive' }],
  intents: [],
  by: 'afinn@5.0.2',
  config: 'c0ffee',
});

export const aRun = (day = '2026-11-20', kept = 1): Run => ({
  at: `${day}T05:17:00Z`,
  source: 'city-paper',
  status: 'ok',
  read: kept,
  kept,
  edited: 0,
  dropped: {},
  bytes: 100,
});

export const aPublished = (day = '2026-11-20'): Published => ({
  at: `${day}T05:17:00Z`,
  figure: 'awareness',
  brand: 'northwind',
  period: day,
  value: 100,
  low: 90,
  high: 110,
  n: 40,
  coverage: 1,
  verdict: 'no clear change',
  method: 'awareness@1',
  config: 'c0ffee',
  commit: null,
});

export const aState = (etag = '"a"'): State => ({
  v: 1,
  sources: { 'city-paper': { addresses: { 'https://example.com/rss': { etag } } } },
});

/** A night of these mentions with all that belongs to it. */
export function aNight(numbers: readonly number[], day = '2026-11-20'): Night & { mentions: Mention[] } {
  const mentions = numbers.map((n) => aMention(n, day));
  return {
    mentions,
    scores: mentions.map(aScore),
    runs: [aRun(day, mentions.filter(({ source }) => source === 'city-paper').length)],
    published: [aPublished(day)],
    state: aState(),
  };
}
