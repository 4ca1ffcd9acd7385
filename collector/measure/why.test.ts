import { describe, expect, it } from 'vitest';
import type { RankingFigure } from '#contract';
import { nightly, type Said, said, source, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { beyondShare } from './why.ts';

const dayOf = (back: number): string =>
  new Date(Date.parse('2026-11-15T00:00:00Z') - back * 86_400_000).toISOString().slice(0, 10);
/** So many a day over the last four weeks, or the four before. */
const daily = (window: 'earlier' | 'later', number: number, parts: Said): ReturnType<typeof said>[] =>
  Array.from({ length: 28 }, (_, day) => day + (window === 'earlier' ? 28 : 0)).flatMap((back) =>
    Array.from({ length: number }, () => said(dayOf(back), parts)),
  );
const measured = (lines: ReturnType<typeof said>[], file: string) =>
  (
    measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: ['paper', 'forum'].flatMap((one) => nightly(one, '2026-08-01', '2026-11-15')),
        sources: [source('paper'), source('forum', { group: 'forum', label: 'The Forum' })],
        themes: [
          { id: 'app', name: 'App' },
          { id: 'price', name: 'Price' },
        ],
        said: lines,
      }),
    ).get(file) as RankingFigure
  ).brands.northwind?.rows ?? [];
const rowsOf = (lines: ReturnType<typeof said>[], figure: string) =>
  measured(lines, 'why.json').filter((row) => row.id.startsWith(`28:${figure}:`));
const briefOf = (lines: ReturnType<typeof said>[]): string[] =>
  measured(lines, 'brief.json').map(({ text = '' }) => text);
const app = { source: 'forum', site: 'forum.example', themes: [{ id: 'app', tone: 'negative' as const }] };

describe('why it moved', () => {
  it('takes a fall of tone apart into what each part adds, and parts that exclude each other add up to it', () => {
    const rows = rowsOf(
      [
        ...daily('earlier', 4, { tone: 'positive' }),
        ...daily('later', 4, { tone: 'positive' }),
        ...daily('earlier', 1, { ...app, tone: 'negative' }),
        ...daily('later', 4, { ...app, tone: 'negative' }),
      ],
      'net-sentiment',
    );
    // Before: 112 good and 28 bad of 140, m = 0.6. After: 112 good and 112 bad of 224, mean 0: −60 points in all.
    // The forum: 100 × (112 × −1.6 ÷ 224 − 28 × −1.6 ÷ 140) = 100 × (−0.8 + 0.32) = −48. The paper: 100 × (112 × 0.4 ÷ 224 − 112 × 0.4 ÷ 140) = −12.
    expect(rows.map(({ name, value, parts }) => [name, value, parts.before, parts.after])).toEqual([
      ['App', -48, 28, 112],
      ['paper', -12, 112, 112],
    ]);
    expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(-60, 9);
    expect(rows[0]).toMatchObject({
      figure: 'net-sentiment',
      unit: 'points',
      n: 140,
      parts: { whole: -60, share: 0.8 },
    });
    for (const { low, value, high } of rows) {
      expect(low).toBeLessThan(value ?? 0);
      expect(high).toBeGreaterThan(value ?? 0);
    }
    expect(rows[0]?.mentions).toHaveLength(2);
  });
  it('tells of a rise of stories which source brought it', () => {
    const rows = rowsOf(
      [
        ...daily('earlier', 5, {}),
        ...daily('later', 5, {}),
        ...daily('earlier', 1, app),
        ...daily('later', 9, app),
      ],
      'stories',
    );
    expect(rows[0]).toMatchObject({ value: 224, parts: { before: 28, after: 252, whole: 224, share: 1 } });
    // Theme, source and site hold the same stories: told once.
    expect(rows).toHaveLength(1);
  });
  it('tells of each month that is over what moved it, and of one that nothing moved that it did not', () => {
    // The last day is 15 November: 15 days back is 31 October.
    const between = (from: number, to: number, number: number, parts: Said): ReturnType<typeof said>[] =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((back) =>
        Array.from({ length: number }, () => said(dayOf(back), parts)),
      );
    const rows = measured(
      [
        ...between(0, 105, 4, { tone: 'positive' }),
        ...between(0, 105, 1, { tone: 'negative' }),
        ...between(15, 42, 4, { ...app, tone: 'negative' }),
      ],
      'why.json',
    ).filter(({ id }) => /^2026-\d\d:net-sentiment/.test(id));
    const whole = (month: string) => rows.find(({ id }) => id === `${month}:net-sentiment`);
    expect(whole('2026-10')).toMatchObject({
      name: 'Net sentiment',
      unit: 'points',
      from: '2026-10-04',
      to: '2026-10-31',
      n: 28 * 14,
    });
    // From (4 − 1) ÷ 5 to (4 − 5) ÷ 9.
    expect(whole('2026-10')?.value).toBeCloseTo(100 * (-1 / 9 - 3 / 5), 0);
    expect(whole('2026-10')?.parts.z).toBeLessThan(-2.81);
    expect(rows.some(({ id }) => id === '2026-10:net-sentiment:theme:app')).toBe(true);
    expect(Math.abs(whole('2026-09')?.parts.z ?? 9)).toBeLessThan(1.96);
    expect(rows.filter(({ id }) => id.startsWith('2026-09:net-sentiment:'))).toEqual([]);
    expect(whole('2026-11')).toBeUndefined();
  });
  it('is named in the brief', () => {
    const texts = briefOf([
      ...daily('earlier', 4, { tone: 'positive' }),
      ...daily('later', 4, { tone: 'positive' }),
      ...daily('later', 4, { ...app, tone: 'negative' }),
    ]);
    expect(texts.find((text) => text.startsWith('Net sentiment fell'))).toMatch(
      /The largest part of it: App, −\d+ points \(−\d+ to −\d+\), with 112 stories after 0\.$/,
    );
  });
  it('shows what is gone by the window that held it', () => {
    const [gone] = rowsOf(
      [...daily('earlier', 5, {}), ...daily('later', 5, {}), ...daily('earlier', 9, app)],
      'stories',
    );
    expect(gone).toMatchObject({ name: 'App', value: -252, from: '2026-09-21', to: '2026-10-18' });
    expect(gone?.mentions).toHaveLength(2);
  });
  it('says nothing of what chance explains', () => {
    const steady = [...daily('earlier', 5, {}), ...daily('later', 5, {})];
    expect(rowsOf(steady, 'stories')).toEqual([]);
    expect(rowsOf(steady, 'net-sentiment')).toEqual([]);
  });
});

describe('a part of a count', () => {
  const themed = (id: string): Said => ({ themes: [{ id, tone: 'neutral' }] });
  it('that grows as all do is not named, however large it is', () => {
    const rows = rowsOf(
      [
        ...daily('earlier', 6, themed('app')),
        ...daily('later', 9, themed('app')),
        ...daily('earlier', 4, themed('price')),
        ...daily('later', 6, themed('price')),
      ],
      'stories',
    );
    expect(rows).toEqual([]);
    // 84 of 140 more are of the app, whose 420 are three fifths of all 700, as are 252 of the 420 after.
    expect(beyondShare([168, 252], [280, 420], 1)).toEqual({ beyond: 0, z: 0 });
  });
  it('that grows beyond its share is named before a larger one that does not', () => {
    const [first] = rowsOf(
      [
        ...daily('earlier', 8, themed('app')),
        ...daily('later', 9, themed('app')),
        ...daily('earlier', 1, themed('price')),
        ...daily('later', 4, themed('price')),
      ],
      'stories',
    );
    expect(first).toMatchObject({ name: 'Price', value: 84, parts: { before: 28, after: 112 } });
  });
  it('is judged as a draw without replacement, wider where counts are less steady', () => {
    // 30 of 100 later ones where 130 × 400 ÷ 1,000 = 52 were due less: variance 130 × .4 × .6 × .87 = 27.144.
    const { beyond, z } = beyondShare([100, 30], [600, 400], 1);
    expect(beyond).toBe(-22);
    expect(z).toBeCloseTo(-22 / Math.sqrt(27.144), 9);
    expect(beyondShare([100, 30], [600, 400], 4).z).toBeCloseTo(z / 2, 9);
    // What holds all stories is no part.
    expect(beyondShare([600, 400], [600, 400], 1).z).toBe(0);
  });
});
