import { expect, test } from 'vitest';
import { daysBetween, nightly, said, world } from '../invented-world.fixture.ts';
import { ranked } from './figure-of.fixture.ts';

test('a theme costs its share × what its complaints rate lower, within what days drawn again leave open', () => {
  const [first, last] = ['2026-10-21', '2026-11-15'];
  const complaint = {
    rating: { value: 2, of: 5 },
    themes: [{ id: 'delivery', tone: 'negative' as const }],
  };
  const praise = { rating: { value: 5, of: 5 } };
  // 26 days of four reviews; on every other day two of the four complain of delivery and give 2, all others give 5.
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', first, last),
    themes: [{ id: 'delivery', name: 'Delivery' }],
    said: daysBetween(first, last).flatMap((day, at) =>
      Array.from({ length: 4 }, (_, nth) => said(day, at % 2 === 0 && nth < 2 ? complaint : praise)),
    ),
  });
  const [row] = ranked(input, 'priorities');
  // 26 of 104 complain: Σxx = 26 − 26²/104 = 19.5, Σxy = −3 × 19.5 = −58.5; −58.5 ÷ (19.5 + .5) = −2.925; ¼ of it is .73125 stars.
  // Days drawn again hold K days of complaints, K binomial of 26 at ½, of which 2.5% lie below 8 and above 18: costs .445100 and 1.016862 by the same
  // formula with 16 and 36 complaints. 20 complaints tell: wider by t(19)/z × √(20/19) = 1.095631.
  // .731250 − 1.095631 × (.731250 − .445100) and .731250 + 1.095631 × (1.016862 − .731250).
  expect(row).toMatchObject({ id: 'delivery', value: 0.73125, low: 0.417735, high: 1.04417, n: 26 });
  // Reach: 26 of 104. Days lie apart by ρ = .124444 beyond chance, which widens by 1 + 3 ρ = 1.373333; after adding 28 of 108:
  // .259259 ± 1.959964 × √(.259259 × .740741/108 × 1.373333).
  expect(row?.parts).toMatchObject({ reach: 25, reachLow: 16.2404, reachHigh: 35.6115 });
  // Of the opinions 26 detract and 78 promote, 2 apart where the stars are 3: ⅔ of the cost, in points.
  expect(row?.parts['advocates']).toBe(48.75);
});
