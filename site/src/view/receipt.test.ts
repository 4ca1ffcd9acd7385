import { describe, expect, test } from 'vitest';
import { makeFormats } from './numbers.ts';
import { lastDaysOf, receiptFacts, receiptNumbers } from './receipt.ts';

const formats = makeFormats('en-GB', 'UTC');
const figure = {
  id: 'net-sentiment',
  title: 'Net sentiment',
  unit: 'points, −100 to 100',
  basis: 'stories',
  formula: '100 × (p − n) ÷ N',
  method: 'net-sentiment@2',
};
const about = {
  scorers: [{ by: 'tone@2.2.0', mentions: 8496 }],
  commit: '0123456789abcdef0123456789abcdef01234567',
  config: 'a7cffc70338babcdef',
  repository: 'https://github.example/acme/earshot/',
};
const measured = { value: 13, low: 6, high: 20, n: 412, coverage: 0.93 };
const links = {
  mentions: '/x/mentions/?brand=own',
  method: '/x/method/',
  file: '/x/f.json',
  view: '/x/figure/',
};
const factsOf = (rest: object = {}, of = about): Map<string, { text: string; href?: string }[]> =>
  new Map(
    receiptFacts(figure, of, { of: 'Own, May', measured, groups: ['news'], links, ...rest }, formats).map(
      ({ name, parts }) => [name, parts],
    ),
  );

describe('a receipt', () => {
  test('holds the number with interval, basis and coverage, and leads to mentions, method, commit, data and this view', () => {
    const facts = factsOf();
    expect(facts.get('Value')?.[0]?.text).toBe('+13 (points, −100 to 100)');
    expect(facts.get('95% interval')?.[0]?.text).toBe('+6 to +20');
    expect(facts.get('n')?.[0]?.text).toBe('n = 412 stories');
    expect(facts.get('Coverage')?.[0]?.text).toBe('93%');
    expect(facts.get('Mentions behind it')?.[0]?.href).toBe('/x/mentions/?brand=own');
    expect(facts.get('Commit')?.[0]).toMatchObject({
      text: '0123456789ab',
      href: 'https://github.example/acme/earshot/commit/0123456789abcdef0123456789abcdef01234567',
    });
    expect(facts.get('Scorer')?.[0]?.text).toBe('tone@2.2.0 (8,496 mentions)');
    expect(facts.get('This view')?.[0]?.href).toBe('/x/figure/');
  });
  test('of a share leads to the mentions of the whole panel too', () =>
    expect(
      factsOf({ links: { ...links, whole: '/x/mentions/?brand=own&brand=other' } })
        .get('Mentions behind it')
        ?.map(({ href }) => href),
    ).toEqual(['/x/mentions/?brand=own', '/x/mentions/?brand=own&brand=other']));
  test('a missing value is a word, never a zero, and has no interval', () => {
    const none = { value: null, low: null, high: null, n: 0, coverage: null };
    expect(receiptNumbers(none, 'points', 'stories', formats)).toEqual({
      value: 'no data',
      interval: '–',
      n: 'n = 0 stories',
      coverage: 'no data',
    });
  });
  test('a count says that it has no interval', () =>
    expect(receiptNumbers({ ...measured, low: null, high: null }, 'count', 'stories', formats).interval).toBe(
      'none: counted, not estimated',
    ));
  test('a repository that is no web address is not linked, and no mentions are no link', () => {
    const facts = factsOf(
      { links: { ...links, mentions: null } },
      { ...about, repository: 'javascript:alert(1)' },
    );
    expect(facts.get('Commit')?.[0]?.href).toBeUndefined();
    expect(facts.get('Mentions behind it')?.[0]?.href).toBeUndefined();
  });
  test('the last days end with the last whole one', () =>
    expect(
      lastDaysOf(
        { asOf: '2026-11-15T05:17:00Z', time: { zone: 'UTC', locale: 'en', weekStart: 'monday' } },
        '28',
      ),
    ).toEqual({ from: '2026-10-18', to: '2026-11-14' }));
});
