import { expect, test } from 'vitest';
import { quietWorld } from '../../tests/quiet-world.ts';
import { counted, readings } from '../enrich/intents/precision.ts';
import { benchIntentsCommand } from './bench-intents.ts';

function printed(json: boolean): string {
  const world = quietWorld();
  expect(benchIntentsCommand({ config: 'brand.yml', json }, world)).toBe(0);
  return world.printed();
}

test('says of every intent how often it is right in public texts and in own cases, and whether it is counted', () => {
  const { intents } = JSON.parse(printed(true)) as {
    intents: {
      intent: keyof typeof readings;
      counted: boolean;
      own: { judged: number; right: number; meant: number };
      public: { all: { interval: { low: number } } };
    }[];
  };
  expect(intents.filter((one) => one.counted).map(({ intent }) => intent)).toEqual(counted);
  for (const { intent, counted: isCounted, own, public: read } of intents) {
    expect(own.meant).toBeGreaterThanOrEqual(30);
    expect(own).toMatchObject(readings[intent].own);
    if (isCounted) expect(read.all.interval.low).toBeGreaterThanOrEqual(0.8);
  }
});

test('prints a line for each intent', () => {
  expect(printed(false).trim().split('\n')).toHaveLength(11);
});
