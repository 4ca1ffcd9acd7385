import { describe, expect, it } from 'vitest';
import type { RankingFigure } from '#contract';
import { bluebird, configWith, daysBetween, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';

const [from, to, burst] = ['2026-06-01', '2026-11-15', '2026-09-18'];
/** Six stories a day of the brand and its competitor, and fourteen more of the brand over 26 days in autumn. */
const lines = daysBetween(from, to).flatMap((day) => [
  ...Array.from({ length: 6 }, () => said(day)),
  ...Array.from({ length: 6 }, () => said(day, { brand: 'bluebird' })),
  ...Array.from({ length: day >= burst && day < '2026-10-14' ? 14 : 0 }, () => said(day)),
]);
const event = { date: burst, name: 'Recall', figure: 'stories', window: 14 };
const briefOf = (now: string, events: (typeof event)[]) => {
  const files = measure(
    world({
      now,
      runs: nightly('paper', from, to),
      config: configWith({ competitors: [bluebird], events }),
      said: lines,
    }),
  );
  const rows = (files.get('brief.json') as RankingFigure).brands['northwind']?.rows ?? [];
  return (window: number) => rows.filter(({ parts }) => parts['days'] === window);
};

describe('a fall from days that held a burst', () => {
  it('is told as one before all that fell, with how the stories stand against the days before it', () => {
    const [first, second] = briefOf('2026-11-13T08:00:00Z', [event])(28);
    expect(first?.id).toBe('28-held-before');
    expect(first?.text).toMatch(
      /^The four weeks before held Recall \(2026-09-18\), with 20 stories on .*, where [\d.]+ were expected \(.*\): what fell since then fell from there\. Against the 28 days to 2026-09-17, before it, stories show no clear change \(.*%\)\.$/,
    );
    expect(second?.text).toMatch(
      /^Awareness fell by \d+% \(.*\) and stories by \d+% \(.*\) against the four weeks before\./,
    );
    expect(first?.rests?.[0]).toMatchObject({
      figure: 'alerts',
      row: `volume-${burst}`,
      from: burst,
      to: burst,
    });
  });
  it('is told without an event in brand.yml as well', () =>
    expect(briefOf('2026-11-13T08:00:00Z', [])(28)[0]?.text).toMatch(
      /^The four weeks before held a burst of talk, with 20 stories on 2026-/,
    ));
  it('is not told while the burst lies in the days that are told of', () => {
    const told = briefOf('2026-10-05T08:00:00Z', [event])(28);
    expect(told.map(({ id }) => id)).not.toContain('28-held-before');
    expect(told.some(({ text = '' }) => /stories (rose )?by/.test(text))).toBe(true);
  });
});

describe('an event', () => {
  it('whose days are over before the four weeks leads neither them nor the week', () => {
    const brief = briefOf('2026-10-25T08:00:00Z', [{ ...event, date: '2026-09-10', window: 7 }]);
    for (const window of [7, 28]) expect(brief(window)[0]?.id).not.toMatch(/event/);
  });
});
