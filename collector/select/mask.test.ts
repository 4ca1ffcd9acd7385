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
    ['Help+49 30 123456789', 'Help☎…'],
    ['L+49 30 123456789', 'L☎…'],
    ['+49 (0)30 1234567', '☎…'],
    ['+4930123456789.', '☎….'],
    ['+1-202-555-0100', '☎…'],
    ['202-555-0100, or 202.555.0100', '☎…, or ☎…'],
    ['(030) 1234567', '☎…'],
    ['(020) 7946 0958', '☎…'],
    ['030/1234567', '☎…'],
    ['0800 123 4567', '☎…'],
    ['open 24/7 0800 123 4567', 'open 24/7 ☎…'],
    ['+49 30 1234567+49 30 1234567', '☎…☎…'],
    ['07700 900123 or 07700900123', '☎… or ☎…'],
    ['06 12 34 56 78', '☎…'],
    ['Tel.: 0171 1234567!', 'Tel.: ☎…!'],
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
    'price 1+100 200 300 400',
    'in 2019 2020 2021 2022',
    '1 000 000 000 and 1 045 000 000 cups',
    '€ 1.250.000,00 and $1,000,000,000',
    '01.02.2026 10:30',
    '01/02/2026 - 03/04/2026',
    '2026-11-20T10:00:00+0200',
    'version 0.12.345.6789',
    'build 202.555.01000',
    'ISBN 0-306-40615-2',
    'ISBN 0306406152',
    'ISBN 978-0-306-40615-7',
    'order 302-1234567-1234567',
    'order 4711 0815 123456',
    'order no. 12345678901',
    '#0800 123 4567',
    '(2019) 123456789',
    'it cost 0.123 456 789',
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
