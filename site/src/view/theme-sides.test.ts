import { describe, expect, test } from 'vitest';
import type { BreakdownFigure } from '#contract';
import { leadOf } from './lead.ts';
import { makeFormats } from './numbers.ts';
import { findingOf, standingText, themeSides } from './theme-sides.ts';

const formats = makeFormats('en-GB', 'Europe/London');
const row = (theme: string, value: number | null, n = 40) => ({
  by: { theme },
  value,
  low: value === null ? null : value - 5,
  high: value === null ? null : value + 5,
  n,
  coverage: 1,
});
const figure = (rows: Record<string, ReturnType<typeof row>[]>): BreakdownFigure => ({
  id: 'tone-by-part',
  title: 'Tone by part',
  question: '',
  formula: '',
  limits: '',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: false,
  method: 'tone-by-part@1',
  kind: 'breakdown',
  period: { from: '2026-08-17', to: '2026-11-14' },
  brands: Object.fromEntries(Object.entries(rows).map(([id, of]) => [id, { rows: of }])),
});
const about = {
  brands: [
    { id: 'a', name: 'Acorn' },
    { id: 'b', name: 'Beech' },
    { id: 'c', name: 'Cedar' },
  ],
  themes: [{ id: 'support', name: 'Customer support' }],
};
const entry = (name: string, value: number, half: number) => ({
  id: name,
  name,
  value,
  low: value - half,
  high: value + half,
});
const found = (...entries: ReturnType<typeof entry>[]): string => {
  const lead = leadOf(entries);
  return lead ? findingOf(lead) : '';
};

test('a dozen brands are counted, not named', () => {
  const others = Array.from({ length: 11 }, (_, at) => entry(`Brand ${at + 1}`, 39 - 2 * at, 3));
  const told = found(entry('Acorn', 40, 4), ...others);
  expect(told).toMatch(/Brand \d+, Brand \d+ and \d+ others/);
  expect(told.length).toBeLessThan(160);
});

describe('themes side by side', () => {
  test('a theme that one brand alone is judged by is not compared', () => {
    const made = themeSides(
      new Map([
        ['tone-by-part', figure({ a: [row('support', 10), row('price', 5)], b: [row('support', -40)] })],
      ]),
      about,
      formats,
    );
    expect(made?.sides.map(({ theme, name, finding }) => [theme, name, finding])).toEqual([
      ['support', 'Customer support', 'Acorn is ahead of Beech'],
    ]);
  });
  test('a brand without a value has a word and no place on the scale', () => {
    const made = themeSides(
      new Map([
        [
          'tone-by-part',
          figure({ a: [row('support', 10)], b: [row('support', 12)], c: [row('support', null, 3)] }),
        ],
      ]),
      about,
      formats,
    );
    expect(made?.sides[0]?.rows[2]).toMatchObject({ value: 'too few', interval: '', at: null, thin: true });
  });
  test('without the figure there is nothing to show', () => {
    expect(themeSides(new Map(), about, formats)).toBeNull();
  });
});

describe('the brand in view', () => {
  const made = (own: number | null, beech: number, cedar: number) =>
    themeSides(
      new Map([
        [
          'tone-by-part',
          figure({
            a: [row('support', own)],
            b: [row('support', beech)],
            c: [{ ...row('support', cedar), low: cedar - 25, high: cedar + 25 }],
          }),
        ],
      ]),
      about,
      formats,
    );
  test('is told of everybody that it is behind, not of the leader alone', () => {
    // Cedar is too close to Beech to call, and surely ahead of Acorn.
    const sides = made(-60, 10, 5);
    expect(sides?.sides[0]?.finding).toBe(
      'Beech is ahead of Acorn; not surely of Cedar; Acorn is behind Cedar',
    );
    expect(sides && standingText(sides)).toEqual([
      'Themes: behind a competitor on 1 of 1 (Customer support).',
    ]);
  });
  test('behind one that nobody can tell from the leader is no theme too close to call', () => {
    const [side] = made(1, 10, 12)?.sides ?? [];
    expect(side?.finding).toBe('Acorn is perhaps behind Beech');
    expect(side?.decided).toBe(true);
  });
  test('stands nowhere where it has no value, and is said to be ahead where it is behind nobody', () => {
    const none = made(null, 10, 5);
    expect(none && standingText(none)).toEqual([]);
    const first = made(60, 10, 5);
    expect(first && standingText(first)).toEqual([
      'Themes: ahead of a competitor and behind none on 1 of 1 (Customer support).',
    ]);
  });
});

describe('the finding of a theme', () => {
  test('names who is ahead of whom, and who is too close', () => {
    expect(found(entry('Acorn', 50, 5), entry('Beech', 0, 5))).toBe('Acorn is ahead of Beech');
    expect(found(entry('Acorn', 50, 5), entry('Beech', 0, 5), entry('Cedar', 49, 5))).toBe(
      'Acorn is ahead of Beech; not surely of Cedar',
    );
    expect(found(entry('Acorn', 10, 5), entry('Beech', 0, 5))).toBe('Acorn is perhaps ahead of Beech');
    expect(found(entry('Acorn', 1, 5), entry('Beech', 0, 5))).toBe('Too close to call');
  });
  test('says “everyone else” where a leader is ahead of three and more', () => {
    expect(found(entry('A', 90, 3), entry('B', 0, 3), entry('C', 1, 3), entry('D', 2, 3))).toBe(
      'A is ahead of everyone else',
    );
  });
});
