import { readFileSync } from 'node:fs';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../collector/types.ts';
import { manifest, seenItems } from './manifest.ts';
import { nights, plannedSources } from './nights.ts';
import {
  brandIds,
  dayMs,
  dayOf,
  dayStart,
  demoNow,
  demoSources,
  happenings,
  level,
  lostRuns,
  outages,
  weekdays,
} from './plan.ts';
import { hostile } from './text/hostile.ts';
import { articles, viewsByDay, viewsSource, winter } from './views.ts';
import { openWeb } from './web.ts';
import { writeItems } from './write-items.ts';
import { contextWords, fullName, shortName } from './write-text.ts';

const written = writeItems();
const items = [...written.values()].flat();
const truth = manifest();
const web = openWeb();
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sourceOf = (id: string) => {
  const source = demoSources.find((one) => one.id === id);
  if (!source) throw new Error(`no source ${id}`);
  return source;
};
async function ask(id: string, now: string, validators?: { etag?: string; lastModified?: string }) {
  return web.door(new Date(now))({ url: sourceOf(id).url }, validators);
}
async function read(id: string, now: string): Promise<Answer> {
  const answer = await ask(id, now);
  if (answer.kind !== 'answer') throw new Error(`${id} did not answer on ${now}`);
  return answer;
}

describe('the invented public', () => {
  it('gives the same bytes for the same seed and others for another', () => {
    const bytesOf = (one: typeof web) =>
      [...one.files(demoNow)].map(([path, bytes]) => `${path} ${textOf(bytes)}`);
    expect(bytesOf(openWeb())).toEqual(bytesOf(web));
    expect(bytesOf(openWeb('another seed'))).not.toEqual(bytesOf(web));
  });

  it('says about as much as planned of every brand in every quarter', () => {
    const usual = new Set(['talk', 'campaign', 'fix', 'update']);
    for (const brand of brandIds)
      for (let from = dayStart('2025-05-16'); from < dayStart('2026-08-01'); from += 91 * dayMs) {
        const days = Array.from({ length: 91 }, (_, i) => dayOf(from + i * dayMs));
        const planned = demoSources
          .filter((source) => !source.manySites && !source.joins)
          .flatMap((source) =>
            days.map(
              (day) =>
                (source.rates[brand] ?? 0) *
                (weekdays[source.group][new Date(dayStart(day)).getUTCDay()] ?? 0) *
                level(brand, day, source.bound !== undefined),
            ),
          )
          .reduce((sum, rate) => sum + rate, 0);
        const counted = items.filter(
          (item) =>
            item.brands[0] === brand &&
            usual.has(item.kind) &&
            days.includes(dayOf(item.published)) &&
            !sourceOf(item.source).manySites &&
            !sourceOf(item.source).joins,
        );
        // The talk that App 4.0 and 4.1 call forth comes on top; else within four standard errors of a Poisson count.
        const extra = counted.filter(
          (item) => (item.kind === 'update' || item.kind === 'fix') && item.stars === undefined,
        ).length;
        expect(Math.abs(counted.length - extra - planned)).toBeLessThan(4 * Math.sqrt(planned));
      }
  });

  it('holds a press release that thirty sites print on one day', () => {
    const copies = items.filter((item) => item.kind === 'release');
    expect(copies).toHaveLength(happenings.release.sites);
    expect(new Set(copies.map((item) => item.title)).size).toBe(1);
    expect(new Set(copies.map((item) => new URL(item.link ?? '').host)).size).toBe(happenings.release.sites);
    expect(new Set(copies.map((item) => dayOf(item.published)))).toEqual(new Set([happenings.release.on]));
  });

  it('has some reviews that take the best of the scale for its worst, and leaves the stars as they were', () => {
    const reviews = items.filter((item) => item.stars !== undefined);
    const confused = reviews.filter(
      ({ stars = 3, tone }) => (stars >= 4 && tone === 'negative') || (stars <= 2 && tone === 'positive'),
    );
    expect(confused.length / reviews.length).toBeGreaterThan(0.008);
    expect(confused.length / reviews.length).toBeLessThan(0.04);
  });

  it('gives the app about 4.4 stars, 3.1 while App 4.0 was out', () => {
    const mean = (from: string, to: string) => {
      const stars = items
        .filter(
          (item) => item.source === 'app-gb' && dayOf(item.published) >= from && dayOf(item.published) < to,
        )
        .map((item) => item.stars ?? 0);
      return stars.reduce((sum, one) => sum + one, 0) / stars.length;
    };
    const { update } = happenings;
    expect(mean('2025-05-16', update.from)).toBeCloseTo(4.4, 0);
    expect(mean(update.from, update.to)).toBeGreaterThan(2.7);
    expect(mean(update.from, update.to)).toBeLessThan(3.5);
    expect(mean('2026-05-01', '2026-11-15')).toBeGreaterThan(4.15);
  });

  it('names its brand in every item that should be kept, with a word that tells it from its namesakes', () => {
    for (const item of items) {
      const text = `${item.title} ${item.body}`;
      if (sourceOf(item.source).bound) continue;
      for (const brand of item.brands) {
        const isFull = text.toLowerCase().includes(fullName[brand].toLowerCase());
        const isShort =
          text.toLowerCase().includes(shortName[brand].toLowerCase()) && contextWords.test(text);
        expect(isFull || isShort, text).toBe(true);
      }
    }
  });

  it('names no brand fully in what should be dropped', () => {
    for (const item of items.filter((one) => one.brands.length === 0))
      for (const name of Object.values(fullName)) expect(`${item.title} ${item.body}`).not.toContain(name);
    for (const brand of brandIds) expect(truth.homonyms[brand]).toBeGreaterThan(50);
  });

  it('repeats no headline but planted copies, and hardly a title of a review', () => {
    const stories = new Map<string, Set<string>>();
    for (const item of items) {
      if (item.title === '' || item.brands.length === 0 || sourceOf(item.source).form === 'app-store')
        continue;
      const title = item.title.toLowerCase();
      stories.set(title, (stories.get(title) ?? new Set()).add(item.story));
    }
    expect([...stories].filter(([, ids]) => ids.size > 1).map(([title]) => title)).toEqual([]);
    const reviews = items.filter((item) => item.stars !== undefined).map((item) => item.title.toLowerCase());
    expect(new Set(reviews).size / reviews.length).toBeGreaterThan(0.8);
  });

  it('leaves no slot of the grammar unfilled', () => {
    const odd = items.filter(
      (item) => item.kind !== 'hostile' && /[{}[\]|]|undefined|NaN|\s{2}/.test(`${item.title} ${item.body}`),
    );
    expect(odd).toEqual([]);
  });

  it('speaks of nobody and nothing real', () => {
    const real =
      /\b(starbucks|costa coffee|nero|pret|nestl[eé]|iphone|android|google|facebook|twitter|instagram|amazon|tesco|sainsbury|waitrose|reddit|trustpilot|mr|mrs)\b/i;
    expect(items.filter((item) => real.test(`${item.title} ${item.body}`)).map((item) => item.title)).toEqual(
      [],
    );
    for (const item of items)
      if (item.link?.startsWith('https:')) expect(new URL(item.link).hostname).toMatch(/\.example$/);
  });

  it('writes in several languages and scripts', () => {
    const langs = new Set(items.map((item) => item.lang));
    for (const lang of ['de', 'fr', 'es', 'ja', 'ar']) expect(langs).toContain(lang);
    expect(items.some((item) => /\p{Extended_Pictographic}/u.test(item.body))).toBe(true);
  });
});

describe('the invented web', () => {
  it('answers with feeds that two parsers of others can read', async () => {
    const parser = new Parser();
    for (const source of demoSources.filter((one) => one.form !== 'app-store')) {
      const text = textOf((await read(source.id, demoNow.toISOString())).body);
      const window = web.window(source, demoNow);
      const { format, feed } = parseFeed(text);
      expect(format).toBe(source.form);
      const { entries, items: listed } = feed as { entries?: unknown[]; items?: unknown[] };
      const found = entries ?? listed ?? [];
      expect(found).toHaveLength(window.length);
      if (source.form === 'json') expect(() => JSON.parse(text)).not.toThrow();
      else expect((await parser.parseString(text)).items).toHaveLength(window.length);
    }
  });

  it('answers with fifty reviews a page until there are none', async () => {
    const { url } = sourceOf('app-gb');
    const door = web.door(demoNow);
    const entries: unknown[] = [];
    for (let page = 1; page <= 10; page++) {
      const answer = await door({ url: url.replace('page=1', `page=${page}`) });
      if (answer.kind !== 'answer') throw new Error('no answer');
      const { feed } = JSON.parse(textOf(answer.body)) as { feed: { entry?: unknown } };
      if (feed.entry !== undefined) entries.push(...[feed.entry].flat());
    }
    expect(entries).toHaveLength(sourceOf('app-gb').window);
    expect(new Set(entries.map((entry) => (entry as { id: { label: string } }).id.label)).size).toBe(
      entries.length,
    );
  });

  it('honours validators until something new is said', async () => {
    const first = await read('cup-and-bean', '2025-10-01T05:00:00Z');
    const { etag = '' } = first.headers;
    expect(etag).not.toBe('');
    expect((await ask('cup-and-bean', '2025-10-01T05:30:00Z', { etag })).kind).toBe('not_modified');
    expect((await ask('cup-and-bean', '2025-10-20T05:00:00Z', { etag })).kind).toBe('answer');
  });

  it('is dark, silent or cut on the nights planned, and lets no document of before the joining out', async () => {
    expect(await ask('bean-board', '2026-04-20T05:00:00Z')).toMatchObject({
      kind: 'failure',
      status: 'refused',
      reason: 'blocked_challenge',
      http: 403,
    });
    expect(await ask('pebble', '2025-09-09T05:00:00Z')).toMatchObject({
      status: 'failed',
      reason: 'timeout',
    });
    expect(await ask('chatter', '2025-11-11T05:00:00Z')).toMatchObject({
      status: 'failed',
      reason: 'http_503',
    });
    const cut = await read('northern-courier', '2025-08-14T05:00:00Z');
    expect(cut.whole).toBe(false);
    expect(textOf(cut.body)).not.toContain('</rss>');
    expect(await ask('student-commons', '2026-01-20T05:00:00Z')).toMatchObject({ http: 404 });
    expect((await ask('student-commons', '2026-02-02T05:00:00Z')).kind).toBe('answer');
  });

  it('knows no other address', async () => {
    expect(await web.door(demoNow)({ url: 'https://elsewhere.example/feed' })).toMatchObject({
      status: 'failed',
      reason: 'dns_unknown',
    });
  });

  it('changes the ids of one feed weekly, but not its links', async () => {
    const [one, other] = await Promise.all(
      ['2026-03-02T05:00:00Z', '2026-03-09T05:00:00Z'].map(async (now) =>
        textOf((await read('grounds-weekly', now)).body),
      ),
    );
    const found = (text: string | undefined, pattern: RegExp) =>
      new Set([...(text ?? '').matchAll(pattern)].map(([, id]) => id));
    const shared = (pattern: RegExp) =>
      [...found(one, pattern)].filter((id) => found(other, pattern).has(id)).length;
    expect(shared(/<id>(tag:[^<]*)/g)).toBe(0);
    expect(shared(/rel="alternate" href="([^"]*)"/g)).toBeGreaterThan(20);
  });

  it('shows an edited title only from the edit on', async () => {
    const item = items.find(
      (one) =>
        one.edit &&
        one.source === 'northern-courier' &&
        one.edit.at.getTime() - one.published.getTime() > 6 * 3_600_000,
    );
    if (!item?.edit) throw new Error('nothing was edited');
    const before = textOf(
      (await read(item.source, new Date(item.edit.at.getTime() - 1000).toISOString())).body,
    );
    const after = textOf((await read(item.source, item.edit.at.toISOString())).body);
    expect(before).not.toContain('(updated)</title>');
    expect(after).toContain('(updated)</title>');
  });

  it('carries every hostile text', () => {
    const seen = new Set(
      seenItems()
        .filter(({ item }) => item.kind === 'hostile')
        .map(({ item }) => item.title),
    );
    for (const one of hostile) expect(seen).toContain(one.title);
  });
});

describe('the counters of the encyclopedia', () => {
  const wikimedia =
    'https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/en.wikipedia/all-access/user';
  it('answer with the days that were asked for and are over', async () => {
    const answer = await web.door(new Date('2026-02-04T05:00:00Z'))({
      url: `${wikimedia}/Kettleby_Coffee/daily/2026020100/2026020400`,
    });
    if (answer.kind !== 'answer') throw new Error('no answer');
    const { items } = JSON.parse(textOf(answer.body)) as { items: { timestamp: string; views: number }[] };
    expect(items.map(({ timestamp }) => timestamp)).toEqual(['2026020100', '2026020200', '2026020300']);
    for (const { views } of items) expect(views).toBeGreaterThan(500);
  });
  it('tell a winter in which all is read more, and a recall for which one brand is looked up', () => {
    const views = viewsByDay('tamarisk-14');
    const mean = (brand: 'tamarisk' | 'kettleby', from: string, days: number) =>
      Array.from(
        { length: days },
        (_, at) => views[brand].get(dayOf(dayStart(from) + at * dayMs)) ?? 0,
      ).reduce((sum, one) => sum + one, 0) / days;
    expect(mean('kettleby', '2026-01-05', 28) / mean('kettleby', '2025-07-07', 28)).toBeCloseTo(
      winter.lift ** 2,
      0,
    );
    expect(mean('tamarisk', '2026-09-21', 7)).toBeGreaterThan(1.6 * mean('tamarisk', '2026-09-07', 14));
  });
});

describe('the nights', () => {
  it('run once a day but for the lost ones, in order, and end at the fixed clock', () => {
    const all = nights();
    expect(new Set(all.map(dayOf)).size).toBe(all.length);
    expect(all).toEqual(all.toSorted((a, b) => a.getTime() - b.getTime()));
    expect(all.at(-1)).toEqual(demoNow);
    for (const day of lostRuns) expect(all.map(dayOf)).not.toContain(day);
    expect(all.length + lostRuns.length).toBe((dayStart('2026-11-15') - dayStart('2025-05-16')) / dayMs + 1);
  });

  it('plan a source from the day it joins', () => {
    expect(plannedSources(new Date('2026-02-01T05:00:00Z'))).not.toContain('student-commons');
    expect(plannedSources(new Date('2026-02-02T05:00:00Z'))).toContain('student-commons');
  });
});

describe('the manifest', () => {
  it('adds up: months to totals, totals to sources', () => {
    for (const brand of brandIds) {
      const sum = Object.values(truth.months[brand]).reduce((all, month) => all + month.mentions, 0);
      expect(sum).toBe(truth.totals[brand].mentions);
    }
    const bySource = Object.values(truth.bySource).reduce((all, one) => all + one, 0);
    expect(bySource).toBe(brandIds.reduce((all, brand) => all + truth.totals[brand].mentions, 0));
    expect(bySource).toBeGreaterThan(8000);
  });

  it('counts lost only what left a window while its source was dark', () => {
    expect(Object.keys(truth.lost)).toEqual(['bean-board']);
    const dark = truth.dark.find((one) => one.how === 'challenge');
    expect(dark?.lost).toBe(truth.lost['bean-board']);
    expect(dark?.lost).toBeGreaterThan(0);
    expect(truth.dark).toHaveLength(outages.length);
  });

  it('agrees with brand.yml on the sources, in order', () => {
    const config = readFileSync(new URL('brand.yml', import.meta.url), 'utf8');
    const ids = [...config.matchAll(/^ {2}- \{ id: ([\w-]+), type:/gm)].map(([, id]) => id);
    expect(ids).toEqual([...demoSources.map((source) => source.id), viewsSource]);
    for (const article of Object.values(articles)) expect(config).toContain(`articles: [${article}]`);
    for (const source of demoSources.filter((one) => one.form !== 'app-store'))
      expect(config).toContain(`'${source.url}'`);
  });
});
