import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, hexToOklch, oklchToHex, readableOn } from './accent.ts';
import { fallbackColour, type Scheme, themeCss, tokens } from './tokens.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const grounds = ['paper', 'raised', 'sunk'];

describe('colours', () => {
  test('a colour survives the way to OKLCH and back within one step of 255', () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        const back = oklchToHex(hexToOklch(hex));
        for (const at of [1, 3, 5]) {
          const [a, b] = [hex, back].map((text) => Number.parseInt(text.slice(at, at + 2), 16));
          expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
  test('black on white has the contrast 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
  test('a colour that is readable already stays as it is', () => {
    expect(readableOn('#7a4b2a', ['#ffffff'], 4.5)).toBe('#7a4b2a');
  });
  test.each<Scheme>(['light', 'dark'])(
    'any accent is readable as text and visible as a mark in %s',
    (scheme) => {
      fc.assert(
        fc.property(anyColour, (hex) => {
          const made = tokens(scheme, hex);
          for (const ground of grounds) {
            expect(contrast(made['accent'] ?? '', made[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
            expect(contrast(made['accent-mark'] ?? '', made[ground] ?? '')).toBeGreaterThanOrEqual(3);
          }
        }),
      );
    },
  );
  test.each<Scheme>(['light', 'dark'])('inks and tones are readable on every ground in %s', (scheme) => {
    const made = tokens(scheme, '#7a4b2a');
    for (const ink of ['ink', 'ink-2', 'negative', 'neutral', 'positive']) {
      for (const ground of [...grounds, 'warn']) {
        expect(contrast(made[ink] ?? '', made[ground] ?? ''), `${ink} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    for (const mark of ['rival', 'rule-strong']) {
      expect(contrast(made[mark] ?? '', made['paper'] ?? ''), mark).toBeGreaterThanOrEqual(3);
    }
  });
  test('what is no colour cannot reach the style sheet', () => {
    const css = themeCss('red;background:url(//evil.test)}');
    expect(css).not.toContain('evil');
    expect(css).toBe(themeCss(fallbackColour));
  });
});
