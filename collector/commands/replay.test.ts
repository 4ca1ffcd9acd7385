import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Score } from '#contract';
import { quietWorld } from '../../tests/quiet-world.ts';
import { checkLines } from '../store/check-lines.ts';
import { openStore } from '../store/open-store.ts';
import { run } from './program.ts';
import type { ReplayReport } from './replay.ts';

const program = join(import.meta.dirname, '../store/killed-replay.fixture.ts');
const scratch = mkdtempSync(join(tmpdir(), 'earshot-replay-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const origin = mkdtempSync(join(scratch, 'origin-'));
const brand = (rest = '') =>
  `brand: { id: saltmarsh, name: Saltmarsh Bakery${rest} }\nsources:\n  - { id: paper, type: feed, url: paper.xml }\n  - { id: gazette, type: feed, url: gazette.xml }\n`;
const telling = (day: string, what: string, at = 'paper') =>
  `<item><title>Saltmarsh Bakery has a lovely ${what}, they say on ${day}</title><link>https://${at}.example/${what}/${day}</link><pubDate>${new Date(`${day}T01:00:00Z`).toUTCString()}</pubDate></item>`;
const feed = (items: string[]) =>
  `<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link>${items.join('')}</channel></rss>`;

/** Two nights in two months; the gazette carries what the paper said. */
beforeAll(async () => {
  writeFileSync(join(origin, 'brand.yml'), brand());
  const items: string[] = [];
  const copies: string[] = [];
  for (const [day, night] of [
    ['2026-10-30', '2026-10-31'],
    ['2026-11-02', '2026-11-04'],
  ] as const) {
    items.push(telling(day, 'queue'), telling(day, 'car'));
    copies.push(telling(day, 'queue', 'gazette'));
    writeFileSync(join(origin, 'paper.xml'), feed(items));
    writeFileSync(join(origin, 'gazette.xml'), feed(copies));
    expect((await earshot(origin, night, 'collect')).exit).toBe(0);
  }
});

let dir = '';
beforeEach(() => {
  dir = join(mkdtempSync(join(scratch, 'case-')), 'copy');
  cpSync(origin, dir, { recursive: true });
});

async function earshot(at: string, day: string, ...args: string[]) {
  const world = quietWorld();
  const paths = ['--config', join(at, 'brand.yml'), '--data', join(at, 'data')];
  const exit = await run([...args, ...paths, '--now', `${day}T04:17:00Z`], world);
  return { exit, said: world.said(), printed: world.printed() };
}
const replay = (...args: string[]) => earshot(dir, '2026-11-10', 'replay', ...args);
async function report(...args: string[]): Promise<ReplayReport> {
  return JSON.parse((await replay('--json', ...args)).printed);
}
const months = ['scores/2026-10.jsonl', 'scores/2026-11.jsonl'];
const read = (name: string) => readFileSync(join(dir, 'data', name), 'utf8');
const scoresNow = (): Score[] =>
  months.flatMap((name) =>
    read(name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
const notes = () =>
  existsSync(join(dir, 'data/replays.jsonl')) ? read('replays.jsonl').trim().split('\n') : [];
const excludeCars = () => writeFileSync(join(dir, 'brand.yml'), brand(', none: [car]'));

describe('replay', () => {
  it('finds every score as the nights made it, stories included, and writes nothing', async () => {
    const before = months.map(read);
    const { exit, said } = await replay();
    expect(said).toMatch(/0 scores would say something else[\s\S]*Every score is as it would be made today/);
    expect(exit).toBe(0);
    expect(months.map(read)).toEqual(before);
    expect(notes()).toEqual([]);
    expect(
      scoresNow().filter(({ story }, at, all) => all.findIndex((one) => one.story === story) !== at),
    ).toHaveLength(2);
  });

  it('shows what a changed query moves, and writes nothing with --dry-run', async () => {
    excludeCars();
    const before = months.map(read);
    const told = await report('--dry-run');
    expect(told).toMatchObject({
      dryRun: true,
      written: false,
      scores: 6,
      changed: 2,
      changes: { relevant: 2, tone: 0, story: 0 },
      from: [{ scores: 6 }],
    });
    const moved = told.figures.find(({ figure }) => figure === 'mentions');
    expect([moved?.before?.value, moved?.after?.value]).toEqual([3, 2]);
    expect((await replay('--dry-run')).said).toMatch(
      /relevance: 2[\s\S]*Mentions: 3.* → 2[\s\S]*Nothing was written/,
    );
    expect(months.map(read)).toEqual(before);
    expect(notes()).toEqual([]);
  });

  it('shows some of the mentions whose tone would be another one, in words of a trade', async () => {
    writeFileSync(join(dir, 'brand.yml'), `${brand()}words: { lovely: negative }\n`);
    const { changes, examples } = await report('--dry-run');
    expect(changes.tone).toBe(6);
    expect(examples).toHaveLength(6);
    expect(examples[0]).toMatchObject({ was: 'positive', is: 'negative' });
    expect((await replay('--dry-run')).said).toMatch(
      /tone: 6\n +positive → negative: Saltmarsh Bakery has a lovely queue, they say on 2026-10-30/,
    );
  });

  it('writes them with a note, each where the old one stood, and a break in every figure made of scores', async () => {
    excludeCars();
    const order = scoresNow().map(({ id }) => id);
    expect((await replay()).said).toMatch(/6 scores written anew and noted/);
    expect(scoresNow().map(({ id }) => id)).toEqual(order);
    expect(scoresNow().filter(({ relevant }) => !relevant)).toHaveLength(2);
    expect(notes().map((line) => JSON.parse(line))).toMatchObject([
      { v: 1, at: '2026-11-10T04:17:00Z', scores: 6, changed: 2, from: [{ scores: 6 }] },
    ]);
    await earshot(dir, '2026-11-12', 'measure');
    for (const figure of ['mentions', 'stories', 'net-sentiment', 'awareness'])
      expect(JSON.parse(read(`figures/${figure}.json`)).breaks).toContainEqual({
        date: '2026-11-10',
        why: expect.stringMatching(/^Scores replaced with other queries, .*: 2 of 6 changed/),
      });
    expect(JSON.parse(read('figures/coverage.json')).breaks).toEqual([]);
    const verified = await earshot(dir, '2026-11-12', 'verify');
    expect(verified.said).not.toMatch(/another config/);
    const again = months.map(read);
    await replay();
    expect(months.map(read)).toEqual(again);
    expect(notes()).toHaveLength(1);
  });

  it('of another scorer is shown before it is written, and its break names both', async () => {
    writeFileSync(join(dir, 'brand.yml'), `${brand(', none: [car]')}scorer: afinn\n`);
    const before = months.map(read);
    const told = await report('--dry-run');
    expect(told).toMatchObject({ written: false, by: expect.stringMatching(/^afinn@/) });
    expect(told.from.map(({ by }) => by)).toEqual([expect.stringMatching(/^tone@/)]);
    expect(months.map(read)).toEqual(before);
    expect(await report()).toMatchObject({ written: true });
    await earshot(dir, '2026-11-12', 'measure');
    expect(JSON.parse(read('figures/net-sentiment.json')).breaks).toContainEqual({
      date: '2026-11-10',
      why: expect.stringMatching(/^Scores replaced by another scorer, afinn@\S+ in place of tone@/),
    });
  });

  it('moves by what the query had predicted', async () => {
    cpSync(join(dir, 'brand.yml'), join(dir, 'old.yml'));
    excludeCars();
    const { printed, said } = await earshot(
      dir,
      '2026-11-10',
      'query',
      '--offline',
      '--against',
      join(dir, 'old.yml'),
      '--json',
    );
    expect(said).toMatch(/as `npm run -s earshot -- replay` scores it anew/);
    const { figures } = await report('--dry-run');
    const predicted: ReplayReport['figures'] = JSON.parse(printed).figures;
    expect(predicted.length).toBeGreaterThan(2);
    for (const { figure, after } of predicted)
      expect(figures.find((one) => one.figure === figure)?.after).toEqual(after);
  });

  it('gives a month its scores back that lost them', async () => {
    const before = scoresNow()
      .map((score) => JSON.stringify(score))
      .sort();
    rmSync(join(dir, 'data', 'scores/2026-10.jsonl'));
    expect(await report()).toMatchObject({ first: 3, changed: 0, written: true });
    expect(
      scoresNow()
        .map((score) => JSON.stringify(score))
        .sort(),
    ).toEqual(before);
  });

  it('leaves the scores of mentions whose words were taken out', async () => {
    await earshot(dir, '2026-11-10', 'forget', '--before', '2026-11');
    excludeCars();
    const old = read('scores/2026-10.jsonl');
    expect(await report()).toMatchObject({ kept: 3, changed: 1 });
    expect(read('scores/2026-10.jsonl')).toBe(old);
  });

  it('says which mentions of a source that brand.yml has no more would not count any longer', async () => {
    writeFileSync(join(dir, 'brand.yml'), brand(', none: [queue]').replace(/.*gazette.*\n/, ''));
    expect((await report('--dry-run')).lostOfGone).toEqual({ gazette: 2 });
  });

  it.each(['mentions', 'scores'])(
    'E05: refuses, with the place, where a month of %s is damaged',
    async (folder) => {
      excludeCars();
      appendFileSync(join(dir, 'data', `${folder}/2026-10.jsonl`), '{"v":1,"id":"half');
      const before = months.map(read);
      const { exit, said } = await replay();
      expect(exit).toBe(3);
      expect(said).toMatch(new RegExp(`data/${folder}/2026-10\\.jsonl:4 the file ends in half a line`));
      expect(months.map(read)).toEqual(before);
      expect(notes()).toEqual([]);
    },
  );

  it('that is killed at any step shows all old or all new, and is made whole by repeating it, with one note', {
    timeout: 120_000,
  }, async () => {
    const data = join(dir, 'data');
    const keep = join(dir, 'keep');
    cpSync(data, keep, { recursive: true });
    const old = scoresNow();
    excludeCars();
    await replay();
    const [made, note] = [scoresNow(), JSON.parse(notes()[0] as string)];
    const fresh = months.map(read);
    const job = join(dir, 'job.json');
    writeFileSync(job, JSON.stringify({ scores: made, note }));
    let [before, after] = [0, 0];
    for (let killedAt = 0; ; killedAt++) {
      rmSync(data, { recursive: true });
      cpSync(keep, data, { recursive: true });
      const done = spawnSync(process.execPath, [program, data, job, String(killedAt)], { encoding: 'utf8' });
      if (done.signal === null) {
        expect(done.stderr).toBe('');
        break;
      }
      const reader = openStore(data, { durable: false });
      const isNew = reader.readReplays().lines.length === 1;
      expect(reader.readScores().lines, `at step ${killedAt}`).toEqual(isNew ? made : old);
      expect(reader.problems()).toEqual([]);
      expect(checkLines(data).findings, `at step ${killedAt}`).toEqual([]);
      if (isNew) after += 1;
      else before += 1;

      // The same command on another day: what is done is not done again, so that the note's numbers stay true.
      const repeated = await earshot(dir, '2026-11-11', 'replay', '--json');
      expect(JSON.parse(repeated.printed)).toMatchObject({ changed: isNew ? 0 : 2, written: !isNew });
      expect(months.map(read)).toEqual(fresh);
      expect(notes().map((line) => JSON.parse(line))).toEqual([
        isNew ? note : { ...note, at: '2026-11-11T04:17:00Z' },
      ]);
      expect(
        readdirSync(data).filter((name) => /replay\.|\.tmp/.test(name)),
        `at step ${killedAt}`,
      ).toEqual([]);
    }
    expect(before).toBeGreaterThan(15);
    expect(after).toBeGreaterThan(4);
  });
});
