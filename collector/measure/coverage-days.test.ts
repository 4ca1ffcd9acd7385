import { expect, test } from 'vitest';
import type { Run, Status } from '#contract';
import { dayName, makeCalendar } from './calendar.ts';
import { coverageDays } from './coverage-days.ts';

const run = (at: string, status: Status, coversFrom?: string, coversTo?: string): Run => ({
  at,
  source: 'paper',
  status,
  ...(coversFrom ? { coversFrom } : {}),
  ...(coversTo ? { coversTo } : {}),
  read: 0,
  kept: 0,
  edited: 0,
  dropped: {},
  bytes: 0,
});

const covered = (runs: Run[], zone = 'UTC') =>
  coverageDays(runs, makeCalendar({ zone, weekStart: 'monday' }))
    .get('paper')
    ?.covered.map(([from, to]) => [dayName(from), dayName(to)]);

test('only days that the union of the runs holds whole are covered', () => {
  const runs = [
    run('2026-11-10T05:00:00Z', 'ok', '2026-11-07T10:00:00Z', '2026-11-10T05:00:00Z'),
    run('2026-11-11T09:30:00Z', 'not_modified', '2026-11-10T05:00:00Z', '2026-11-11T09:30:00Z'),
    run('2026-11-14T00:00:00Z', 'empty', '2026-11-13T00:00:00Z', '2026-11-14T00:00:00Z'),
  ];
  expect(covered(runs)).toEqual([
    ['2026-11-08', '2026-11-10'],
    ['2026-11-13', '2026-11-13'],
  ]);
  expect(covered([...runs].reverse())).toEqual(covered(runs));
});

test('statuses that account for no time cover none, and yet are attempts', () => {
  const span = ['2026-11-01T00:00:00Z', '2026-11-05T00:00:00Z'] as const;
  for (const status of ['cut', 'refused', 'failed', 'changed'] as const) {
    const runs = [run('2026-11-05T05:00:00Z', status, ...span)];
    expect(covered(runs)).toEqual([]);
  }
  expect(covered([run('2026-11-05T05:00:00Z', 'capped', ...span)])).toEqual([['2026-11-01', '2026-11-04']]);
  const attempts = coverageDays(
    [run('2026-11-05T05:00:00Z', 'failed'), run('2026-11-03T05:00:00Z', 'failed')],
    makeCalendar({ zone: 'UTC', weekStart: 'monday' }),
  ).get('paper');
  expect([attempts?.firstAttempt, attempts?.lastAttempt].map((day) => dayName(day ?? 0))).toEqual([
    '2026-11-03',
    '2026-11-05',
  ]);
});

test('days are those of the zone, also where they last 23 or 25 hours', () => {
  const spring = [run('2026-03-30T05:00:00Z', 'ok', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')];
  expect(covered(spring, 'Europe/Berlin')).toEqual([['2026-03-29', '2026-03-29']]);
  const autumn = [run('2026-10-26T05:00:00Z', 'ok', '2026-10-24T22:00:00Z', '2026-10-25T22:00:00Z')];
  expect(covered(autumn, 'Europe/Berlin')).toEqual([]);
});
