import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, dayMs, dayToMs, msToDay, shiftDay, spanOf, startOfDay } from './calendar.ts';

describe('calendar', () => {
  test('the day of an instant is what a clock on the wall of its zone shows, on days of change too', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
    ];
    const seconds = fc.integer({ min: Date.UTC(2009, 0, 1) / 1000, max: Date.UTC(2027, 11, 31) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), seconds, (zone, second) => {
        const shown = new Intl.DateTimeFormat('en-CA', {
          timeZone: zone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        });
        expect(dayIn(zone, second * 1000)).toBe(shown.format(second * 1000));
      }),
      { numRuns: 500 },
    );
  });
  test('a week of ISO 8601 begins on its Monday, across a year boundary too', () => {
    expect(msToDay(spanOf('2026-W53')?.from ?? 0)).toBe('2026-12-28');
    expect(msToDay(spanOf('2027-W01')?.from ?? 0)).toBe('2027-01-04');
    expect(msToDay(spanOf('2026-W47')?.to ?? 0)).toBe('2026-11-23');
  });
  test('a week that starts on Sunday begins a day before', () => {
    expect(msToDay(spanOf('2026-W47', 'sunday')?.from ?? 0)).toBe('2026-11-15');
  });
  test('a month ends where the next begins', () => {
    expect(msToDay(spanOf('2026-12')?.to ?? 0)).toBe('2027-01-01');
  });
  test('what names no period is none', () => {
    expect(spanOf('__proto__')).toBeNull();
    expect(spanOf('2026-13-45')).toBeNull();
  });
  test('an hour before midnight in Berlin is still the same day, an hour after the next', () => {
    expect(dayIn('Europe/Berlin', '2026-11-20T22:30:00Z')).toBe('2026-11-20');
    expect(dayIn('Europe/Berlin', '2026-11-20T23:30:00Z')).toBe('2026-11-21');
  });
  test('a day begins where its date begins, on days of clock changes too', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
    );
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 1500 }), (zone, offset) => {
        const day = shiftDay('2024-01-01', offset);
        const start = startOfDay(day, zone);
        expect(dayIn(zone, start)).toBe(day);
        expect(dayIn(zone, start - 1000)).toBe(shiftDay(day, -1));
      }),
    );
  });
  test('days are as far apart as their numbers', () => {
    expect((dayToMs('2026-03-01') - dayToMs('2026-02-28')) / dayMs).toBe(1);
  });
});
