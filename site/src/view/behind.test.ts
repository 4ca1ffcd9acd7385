import { describe, expect, test } from 'vitest';
import { askedOf, behind, behindPart, behindRow, behindWhole } from './behind.ts';

const about = {
  themes: [
    { id: 'design', name: 'Design', lens: 'innovation', touchpoint: 'use' },
    { id: 'delivery', name: 'Delivery', lens: 'experience', touchpoint: 'deliver' },
    { id: 'reputation', name: 'Reputation' },
  ],
  sources: [],
  brands: [
    { id: 'own', name: 'Own' },
    { id: 'other', name: 'Other' },
  ],
};
const days = { brand: 'own', from: '2026-10-18', to: '2026-11-14' };
const period = { from: '2026-08-17', to: '2026-11-14' };
const row = { id: 'x', name: 'X', value: 1, low: null, high: null, n: 9, parts: {}, mentions: [] };

describe('the mentions behind a number', () => {
  test('are those that its figure counts, and no others', () => {
    expect(behind('advocacy', days, about)).toBe(
      'mentions/?brand=own&from=2026-10-18&to=2026-11-14&rating=opinion&told=first',
    );
    expect(behind('loyalty', days, about)).toContain('intent=stay&intent=leave');
    expect(behind('satisfaction', days, about)).toContain('rating=rated');
    expect(behind('net-sentiment', days, about)).not.toContain('unscored');
    expect(behind('stories', days, about)).toBe(
      'mentions/?brand=own&from=2026-10-18&to=2026-11-14&told=first',
    );
  });
  test('of a gap between lenses speak of a theme of either in some tone, as what is counted does', () =>
    expect(askedOf('gap', about)).toEqual({
      toward: ['design', 'delivery'].flatMap((theme) =>
        ['negative', 'neutral', 'positive'].map((tone) => `${theme}-${tone}`),
      ),
      told: 'first',
    }));
  test.each(['coverage', 'coverage-by-part', 'attention', 'attention-share', 'surveys-nps'])(
    'are none where it is not made of mentions: %s',
    (id) => expect(behind(id, days, about)).toBeNull(),
  );
  test('of a part are the part’s', () => {
    const of = (by: Record<string, string>, id = 'tone-by-month') =>
      behindPart({ id, period }, 'own', by, about);
    expect(of({ touchpoint: 'use', month: '2026-02' })).toBe(
      'mentions/?brand=own&toward=design-scored&from=2026-02-01&to=2026-02-28&told=first',
    );
    expect(of({ lens: 'experience', month: '2026-02' })).toContain('toward=delivery-scored');
    expect(of({ language: 'de' }, 'volume-by-part')).toBe(
      'mentions/?brand=own&from=2026-08-17&to=2026-11-14&lang=de&told=first',
    );
  });
  test('of a theme’s tone speak of the theme in a tone, whatever theirs toward the brand', () => {
    expect(behindPart({ id: 'tone-by-part', period }, 'own', { theme: 'design' }, about)).toBe(
      'mentions/?brand=own&toward=design-scored&from=2026-08-17&to=2026-11-14&told=first',
    );
    const toward = (figure: string, id: string) => behindRow({ id: figure, period }, 'own', { ...row, id });
    expect(toward('priorities', 'design')).toContain('?brand=own&toward=design-negative&from');
    expect(toward('voices', 'design-positive')).toContain('?brand=own&toward=design-positive&from');
  });
  test('of a share lead to the whole as well, and the lists of its parts are of the whole', () => {
    const { from, to } = days;
    expect(behindWhole('share-of-voice', { from, to }, about)).toBe(
      'mentions/?brand=own&brand=other&from=2026-10-18&to=2026-11-14&told=group',
    );
    expect(behindWhole('advocacy', { from, to }, about)).toBeNull();
    expect(behindPart({ id: 'share-of-voice-by-part', period }, 'own', { group: 'news' }, about)).toBe(
      'mentions/?brand=own&brand=other&group=news&from=2026-08-17&to=2026-11-14&told=group',
    );
  });
  test('of a part that no filter holds have no list: all other sites, no site at all', () => {
    for (const site of ['', 'others'])
      expect(behindPart({ id: 'volume-by-part', period }, 'own', { site }, about)).toBeNull();
  });
  test('of a version of an app have no list of their own: no filter tells versions apart', () =>
    expect(
      behindPart({ id: 'satisfaction-by-version', period }, 'own', { version: '4.0.0' }, about),
    ).toBeNull());
  test('of a row that names them all are exactly these', () => {
    const few = { ...row, n: 2, mentions: ['0123456789abcdef', 'fedcba9876543210'] };
    expect(behindRow({ id: 'comparisons', period }, 'own', few)).toBe(
      'mentions/?brand=own&id=0123456789abcdef,fedcba9876543210',
    );
    expect(behindRow({ id: 'comparisons', period }, 'own', row)).toBeNull();
  });
  test('of a row that quotes more than it counts are those that it counts', () => {
    const quoted = { ...row, id: 'delivery', n: 2, mentions: ['a', 'b', 'c', 'd'] };
    expect(behindRow({ id: 'priorities', period }, 'own', quoted)).toBe(
      'mentions/?brand=own&toward=delivery-negative&from=2026-08-17&to=2026-11-14&told=first',
    );
    const day = '2026-11-03';
    expect(
      behindRow({ id: 'alerts', period }, 'own', {
        ...quoted,
        id: `negative-${day}`,
        from: '2026-11-02',
        day,
      }),
    ).toContain(`tone=negative&from=${day}&to=${day}&told=first`);
  });
  test('of a part of a change are those of its figure, part and days', () =>
    expect(
      behindRow({ id: 'why', period }, 'own', {
        ...row,
        id: '28:advocacy:site:host.example:8080',
        figure: 'advocacy',
        from: '2026-10-18',
        to: '2026-11-14',
      }),
    ).toBe(
      'mentions/?brand=own&from=2026-10-18&to=2026-11-14&rating=opinion&site=host.example%3A8080&told=first',
    ));
  test('of talk of the trade name no brand', () =>
    expect(
      behindRow({ id: 'category', period }, 'own', { ...row, id: 'theme-delivery', group: 'theme' }),
    ).toBe('mentions/?brand=-&theme=delivery&from=2026-08-17&to=2026-11-14&told=first'));
});
