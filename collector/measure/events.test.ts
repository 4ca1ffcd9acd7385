import { describe, expect, it } from 'vitest';
import type { Config, RankingFigure } from '#contract';
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

const [from, to] = ['2026-08-01', '2026-11-15'];
const date = '2026-10-01';
const kettle = { id: 'kettle', name: 'Kettle & Co' };
const themes = [{ id: 'delivery', name: 'Delivery' }];

/** Daily stories of three brands, times the factors from the event on. */
function talk(
  factors: { own: number; others: number },
  seed = 4,
  complain: readonly [number, number] = [0.4, 0.4],
) {
  const random = seeded(seed);
  return daysBetween(from, to).flatMap((day) =>
    ['northwind', 'bluebird', 'kettle'].flatMap((brand) => {
      const factor = day < date ? 1 : brand === 'northwind' ? factors.own : factors.others;
      return Array.from({ length: poisson(8 * factor, random) }, () => {
        const share = brand === 'northwind' && day >= date ? complain[1] : complain[0];
        return said(day, {
          brand,
          themes: random() < share ? [{ id: 'delivery', tone: 'negative' as const }] : [],
        });
      });
    }),
  );
}
const rowsOf = (
  parts: Partial<Pick<Config, 'events' | 'actions' | 'competitors'>>,
  lines = talk({ own: 1, others: 1 }),
) =>
  (
    measure(
      world({
        now: '2026-11-16T08:00:00Z',
        runs: nightly('paper', from, to),
        config: configWith({ competitors: [bluebird, kettle], ...parts }),
        themes,
        said: lines,
      }),
    ).get('events.json') as RankingFigure
  ).brands.northwind?.rows ?? [];
const campaign = [{ date, name: 'Autumn campaign', figure: 'stories', window: 28 }];

describe('the effect of an event', () => {
  it('on a share needs a competitor, and says so where there is none', () => {
    const [row] = rowsOf({
      competitors: [],
      events: [{ date, name: 'Autumn campaign', figure: 'share-of-voice', window: 28 }],
    });
    expect(row).toMatchObject({ value: null, text: 'Share of voice: needs a competitor in brand.yml.' });
  });

  it('is what the brand gained beyond its competitors, on the log scale', () => {
    const [row] = rowsOf({ events: campaign }, talk({ own: 2, others: 1.3 }));
    // 2 ÷ 1.3 − 1 = 54%.
    expect(row?.low).toBeLessThan(54);
    expect(row?.high).toBeGreaterThan(54);
    expect(row?.low).toBeGreaterThan(10);
    expect(row?.text).toMatch(
      /^Stories rose by \d+% \(\+\d+ to \+\d+%\) in the 28 days from 2026-10-01 against the 28 before, beyond what happened to Bluebird Roasters and Kettle & Co: more than chance explains\.$/,
    );
  });
  it('is nothing where all rose alike', () =>
    expect(rowsOf({ events: campaign }, talk({ own: 2, others: 2 }))[0]?.text).toContain(
      'within what chance explains',
    ));
  it('covers the truth about 95 times in 100', () => {
    let held = 0;
    const rounds = 20;
    for (let seed = 1; seed <= rounds; seed++) {
      const [row] = rowsOf({ events: campaign }, talk({ own: 1.5, others: 1.2 }, 100 + seed));
      if (row && (row.low as number) <= 25 && 25 <= (row.high as number)) held++;
    }
    expect(held / rounds).toBeGreaterThan(0.88);
  }, 60_000);
  it('waits until enough days have passed, and says when there is nobody to compare with', () => {
    const [late] = rowsOf({ events: [{ date: '2026-11-10', name: 'Late', figure: 'stories', window: 28 }] });
    expect(late).toMatchObject({
      value: null,
      text: 'Stories: to be told once 14 days have passed since 2026-11-10.',
    });
    expect(rowsOf({ events: campaign, competitors: [] })[0]?.text).toContain('with nobody to compare with');
  });
  it('says which figures there are where it names none of them, whatever it names', () => {
    for (const figure of ['sentimnet', 'constructor'])
      expect(rowsOf({ events: [{ date, name: 'x', figure, window: 28 }] })[0]?.text).toMatch(
        new RegExp(`^“${figure}” is no figure whose change can be compared; there are: mentions, `),
      );
  });
  it('tells a fall to nothing, which has no ratio', () => {
    const silent = talk({ own: 1, others: 1 }).filter(
      ({ mention }) => mention.brand !== 'northwind' || mention.publishedAt < date,
    );
    expect(rowsOf({ events: campaign }, silent)[0]?.text).toMatch(
      /^Stories went from \d+ to 0 in the 28 days/,
    );
  });
  it('keeps two events of one day apart', () => {
    const ids = rowsOf({ events: [...campaign, ...campaign] }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
  it('cannot be told apart from what else began within its days, which is named', () => {
    const recall = { date: '2026-10-05', name: 'Recall', window: 28 };
    const [row] = rowsOf({ events: [...campaign, recall] });
    expect(row?.parts.alsoBegan).toBe(1);
    expect(row?.text).toContain('“Recall” (2026-10-05): what each of them did cannot be told apart.');
    const [alone] = rowsOf({ events: [...campaign, { ...recall, date: '2026-01-05' }] });
    expect(alone?.parts.alsoBegan).toBe(0);
    expect(alone?.text).not.toContain('Recall');
  });
  it('is asked of no figure that an event does not name', () =>
    expect(rowsOf({ events: [{ date, name: 'Recall', window: 28 }] })).toEqual([]));
});

describe('the effect of an action', () => {
  it('is told by the complaints about its theme', () => {
    const actions = [{ date, theme: 'delivery', name: 'New courier' }];
    const [row] = rowsOf({ actions }, talk({ own: 1, others: 1 }, 4, [0.4, 0.1]));
    expect(row?.name).toBe('New courier');
    expect(row?.text).toMatch(
      /^Complaints about Delivery fell by (2|3)\d points .*more than chance explains\.$/,
    );
    expect(rowsOf({ actions })[0]?.text).toContain('within what chance explains');
  });
});
