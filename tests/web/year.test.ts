import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from './judge.ts';
import { playYear } from './year.ts';

/** The small form of `npm run soak`: the same web, the same bounds, fewer feeds and nights. */
describe('forty nights of eight feeds, a third of them faulty', () => {
  let verdict: Verdict;
  beforeAll(async () => {
    verdict = await playYear({ seed: 7, sources: 8, nights: 40, restartEvery: 6 });
  }, 120_000);

  it('keep every bound', () => {
    const broken = verdict.measures.filter(({ kept }) => !kept);
    expect(broken, verdict.examples.join('\n')).toEqual([]);
  });

  it('measure mentions, ledger, coverage and manners', () => {
    expect(verdict.measures.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Recall/),
        expect.stringMatching(/^Precision/),
        expect.stringMatching(/^Source-nights with exactly one line/),
        expect.stringMatching(/false zeros/),
        expect.stringMatching(/^Requests before Retry-After/),
        expect.stringMatching(/^Conditional requests/),
      ]),
    );
  });
});

describe('the judge', () => {
  it('sees what is missing, doubled, falsely covered and asked too early', async () => {
    const verdict = await playYear({
      seed: 7,
      sources: 4,
      nights: 12,
      restartEvery: 6,
      spoil: (year) => {
        const [first, ...rest] = year.mentions;
        if (!first) throw new Error('nothing was stored');
        const { host, path, until } = { host: 'paper1.example', path: '/feeds/1', until: Date.UTC(2030, 0) };
        return {
          ...year,
          mentions: [...rest.slice(rest.length / 10), ...rest.slice(-20)],
          ledger: year.ledger.slice(3).map((line) => ({
            ...line,
            coversFrom: '2025-06-01T00:00:00Z',
            coversTo: line.at,
          })),
          truth: { ...year.truth, restUntil: [{ host, path, from: 0, until, why: 'never again' }] },
        };
      },
    });
    const broken = verdict.measures.filter(({ kept }) => !kept).map(({ name }) => name.split(/[:(]/)[0]);
    expect(broken.map((name) => name?.trim())).toEqual([
      'Recall',
      'Precision',
      'Source-nights with exactly one line',
      'Lines whose status and reason are what happened',
      'Items lost on a day that is called covered',
      'Requests before Retry-After, or within a week of 410',
    ]);
  }, 60_000);
});
