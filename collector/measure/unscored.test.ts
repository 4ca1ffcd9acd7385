import { expect, it } from 'vitest';
import type { Config } from '#contract';
import { gatherFacts, type MeasureInput } from './facts.ts';
import { bluebird, configWith, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { unscoredOf } from './unscored.ts';

const input = (parts: { config?: Config; said?: ReturnType<typeof said>[] }): MeasureInput =>
  world({
    now: '2026-11-16T08:00:00Z',
    runs: nightly('paper', '2026-10-01', '2026-11-15'),
    said: [],
    ...parts,
  });
const unscored = (lang: string, at = '2026-11-12') => said(at, { tone: 'unscored', lang });

it('mentions without a tone are counted by language, the most first', () => {
  const facts = gatherFacts(
    input({ said: [unscored('ja'), unscored('de'), unscored('ja'), said('2026-11-12'), unscored('und')] }),
  );
  expect(unscoredOf(facts)['northwind']).toEqual({
    of: 5,
    mentions: 4,
    languages: [
      { lang: 'ja', mentions: 2 },
      { lang: 'de', mentions: 1 },
      { lang: 'und', mentions: 1 },
    ],
  });
});

it('those that were never judged have no language that is known, and those older than 28 days are left out', () => {
  const facts = gatherFacts(
    input({
      said: [said('2026-11-12', { scored: false }), unscored('fr', '2026-10-10'), said('2026-10-11')],
    }),
  );
  expect(unscoredOf(facts)['northwind']).toEqual({
    of: 1,
    mentions: 1,
    languages: [{ lang: 'und', mentions: 1 }],
  });
});

it('a brand of which nothing was said has none', () => {
  const facts = gatherFacts(input({ config: configWith({ competitors: [{ ...bluebird }] as never }) }));
  expect(unscoredOf(facts)['bluebird']).toEqual({ of: 0, mentions: 0, languages: [] });
});

it('they lower the basis of net sentiment, not its value, while volume and ratings keep them', () => {
  const kind = [said('2026-11-12', { tone: 'positive' }), said('2026-11-12', { tone: 'negative' })];
  const foreign = Array.from({ length: 6 }, () =>
    said('2026-11-12', { tone: 'unscored', lang: 'ja', rating: { value: 2, of: 5 } }),
  );
  const headline = (id: string) => {
    const figure = measure(input({ said: [...kind, ...foreign] })).get(`${id}.json`);
    return figure && 'kind' in figure && figure.kind === 'series'
      ? figure.headline?.['northwind']
      : undefined;
  };
  expect(headline('net-sentiment')).toMatchObject({ value: 0, n: 2 });
  expect(headline('mentions')).toMatchObject({ n: 8 });
  expect(headline('satisfaction')).toMatchObject({ value: 2, n: 6 });
});
