import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Config, configOf, type Mention } from '#contract';
import { openCollector } from '../collector/pipeline.ts';
import { sourceSchema } from '../collector/sources/registry.ts';
import { openStore } from '../collector/store/open-store.ts';
import type { Answer } from '../collector/types.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-identity-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Entry = { title?: string; link?: string; guid?: string; date?: string | undefined; text?: string };
type Night = { now: string; feeds: Record<string, Entry[]> };

const tag = (name: string, value: string | undefined) =>
  value === undefined ? '' : `<${name}>${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`;
const rss = (entries: readonly Entry[]) =>
  `<rss version="2.0"><channel><title>t</title>${entries
    .map(
      ({ title = 'Northwind Coffee opens', link, guid, date, text }) =>
        `<item>${tag('title', title)}${tag('link', link)}${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}${tag('pubDate', date)}${tag('description', text)}</item>`,
    )
    .join('')}</channel></rss>`;

/** Plays nights in which each feed lists what it lists; gives what is stored in the end, and each night's report. */
async function play(nights: readonly Night[]) {
  const ids = [...new Set(nights.flatMap(({ feeds }) => Object.keys(feeds)))];
  const config = configOf(sourceSchema).parse({
    brand: { id: 'northwind', name: 'Northwind Coffee' },
    sources: ids.map((id) => ({ id, type: 'feed', url: `https://${id}.example/rss` })),
  }) as Config;
  const data = mkdtempSync(join(scratch, 'data-'));
  const reports = [];
  for (const { now, feeds } of nights) {
    const at = new Date(now);
    const door = async ({ url }: { url: string }): Promise<Answer> => ({
      kind: 'answer',
      url,
      http: 200,
      headers: {},
      body: Buffer.from(rss(feeds[new URL(url).hostname.replace('.example', '')] ?? [])),
      whole: true,
    });
    const rim = {
      door,
      readLocal: async () => undefined,
      secret: () => undefined,
      progress: { step: () => undefined, line: () => undefined },
    };
    reports.push(await openCollector(config, openStore(data), at).collect(rim, at));
  }
  const store = openStore(data);
  return { mentions: store.readMentions().lines, scores: store.readScores().lines, reports };
}

const night = (now: string, ...entries: Entry[]): Night => ({ now, feeds: { paper: entries } });
const first = '2026-11-20T04:17:00Z';
const second = '2026-11-21T04:17:00Z';
const monday = 'Mon, 16 Nov 2026 09:00:00 GMT';
const link = 'https://paper.example/a';
const dates = (mentions: readonly Mention[]) =>
  mentions.map(({ publishedAt, dateFlag }) => [publishedAt, dateFlag]);

describe('dates', () => {
  it('D01: an item without a date is counted when it was first seen, flagged, and stays there', async () => {
    const { mentions } = await play([night(first, { link }), night(second, { link })]);
    expect(dates(mentions)).toEqual([[first, 'date_inferred']]);
  });

  it.each([
    ['an hour ahead', 'Fri, 20 Nov 2026 05:17:00 GMT', 'date_clamped'],
    ['three days ahead', 'Mon, 23 Nov 2026 04:17:00 GMT', 'date_inferred'],
    ['in the year 2099', 'Tue, 20 Nov 2099 04:17:00 GMT', 'date_inferred'],
  ])('D02: a date %s is set to the moment of the fetch, and flagged', async (_, date, flag) => {
    const { mentions } = await play([night(first, { link, date })]);
    expect(dates(mentions)).toEqual([[first, flag]]);
  });

  it.each([
    ['Thu, 01 Jan 1970 00:00:00 GMT', first, 'date_inferred'],
    ['0001-01-01T00:00:00Z', first, 'date_inferred'],
    ['Thu, 31 Feb 2026 10:00:00 GMT', first, 'date_inferred'],
    ['03/04/2026', first, 'date_inferred'],
    ['2026-11-15T24:00:00Z', '2026-11-16T00:00:00Z', undefined],
    ['Sun, 20 Sept 2026 12:00:00 GMT', '2026-09-20T12:00:00Z', undefined],
    ['3 février 2026', '2026-02-03T00:00:00Z', undefined],
    ['Di, 3 März 2026 12:00:00 +0000', '2026-03-03T12:00:00Z', undefined],
    ['Mon, 16 Nov 26 09:00:00', '2026-11-16T09:00:00Z', undefined],
    ['Mon, 16 Nov 2026 09:00:00 EST', '2026-11-16T14:00:00Z', undefined],
    ['Mon, 16 Nov 2026 09:00:00 +0530', '2026-11-16T03:30:00Z', undefined],
    ['1794819600', '2026-11-16T09:00:00Z', undefined],
    ['1794819600000', '2026-11-16T09:00:00Z', undefined],
  ])('D03: %s is %s (%s)', async (date, at, flag) => {
    const { mentions } = await play([night(first, { link, date })]);
    expect(dates(mentions)).toEqual([[at, flag]]);
  });

  it('D03: 03/04/2026 is read by the other items of its feed', async () => {
    const { mentions } = await play([
      night(
        first,
        { link, date: '03/04/2026' },
        { link: `${link}2`, title: 'Northwind Coffee grows', date: '25/04/2026' },
      ),
    ]);
    expect(dates(mentions)[0]).toEqual(['2026-04-03T00:00:00Z', undefined]);
  });
});

describe('identity', () => {
  it('D05: an item that is edited later stays one mention, and the ledger notes the edit', async () => {
    const { mentions, reports } = await play([
      night(first, { link, guid: '1', date: monday }),
      night(second, { link, guid: '1', date: monday, title: 'Northwind Coffee opens a second shop' }),
    ]);
    expect(mentions.map(({ title }) => title)).toEqual(['Northwind Coffee opens']);
    expect(reports[1]?.sources[0]).toMatchObject({ kept: 0, edited: 1 });
  });

  it('D06: one article in five feeds, under addresses that mean the same, is five lines, one document, one story', async () => {
    const spellings = [
      'https://press.example/2026/coffee',
      'http://press.example/2026/coffee/',
      'https://www.press.example/2026/coffee?utm_source=rss&utm_medium=feed',
      'https://m.press.example/2026/coffee#top',
      'https://press.example/2026/coffee/amp',
    ];
    const feeds = Object.fromEntries(
      spellings.map((url, at) => [`feed-${at}`, [{ link: url, date: monday }]]),
    );
    const { mentions, scores } = await play([{ now: first, feeds }]);
    expect(mentions).toHaveLength(5);
    expect(new Set(mentions.map(({ doc }) => doc)).size).toBe(1);
    expect(new Set(scores.map(({ story }) => story)).size).toBe(1);
  });

  it('D07: one wire story on forty sites is forty mentions and one story', async () => {
    const feeds = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `site-${at}`,
        [
          {
            title: 'Northwind Coffee recalls three thousand kettles',
            link: `https://site-${at}.example/x${at}`,
            date: monday,
          },
        ],
      ]),
    );
    const { mentions, scores } = await play([{ now: first, feeds }]);
    expect(mentions).toHaveLength(40);
    expect(new Set(scores.map(({ story }) => story)).size).toBe(1);
  });

  it.each([
    ['guid', (at: number): Entry => ({ guid: 'same', link: `${link}${at}` }), 'bad_guid'],
    ['link', (at: number): Entry => ({ guid: `${at}`, link }), 'bad_link'],
  ])(
    'D08: where all items share one %s the other tells them apart, and the report says so',
    async (_, mark, flag) => {
      const entries = [1, 2, 3].map((at) => ({
        ...mark(at),
        title: `Northwind Coffee, part ${at}`,
        date: monday,
      }));
      const { mentions, reports } = await play([night(first, ...entries), night(second, ...entries)]);
      expect(mentions).toHaveLength(3);
      expect(reports[0]?.sources[0]?.notices.join()).toContain(flag);
    },
  );

  it('D09: a guid that is another at every fetch counts nothing twice', async () => {
    const { mentions } = await play(
      [first, second, '2026-11-22T04:17:00Z'].map((now) => night(now, { link, guid: now, date: monday })),
    );
    expect(mentions).toHaveLength(1);
  });

  it('D10: a publisher that dates everything anew makes no new mentions and moves none', async () => {
    const entries = [1, 2, 3].map((at) => ({ link: `${link}${at}`, title: `Northwind Coffee, part ${at}` }));
    const { mentions } = await play([
      night(first, ...entries.map((entry) => ({ ...entry, date: monday }))),
      night(second, ...entries.map((entry) => ({ ...entry, date: 'Sat, 21 Nov 2026 03:00:00 GMT' }))),
    ]);
    expect(dates(mentions)).toEqual([1, 2, 3].map(() => ['2026-11-16T09:00:00Z', undefined]));
  });

  it('D11: an archive that is listed at once is stored on its own dates', async () => {
    const archive = Array.from({ length: 500 }, (_, at) => ({
      link: `${link}${at}`,
      title: `Northwind Coffee, day ${at}`,
      date: new Date(Date.UTC(2019, 0, 1) + at * 43_200_000).toUTCString(),
    }));
    const { mentions } = await play([
      night(first, { link, date: monday }),
      night(second, ...archive, { link, date: monday }),
    ]);
    expect(mentions).toHaveLength(501);
    expect(mentions.filter(({ publishedAt }) => publishedAt.startsWith('2019'))).toHaveLength(500);
    expect(mentions.filter(({ publishedAt }) => publishedAt >= '2026-11-20')).toHaveLength(0);
  });
});
