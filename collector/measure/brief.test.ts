import { describe, expect, it } from 'vitest';
import type { Figure, RankingFigure } from '#contract';
import { briefOf } from './brief.ts';
import {
  bluebird,
  configWith,
  daysBetween,
  nightly,
  poisson,
  said,
  seeded,
  world,
} from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { listed, sizeText, spanText, valueText } from './written.ts';

const [from, to] = ['2026-08-01', '2026-11-15'];
const days = daysBetween(from, to);
const facts = {
  brands: [{ id: 'northwind', name: 'Northwind Coffee' }, bluebird],
  first: Date.parse(from) / 86_400_000,
  days: days.length,
};
/** Both brands are spoken of six times a day; from the 20th of October on as the factors say. */
function figures(factor: number, negative: number, others = 1): Figure[] {
  const random = seeded(14);
  const lines = days.flatMap((day) => {
    const late = day >= '2026-10-19';
    const times = (level: number) => Array.from({ length: poisson(level, random) }, () => random());
    return [
      ...times(6 * (late ? factor : 1)).map((chance) =>
        said(day, { tone: chance < (late ? negative : 0.2) ? 'negative' : 'positive' }),
      ),
      ...times(6 * (late ? others : 1)).map(() => said(day, { brand: 'bluebird' })),
    ];
  });
  const files = measure(
    world({
      now: '2026-11-16T08:00:00Z',
      runs: nightly('paper', from, to),
      config: configWith({ competitors: [bluebird] }),
      said: lines,
    }),
  );
  return [...files.values()].filter((file): file is Figure => 'kind' in file);
}
const rowsOf = (brief: RankingFigure) => brief.brands.northwind?.rows ?? [];
const texts = (made: Figure[], window: number) =>
  rowsOf(briefOf(made, facts))
    .filter(({ parts }) => parts.days === window)
    .map(({ text }) => text ?? '');

describe('the brief', () => {
  it('leads with what moved most, with its interval in words', () => {
    const [first, ...rest] = texts(figures(1, 0.7), 28);
    expect(first).toMatch(
      /^Net sentiment fell by \d+ points against the four weeks before \(−\d+ to −\d+\): more than chance explains\. It stands at −\d+ \(−\d+ to −\d+\), from \d+ stories\./,
    );
    expect(rest.join(' ')).toContain('No clear change of');
  });
  it('says that nothing moved where nothing did, and nothing more of it', () => {
    const made = texts(figures(1, 0.2), 28);
    expect(made.filter((text) => text.includes('more than chance explains'))).toEqual([]);
    expect(made.at(-1)).toMatch(/^(No clear change|There is too little)/);
  });
  it('speaks of a competitor that moved', () =>
    expect(texts(figures(1, 0.2, 4), 28).join(' ')).toContain('Bluebird Roasters: stories rose by'));
  it('says of each window what belongs to it, and which figure each sentence is made of', () => {
    const rows = rowsOf(briefOf(figures(3, 0.5), facts));
    expect(new Set(rows.map(({ parts }) => parts.days))).toEqual(new Set([7, 28]));
    expect(rows.every(({ figure, text }) => Boolean(figure && text))).toBe(true);
    expect(rows.find(({ id }) => id === '28-stories-northwind')).toMatchObject({
      from: '2026-10-19',
      to,
      figure: 'stories',
    });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  it('is the same for the same figures, and empty before there are any', () => {
    const made = figures(2, 0.4);
    expect(briefOf(made, facts)).toEqual(briefOf([...made], facts));
    expect(rowsOf(briefOf([], facts))).toEqual([]);
  });
});

describe('values in words', () => {
  it('bear their unit and a true minus', () => {
    expect(valueText(-13.6, 'points, −100 to 100')).toBe('−14');
    expect(valueText(0.2, 'points, −100 to 100')).toBe('0');
    expect(valueText(37.4, '%')).toBe('37 %');
    expect(valueText(1204, 'stories')).toBe('1,204');
    expect(sizeText(-0.183, 'stories')).toBe('18 %');
    expect(sizeText(-0.26, 'stars, 1 to 5')).toBe('0.3 stars');
    expect(spanText(-0.4, 0.1, 'index, base = 100')).toBe('−40 to +10 %');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
