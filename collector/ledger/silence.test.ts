import { describe, expect, it } from 'vitest';
import { coveringStatuses, type Run, type Status } from '#contract';
import { tellSilence, trackSilence } from './silence.ts';

const run = (day: number, status: Status, reason?: string, hour = 5): Run => ({
  at: `2026-11-${String(day).padStart(2, '0')}T0${hour}:00:00Z`,
  source: 'paper',
  status,
  ...(reason === undefined ? {} : { reason }),
  ...(coveringStatuses.includes(status)
    ? {
        coversFrom: '2026-11-01T00:00:00Z',
        coversTo: `2026-11-${String(day).padStart(2, '0')}T0${hour}:00:00Z`,
      }
    : {}),
  read: 0,
  kept: 0,
  edited: 0,
  dropped: {},
  bytes: 0,
});
const silence = (...runs: Run[]) => trackSilence(runs).of('paper');

describe('a source that dies', () => {
  it('is told after three nights without an answer, with the first of them and what stands in the way now', () => {
    expect(
      silence(run(1, 'ok'), run(2, 'failed', 'dns_temp'), run(3, 'failed', 'dns_unknown')),
    ).toBeUndefined();
    const dead = silence(
      run(1, 'ok'),
      run(2, 'failed', 'dns_temp'),
      run(3, 'failed', 'x'),
      run(4, 'failed', 'dns_unknown'),
    );
    expect(dead).toEqual({
      nights: 3,
      since: '2026-11-02T05:00:00Z',
      status: 'failed',
      reason: 'dns_unknown',
    });
    expect(tellSilence(dead as NonNullable<typeof dead>)).toBe(
      'has not answered for 3 nights, since 2026-11-02 (dns_unknown)',
    );
  });

  it('is told from one that has changed its shape', () => {
    const changed = silence(...[1, 2, 3].map((day) => run(day, 'changed', 'not_a_feed')));
    expect(tellSilence(changed as NonNullable<typeof changed>)).toBe(
      'has answered, but not with what it promises, for 3 nights, since 2026-11-01 (not_a_feed)',
    );
  });

  it('is told also where a list is empty that was not', () => {
    const hollow = [1, 2, 3].map((day) => {
      const { coversFrom: _, coversTo: __, ...line } = run(day, 'empty', 'was_fuller');
      return line;
    });
    const told = silence(...hollow);
    expect(tellSilence(told as NonNullable<typeof told>)).toBe(
      'has listed nothing, though it did before, for 3 nights, since 2026-11-01 (was_fuller)',
    );
  });

  it('counts a night once, however often it was asked, in whatever order the lines stand', () => {
    const runs = [1, 1, 2, 2].map((day, at) => run(day, 'failed', 'timeout', at));
    expect(silence(...runs)).toBeUndefined();
    expect(silence(run(3, 'failed'), ...runs.reverse())?.nights).toBe(3);
  });

  it('is back with the first answer, be it without items', () => {
    const dead = [1, 2, 3, 4].map((day) => run(day, 'refused', 'forbidden'));
    for (const status of ['ok', 'empty', 'not_modified', 'capped', 'cut'] as const) {
      expect(silence(...dead, run(5, status))).toBeUndefined();
    }
  });

  it('is not one that the team has not opened yet', () => {
    expect(silence(...[1, 2, 3, 4].map((day) => run(day, 'refused', 'terms_not_accepted')))).toBeUndefined();
  });

  it('keeps its cause while its host is left alone for it', () => {
    const waiting = silence(
      run(1, 'refused', 'rate_limited'),
      run(2, 'refused', 'retry_after'),
      run(3, 'refused', 'retry_after'),
    );
    expect(waiting).toMatchObject({ nights: 3, reason: 'rate_limited' });
  });
});
