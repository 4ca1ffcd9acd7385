import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areOpposites } from './opposites.ts';

describe('opposite outcomes', () => {
  it.each(
    `rises fell, approves rejected, upgrade downgrade, raises cuts, opens closes, opening closure, wins loses, gains dropped,
    profit loss, up down, beats misses, hires fires, launches cancels, schließt eröffnet, steigt fällt, ouvre ferme, hausse baisse,
    inician terminan, sube baja, subió bajó, first second`
      .split(',')
      .map((pair) => pair.trim().split(' ') as [string, string]),
  )('are %s and %s, either way round', (one, other) => {
    expect(areOpposites(one, other)).toBe(true);
    expect(areOpposites(other, one)).toBe(true);
  });
  it.each([
    ['rises', 'climbs'],
    ['opens', 'launches'],
    ['downgrade', 'downgrades'],
    ['additional', 'failure'],
    ['company', 'firm'],
    ['shopping', 'shutter'],
  ])('are not %s and %s', (one, other) => expect(areOpposites(one, other)).toBe(false));
  it('are so either way round, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (one, other) => areOpposites(one, other) === areOpposites(other, one),
      ),
    );
  });
});
