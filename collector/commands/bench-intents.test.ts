import { expect, test } from 'vitest';
import { counted } from '../enrich/intents/precision.ts';
import { benchIntentsCommand } from './bench-intents.ts';
import type { World } from './world.ts';

function printed(json: boolean): string {
  const out: string[] = [];
  const world = { out: (text: string) => out.push(text) } as unknown as World;
  expect(benchIntentsCommand({ config: 'brand.yml', json }, world)).toBe(0);
  return out.join('');
}

test('says of every intent how often it is right, found anew on held-out cases, and whether it is counted', () => {
  const { intents } = JSON.parse(printed(true)) as {
    intents: { intent: string; counted: boolean; low: number; heldOut: { judged: number; meant: number } }[];
  };
  expect(intents.filter((one) => one.counted).map(({ intent }) => intent)).toEqual(counted);
  for (const { counted: isCounted, low, heldOut } of intents) {
    expect(heldOut.meant).toBeGreaterThanOrEqual(30);
    if (isCounted) expect(low).toBeGreaterThanOrEqual(0.8);
  }
});

test('prints a line for each intent', () => {
  expect(printed(false).trim().split('\n')).toHaveLength(11);
});
