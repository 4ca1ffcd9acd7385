import { expect, test } from 'vitest';
import { type About, Published } from '#contract';
import { bluebird, configWith, nightly, said, world } from './invented-world.fixture.ts';
import { measure } from './measure.ts';
import { publishedLines } from './publish.ts';
import { shareOfVoice } from './share-of-voice.ts';

const now = '2026-11-16T08:00:00Z';
const input = (parts: Partial<Parameters<typeof world>[0]> = {}) =>
  world({
    now,
    config: configWith({ competitors: [bluebird] }),
    runs: nightly('paper', '2026-11-02', '2026-11-15'),
    said: [said('2026-11-09', { tone: 'positive' }), said('2026-11-09', { brand: 'bluebird' })],
    commit: 'abc',
    ...parts,
  });
const publish = (from: ReturnType<typeof input>) => {
  const files = measure(from);
  return publishedLines(files.values(), files.get('about.json') as About, from.now);
};

test('a night publishes one line per figure and brand, which the contract accepts', () => {
  const lines = publish(input());
  for (const line of lines) expect(() => Published.parse(line)).not.toThrow();
  const said = Map.groupBy(lines, ({ figure }) => figure);
  for (const of of said.values()) expect(of.map(({ brand }) => brand)).toEqual(['northwind', 'bluebird']);
  const judged = [...measure(input()).values()].flatMap((file) =>
    'verdicts' in file && file.verdicts.northwind?.['28'] ? file.id : [],
  );
  expect([...said.keys()]).toEqual(judged);
  expect(judged).toContain('mentions');
  expect(judged).not.toContain('coverage');
  expect(lines[0]).toEqual({
    at: now,
    figure: 'mentions',
    brand: 'northwind',
    period: '2026-11-15',
    value: 1,
    low: null,
    high: null,
    n: 1,
    coverage: 0.5,
    verdict: 'too little data',
    method: 'mentions@1',
    config: 'c',
    commit: 'abc',
  });
});

test('what was published tells when the method or the panel changed', () => {
  const before = publish(input())
    .filter(({ brand }) => brand === 'northwind')
    .map((line) => ({
      ...line,
      at: '2026-11-12T05:00:00Z',
      method: line.method.replace(/@\d+$/, '@0'),
    }));
  const files = measure(input({ published: before }));
  const share = files.get('share-of-voice.json');
  expect(share && 'breaks' in share ? share.breaks : null).toEqual([
    { date: '2026-11-16', why: `The method changed from share-of-voice@0 to ${shareOfVoice.method}.` },
    { date: '2026-11-16', why: 'The panel changed: bluebird joined.' },
  ]);
});
