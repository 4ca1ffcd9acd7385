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
  it('name what complains of the theme alone first, at most five, one a story', () => {
    const alone = daysBetween('2026-11-01', '2026-11-07').map((day) => said(day, against('loud')));
    const both = said('2026-11-09', against('loud', 'quiet'));
    const [loud] = rowsOf([...alone, both]);
    expect(loud?.mentions).toEqual(
      alone
        .slice(2)
        .reverse()
        .map(({ mention }) => mention.id),
    );
  });
});
