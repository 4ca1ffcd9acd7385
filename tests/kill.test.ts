import { expect, it } from 'vitest';
import { soakKills } from './soak/kills.ts';

const rounds = 25;

it('A39 A40: collectors that are killed, find a full disk or meet another lose, tear and double nothing', async () => {
  const { findings, failed, passed, ends } = await soakKills({ rounds, seed: 20_261_101 });
  expect(findings).toEqual([]);
  expect({ passed, failed }).toEqual({ passed: rounds + 1, failed: 0 });
  expect(Object.keys(ends).sort()).toEqual([
    'full disk',
    'killed at a moment',
    'killed at a step',
    'two at once',
    'whole',
  ]);
}, 400_000);
