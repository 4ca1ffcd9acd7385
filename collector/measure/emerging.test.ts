import { describe, expect, it } from 'vitest';
import type { RankingFigure } from '#contract';
import { daysBetween, nightly, said, seeded, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [from, to] = ['2026-05-01', '2026-11-15'];
const days = daysBetween(from, to);
const vocabulary =
  'cup bean roast queue morning price window corner card staff milk sugar music chair rain'.split(' ');

function talk(extra: (day: string) => string[], since = from) {
  const random = seeded(31);
  return days
    .filter((day) => day >= since)
    .flatMap((day) =>
      [...Array.from({ length: 5 }, () => ''), ...extra(day)].map((more, nth) =>
        said(day, {
          site: `s${(nth + days.indexOf(day)) % 6}.example`,
          title: `Northwind ${Array.from({ length: 5 }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ')}`,
          excerpt: more,
        }),
      ),
    );
}
const rowsOf = (lines: ReturnType<typeof talk>, begins = from) =>
  (
    measure(world({ now: '2026-11-16T08:00:00Z', runs: nightly('paper', begins, to), said: lines })).get(
      'emerging.json',
    ) as RankingFigure
  ).brands.northwind?.rows ?? [];

describe('emerging', () => {
  it('finds what is said since a week, says how often before, and quotes the latest of it', () => {
    const lines = talk((day) =>
      day >= '2026-11-09' ? ['The oat shortage again.', 'Oat shortage here.'] : [],
    );
    const [first, ...rest] = rowsOf(lines);
    expect(first).toMatchObject({ name: 'oat shortage', n: 14, parts: { before: 0 } });
    expect(rest).toEqual([]);
    const last = lines.filter(({ mention }) => mention.excerpt !== '').slice(-3);
    expect(new Set(first?.mentions)).toEqual(new Set(last.map(({ mention }) => mention.id)));
  });
  it('finds nothing where nothing is new, and does not take the brand’s own name for news', () => {
    expect(rowsOf(talk(() => []))).toEqual([]);
    expect(
      rowsOf(talk((day) => (day >= '2026-11-09' ? ['Northwind Coffee!', 'Northwind Coffee.'] : []))),
    ).toEqual([]);
  });
  it('takes the words of a source that joined for no news', () => {
    const joined = daysBetween('2026-10-25', to).flatMap((day, at) =>
      Array.from({ length: 4 }, (_, nth) =>
        said(day, {
          source: 'neu',
          site: `n${(at + nth) % 4}.example`,
          title: 'Die Milch ist nicht warm und der Laden war voll',
        }),
      ),
    );
    const figure = measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: [...nightly('paper', from, to), ...nightly('neu', '2026-10-25', to)],
        said: [...talk(() => []), ...joined],
      }),
    ).get('emerging.json') as RankingFigure;
    expect(figure.brands.northwind?.rows).toEqual([]);
  });
  it('does not count copies of a story, and waits for a past to compare with', () => {
    const copies = Array.from({ length: 12 }, (_, at) =>
      said('2026-11-12', { story: 'wire', site: `w${at}.example`, title: 'Oat shortage' }),
    );
    expect(rowsOf([...talk(() => []), ...copies])).toEqual([]);
    const young = '2026-10-01';
    expect(
      rowsOf(
        talk((day) => (day >= '2026-11-09' ? ['oat shortage', 'oat shortage'] : []), young),
        young,
      ),
    ).toEqual([]);
  });
});
