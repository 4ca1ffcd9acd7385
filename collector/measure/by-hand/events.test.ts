import { expect, test } from 'vitest';
import { bluebird, configWith, daysBetween, nightly, said, world } from '../invented-world.fixture.ts';
import { ranked } from './figure-of.fixture.ts';

test('an event’s effect is the brand’s change less the competitor’s, on the log scale', () => {
  const [first, date] = ['2026-11-02', '2026-11-09'];
  const input = world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', first, '2026-11-15'),
    config: configWith({
      competitors: [bluebird],
      events: [{ date, name: 'Campaign', figure: 'stories', window: 7 }],
    }),
    said: daysBetween(first, '2026-11-15').flatMap((day) => [
      ...Array.from({ length: day < date ? 2 : 3 }, () => said(day)),
      ...Array.from({ length: 2 }, () => said(day, { brand: 'bluebird' })),
    ]),
  });
  // 14 to 21, the rival 14 to 14: log 1.5 − log 1 = .405465, an effect of +50%. Half intervals on the log scale .717559 (as the stories' verdict) and, for
  // 14.5 after 14.5, .795300: √(.717559² + .795300²) = 1.07116. exp(.405465 ± 1.07116) − 1.
  expect(ranked(input, 'events')).toMatchObject([
    {
      value: 50,
      low: expect.closeTo(-48.6086, 2),
      high: expect.closeTo(337.817, 1),
      n: 14,
      parts: { days: 7, controls: 1 },
    },
  ]);
});
