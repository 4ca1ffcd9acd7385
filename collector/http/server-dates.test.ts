import { describe, expect, it } from 'vitest';
import { door, serve } from './loopback.fixture.ts';
import { serverDate, wrongClock } from './server-dates.ts';

const now = new Date('2026-11-20T05:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('A41: the clocks of servers', () => {
  it('are read from the Date of any answer, one a host', async () => {
    const date = 'Thu, 19 Nov 2026 05:00:00 GMT';
    const site = await serve(
      (_, response) => response.writeHead(404, { date }).end(),
      (_, response) => response.writeHead(404, { date }).end(),
    );
    const silent = await serve(
      (_, response) => {
        response.sendDate = false;
        response.end('x');
      },
      (_, response) => {
        response.sendDate = false;
        response.writeHead(404).end();
      },
    );
    const ask = door();
    for (const url of [`${site.url}/a`, `${site.url}/b`, `${silent.url}/c`]) await ask({ url });
    expect(ask.serverDates()).toEqual([new Date('2026-11-19T05:00:00Z')]);
  });

  it('are corrected by the time that an answer lay in a cache', () => {
    expect(serverDate({ date: 'Thu, 19 Nov 2026 05:00:00 GMT', age: '86400' })).toEqual(now);
    expect(serverDate({ date: 'Thu, 19 Nov 2026 05:00:00 GMT', age: 'old' })).toEqual(inHours(-24));
    for (const headers of [{}, { date: '' }, { date: 'tomorrow' }, { date: '1763614800' }, { date: 'X GMT' }])
      expect(serverDate(headers as Record<string, string>)).toBeUndefined();
  });

  it.each([
    ['none', [], false],
    ['one that agrees', [1], false],
    ['one that is a year ahead', [24 * 365], true],
    ['one that is ten years behind', [-24 * 3650], true],
    ['one that is a day off', [24], false],
    ['two of which one agrees', [0, 24 * 365], false],
    ['two that are off', [24 * 364, 24 * 365], true],
    ['three of which two agree', [0, 1, 24 * 365], false],
    ['three of which two are off', [0, 24 * 364, 24 * 365], true],
    ['four of which half are off', [0, 1, 24 * 364, 24 * 365], false],
  ])('convince as %s', (_, hours, wrong) => {
    expect(wrongClock(hours.map(inHours), now) !== undefined).toBe(wrong);
  });

  it('are named beside ours', () => {
    expect(wrongClock([inHours(48)], now)).toBe(
      "this machine's clock says 2026-11-20T05:00:00.000Z, but the one server that told the time said 2026-11-22T05:00:00.000Z: nothing was written; set the clock, or give the time with --now",
    );
  });
});
