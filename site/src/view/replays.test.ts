import { describe, expect, test } from 'vitest';
import type { Figure } from '#contract';
import { makeFormats } from './numbers.ts';
import { lastReplay, replaysOf } from './replays.ts';

const early = { date: '2026-08-01', why: 'Scores replaced with other queries.' };
const late = { date: '2026-11-01', why: 'Scores replaced by another scorer.' };
const about = { replays: [early, late] };
const head = {
  title: 't',
  question: '?',
  formula: 'f',
  limits: 'l',
  unit: 'points',
  basis: 'stories',
  proxy: false,
  method: 'm@1',
};
const series = (breaks: (typeof early)[]): Figure => ({
  ...head,
  id: 'tone',
  kind: 'series',
  brands: {},
  breaks,
  verdicts: {},
});
const breakdown = (id: string): Figure => ({
  ...head,
  id,
  kind: 'breakdown',
  brands: {},
  period: { from: '2026-08-20', to: '2026-11-18' },
});

describe('when scores were replaced', () => {
  test('a series says so by its own breaks', () => {
    expect(
      replaysOf(series([early, late, { date: '2026-11-02', why: 'A source left.' }]), about, ''),
    ).toEqual([early, late]);
    expect(replaysOf(series([]), about, '')).toEqual([]);
  });
  test('a breakdown of scores does since its period began, one of surveys never', () => {
    expect(replaysOf(breakdown('journey'), about, '2026-08-20')).toEqual([late]);
    expect(replaysOf(breakdown('surveys-nps'), about, '2026-08-20')).toEqual([]);
    expect(replaysOf(breakdown('journey'), {}, '')).toEqual([]);
  });
  test('the last of them is dated as the page dates things', () => {
    const formats = makeFormats('en-GB', 'UTC');
    expect(lastReplay([early, late], formats)).toBe('Sun, 1 Nov 2026');
    expect(lastReplay([], formats)).toBe('');
  });
});
