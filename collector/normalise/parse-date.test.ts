import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOrder, parseDate } from './parse-date.ts';

const read = (stated: string | number): string | null =>
  parseDate(stated)?.toISOString().slice(0, 19) ?? null;
const noon = '2026-11-20T12:00:00';

describe('a stated date is read as the instant that it names', () => {
  test.each([
    // RFC 822, 850, 5322
    ['Fri, 20 Nov 2026 12:00:00 GMT', noon],
    ['Fri, 20 Nov 2026 12:00:00 +0000', noon],
    ['Fri, 20 Nov 2026 12:00:00 Z', noon],
    ['Fri, 20 Nov 2026 12:00 UT', noon],
    ['Fri, 20 Nov 2026 07:00:00 EST', noon],
    ['Fri, 20 Nov 2026 08:00:00 EDT', noon],
    ['Fri, 20 Nov 2026 04:00:00 PST', noon],
    ['Fri, 20 Nov 2026 17:30:00 +0530', noon],
    ['Fri, 20 Nov 2026 13:00:00 CET', noon],
    ['Fri, 20 Nov 2026 13:00:00 +0100 (CET)', noon],
    ['Fri, 20 Nov 2026 13:00:00 GMT+1', noon],
    ['Fri, 20 Nov 2026 13:00:00 MEZ', noon],
    ['Fri, 20 Nov 26 12:00:00 GMT', noon],
    ['Mon, 20 Nov 95 12:00:00 GMT', '1995-11-20T12:00:00'],
    ['20 Nov 2026 12:00:00', noon],
    ['Fri,20 Nov 2026 12:00:00 GMT', noon],
    ['  Fri,  20  Nov  2026 12:00:00  GMT ', noon],
    ['Friday, 20-Nov-26 12:00:00 GMT', noon],
    ['Wed, 20 Nov 2026 12:00:00 GMT', noon],
    ['Fri, 20 Nov 2026', '2026-11-20T00:00:00'],
    ['Sun, 20 Sept 2026 12:00:00 GMT', '2026-09-20T12:00:00'],
    ['Fri, 20 Nov 2026 12:00:00 XQZ', noon],
    ['Fri, 20 Nov 2026 12:00:00 +9900', noon],
    ['Fri, 20 Nov 2026 24:00:00 GMT', '2026-11-21T00:00:00'],
    ['Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59'],
    // ISO 8601 and its kin
    ['2026-11-20T12:00:00Z', noon],
    ['2026-11-20t12:00:00z', noon],
    ['2026-11-20T12:00:00.123456Z', noon],
    ['2026-11-20T14:00:00+02:00', noon],
    ['2026-11-20T14:00:00+0200', noon],
    ['2026-11-20T14:00:00 +02', noon],
    ['2026-11-20T12:00:00', noon],
    ['2026-11-20 12:00:00', noon],
    ['2026-11-20 12:00:00 UTC', noon],
    ['2026-11-20 12:00', noon],
    ['2026/11/20 12:00:00', noon],
    ['2026-11-20', '2026-11-20T00:00:00'],
    ['2026-11', '2026-11-01T00:00:00'],
    ['2026', '2026-01-01T00:00:00'],
    ['2026-11-20T24:00:00Z', '2026-11-21T00:00:00'],
    ['20261120T120000Z', noon],
    ['20261120', '2026-11-20T00:00:00'],
    ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00'],
    // Epochs
    [1795176000, noon],
    [1795176000000, noon],
    ['1795176000', noon],
    ['1795176000.5', noon],
    ['1795176000000', noon],
    // Other languages and customs
    ['vendredi 20 novembre 2026 à 12:00', noon],
    ['ven., 20 nov. 2026 13:00:00 +0100', noon],
    ['3 février 2026', '2026-02-03T00:00:00'],
    ['20 août 2026', '2026-08-20T00:00:00'],
    ['Di, 3 März 2026 12:00:00 +0000', '2026-03-03T12:00:00'],
    ['20. Dezember 2026, 12:00 Uhr', '2026-12-20T12:00:00'],
    ['So, 6 Sep 2026 12:00:00 MESZ', '2026-09-06T10:00:00'],
    ['20 de noviembre de 2026', '2026-11-20T00:00:00'],
    ['06.09.2021', '2021-09-06T00:00:00'],
    ['20.11.2026 12:00', noon],
    ['November 20, 2026', '2026-11-20T00:00:00'],
    ['Nov 20th, 2026 12:00 pm', noon],
    ['November 20, 2026 at 12:00 AM', '2026-11-20T00:00:00'],
    ['Fri Nov 20 12:00:00 2026', noon],
    ['Fri Nov 20 07:00:00 EST 2026', noon],
    ['2026年11月20日 12:00', noon],
    ['13/12/2026', '2026-12-13T00:00:00'],
    ['12/13/2026 12:00:00', '2026-12-13T12:00:00'],
    ['05/05/2026', '2026-05-05T00:00:00'],
  ])('%s', (stated, instant) => expect(read(stated)).toBe(instant));
});

describe('what names no instant is not guessed', () => {
  test.each([
    'Thu, 31 Feb 2026 12:00:00 GMT',
    '2026-02-29',
    '2026-13-01',
    'Fri, 20 Nov 2026 25:00:00 GMT',
    'Fri, 20 Nov 2026 12:61:00 GMT',
    '20 Foo 2026',
    '03/04/2026',
    '1970-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0001-01-01T00:00:00Z',
    '1969-07-20T20:17:00Z',
    0,
    -5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    'yesterday',
    '12:30',
    '+0000',
    `2026-11-20${' '.repeat(200)}`,
  ])('%j', (stated) => expect(read(stated)).toBeNull());

  test('no text makes it throw or give an impossible date', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:. T+-]{0,30}$/)), (text) => {
        const date = parseDate(text);
        if (date !== null) expect(date.getTime()).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    ));

  test('whatever an RFC 3339 writer writes is read back', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }),
        (date) => {
          expect(parseDate(date.toISOString())?.toISOString().slice(0, 19)).toBe(
            date.toISOString().slice(0, 19),
          );
          expect(parseDate(date.toUTCString())?.toISOString().slice(0, 19)).toBe(
            date.toISOString().slice(0, 19),
          );
        },
      ),
    ));
});

describe('03/04/2026 is read by the other dates of the feed', () => {
  test('day first where one of them must be', () => {
    const order = dateOrder(['03/04/2026', '25/04/2026']);
    expect(parseDate('03/04/2026', order)?.toISOString()).toContain('2026-04-03');
  });
  test('month first where one of them must be', () => {
    const order = dateOrder(['03/04/2026', undefined, 1795176000, '04/25/2026 10:00 AM']);
    expect(parseDate('03/04/2026', order)?.toISOString()).toContain('2026-03-04');
  });
  test('not at all where they disagree', () =>
    expect(dateOrder(['25/04/2026', '04/25/2026'])).toBeUndefined());
  test('not at all where none tells', () =>
    expect(dateOrder(['03/04/2026', 'Fri, 20 Nov 2026'])).toBeUndefined());
});
