import { describe, expect, it } from 'vitest';
import type { RankingFigure, Score } from '#contract';
import { daysBetween, nightly, said, seeded, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const themes = ['dear', 'loud', 'quiet'].map((id) => ({
  id,
  name: id,
  lens: 'experience',
  touchpoint: 'use',
}));
const from = '2026-05-01';
const to = '2026-11-15';
const figureOf = (lines: ReturnType<typeof said>[]): RankingFigure =>
  measure(world({ now: '2026-11-16T08:00:00Z', runs: nightly('paper', from, to), themes, said: lines })).get(
    'priorities.json',
  ) as RankingFigure;
const rowsOf = (lines: ReturnType<typeof said>[]) => figureOf(lines).brands.northwind?.rows ?? [];
const against = (...ids: string[]): { themes: Score['themes'] } => ({
  themes: ids.map((id) => ({ id, tone: 'negative' })),
});

/** Reviews: few complain of what is dear, which costs two stars; many of what is loud, which costs next to nothing. */
function reviews() {
  const random = seeded(11);
  return daysBetween(from, to).flatMap((day) =>
    Array.from({ length: 8 }, () => {
      const dear = random() < 0.15;
      const loud = random() < 0.4;
      const stars = Math.max(
        1,
        Math.min(5, Math.round(4.6 - (dear ? 2 : 0) - (loud ? 0.05 : 0) + random() - 0.5)),
      );
      return said(day, {
        rating: { value: stars, of: 5 },
        ...against(...(dear ? ['dear'] : []), ...(loud ? ['loud'] : [])),
      });
    }),
  );
}

describe('priorities', () => {
  it('rank what costs most before what is complained of most', () => {
    const rows = rowsOf(reviews());
    expect(rows.map(({ id }) => id)).toEqual(['dear', 'loud']);
    const [dear, loud] = rows;
    expect(dear?.value).toBeCloseTo(0.3, 1);
    expect(dear?.parts.reach).toBeLessThan(loud?.parts.reach ?? 0);
    expect(dear?.parts.advocates).toBeGreaterThan(loud?.parts.advocates ?? 100);
    expect(dear?.low).toBeGreaterThan(0);
  });
  it('show a complaint that began to spread by its trend', () => {
    const lines = daysBetween(from, to).flatMap((day, at) => [
      said(day),
      said(day, at > 120 ? against('quiet') : {}),
    ]);
    const [quiet] = rowsOf(lines);
    expect(quiet?.parts.trendLow).toBeGreaterThan(20);
  });
  it('give no cost where nobody rates, and rank by reach then', () => {
    const lines = daysBetween(from, to).flatMap((day, at) => [
      said(day, against('loud')),
      said(day, at % 4 === 0 ? against('quiet') : {}),
    ]);
    expect(rowsOf(lines).map(({ id, value, low, high }) => [id, value, low, high])).toEqual([
      ['loud', null, null, null],
      ['quiet', null, null, null],
    ]);
  });
  it('leave out what fewer than five stories complain of, and count a story once', () => {
    const copies = Array.from({ length: 9 }, () => said('2026-11-10', { story: 'same', ...against('loud') }));
    expect(rowsOf([...copies, said('2026-11-11', against('quiet'))])).toEqual([]);
  });
  it('open what complains of the theme most typically and what praises it, each in words of its own', () => {
    const complain = (day: string, excerpt: string, site: string) =>
      said(day, { excerpt, site, ...against('loud') });
    const first = complain(
      '2026-11-01',
      'The grinder is so loud that it wakes the whole house.',
      'a.example',
    );
    const lines = [
      first,
      complain(
        '2026-11-02',
        'The grinder is so loud that it wakes the whole house, sadly, and the dog.',
        'b.example',
      ),
      complain(
        '2026-11-03',
        'So loud that it wakes the whole house, this grinder of mine does.',
        'c.example',
      ),
      complain('2026-11-04', 'Loud grinder, and neighbours complain about mornings a lot.', 'd.example'),
      complain('2026-11-05', 'The grinder is so loud that it wakes the whole house again.', 'e.example'),
    ];
    const praise = said('2026-11-06', {
      excerpt: 'Quiet as a mouse is this new model, and I am glad of it.',
      themes: [{ id: 'loud', tone: 'positive' }],
    });
    const [loud] = rowsOf([...lines, praise]);
    expect(loud?.quotes?.negative[0]).toBe(first.mention.id);
    expect(loud?.quotes?.negative.length).toBeLessThan(5);
    expect(loud?.quotes?.positive).toEqual([praise.mention.id]);
    expect(loud?.mentions).toEqual([...(loud?.quotes?.negative ?? []), praise.mention.id]);
  });
});
