import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskPeople } from './mask.ts';

describe('people are masked', () => {
  test.each([
    ['thanks @ann_b!', 'thanks @…!'],
    ['by @ann@mastodon.example today', 'by @… today'],
    ['write ann.b+x@mail.example.', 'write …@….'],
    ['Jörg@bücher.example', '…@…'],
    ['said /u/ann-b and u/bob', 'said /u/… and u/…'],
    ['call +49 30 1234567 now', 'call ☎… now'],
    ['call (555) 123-4567', 'call ☎…'],
  ])('%s', (text, masked) => expect(maskPeople(text)).toBe(masked));
});

describe('what names no one stays', () => {
  test.each([
    '2 kg @ €12.50',
    'on 2026-11-20 at 10:30',
    'version 10.2.1',
    '+5 points',
    'ISBN 978 3 16 148410 0',
    'you/me',
  ])('%s', (text) => expect(maskPeople(text)).toBe(text));
  test('the brand’s own handle', () =>
    expect(maskPeople('@Northwind and @ann', (handle) => handle === 'Northwind')).toBe('@Northwind and @…'));
});

test('masking twice changes nothing, and never lengthens', () =>
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom('@', 'ann', '.', 'mail.example', ' ', 'u/', '+49 30 1234567', '…', '-', '_'))
        .map((all) => all.join('')),
      (text) => {
        expect(maskPeople(maskPeople(text))).toBe(maskPeople(text));
        expect(maskPeople(text).length).toBeLessThanOrEqual(text.length + 2);
      },
    ),
    { numRuns: 2000 },
  ));

test('a flood of @ is masked in under a second', () => {
  const before = performance.now();
  maskPeople('a@'.repeat(50_000) + 'a.'.repeat(50_000) + '@a.'.repeat(20_000));
  expect(performance.now() - before).toBeLessThan(1000);
});
