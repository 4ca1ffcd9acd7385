import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { type SeriesFigure, verdictWords } from '#contract';
import { badgeSvg, badgeText, textWidth } from './badge.ts';
import { makeFormats } from './numbers.ts';

const formats = makeFormats('en-GB', 'UTC');
const asOf = '2026-11-15T05:00:00Z';
const figure = (parts: Partial<SeriesFigure> = {}): SeriesFigure => ({
  id: 'advocacy',
  title: 'Advocacy',
  question: '',
  formula: '',
  limits: '',
  unit: 'points, −100 to 100',
  basis: 'stories',
  proxy: true,
  method: 'advocacy@1',
  kind: 'series',
  brands: {},
  headline: { northwind: { value: 13, low: 7, high: 19, n: 80, coverage: 0.9 } },
  breaks: [],
  verdicts: {},
  ...parts,
});

type Tag = { name: string; attributes: Record<string, string>; text: string };
function tagsOf(svg: string): Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = { name, attributes, text: '' };
        tags.push(tag);
        open.push(tag);
      },
      ontext(text) {
        const tag = open.at(-1);
        if (tag) tag.text += text;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return tags;
}
const badge = (name: string, parts: Partial<SeriesFigure> = {}): string =>
  badgeSvg(badgeText(figure(parts), { id: 'northwind', name }, asOf, formats), '#7a4b2a');

describe('a badge', () => {
  it('says brand, figure, value and interval, and the whole as its title and description', () => {
    const tags = tagsOf(badge('Northwind Coffee'));
    expect(tags.filter(({ name }) => name === 'text').map(({ text }) => text)).toEqual([
      'Northwind Coffee · advocacy',
      '+13 ± 6',
    ]);
    expect(tags.find(({ name }) => name === 'desc')?.text).toMatch(
      /^Advocacy of Northwind Coffee over the last 28 days: \+13 ± 6 \(points.*\)\. Data as of .*2026/,
    );
    expect(tags[0]?.attributes['role']).toBe('img');
  });
  it('draws a verdict as a shape of its own', () => {
    const paths = verdictWords.map((verdict) => {
      const word = {
        verdict,
        from: '',
        to: '',
        difference: 1,
        low: 0,
        high: 2,
        n: [9, 9] as [number, number],
      };
      return tagsOf(badge('N', { verdicts: { northwind: { '28': word } } })).find(
        ({ name }) => name === 'path',
      )?.attributes;
    });
    const looks = paths.map((path) => `${path?.['d']} ${path?.['fill']} ${path?.['stroke-dasharray']}`);
    expect(new Set(looks).size).toBe(verdictWords.length);
  });
  it('says “no data” and never 0 where there is no value', () => {
    const none = { northwind: { value: null, low: null, high: null, n: 0, coverage: null } };
    expect(
      tagsOf(badge('N', { headline: none }))
        .filter(({ name }) => name === 'text')
        .at(-1)?.text,
    ).toBe('no data');
  });
  it('holds any name as text alone, of the width that it is given', () => {
    const tags = tagsOf(badge('N'));
    const shape = tags.map(({ name }) => name);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const made = tagsOf(badge(name));
        expect(made.map((tag) => tag.name)).toEqual(shape);
        const [first] = made.filter((tag) => tag.name === 'text');
        expect(Number(first?.attributes['textLength'])).toBe(textWidth(first?.text ?? ''));
        expect(Number(made[0]?.attributes['width'])).toBeGreaterThan(Number(first?.attributes['textLength']));
      }),
    );
  });
  it('cannot be broken out of', () => {
    const svg = badge(`"/><script>alert(1)</script><!-- ]]>`);
    expect(tagsOf(svg).some(({ name }) => name === 'script')).toBe(false);
    expect(svg).not.toMatch(/<script|<!--/);
  });
});
