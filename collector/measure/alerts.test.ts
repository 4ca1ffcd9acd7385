import { describe, expect, it } from 'vitest';
import type { RankingFigure } from '#contract';
import { daysBetween, nightly, poisson, said, seeded, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [from, to] = ['2026-08-01', '2026-11-15'];
const days = daysBetween(from, to);
const themes = [{ id: 'delivery', name: 'Delivery' }];
const alertsOf = (lines: ReturnType<typeof said>[], dark: string[] = []) => {
  const figure = measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: [...nightly('paper', from, to, { dark }), ...nightly('forum', from, to)],
      sources: [source('paper', { label: 'City Paper' }), source('forum', { label: 'The Forum' })],
      themes,
      said: lines,
    }),
  ).get('alerts.json') as RankingFigure;
  return figure.brands.northwind?.rows ?? [];
};

/** Eight stories a day from two sources. */
function usual() {
  const random = seeded(21);
  return days.flatMap((day) =>
    ['paper', 'forum'].flatMap((from) =>
      Array.from({ length: poisson(4, random) }, () => said(day, { source: from })),
    ),
  );
}
const late = { themes: [{ id: 'delivery', tone: 'negative' as const }] };
const burst = (day: string, number: number) =>
  Array.from({ length: number }, () => said(day, { source: 'forum', tone: 'negative', ...late }));

describe('an alert', () => {
  it('says what was expected and seen, where the excess comes from and of what it speaks, with three quotes', () => {
    const planted = burst('2026-11-10', 24);
    const rows = alertsOf([...usual(), ...planted]);
    const volume = rows.find(({ id }) => id === 'volume-2026-11-10');
    expect(volume?.text).toMatch(
      /^\d+ stories on 2026-11-10, where [78](\.\d)? were expected \(\d+ to 1\d\)\. 2\d more than usual came from The Forum\. 24 more than usual speak of Delivery\.$/,
    );
    expect(volume?.mentions).toHaveLength(3);
    for (const id of volume?.mentions ?? [])
      expect(planted.some(({ mention }) => mention.id === id)).toBe(true);
    expect(rows.map(({ id }) => id).sort()).toEqual([
      'negative-2026-11-10',
      'theme-delivery-2026-11-10',
      'volume-2026-11-10',
    ]);
  });
  it('names the words that make the excess, none that are always said, and quotes who says them', () => {
    const says = (words: string) => ({ title: `Northwind ${words}` });
    const always = usual().map(({ mention, score }, at) => ({
      mention: { ...mention, ...says(at % 3 ? 'cup and morning roast' : 'morning queue') },
      score,
    }));
    const planted = Array.from({ length: 20 }, (_, at) =>
      said('2026-11-10', {
        source: 'forum',
        ...says(at < 8 ? `oat milk again${at}` : at < 15 ? `mould ${at} found${at}` : 'cup of morning roast'),
      }),
    );
    const volume = alertsOf([...always, ...planted]).find(({ id }) => id === 'volume-2026-11-10');
    expect(volume?.words).toEqual(['oat milk', 'mould']);
    expect(volume?.source).toBe('forum');
    expect(volume?.text).toContain('Words that stand out: “oat milk” and “mould”.');
    const oat = planted.slice(0, 15).map(({ mention }) => mention.id);
    for (const id of volume?.mentions ?? []) expect(oat).toContain(id);
  });
  it('is one for days on end, told by the worst of them', () => {
    const rows = alertsOf([
      ...usual(),
      ...burst('2026-11-10', 24),
      ...burst('2026-11-11', 40),
      ...burst('2026-11-12', 24),
    ]);
    expect(rows.filter(({ name }) => name === 'Volume')).toMatchObject([
      { id: 'volume-2026-11-10', from: '2026-11-10', to: '2026-11-12', parts: { days: 3 } },
    ]);
    expect(rows.find(({ name }) => name === 'Volume')?.text).toContain('on 2026-11-11');
  });
  it('tells one story that was carried many times', () => {
    const copies = Array.from({ length: 12 }, () =>
      said('2026-11-10', { story: 'wire', site: 'x.example', title: 'Northwind recalls. All of it!' }),
    );
    const rows = alertsOf([...usual(), ...copies, ...burst('2026-11-10', 20)]);
    expect(rows.find(({ name }) => name === 'Volume')?.text).toContain(
      'One story was carried 12 times: “Northwind recalls. All of it”.',
    );
  });
  it('is not made by copies of one story, nor by a source that is back after dark days', () => {
    const copies = Array.from({ length: 40 }, () => said('2026-11-10', { story: 'wire' }));
    expect(alertsOf([...usual(), ...copies])).toEqual([]);
    const dark = daysBetween('2026-10-20', '2026-11-05');
    const heard = usual().filter(
      ({ mention }) => mention.source === 'forum' || !dark.includes(mention.publishedAt.slice(0, 10)),
    );
    expect(alertsOf(heard, dark)).toEqual([]);
  });
  it('is not made by a source that joins with another mix of tones and themes', () => {
    const random = seeded(77);
    const joined = daysBetween('2026-09-25', to).flatMap((day) =>
      Array.from({ length: poisson(5, random) }, () =>
        said(day, { source: 'shop', ...(random() < 0.7 ? { tone: 'negative' as const, ...late } : {}) }),
      ),
    );
    const figure = measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: [
          ...nightly('paper', from, to),
          ...nightly('forum', from, to),
          ...nightly('shop', '2026-09-25', to),
        ],
        sources: [source('paper'), source('forum'), source('shop')],
        themes,
        said: [...usual(), ...joined],
      }),
    ).get('alerts.json') as RankingFigure;
    expect(figure.brands.northwind?.rows.length).toBeLessThanOrEqual(1);
  });
  it('is about ratings where they fall', () => {
    const random = seeded(5);
    const rated = days.flatMap((day) =>
      Array.from({ length: 10 }, () => said(day, { rating: { value: random() < 0.1 ? 1 : 5, of: 5 } })),
    );
    const bad = Array.from({ length: 12 }, () => said('2026-11-10', { rating: { value: 1, of: 5 } }));
    expect(alertsOf([...rated, ...bad]).map(({ id }) => id)).toContain('rating-2026-11-10');
  });
});
