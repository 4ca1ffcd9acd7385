import { expect, test } from 'vitest';
import type { Accuracy, Label, Tone } from '#contract';
import { said } from '../invented-world.fixture.ts';
import { measure } from '../measure.ts';
import { day, week } from './figure-of.fixture.ts';

test('accuracy on 200 labels: the share that is right with Wilson’s interval, and the mean of F1', () => {
  // 100 are scored positive, of which 90 are meant so and 10 negative; 100 negative, of which 70 are meant so and 30 positive.
  const lines = Array.from({ length: 200 }, (_, at) => {
    const scored: Tone = at < 100 ? 'positive' : 'negative';
    const meant: Tone = at < 90 || at >= 170 ? 'positive' : 'negative';
    const line = said(day(at % 7), { tone: scored });
    const label: Label = { mention: line.mention.id, brand: 'northwind', tone: meant, drawn: 'random' };
    return { line, label };
  });
  const input = week(
    lines.map(({ line }) => line),
    { labels: lines.map(({ label }) => label) },
  );
  const { measured } = (measure(input).get('accuracy.json') as Accuracy).brands['northwind'] ?? {};
  // 160 of 200: Wilson, z² = 3.841459: centre (.8 + z²/400) ÷ (1 + z²/200) = .794346, half .055202.
  expect(measured?.right).toEqual({ value: 0.8, low: 0.739145, high: 0.849548 });
  // F1 of positive 2 × 90 ÷ (100 + 120) = .818182, of negative 2 × 70 ÷ (100 + 80) = .777778; neutral was neither scored nor meant.
  expect(measured?.macroF1.value).toBe(0.79798);
  // Scored in rows, meant in columns: negative, neutral, positive.
  expect(measured?.matrix).toEqual([
    [70, 0, 30],
    [0, 0, 0],
    [10, 0, 90],
  ]);
});
