import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from './data.ts';
import { toRow } from './view/heard.ts';

const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-site-'));
  for (const name of ['figures', 'mentions', 'scores']) mkdirSync(join(dir, name));
  return dir;
};
const mention = (id: string, more: object = {}): string =>
  JSON.stringify({
    v: 1,
    id: id.padStart(16, '0'),
    doc: id.padStart(16, '0'),
    brand: 'own',
    source: 's',
    group: 'news',
    site: '',
    url: null,
    title: 't',
    excerpt: '',
    publishedAt: '2026-05-04T10:00:00Z',
    firstSeenAt: '2026-05-04T10:00:00Z',
    ...more,
  });

test('a folder without figures says that they are absent', () => {
  expect(readFolder(folder())).toMatchObject({ about: null, missing: 'absent', mentions: [], faults: [] });
});
test('figures of a newer form are not guessed at', () => {
  const dir = folder();
  writeFileSync(join(dir, 'figures/about.json'), '{"v":2}');
  expect(readFolder(dir)).toMatchObject({ about: null, missing: 'newer' });
});
test('a half-written file says so', () => {
  const dir = folder();
  writeFileSync(join(dir, 'figures/about.json'), '{"v":1,"asOf":"2026');
  expect(readFolder(dir)).toMatchObject({ about: null, missing: 'unreadable' });
});
test('broken lines are left out, counted and named; all parts of a month are read', () => {
  const dir = folder();
  writeFileSync(
    join(dir, 'mentions/2026-05.jsonl'),
    `${mention('1')}\n<<<<<<< HEAD\n${mention('2').slice(0, 40)}`,
  );
  writeFileSync(join(dir, 'mentions/2026-05.b.jsonl'), `${mention('3')}\n`);
  writeFileSync(join(dir, 'mentions/2026-05.2.jsonl'), `${mention('4')}\n${mention('1')}\n`);
  const data = readFolder(dir);
  expect(data.mentions.map(({ id }) => Number(id)).sort()).toEqual([1, 3, 4]);
  expect(data.faults).toEqual([{ file: 'mentions/2026-05.jsonl', lines: 2 }]);
});
test('what today’s query would drop is counted, not shown; what was never judged is shown', () => {
  const dir = folder();
  writeFileSync(join(dir, 'mentions/2026-05.jsonl'), `${mention('1')}\n${mention('2')}\n`);
  const score = {
    id: '1'.padStart(16, '0'),
    brand: 'own',
    story: 's',
    lang: 'en',
    relevant: false,
    tone: { label: 'neutral', p: null },
    themes: [],
    intents: [],
    by: 'afinn@5.0.2',
    config: 'c',
  };
  writeFileSync(join(dir, 'scores/2026-05.jsonl'), `${JSON.stringify(score)}\n`);
  const data = readFolder(dir);
  expect(data.irrelevant).toBe(1);
  expect(data.mentions).toHaveLength(1);
  expect(data.mentions[0]?.score).toBeNull();
});
test('a figure file may not claim another figure’s page', () => {
  const dir = folder();
  writeFileSync(join(dir, 'figures/advocacy.json'), '{"id":"__proto__"}');
  const data = readFolder(dir);
  expect(data.figures.size).toBe(0);
  expect(data.faults).toEqual([{ file: 'figures/advocacy.json', lines: 1 }]);
});

test('what the team itself heard stands beside the scorer’s judgement, and is no figure', () => {
  const dir = folder();
  writeFileSync(join(dir, 'mentions/2026-05.jsonl'), `${mention('1')}\n${mention('2')}\n`);
  const accuracy = {
    v: 1,
    rows: 1,
    labelled: 1,
    gone: 0,
    needed: 200,
    brands: {},
    agreement: null,
    tones: [{ id: '1'.padStart(16, '0'), brand: 'own', tone: 'positive' }],
  };
  writeFileSync(join(dir, 'figures/accuracy.json'), JSON.stringify(accuracy));
  const data = readFolder(dir);
  expect(data.mentions.map(({ id, label }) => [Number(id), label])).toEqual([
    [2, undefined],
    [1, 'positive'],
  ]);
  expect(data.accuracy).toEqual(accuracy);
  expect([data.figures.size, data.faults]).toEqual([0, []]);
  const row = data.mentions[1] && toRow(data.mentions[1], 'UTC');
  expect(row).toMatchObject({ tone: 'positive', byTeam: true });
  writeFileSync(join(dir, 'figures/accuracy.json'), '{"v":1,"rows"');
  expect(readFolder(dir)).toMatchObject({
    accuracy: null,
    faults: [{ file: 'figures/accuracy.json', lines: 1 }],
  });
});
test('scores that a stopped replay has not moved to their place yet are read where they lie', () => {
  const dir = folder();
  writeFileSync(join(dir, 'mentions/2026-05.jsonl'), `${mention('1')}\n`);
  const score = (relevant: boolean) =>
    `${JSON.stringify({
      id: '1'.padStart(16, '0'),
      brand: 'own',
      story: 's',
      lang: 'en',
      relevant,
      tone: { label: 'neutral', p: null },
      themes: [],
      intents: [],
      by: 'afinn@5.0.2',
      config: 'c',
    })}\n`;
  writeFileSync(join(dir, 'scores/2026-05.jsonl'), score(true));
  mkdirSync(join(dir, 'replay.next/scores'), { recursive: true });
  writeFileSync(join(dir, 'replay.next/scores/2026-05.jsonl'), score(false));
  expect(readFolder(dir)).toMatchObject({ mentions: [], irrelevant: 1, faults: [] });
});
