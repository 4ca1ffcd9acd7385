import { expect, test } from 'vitest';
import { said } from '../invented-world.fixture.ts';
import { lensThemes, speaks } from '../lenses.fixture.ts';
import { points, week } from './figure-of.fixture.ts';

test('the gap is the net tone of what is new minus that of what is lived', () => {
  const input = week(
    [
      said('2026-11-09', speaks(['new', 'positive'], ['help', 'negative'])),
      said('2026-11-10', speaks(['new', 'positive'], ['look', 'negative'])),
      said('2026-11-11', speaks(['look', 'positive'])),
      said('2026-11-12', { story: 'b', ...speaks(['help', 'positive']) }),
      said('2026-11-12', { story: 'b', ...speaks(['help', 'negative']) }),
      said('2026-11-13', speaks(['new', 'unscored'], ['help', 'neutral'])),
      said('2026-11-13'),
    ],
    { themes: lensThemes },
  );
  // Innovation: +1, 0 (one for, one against), +1: 2 of 3. Experience: −1, +1 (b by its first), 0: 0 of 3. Gap 2/3.
  // After adding: 2/6 with a spread of (2 + 1.5)/6 − 1/9 = .472222, and 0 with 3.5/6 = .583333; 1/3 ± 1.959964 × √(1.055556 ÷ 6).
  expect(points(input, 'gap', 'week')[0]).toMatchObject({
    value: 66.6667,
    low: -48.8745,
    high: 115.541,
    n: 3,
  });
});
