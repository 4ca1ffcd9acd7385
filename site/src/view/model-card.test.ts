import { describe, expect, it } from 'vitest';
import type { ModelCard } from '#contract';
import { netToneRows, reliabilityChart, scorerName, scoreTables, uncoveredTables } from './model-card.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const score = { macroF1: null, accuracy: null, twoClass: null, ece: null };
const set = (name: string, kind: 'whole' | 'toward', classes: 2 | 3) => ({
  set: name,
  kind,
  group: 'any',
  classes,
  texts: 1234,
  malformed: 0,
  scores: {
    'tone@2.0.0': { ...score, macroF1: classes === 3 ? 0.654 : null, twoClass: 0.856 },
    'vader@1': { ...score, twoClass: 0.5 },
  },
});
const report: ModelCard['report'] = {
  peers: ['tone@2.0.0', 'vader@1'],
  sets: [set('vader_tweets', 'whole', 3), set('constructor', 'whole', 2)],
  means: [
    { by: 'tone@2.0.0', macroF1: 0.654, accuracy: 0.7, twoClass: 0.856, towardMacroF1: null, ece: 0.03 },
    { by: 'vader@1', macroF1: null, accuracy: null, twoClass: 0.5, towardMacroF1: null, ece: null },
  ],
  calibration: [
    {
      by: 'tone@2.0.0',
      bins: [
        { texts: 100, sure: 0.65, right: 0.65 },
        { texts: 400, sure: 1, right: 0.1 },
      ],
    },
  ],
  surest: [],
  netTone: {
    groupSize: 200,
    groupsPerSet: 100,
    sets: ['vader_tweets'],
    errors: [
      { by: 'vader@1', how: 'counted', natural: null, shifted: 0.216 },
      { by: 'tone@2.0.0', how: 'estimated', natural: 0.062, shifted: 0.131 },
    ],
  },
  cost: { speed: [], process: null, weightBytes: 1 },
};

describe('the model card', () => {
  it('has a table for each sort of set that was measured, and tells what was not measured from 0', () => {
    const tables = scoreTables(report, formats);
    expect(tables.map(({ id, rows }) => [id, rows.map(({ texts, values }) => [texts, ...values])])).toEqual([
      ['whole', [['Short posts', '65', '–']]],
      ['two', [['constructor', '86', '50']]],
    ]);
    expect(tables[0]?.means).toEqual(['65', '–']);
  });

  it('has tables of trades that were not learned from, apart from the others, where they were measured', () => {
    const { peers, sets, means } = report;
    const tables = uncoveredTables({ uncovered: { peers, sets, means } }, formats);
    expect(tables.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['uncovered-whole', 1],
      ['uncovered-two', 1],
    ]);
    expect(uncoveredTables({}, formats)).toEqual([]);
  });

  it('calls scorers by what people know, and others by what scores bear', () => {
    expect(scorerName('afinn@5.0.2')).toBe('AFINN');
    expect(scorerName('constructor@1')).toBe('constructor@1');
  });

  it('puts a dot on the diagonal where the scorer is as sure as it is right, and keeps every dot on the plot', () => {
    const { dots, diagonal } = reliabilityChart(report, 'tone@2.0.0', formats);
    expect(dots.map(({ x, y, r }) => [x, y, r])).toEqual([
      [500, 500, 5.5],
      [1000, 1000, 11],
    ]);
    expect(diagonal).toEqual({ x1: 0, y1: 1000, x2: 1000, y2: 0 });
    expect(reliabilityChart(report, 'vader@1', formats).dots).toEqual([]);
  });

  it('lists errors of net sentiment in points, the least first and what is not known last', () => {
    expect(netToneRows(report, formats)).toEqual([
      { name: 'Earshot, estimated from its probabilities', natural: '6', shifted: '13' },
      { name: 'VADER, labels counted', natural: '–', shifted: '22' },
    ]);
  });
});
