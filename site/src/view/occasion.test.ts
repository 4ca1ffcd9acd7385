import { describe, expect, test } from 'vitest';
import type { Verdict } from '#contract';
import { makeFormats } from './numbers.ts';
import { findingWith, fitOf, type Happened } from './occasion.ts';

const formats = makeFormats('en-GB', 'UTC');
const advocacy = { id: 'advocacy', title: 'Advocacy', unit: 'points, −100 to 100' };
const tone = { id: 'net-sentiment', title: 'Net sentiment', unit: 'points, −100 to 100' };
const verdict = (word: Verdict['verdict'], difference: number | null = -9): Verdict => ({
  verdict: word,
  from: '2026-05-03',
  to: '2026-05-30',
  difference,
  low: -15,
  high: -3,
  n: [100, 120],
});
const event = (date: string, name = 'app update', figure?: string) => ({ date, name, figure });
const title = (
  happened: Partial<Happened>,
  word: Verdict['verdict'] = 'down',
  figure = advocacy,
): string | null =>
  findingWith(figure, verdict(word), '28', { events: [], alerts: [], ...happened }, formats);

describe('a title that tells when', () => {
  test('“since” stands only where the later window begins with what happened', () => {
    expect(title({ events: [event('2026-05-03')] })).toBe('Advocacy fell by 9 points since “app update”');
    expect(title({ events: [event('2026-05-05')] })).toContain('since');
    expect(title({ events: [event('2026-05-06')] })).toBe(
      'Advocacy fell by 9 points in the four weeks that hold “app update”',
    );
    expect(title({ events: [event('2026-04-20')] })).toBe(
      'Advocacy fell by 9 points from the four weeks that held “app update”',
    );
  });
  test('what lies outside of both windows is not named', () => {
    expect(fitOf('2026-05-31', verdict('down'))).toBeNull();
    expect(fitOf('2026-04-04', verdict('down'))).toBeNull();
    expect(fitOf('2026-04-05', verdict('down'))?.how).toBe('after');
    expect(title({ events: [event('2026-06-09'), event('2025-05-03')] })).toBeNull();
  });
  test('where nothing is sure to have changed, nothing is named as its occasion', () => {
    const events = [event('2026-05-03')];
    for (const word of ['no clear change', 'too little data', 'coverage changed'] as const)
      expect(title({ events }, word)).toBeNull();
    expect(title({ events }, 'perhaps down')).toMatch(/perhaps fell .* since/);
  });
  test('an event meant for this figure goes before one meant for another', () => {
    const events = [event('2026-05-03', 'campaign', 'awareness'), event('2026-05-04', 'courier', 'advocacy')];
    expect(title({ events })).toContain('“courier”');
  });
  test('an alert is named where it went the way of the change, and never one of a theme', () => {
    const alert = (id: string, from: string) => ({
      id: `${id}-${from}`,
      name: 'Negative share',
      from,
      day: from,
    });
    const late = [alert('negative', '2026-05-04')];
    expect(title({ alerts: late }, 'down', tone)).toBe(
      'Net sentiment fell by 9 points since the alert “Negative share” of Mon, 4 May 2026',
    );
    expect(title({ alerts: late }, 'up', tone)).toBeNull();
    expect(title({ alerts: [alert('negative', '2026-04-20')] }, 'up', tone)).toContain('that held the alert');
    const stories = { id: 'stories', title: 'Stories', unit: 'stories' };
    expect(title({ alerts: [alert('theme-app', '2026-05-04')] }, 'up', stories)).toBeNull();
  });
});
