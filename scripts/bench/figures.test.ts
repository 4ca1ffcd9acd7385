import { expect, test } from 'vitest';
import { benchFigures } from './figures.ts';
import { simulateAwareness } from './simulate-awareness.ts';

test('the index stays where sources come and go, in a few worlds', () => {
  const findings = simulateAwareness.run({ worlds: 4, seed: 3 });
  expect(findings.filter(({ holds }) => holds === false)).toEqual([]);
  expect(findings.length).toBeGreaterThan(6);
});

test('the same seed gives the same table, and an unknown name is no success', () => {
  const table = () => {
    const lines: string[] = [];
    expect(benchFigures(['awareness', '--worlds', '1'], (line) => lines.push(line))).toBeTypeOf('boolean');
    return lines;
  };
  expect(table()).toEqual(table());
  const said: string[] = [];
  expect(benchFigures(['nothing'], (line) => said.push(line))).toBe(false);
  expect(said[0]).toContain('awareness');
});
