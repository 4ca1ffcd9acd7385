import { describe, expect, test } from 'vitest';
import type { GapLine } from './coverage.ts';
import { gapText, quarterName } from './gap-text.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const line = (more: Partial<GapLine>): GapLine => ({
  source: { id: 'board', type: 'feed', group: 'forum', label: 'bean-board.example', planned: true },
  silent: { from: '2026-04-13', to: '2026-05-04', nights: 22, state: 'refused', reason: 'blocked_challenge' },
  uncovered: [{ from: '2026-04-13', to: '2026-04-15' }],
  days: 3,
  readLater: true,
  state: 'refused',
  reason: 'blocked_challenge',
  ongoing: false,
  ...more,
});

describe('a gap in words', () => {
  test('tells the nights without an answer and the days that stayed uncovered, each for itself', () => {
    expect(gapText(line({}), formats)).toBe(
      'bean-board.example: no answer on 22 nights, 13 Apr – 4 May 2026 (asks for a browser); 13 – 15 Apr 2026 stay a gap, the rest was read later.',
    );
  });
  test('says of one that goes on since when', () => {
    const silent = {
      from: '2026-11-18',
      to: '2026-11-20',
      nights: 3,
      state: 'failed',
      reason: 'timeout',
    } as const;
    const told = line({
      silent,
      uncovered: [{ from: '2026-11-18', to: '2026-11-20' }],
      readLater: false,
      ongoing: true,
    });
    expect(gapText(told, formats)).toBe(
      'bean-board.example: no answer on 3 nights, since 18 Nov 2026 (timed out); 18 – 20 Nov 2026 stay a gap.',
    );
  });
  test('does not claim silence of a source that answered', () => {
    const told = line({
      silent: null,
      uncovered: [{ from: '2026-04-13', to: '2026-04-13' }],
      days: 1,
      state: 'capped',
      reason: 'item_cap',
    });
    expect(gapText(told, formats)).toBe(
      'bean-board.example: answered (limit of items reached), but 13 Apr 2026 stays a gap.',
    );
  });
  test('a quarter has a name', () => {
    expect(quarterName('2026-q2')).toBe('Q2 2026');
  });
  test('a week over New Year has both years', () => {
    expect(formats.dates(Date.UTC(2025, 11, 29), Date.UTC(2026, 0, 4))).toBe('29 Dec 2025 – 4 Jan 2026');
  });
});
