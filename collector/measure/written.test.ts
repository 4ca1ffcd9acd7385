import { expect, test } from 'vitest';
import { shareText } from './written.ts';

test('a share above nothing is not written as nothing, and nothing is', () => {
  expect(shareText(6.16)).toBe('6.2%');
  expect(shareText(100 / 2903)).toBe('under 0.1%');
  expect(shareText(0.05)).toBe('0.1%');
  expect(shareText(0)).toBe('0%');
});
