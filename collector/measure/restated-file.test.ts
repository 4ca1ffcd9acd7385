import { describe, expect, it } from 'vitest';
import type { About, Figure, Restated } from '#contract';
import { daysBetween, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { publishedLines, publishedThen } from './publish.ts';

const [from, to] = ['2026-09-01', '2026-11-15'];
const night = '2026-11-01T06:00:00Z';
const usual = daysBetween(from, to).flatMap((day, at) =>
  Array.from({ length: 5 }, (_, nth) => said(day, { tone: (at + nth) % 2 === 0 ? 'positive' : 'negative' })),
);
const worldOn = (now: string, lines = usual, more = {}) =>
  world({
    now,
    runs: nightly('paper', from, to).filter(({ at }) => at <= now),
    said: lines.filter(({ mention }) => mention.firstSeenAt <= now),
    ...more,
  });
const filesOn = (now: string, lines = usual, more = {}) => measure(worldOn(now, lines, more));
const published = (() => {
  const files = filesOn(night);
  const figures = [...files.values()].filter((file): file is Figure => 'kind' in file);
  return publishedLines(figures, files.get('about.json') as About, new Date(night));
})();
const restated = (lines = usual, more = {}) =>
  filesOn('2026-11-16T08:00:00Z', lines, { published, ...more }).get('restated.json') as Restated;
const nightOf = (file: Restated) => file.brands['northwind']?.[0];
const figureOf = (file: Restated, id: string) => nightOf(file)?.figures.find(({ figure }) => figure === id);

describe('what a night said, beside what its days give today', () => {
  it('is no file where nothing was published yet', () =>
    expect(filesOn('2026-11-16T08:00:00Z').has('restated.json')).toBe(false));
  it('is the same where nothing came in since, interval included', () => {
    const tone = figureOf(restated(), 'net-sentiment');
    expect(tone?.moved).toBe(false);
    expect(tone?.now).toEqual({
      value: tone?.then.value,
      low: tone?.then.low,
      high: tone?.then.high,
      n: tone?.then.n,
    });
    expect(nightOf(restated())?.since).toEqual({
      late: 0,
      forgotten: 0,
      labels: 0,
      replays: 0,
      config: false,
    });
  });
  it('counts what came in late: of those days, and seen only after the night', () => {
    const seenLater = { firstSeenAt: '2026-11-05T06:00:00Z', tone: 'negative' as const };
    const late = [
      ...daysBetween('2026-10-10', '2026-10-30').map((day) => said(day, seenLater)),
      said('2026-09-02', seenLater),
      said('2026-11-03', seenLater),
    ];
    const file = restated([...usual, ...late]);
    expect(nightOf(file)?.since.late).toBe(21);
    expect(figureOf(file, 'stories')).toMatchObject({
      then: { value: 140 },
      now: { value: 161 },
      moved: true,
    });
  });
  it('is told of sites as well, which are counted anew for the days of each night', () => {
    const late = said('2026-10-20', { firstSeenAt: '2026-11-05T06:00:00Z', site: 'late.example' });
    expect(figureOf(restated([...usual, late]), 'sites')).toMatchObject({
      then: { value: 1 },
      now: { value: 2, n: 141 },
      moved: true,
    });
  });
  it('counts labels of those days, what was forgotten, and replays that changed anything', () => {
    const [of, other] = [usual.find(({ mention }) => mention.publishedAt.startsWith('2026-10-20')), usual[0]];
    const label = (mention: string | undefined, day: string) => ({
      mention: mention ?? '',
      brand: 'northwind',
      tone: 'neutral' as const,
      drawn: 'random' as const,
      day,
    });
    const replay = (at: string, changed: number) => ({
      v: 1 as const,
      at,
      scores: 9,
      changed,
      by: 'x@2',
      config: 'c',
      from: [],
    });
    const file = restated(usual, {
      labels: [
        label(of?.mention.id, '2026-11-10'),
        label(other?.mention.id, '2026-11-10'),
        label(usual[200]?.mention.id, '2026-10-10'),
      ],
      forgotten: ['2026-10-01T00:00:00Z', '2026-11-12T00:00:00Z'],
      replays: [replay('2026-11-10T06:00:00Z', 0), replay('2026-11-11T06:00:00Z', 3)],
      published: published.map((line) => ({ ...line, config: 'other' })),
    });
    expect(nightOf(file)?.since).toEqual({ late: 0, forgotten: 1, labels: 1, replays: 1, config: true });
  });
  it('is published of a night of the past as it was on that night', () => {
    const ids = new Set(published.map(({ figure }) => figure));
    expect(publishedThen({ ...worldOn(night), headlinesOnly: true }, ids)).toEqual(published);
  });
});
