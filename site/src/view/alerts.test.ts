import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import type { Figure, RankingFigure } from '#contract';
import { alertFeed } from './alert-feed.ts';
import { alertsOf } from './alert-list.ts';
import { dearest } from './dearest.ts';
import { makeFormats } from './numbers.ts';

type Row = RankingFigure['brands'][string]['rows'][number];
const formats = makeFormats('en-GB', 'UTC');
const ranking = (id: string, rows: Partial<Row>[]): Map<string, Figure> => {
  const row = { id: 'x', name: 'X', value: null, low: null, high: null, n: 9, parts: {}, mentions: [] };
  const figure: RankingFigure = {
    id,
    title: '',
    question: '',
    formula: '',
    limits: '',
    unit: '',
    basis: '',
    proxy: false,
    method: `${id}@1`,
    kind: 'ranking',
    brands: { northwind: { rows: rows.map((some) => ({ ...row, ...some })) } },
    period: { from: '2026-08-18', to: '2026-11-15' },
  };
  return new Map([[id, figure]]);
};
const asOf = '2026-11-16T05:00:00Z';
const spike = {
  id: 'volume-2026-11-10',
  name: 'Volume',
  from: '2026-11-10',
  to: '2026-11-11',
  text: '30 stories on 2026-11-10, where 8 were expected. 20 more than usual speak of Cups & <Lids>.',
};

describe('the list of alerts', () => {
  it('writes dates as the page does, and knows which are of late', () => {
    const figures = ranking('alerts', [spike, { ...spike, id: 'old', from: '2026-09-01', to: '2026-09-01' }]);
    const late = alertsOf({ asOf }, figures, 'northwind', formats, 28);
    expect(late.map(({ id }) => id)).toEqual(['volume-2026-11-10']);
    expect(late[0]).toMatchObject({ when: 'Tue, 10 Nov 2026 – Wed, 11 Nov 2026' });
    expect(late[0]?.text).toContain('30 stories on Tue, 10 Nov 2026, where');
    expect(alertsOf({ asOf }, figures, 'northwind', formats)).toHaveLength(2);
    expect(alertsOf({ asOf }, new Map(), 'northwind', formats)).toEqual([]);
  });
});

describe('the feed of alerts', () => {
  const lines = alertsOf({ asOf }, ranking('alerts', [spike]), 'northwind', formats);
  const feed = (home: string) =>
    alertFeed({ title: 'Northwind <&> Co: alerts', brand: 'northwind', home, asOf }, lines);
  it('is read by a reader of feeds, with its names and addresses', async () => {
    const read = await new Parser().parseString(feed('https://team.example/earshot'));
    expect(read).toMatchObject({ title: 'Northwind <&> Co: alerts' });
    expect(read.items).toHaveLength(1);
    expect(read.items[0]).toMatchObject({
      title: 'Volume: 30 stories on Tue, 10 Nov 2026, where 8 were expected',
      link: 'https://team.example/earshot/alerts/#volume-2026-11-10',
      summary: expect.stringContaining('Cups & <Lids>'),
    });
  });
  it('stands without an address: its links lead from where it lies itself, and it is the same each time', async () => {
    const read = await new Parser().parseString(feed(''));
    expect(read.items[0]?.link).toBe('alerts/#volume-2026-11-10');
    expect(feed('')).toBe(feed(''));
  });
  it('has what RFC 4287 asks of a feed and of an entry without content', () => {
    for (const home of ['', 'https://team.example/earshot']) {
      const made = feed(home);
      const [head = '', ...entries] = made.split('<entry>');
      for (const part of [head, ...entries]) {
        expect(part.match(/<id>tag:[^<]+<\/id>/g)).toHaveLength(1);
        expect(part.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
        expect(part.match(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/updated>/g)).toHaveLength(1);
        expect(part.match(/<link rel="alternate" href="[^"]+"\/>/g)).toHaveLength(1);
      }
      expect(head).toMatch(/<author><name>[^<]+<\/name><\/author>/);
      expect(head).toMatch(/<link rel="self" href="[^"]+alerts\.xml"|<link rel="self" href="alerts\.xml"/);
      const ids = [...made.matchAll(/<id>([^<]+)/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('what to fix first', () => {
  const rows = [
    {
      id: 'a',
      name: 'Delivery',
      value: 0.31,
      low: 0.2,
      high: 0.4,
      parts: { reach: 12, reachLow: 9, reachHigh: 15 },
    },
    {
      id: 'b',
      name: 'App',
      value: 0.1,
      low: -0.02,
      high: 0.2,
      parts: { reach: 30, reachLow: 25, reachHigh: 35 },
    },
  ];
  it('keeps the order of Priorities, and says of none that it costs what may as well be nothing', () =>
    expect(dearest(ranking('priorities', rows), 'northwind', formats)).toEqual([
      {
        id: 'a',
        name: 'Delivery',
        text: 'goes with 0.31 stars less over all reviews (0.2 to 0.4). 12% of stories complain of it.',
      },
      { id: 'b', name: 'App', text: '30% of stories complain of it.' },
    ]));
  it('says that it spreads only where the interval is above nothing', () => {
    const with_ = (trendLow: number) =>
      dearest(
        ranking('priorities', [
          { value: null, parts: { reach: 5, reachLow: 3, reachHigh: 7, trend: 4, trendLow, trendHigh: 8 } },
        ]),
        'northwind',
        formats,
      )[0]?.text;
    expect(with_(1)).toBe(
      '5% of stories complain of it. It spreads: 4 points more than in the 90 days before.',
    );
    expect(with_(-1)).toBe('5% of stories complain of it.');
  });
});
