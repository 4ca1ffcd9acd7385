import { expect, it } from 'vitest';
import type { About } from '#contract';
import { makeFormats } from './numbers.ts';
import { standingLines } from './standing.ts';

type Source = About['sources'][number];
const source = (label: string, more: Partial<Source>): Source => ({
  id: label,
  type: 'feed',
  group: 'news',
  label,
  planned: true,
  ...more,
});

it('a source that died, one that changed and one that is quiet are told apart; the rest are not named', () => {
  const lines = standingLines(
    {
      sources: [
        source('well', {}),
        source('quiet.example', { quiet: { since: '2026-08-01T00:00:00Z', pauseHours: 48 } }),
        source('changed.example', {
          silence: { nights: 3, since: '2026-11-01T05:00:00Z', status: 'changed', reason: 'not_a_feed' },
        }),
        source('dead.example', {
          silence: { nights: 12, since: '2026-10-20T05:00:00Z', status: 'failed', reason: 'dns_unknown' },
        }),
      ],
    },
    makeFormats('en-GB', 'UTC'),
  );
  expect(lines.map(({ state, covered }) => [state, covered])).toEqual([
    ['failed', false],
    ['changed', false],
    ['empty', true],
  ]);
  expect(lines[0]?.text).toMatch(
    /^dead\.example has not answered for 12 nights, since .*20 Oct 2026.*host unknown/,
  );
  expect(lines[1]?.text).toMatch(
    /^changed\.example has answered for 3 nights, but not with what it promises/,
  );
  expect(lines[2]?.text).toMatch(
    /^quiet\.example answers, .* 1 Aug 2026; usually it has something every 2 days/,
  );
});
