import { expect, test } from 'vitest';
import { basisText, cutTitle, lastValues, spanText, stripText } from './chart-basis.ts';
import { cutShape } from './chart-cut.ts';
import { chartShape } from './chart-shape.ts';
import { monthsOf, seriesFigure } from './figures.fixture.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const made = chartShape(
  seriesFigure('tone', {
    own: monthsOf(
      { period: '2026-06', value: 10, n: 40, coverage: 0.5 },
      { period: '2026-07', value: null, n: 3, coverage: 0.1 },
      { period: '2026-08', value: 20, n: 50, coverage: 0.9 },
      { period: '2026-09', value: 30, n: 60, coverage: 1 },
    ),
    rival: monthsOf(
      { period: '2026-06', value: 1, n: 40 },
      { period: '2026-08', value: -5, n: 40 },
      { period: '2026-09', value: null, n: 2 },
    ),
  }),
  {
    about: {
      asOf: '2026-10-15T05:00:00Z',
      brands: [
        { id: 'own', name: 'Own' },
        { id: 'rival', name: 'Rival' },
      ],
      events: [],
      time: { zone: 'UTC', locale: 'en-GB', weekStart: 'monday' },
    },
    ...{ period: '12-months', formats, rivals: 4 },
  },
);
if (!made) throw new Error('no shape');
const part = cutShape(made, { from: '2026-08-01', to: '2026-09-30' }, formats);
if (!part) throw new Error('no part');

test('a part of a chart has a sentence of its own for a title', () => {
  expect(cutTitle('Tone', part, formats)).toBe('Tone was between +20 and +30: 1 Aug – 30 Sept 2026');
  const july = cutShape(made, { from: '2026-09-01', to: '2026-09-30' }, formats);
  expect(july && cutTitle('Tone', july, formats)).toBe('Tone was at +30: 1 – 30 Sept 2026');
  const [own] = part.lines;
  const [first, ...rest] = own?.points ?? [];
  if (!own || !first) throw new Error('no points');
  const few = [{ ...first, value: 100, n: 2, thin: true }, first, ...rest];
  expect(cutTitle('Tone', { ...part, lines: [{ ...own, points: few }] }, formats)).not.toContain('+100');
  const onlyFew = few.map((point) => ({ ...point, thin: true }));
  expect(cutTitle('Tone', { ...part, lines: [{ ...own, points: onlyFew }] }, formats)).toContain('+100');
  expect(cutTitle('Tone', { ...part, lines: [] }, formats)).toBe('Tone has no value: 1 Aug – 30 Sept 2026');
});

test('a part of a chart rests on its own n, coverage and days, not on those of the whole', () => {
  expect(basisText(made, formats)).toBe('n = 153 stories · coverage 50% to 100%');
  expect(basisText(part, formats)).toBe('n = 110 stories · coverage 90% to 100%');
  expect(spanText(part, formats)).toBe('Sat, 1 Aug 2026 to Wed, 30 Sept 2026');
  expect(stripText(made, formats)).toContain('lowest 10%');
  expect(stripText(part, formats)).toContain('lowest 90%');
});

test('a period without a value counts into n but not into the coverage that is told, as in the chart’s lines', () => {
  const gap = cutShape(made, { from: '2026-06-01', to: '2026-07-31' }, formats);
  expect(gap && basisText(gap, formats)).toBe('n = 43 stories · coverage 50%');
});

test('a legend tells last values, with the period of one that is older than the others, and says where there is none', () => {
  expect(lastValues(made, formats)).toEqual([
    { id: 'own', text: '+30' },
    { id: 'rival', text: '−5, last known Aug 2026' },
  ]);
  const june = cutShape(made, { from: '2026-09-01', to: '2026-09-30' }, formats);
  expect(june && lastValues(june, formats)).toEqual([
    { id: 'own', text: '+30' },
    { id: 'rival', text: 'no data' },
  ]);
});
