import { describe, expect, test } from 'vitest';
import type { About, Run } from '#contract';
import { coverageRows, gapLines, lastRun, quarterOf, quartersOf } from './coverage.ts';
import { coverageReceipts, lastRunRow } from './coverage-receipts.ts';
import { makeFormats } from './numbers.ts';

const about = {
  asOf: '2026-11-20T05:00:00Z',
  time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' },
  sources: [
    { id: 'paper', type: 'feed', group: 'news', label: 'City Paper', planned: true },
    { id: 'hand', type: 'csv', group: 'reviews', label: 'By hand', planned: false },
  ],
} as unknown as About;
const run = (day: number, status: Run['status'], more: Partial<Run> = {}): Run => ({
  at: `2026-11-${String(day).padStart(2, '0')}T05:00:00Z`,
  source: 'paper',
  status,
  read: 0,
  kept: 0,
  edited: 0,
  dropped: {},
  bytes: 0,
  ...more,
});
const ok = (day: number, back = 3): Run =>
  run(day, 'ok', {
    coversFrom: `2026-11-${String(day - back).padStart(2, '0')}T05:00:00Z`,
    coversTo: `2026-11-${String(day).padStart(2, '0')}T05:00:00Z`,
  });
const rowOf = (runs: Run[], nights = 10) => coverageRows(about, runs, nights)[0];

describe('coverage', () => {
  test('a night without a run that the next one reaches back over is covered', () => {
    const row = rowOf([ok(17), ok(19), ok(20)]);
    const night = row?.cells.find(({ day }) => day === '2026-11-18');
    expect(night).toMatchObject({ state: 'none', covered: true });
  });
  test('a refused night that no later run reaches back over is a gap', () => {
    const runs = [
      ok(12),
      run(13, 'refused', { reason: 'blocked_challenge' }),
      run(14, 'refused', { reason: 'blocked_challenge' }),
      ok(16, 1),
      ok(17, 1),
      ok(18, 1),
      ok(19, 1),
      ok(20, 1),
    ];
    const row = rowOf(runs);
    const gaps = gapLines(row ? [row] : [], '2026-11-20');
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      silent: {
        from: '2026-11-13',
        to: '2026-11-15',
        nights: 3,
        state: 'refused',
        reason: 'blocked_challenge',
      },
      uncovered: [{ from: '2026-11-12', to: '2026-11-15' }],
      readLater: false,
      ongoing: false,
    });
  });
  test('nights without an answer are all told, though a later run read most of their days', () => {
    const silent = [13, 14, 15, 16, 17].map((day) => run(day, 'refused', { reason: 'blocked_challenge' }));
    const row = rowOf([ok(12), ...silent, ok(18), ok(19), ok(20)]);
    const gaps = gapLines(row ? [row] : [], '2026-11-20');
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      silent: { from: '2026-11-13', to: '2026-11-17', nights: 5 },
      uncovered: [{ from: '2026-11-12', to: '2026-11-15' }],
      days: 4,
      readLater: true,
    });
  });
  test('nights without an answer of which later runs read every day are no gap', () => {
    const row = rowOf([ok(17), run(18, 'failed'), run(19, 'failed'), ok(20)]);
    expect(gapLines(row ? [row] : [], '2026-11-20')).toEqual([]);
  });
  test('every night since the first run is in one of the quarters, and none is to come', () => {
    const runs = [{ ...ok(17), at: '2025-12-30T05:00:00Z' }, ok(20)];
    expect(quartersOf(about, runs).map(({ id, from, to, nights }) => [id, from, to, nights])).toEqual([
      ['2026-q4', '2026-10-01', '2026-11-20', 51],
      ['2026-q3', '2026-07-01', '2026-09-30', 92],
      ['2026-q2', '2026-04-01', '2026-06-30', 91],
      ['2026-q1', '2026-01-01', '2026-03-31', 90],
      ['2025-q4', '2025-10-01', '2025-12-31', 92],
    ]);
    expect(quartersOf(about, [])).toEqual([]);
    const cells = coverageRows(about, runs, 92, '2026-09-30')[0]?.cells;
    expect([cells?.[0]?.day, cells?.at(-1)?.day]).toEqual(['2026-07-01', '2026-09-30']);
  });
  test('a source that fails up to today is an ongoing gap', () => {
    const row = rowOf([
      ok(17),
      run(18, 'failed', { reason: 'timeout' }),
      run(19, 'failed', { reason: 'timeout' }),
      run(20, 'failed', { reason: 'timeout' }),
    ]);
    expect(gapLines(row ? [row] : [], '2026-11-20')[0]).toMatchObject({
      ongoing: true,
      silent: { from: '2026-11-18', nights: 3 },
    });
  });
  test('today is no gap for not being over', () => {
    const row = rowOf([ok(18), ok(19), ok(20)]);
    expect(gapLines(row ? [row] : [], '2026-11-20')).toEqual([]);
    expect(row?.cells.at(-1)).toMatchObject({ day: '2026-11-20', state: 'ok', covered: true });
  });
  test('a broken-off answer covers nothing', () => {
    const row = rowOf([ok(18), run(19, 'cut'), run(20, 'cut')]);
    expect(row?.cells.find(({ day }) => day === '2026-11-19')).toMatchObject({
      state: 'cut',
      covered: false,
    });
  });
  test('of two attempts in a night the one that covered counts', () => {
    const row = rowOf([ok(19), ok(20), { ...run(20, 'failed'), at: '2026-11-20T04:00:00Z' }]);
    expect(row?.cells.at(-1)?.state).toBe('ok');
  });
  test('before its first run a source has no gaps', () => {
    const row = rowOf([ok(19, 1), ok(20, 1)]);
    expect(row?.cells[0]?.state).toBe('before');
    expect(row?.months).toEqual([{ month: '2026-11', covered: 2, days: 2 }]);
  });
  test('sources read by hand have no nights, and the last run counts the planned ones', () => {
    expect(coverageRows(about, [])).toHaveLength(1);
    expect(lastRun(about, [ok(19), run(20, 'failed')])).toMatchObject({ answered: 0, of: 1 });
    expect(lastRun(about, [])).toBeNull();
  });
});

describe('where coverage comes from', () => {
  const formats = makeFormats('en-GB', 'UTC');
  test('each source has the days of the months shown, and leads to what it brought in them', () => {
    const rows = coverageRows(about, [ok(17), ok(18), run(19, 'refused'), run(20, 'refused')]);
    const [row] = coverageReceipts(rows, ['2026-11'], formats);
    const month = rows[0]?.months[0];
    expect(row?.n).toBe(`${month?.covered} of ${month?.days} days`);
    expect(month?.covered).toBeLessThan(month?.days ?? 0);
    expect(row?.mentions).toBe('mentions/?from=2026-11-01&to=2026-11-30&source=paper');
    expect(quarterOf('2026-11')).toBe(quartersOf(about, [ok(17)])[0]?.id);
  });
  test('no month, no receipt; the last run is told by its sources', () => {
    expect(coverageReceipts(coverageRows(about, []), [], formats)).toEqual([]);
    expect(lastRunRow({ at: '', answered: 3, of: 4 }, formats)).toMatchObject({
      value: '3 of 4',
      n: '4 sources',
      coverage: '75%',
      mentions: null,
    });
  });
});
