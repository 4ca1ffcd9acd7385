import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskPeople } from './mask.ts';

/** Of milliseconds: what grows with the square of a text takes minutes, and what does not a part of a second, on a busy machine too. */
const fewSeconds = 5000;

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
    ['ann.b(at)mail.example, please', '…@…, please'],
    ['ann [at] mail [dot] example', '…@…'],
    ['ann{ät}mail(punkt)example!', '…@…!'],
    ['ann.b at mail dot com', '…@…'],
    ['0049 170 1234567', '☎…'],
    ['0049 (0)170 12345678!', '☎…!'],
    ['0049-170-1234567 or 00491701234567', '☎… or ☎…'],
    ['0033 6 12 34 56 78', '☎…'],
    ['1-800-555-0199 or (800) 555-0199', '☎… or ☎…'],
    ['my tel 555 123 4567', 'my tel ☎…'],
    ['Tel.:0171 1234567, Fax: 4711 0815', 'Tel.:☎…, Fax: ☎…'],
    ['call me at 555 123 4567', 'call me at ☎…'],
    ['whatsapp 5551234567', 'whatsapp ☎…'],
    ['(11) 91234-5678', '☎…'],
    ['08-123 456 78', '☎…'],
    ['02 9374 4000, 03-1234-5678', '☎…, ☎…'],
    ['138 0013 8000 or 98765 43210', '☎… or ☎…'],
    ['我的电话13800138000。', '我的电话☎…。'],
    ['0301234567 and 0612345678', '☎… and ☎…'],
    ['１２３４５６７８９０ und ٠١٧٠١٢٣٤٥٦٧', '☎… und ☎…'],
    ['“Straße” １２ +７９１６ １２３４５６７, 0１7０1２3４567', '“Straße” １２ ☎…, ☎…'],
    ['0170–123 45 67 und 0170\u00a01234567', '☎… und ☎…'],
    ['ann.smith＠mail.example, ＠ann', '…@…, @…'],
    ['ann dot smith at gmail dot com', '…@…'],
    ['ann underscore b at mail dot co dot uk!', '…@…!'],
    ['card ４１１１ 1111 1111 1111.', 'card №….'],
    ['card 4111 1111 1111 1111.', 'card №….'],
    ['in 2019 4111-1111-1111-1111', 'in 2019 №…'],
    ['5555555555554444 or 3782 822463 10005', '№… or №…'],
    ['IBAN DE89370400440532013000, please', 'IBAN №…, please'],
    ['de89 3704 0044 0532 0130 00 AND more', '№… AND more'],
    ['GB82 WEST 1234 5698 7654 32', '№…'],
    ['see https://facebook.com/ann.b.', 'see https://facebook.com/….'],
    ['https://www.facebook.com/profile.php?id=100012345678', 'https://www.facebook.com/profile.php?id=…'],
    ['m.facebook.com/ann/posts/1', 'm.facebook.com/…/posts/1'],
    ['x.com/ann_b and twitter.com/bob/status/17', 'x.com/… and twitter.com/…/status/17'],
    ['instagram.com/ann_/', 'instagram.com/…/'],
    ['https://de.linkedin.com/in/ann-lee-1a2b/', 'https://de.linkedin.com/in/…/'],
    ['tiktok.com/@ann, youtube.com/@bob', 'tiktok.com/@…, youtube.com/@…'],
    ['bsky.app/profile/ann.bsky.social', 'bsky.app/profile/…'],
    ['reddit.com/user/ann', 'reddit.com/user/…'],
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
    'card 4111 1111 1111 1112',
    'order 4111111111111112 and 8123456789012349',
    'https://shop.example/reviews/4111111111111111',
    'shop.example/?review=4111111111111111',
    'order #4111111111111111',
    'order A-4111111111111111',
    'EAN 4006381333931',
    'DE89370400440532013001',
    'model AT20 and ES24, DE22',
    'ISBN 0306406152, EAN 0012345678905',
    'Bestellung 0301234567, order no. 00491701234567, invoice: 0612345678',
    'orders 60000 70000 and 1 000 000',
    'from 2019-2024, 2019–2024, 01-2019-2020',
    '１２０００ and １０００００００００, ٢٠٢٦',
    'call 2026-11-20 10:30, ring 20.11.2026 - 21.11.2026',
    'open 08-18, 0800-1700 on 01-05; call 9-17',
    'phone with 128 256 512 GB, mobile 2019-2024 models',
    'the phone costs 1 299 000',
    'sizes 138 140 142, 138 0012 800',
    '₹65999 69999 and 1 800 cups',
    '10:30 at 08:15 and 4:0012345678',
    '“100–200”, １２：３０, 2 – 3 kg',
    'build 1.800.555.01990',
    'stop at gmail dot, dot by dot at home',
    'lunch (at) home. Great',
    'stopped at polka dot shop',
    'at 10 at night',
    'instagram.com/p/C1a2b3/ and x.com/i/status/17',
    'facebook.com/groups/coffee and facebook.com/photo.php?fbid=1',
    'youtube.com/watch?v=ann',
    'netflix.com/title and fox.com/ann, box.com/bob',
    'linkedin.com/company/northwind',
    'trustpilot.com/reviews/65f1',
  ])('%s', (text) => expect(maskPeople(text)).toBe(text));
  test('the brand’s own handle and page', () =>
    expect(
      maskPeople('@Northwind and @ann, x.com/Northwind and x.com/ann', (handle) => handle === 'Northwind'),
    ).toBe('@Northwind and @…, x.com/Northwind and x.com/…'));
});

test('masking twice changes nothing, and never lengthens', () =>
  fc.assert(
    fc.property(
      fc
        .array(
          fc.constantFrom(
            '@',
            'ann',
            '.',
            'mail.example',
            ' ',
            'u/',
            '+49 30 1234567',
            '…',
            '-',
            '_',
            '4111 1111 1111 1111',
            'DE89370400440532013000',
            '(at)',
            ' at ',
            ' dot com',
            'ann dot ',
            '＠',
            '0049 170 ',
            '０１７０１２３４５６７',
            'tel 555 123 4567',
            '98765 43210',
            'order ',
            'x.com/',
            '№',
          ),
        )
        .map((all) => all.join('')),
      (text) => {
        expect(maskPeople(maskPeople(text))).toBe(maskPeople(text));
        expect(maskPeople(text).length).toBeLessThanOrEqual(text.length + 2);
      },
    ),
    { numRuns: 2000 },
  ));

test.each([
  ['digits', '4111 1111 1111 1111 1'.repeat(5_000) + '1'.repeat(50_000) + '1 '.repeat(50_000)],
  ['beginnings of IBANs', 'DE89 '.repeat(40_000) + 'DE89'.repeat(40_000)],
  ['spelled addresses', 'a(at)'.repeat(30_000) + 'a(at)b.'.repeat(20_000) + 'a at b dot '.repeat(20_000)],
  [
    'telephones',
    '0049 '.repeat(20_000) + 'tel 1'.repeat(20_000) + 'tel (0) '.repeat(20_000) + '0'.repeat(50_000),
  ],
  ['wide digits', '１'.repeat(100_000) + '１ '.repeat(50_000) + 'a dot '.repeat(20_000)],
  ['links', `${'x.com/'.repeat(30_000)}x.com/${'a.'.repeat(50_000)}${'m.'.repeat(50_000)}`],
  ['names in links', `facebook.com/${'a-'.repeat(100_000)}`],
])('a flood of %s is masked in a few seconds', (_, text) => {
  const before = performance.now();
  maskPeople(text);
  expect(performance.now() - before).toBeLessThan(fewSeconds);
});

test('a flood of @ is masked in a few seconds', () => {
  const before = performance.now();
  maskPeople('a@'.repeat(50_000) + 'a.'.repeat(50_000) + '@a.'.repeat(20_000));
  expect(performance.now() - before).toBeLessThan(fewSeconds);
});
