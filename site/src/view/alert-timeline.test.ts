import { describe, expect, test } from 'vitest';
import type { RankingFigure } from '#contract';
import { alertRows, alertSentence, eventRows, recentAlerts, timelineOf } from './alert-timeline.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'Europe/London');
type Row = RankingFigure['brands'][string]['rows'][number];
const row = (id: string, from: string, to: string, over: Partial<Row> = {}): Row => ({
  id: `${id}-${from}`,
  name: id,
  value: 12,
  low: null,
  high: null,
  n: 12,
  parts: { expected: 3 },
  mentions: [],
  from,
  to,
  text: `12 stories on ${to}.`,
  ...over,
});
const figure = (rows: Row[], id = 'alerts'): RankingFigure => ({
  id,
  title: 'Alerts',
  question: '',
  formula: '',
  limits: '',
  unit: 'seen',
  basis: 'stories',
  proxy: false,
  method: 'alerts@1',
  kind: 'ranking',
  period: { from: '2026-08-17', to: '2026-11-14' },
  brands: { a: { rows } },
});
const about = {
  asOf: '2026-11-15T05:00:00Z',
  time: { zone: 'Europe/London', locale: 'en-GB', weekStart: 'monday' },
};

describe('alerts on one axis', () => {
  test('what was watched has one line, and its days their places; the last day is whole', () => {
    const made = timelineOf(
      figure([row('volume', '2026-11-14', '2026-11-14'), row('volume', '2026-08-17', '2026-08-25')]),
      'a',
      formats,
    );
    expect(made?.lanes.map(({ name, spans }) => [name, spans.length])).toEqual([['volume', 2]]);
    expect(made?.lanes[0]?.spans[0]).toMatchObject({ from: 0, width: 100 });
    const last = made?.lanes[0]?.spans[1];
    expect((last?.from ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000);
  });
  test('nothing out of the ordinary draws nothing', () => {
    expect(timelineOf(figure([]), 'a', formats)).toBeNull();
  });
  test('each leads to the mentions of its days, by its theme or tone', () => {
    const rows = alertRows(
      figure([
        row('theme-support', '2026-09-26', '2026-09-28'),
        row('negative', '2026-09-21', '2026-09-21', { parts: { expected: 0.1 } }),
      ]),
      'a',
      formats,
    );
    expect(rows.map(({ asked, times }) => [asked, times])).toEqual([
      [{ theme: 'support', told: 'first', from: '2026-09-26', to: '2026-09-28' }, '4 times as many'],
      [{ tone: 'negative', told: 'first', from: '2026-09-21', to: '2026-09-21' }, ''],
    ]);
  });
  test('the sentence tells the last four weeks, else the last alert, else that there was none', () => {
    const rows = alertRows(
      figure([row('Volume', '2026-11-10', '2026-11-10'), row('Rating', '2026-09-01', '2026-09-01')]),
      'a',
      formats,
    );
    expect(alertSentence(rows, recentAlerts(rows, about, 28), formats)).toBe(
      'was out of the ordinary once in the last four weeks: Volume on 10 Nov 2026, 12 seen where 3 were expected.',
    );
    expect(alertSentence(rows.slice(1), recentAlerts(rows.slice(1), about, 28), formats)).toMatch(
      /^had nothing out of the ordinary in the last four weeks; the last was Rating/,
    );
    expect(alertSentence([], [], formats)).toMatch(/^had nothing out of the ordinary in the last 90 days/);
  });
});

describe('events', () => {
  test('have the word that their interval allows, and actions are told apart', () => {
    const rows = eventRows(
      new Map([
        [
          'events',
          figure(
            [
              row('x', '2026-10-12', '2026-11-14', {
                id: '2026-10-12-action-trust',
                value: -12,
                low: -17,
                high: -8,
              }),
              row('x', '2026-06-10', '2026-07-07', {
                id: '2026-06-10-stories',
                value: -9,
                low: -31,
                high: 20,
              }),
              row('x', '2026-11-10', '2026-11-14', { id: '2026-11-10-stories', value: null }),
            ],
            'events',
          ),
        ],
      ]),
      'a',
      formats,
    );
    expect(rows.map(({ isAction, verdict }) => [isAction, verdict])).toEqual([
      [true, 'down'],
      [false, 'no clear change'],
      [false, 'too little data'],
    ]);
  });
});
