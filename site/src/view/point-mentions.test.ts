import { expect, test } from 'vitest';
import { mentionsAt, panelAt } from './point-mentions.ts';

const week = { from: Date.UTC(2026, 4, 4), to: Date.UTC(2026, 4, 11) };

test('the mentions behind a point are those of its brand on its days that the figure counts', () => {
  expect(mentionsAt('/mentions/?rating=opinion', { id: 'own' }, week)).toBe(
    '/mentions/?rating=opinion&brand=own&from=2026-05-04&to=2026-05-10',
  );
  expect(mentionsAt('/mentions/', { id: 'own like-for-like' }, week)).toBe(
    '/mentions/?brand=own&from=2026-05-04&to=2026-05-10',
  );
  expect(mentionsAt('', { id: 'own' }, week)).toBe('');
});

test('those of the panel, of which a point is a share, are of all its brands on the same days', () => {
  expect(panelAt('/mentions/?brand=own&brand=other', week)).toBe(
    '/mentions/?brand=own&brand=other&from=2026-05-04&to=2026-05-10',
  );
  expect(panelAt('', week)).toBe('');
});
