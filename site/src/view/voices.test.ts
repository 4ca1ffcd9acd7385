import { describe, expect, test } from 'vitest';
import type { RankingFigure } from '#contract';
import { loudest, typicalOf, voicesOf } from './voices.ts';

const row = (id: string, n: number, mentions: string[]) => ({
  id,
  name: id,
  value: n,
  low: null,
  high: null,
  n,
  parts: {},
  mentions,
});
const figure = (rows: ReturnType<typeof row>[]): RankingFigure => ({
  id: 'voices',
  title: 'Voices',
  question: '',
  formula: '',
  limits: '',
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method: 'voices@1',
  kind: 'ranking',
  period: { from: '2026-08-17', to: '2026-11-14' },
  brands: { a: { rows } },
});
const themes = [
  { id: 'price', name: 'Price' },
  { id: 'support', name: 'Support' },
];
const made = (rows: ReturnType<typeof row>[]) => {
  const voices = voicesOf(new Map([['voices', figure(rows)]]), { themes }, 'a');
  if (!voices) throw new Error('no voices');
  return voices;
};
const all = () => true;

describe('voices', () => {
  test('stand by theme, with the two tones beside each other, and testimonials apart', () => {
    const voices = made([
      row('testimonials', 9, ['t']),
      row('price-positive', 4, ['p']),
      row('support-negative', 30, ['s']),
      row('price-negative', 3, ['q']),
    ]);
    expect(voices.testimonials?.n).toBe(9);
    expect(
      voices.themes.map(({ name, n, negative, positive }) => [name, n, negative?.n, positive?.n]),
    ).toEqual([
      ['Support', 30, 30, undefined],
      ['Price', 7, 3, 4],
    ]);
    expect(loudest(voices, 'negative')?.name).toBe('Support');
    expect(loudest(voices, 'positive')?.name).toBe('Price');
  });
  test('typical quotes take complaint and praise in turns, and no mention twice', () => {
    const voices = made([
      row('price-positive', 4, ['both', 'p2']),
      row('support-negative', 30, ['both']),
      row('price-negative', 3, ['q']),
    ]);
    expect(typicalOf(voices, 3, all).map(({ theme, tone, mention }) => [theme, tone, mention])).toEqual([
      ['support', 'negative', 'both'],
      ['price', 'positive', 'p2'],
      ['price', 'negative', 'q'],
    ]);
  });
  test('a side that is short leaves its room to the other, and what lost its words is passed over', () => {
    const voices = made([row('price-positive', 4, ['gone', 'p']), row('support-positive', 2, ['r'])]);
    expect(typicalOf(voices, 6, (id) => id !== 'gone').map(({ mention }) => mention)).toEqual(['p', 'r']);
  });
  test('without the figure there are none', () => {
    expect(voicesOf(new Map(), { themes }, 'a')).toBeNull();
  });
});
