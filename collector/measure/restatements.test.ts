import { describe, expect, it } from 'vitest';
import type { About, Figure, RankingFigure, Replay } from '#contract';
import { daysBetween, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { publishedLines } from './publish.ts';

const [from, to] = ['2026-09-01', '2026-11-15'];
const usual = () =>
  daysBetween(from, to).flatMap((day, at) =>
    Array.from({ length: 5 }, (_, nth) =>
      said(day, { tone: (at + nth) % 2 === 0 ? 'positive' : 'negative' }),
    ),
  );
const measured = (now: string, lines: ReturnType<typeof said>[], more = {}) =>
  measure(
    world({
      now,
      runs: nightly('paper', from, to).filter(({ at }) => at <= now),
      said: lines.filter(({ mention }) => mention.publishedAt <= now),
      ...more,
    }),
  );
/** What the page said on a night with the lines of that night. */
function publishedOn(now: string, lines: ReturnType<typeof said>[]) {
  const files = measured(now, lines);
  const figures = [...files.values()].filter((file): file is Figure => 'kind' in file);
  return publishedLines(figures, files.get('about.json') as About, new Date(now));
}
const night = '2026-11-01T06:00:00Z';
const rowsOf = (lines: ReturnType<typeof said>[], more: object) =>
  (measured('2026-11-16T08:00:00Z', lines, more).get('restatements.json') as RankingFigure).brands.northwind
    ?.rows ?? [];

describe('a restatement', () => {
  const before = usual();
  const published = publishedOn(night, before);
  it('is not told where the past is as it was published', () =>
    expect(rowsOf(before, { published })).toEqual([]));
  it('is told where late items move a figure, with then and now', () => {
    const late = daysBetween('2026-10-10', '2026-10-30').flatMap((day) =>
      Array.from({ length: 4 }, () => said(day, { tone: 'negative' })),
    );
    const rows = rowsOf([...before, ...late], { published });
    const tone = rows.find(({ id }) => id === 'net-sentiment');
    expect(tone?.parts.published).toBeCloseTo(0, 0);
    expect(tone?.parts.today).toBeLessThan(-30);
    expect(tone?.text).toMatch(
      /^Net sentiment of the four weeks to 2026-10-31: .* as published, −\d+ today, restated by \d+ points\. It is the only restatement in 1 night\. Since then items came in late or were taken out, or the history was estimated anew\.$/,
    );
    expect(rows.find(({ id }) => id === 'stories')?.parts).toMatchObject({ published: 140, today: 224 });
  });
  it('names a replay, a changed method and a changed brand.yml', () => {
    const turned = before.map(({ mention, score }) => ({
      mention,
      score: score && { ...score, tone: { label: 'positive' as const, p: null } },
    }));
    const replays: Replay[] = [
      { v: 1, at: '2026-11-10T06:00:00Z', scores: 9, changed: 9, by: 'tone@2', config: 'c', from: [] },
    ];
    const text = rowsOf(turned, {
      published: published.map((line) => ({
        ...line,
        config: 'other',
        method: line.method.replace(/@\d+/, '@0'),
      })),
      replays,
    }).find(({ id }) => id === 'net-sentiment')?.text;
    expect(text).toMatch(
      /Since then its method changed from net-sentiment@0 to net-sentiment@\d+, scores were made anew and brand\.yml changed\.$/,
    );
  });
  it('is of what the page said last for the same days', () => {
    const twice = [
      ...published.map((line) => ({
        ...line,
        value: line.value === null ? null : line.value + 500,
        at: '2026-11-01T05:00:00Z',
      })),
      ...published,
    ];
    expect(rowsOf(before, { published: twice })).toEqual([]);
  });
});
