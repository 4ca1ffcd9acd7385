import { expect, test } from 'vitest';
import { parts, points, series } from './figure-of.fixture.ts';
import { answers, surveyed } from './survey.fixture.ts';

const nps = (promoters: number, passives: number, detractors: number) => ({
  promoters,
  passives,
  detractors,
});

test('NPS is promoters less detractors with the adjusted interval', () => {
  // 40 − 30 of 100. After adding 10 of 103 = .0970874, √((71.5/103 − .0970874²) ÷ 103) = .0815356: ± 1.959964 × that.
  expect(
    points(surveyed('nps', [answers('nps', '2026-11-03', nps(40, 30, 30))]), 'surveys-nps', 'month')[0],
  ).toEqual({ period: '2026-11', value: 10, low: -6.27194, high: 25.6894, n: 100, coverage: null });
});

test('a fall of NPS is the difference of two nets, as independent samples', () => {
  const figure = series(
    surveyed('nps', [
      answers('nps', '2026-10-01', nps(120, 60, 20)),
      answers('nps', '2026-11-03', nps(60, 60, 80)),
    ]),
    'surveys-nps',
  );
  // 100 of 200 before, −20 of 200 after. After adding 100/203 and −20/203, variances (141.5/203 − m²) ÷ 203 each:
  // −.591133 ± 1.959964 × √(.00223842 + .00338590).
  expect(figure.verdicts['northwind']?.['28']).toMatchObject({
    verdict: 'down',
    difference: -60,
    low: -73.812,
    high: -44.4146,
    n: [200, 200],
  });
  expect(figure.headline?.['northwind']).toMatchObject({ value: -10, low: -21.257, high: 1.55252, n: 200 });
});

test('its segments have values of their own, its comments are counts', () => {
  const comment = { v: 1, survey: 'nps', kind: 'nps', what: 'comments', by: 't@1' } as const;
  const input = surveyed('nps', [
    answers('nps', '2026-11-03', nps(40, 30, 30), { segment: 'Pro' }),
    { ...comment, tone: 'negative', from: '2026-10-01', to: '2026-10-31', theme: 'delivery', n: 6 },
    { ...comment, tone: 'negative', from: '2026-11-01', to: '2026-11-05', theme: 'delivery', n: 7 },
  ]);
  expect(parts(input, 'surveys-nps-segments')).toEqual([
    { of: 'Pro', value: 10, low: -6.27194, high: 25.6894, n: 100 },
  ]);
  // 6 + 7.
  expect(parts(input, 'surveys-nps-comments')).toEqual([
    { of: 'delivery negative', value: 13, low: null, high: null, n: 13 },
  ]);
});
