import { describe, expect, test } from 'vitest';
import type { SeriesFigure } from '#contract';
import { alertsOn, type ChartAlert, letterOf, spansOf } from './chart-alerts.ts';
import { type ChartShape, chartShape } from './chart-shape.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const alert = (id: string, from: string, day = from): ChartAlert => ({
  id: `${id}-${from}`,
  name: id,
  from,
  day,
});

/** Twelve weeks, of which one has no value. */
const figure: SeriesFigure = {
  kind: 'series',
  id: 'stories',
  title: 'Stories',
  question: '?',
  formula: '–',
  limits: '–',
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method: 'stories@1',
  brands: {
    own: {
      day: [],
      week: Array.from({ length: 12 }, (_, index) => ({
        period: `2026-W${30 + index}`,
        value: index === 5 ? null : 10 + index,
        low: null,
        high: null,
        n: index === 5 ? 0 : 10 + index,
        coverage: index === 5 ? 0.1 : 1,
      })),
      month: [],
    },
  },
  breaks: [],
  verdicts: {},
};
const shapeWith = (
  alerts: ChartAlert[],
  events: { date: string; name: string; window: number }[] = [],
): ChartShape => {
  const shape = chartShape(figure, {
    about: {
      asOf: '2026-11-20T05:00:00Z',
      brands: [{ id: 'own', name: 'Own' }],
      events,
      time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' },
    },
    period: '12-months',
    formats,
    alerts,
    rivals: 0,
  });
  if (!shape) throw new Error('no shape');
  return shape;
};

describe('alerts on a chart', () => {
  test('only those are marked that watch what the chart draws', () => {
    const all = ['volume', 'negative', 'rating', 'theme-app'].map((id) => alert(id, '2026-08-10'));
    const on = (id: string): string[] => alertsOn(id, all).map(({ name }) => name);
    expect(on('net-sentiment')).toEqual(['negative']);
    expect(on('satisfaction')).toEqual(['rating']);
    expect(on('awareness')).toEqual(['volume']);
    expect(on('stories')).toEqual(['volume', 'theme-app']);
    expect(on('loyalty')).toEqual([]);
    expect(on('constructor')).toEqual([]);
  });
  test('those that overlap share a mark, and what concerns a theme is named last', () => {
    const spans = spansOf([
      alert('volume', '2026-08-11', '2026-08-12'),
      alert('theme-app', '2026-08-10', '2026-08-11'),
      alert('theme-taste', '2026-08-13'),
      alert('theme-price', '2026-08-20'),
    ]);
    expect(spans.map(({ alerts }) => alerts.map(({ name }) => name))).toEqual([
      ['volume', 'theme-app'],
      ['theme-taste'],
      ['theme-price'],
    ]);
  });
  test('marks have letters, dates and rows of their own, also within a gap, and none lies outside of the axis', () => {
    const shape = shapeWith(
      [
        alert('volume', '2026-08-26', '2026-08-28'),
        alert('volume', '2026-09-29'),
        alert('volume', '2020-01-01'),
      ],
      [{ date: '2026-08-27', name: 'Campaign', window: 28 }],
    );
    expect(shape.gaps).toHaveLength(1);
    expect(shape.alerts.map(({ letter, date }) => [letter, date])).toEqual([
      ['A', '26 – 28 Aug 2026'],
      ['B', 'Tue, 29 Sept 2026'],
    ]);
    // A day apart, one above the other.
    expect([shape.alerts[0]?.row, shape.events[0]?.row]).toEqual([0, 1]);
    expect(shape.alerts[1]?.row).toBe(0);
  });
  test('letters go on after Z', () =>
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']));
});
