import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayName, makeCalendar, weekdayOf } from './calendar.ts';

/** The number of a day written as 2026-11-20. */
const dayNumber = (name: string): number => Date.parse(`${name}T00:00:00Z`) / 86_400_000;

const berlin = makeCalendar({ zone: 'Europe/Berlin', weekStart: 'monday' });
const names = (calendar: ReturnType<typeof makeCalendar>, first: string, last: string) =>
  calendar.periods('week', dayNumber(first), dayNumber(last)).map(({ name }) => name);

test('a moment falls on the day that the wall calendar of the zone shows', () => {
  const dayAt = (zone: string, at: string) =>
    dayName(makeCalendar({ zone, weekStart: 'monday' }).dayAt(Date.parse(at)));
  expect(dayAt('Europe/Berlin', '2026-11-20T22:59:59Z')).toBe('2026-11-20');
  expect(dayAt('Europe/Berlin', '2026-11-20T23:00:00Z')).toBe('2026-11-21');
  expect(dayAt('Europe/Berlin', '2026-07-20T22:00:00Z')).toBe('2026-07-21');
  expect(dayAt('Asia/Kathmandu', '2026-11-20T18:15:00Z')).toBe('2026-11-21');
  expect(dayAt('America/Los_Angeles', '2024-03-01T07:59:59Z')).toBe('2024-02-29');
  // Lord Howe moves its clocks by half an hour.
  expect(dayAt('Australia/Lord_Howe', '2026-04-04T13:00:00Z')).toBe('2026-04-05');
});

test('any moment lies within its day, whatever the zone does with its clocks', () => {
  const zones = [
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Beirut',
    'Pacific/Apia',
    'UTC',
  ];
  const calendars = new Map(zones.map((zone) => [zone, makeCalendar({ zone, weekStart: 'monday' })]));
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.parse('2011-12-15') / 1000, max: Date.parse('2027-06-01') / 1000 }),
      (zone, second) => {
        const calendar = calendars.get(zone) as ReturnType<typeof makeCalendar>;
        const day = calendar.dayAt(second * 1000);
        expect(calendar.startOf(day)).toBeLessThanOrEqual(second * 1000);
        expect(calendar.startOf(day + 1)).toBeGreaterThan(second * 1000);
        const shown = new Date(second * 1000).toLocaleDateString('sv-SE', { timeZone: zone });
        expect(dayName(day)).toBe(shown);
      },
    ),
    { numRuns: 400 },
  );
});

test('D04: days on which clocks change are 23 and 25 hours long, and a day that was skipped is none', () => {
  const hours = (calendar: typeof berlin, day: string) =>
    (calendar.startOf(dayNumber(day) + 1) - calendar.startOf(dayNumber(day))) / 3_600_000;
  expect(hours(berlin, '2026-03-29')).toBe(23);
  expect(hours(berlin, '2026-10-25')).toBe(25);
  expect(hours(berlin, '2026-11-20')).toBe(24);
  // Beirut's clocks change at midnight, so that the day begins at one.
  expect(hours(makeCalendar({ zone: 'Asia/Beirut', weekStart: 'monday' }), '2026-03-29')).toBe(23);
  expect(hours(makeCalendar({ zone: 'Pacific/Apia', weekStart: 'monday' }), '2011-12-30')).toBe(0);
});

test('D04: weeks from Monday bear ISO numbers, over week 53 and year ends', () => {
  expect(names(berlin, '2026-11-16', '2026-11-23')).toEqual(['2026-W47', '2026-W48']);
  expect(names(berlin, '2026-12-28', '2027-01-04')).toEqual(['2026-W53', '2027-W01']);
  expect(names(berlin, '2024-12-30', '2024-12-30')).toEqual(['2025-W01']);
  expect(names(berlin, '2023-01-01', '2023-01-02')).toEqual(['2022-W52', '2023-W01']);
});

test('a week from Saturday or Sunday bears the number of the ISO week that holds most of it', () => {
  const sunday = makeCalendar({ zone: 'UTC', weekStart: 'sunday' });
  expect(names(sunday, '2026-11-15', '2026-11-22')).toEqual(['2026-W47', '2026-W48']);
  const saturday = makeCalendar({ zone: 'UTC', weekStart: 'saturday' });
  expect(names(saturday, '2026-11-14', '2026-11-21')).toEqual(['2026-W47', '2026-W48']);
});

test('a period keeps its calendar span where the range cuts it', () => {
  const [first] = berlin.periods('month', dayNumber('2024-02-27'), dayNumber('2024-03-02'));
  expect(first).toEqual({
    name: '2024-02',
    begins: dayNumber('2024-02-01'),
    ends: dayNumber('2024-02-29'),
    from: dayNumber('2024-02-27'),
    to: dayNumber('2024-02-29'),
  });
  expect(berlin.periods('day', 10, 9)).toEqual([]);
});

test('2026-11-20 is a Friday', () => {
  expect(weekdayOf(dayNumber('2026-11-20'))).toBe(4);
});
