import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mention, Run, Score } from '#contract';
import { quietWorld } from '../../tests/quiet-world.ts';
import { openStore } from '../store/open-store.ts';
import { run } from './program.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-forget-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
  writeFileSync(
    join(dir, 'brand.yml'),
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }
competitors:
  - { id: harbour, name: Harbour Bread }
sources:
  - { id: paper, type: feed, url: paper.xml }
  - { id: gazette, type: feed, url: gazette.xml }
`,
  );
});

type Told = { title: string; link: string };
const both = { title: 'Saltmarsh Bakery and Harbour Bread fall out', link: 'https://news.example/quarrel' };
const opens = { title: 'Saltmarsh Bakery opens a lovely shop', link: 'https://news.example/opens' };
const closes = { title: 'Saltmarsh Bakery closes an awful shop', link: 'https://news.example/closes' };

function publish(source: string, ...items: Told[]): void {
  const list = items.map(
    ({ title, link }) =>
      `<item><title>${title}</title><link>${link}</link><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>`,
  );
  const text = `<rss version="2.0"><channel><title>t</title><link>https://news.example/</link>${list.join('')}</channel></rss>`;
  writeFileSync(join(dir, `${source}.xml`), text);
}

async function earshot(now: string, ...args: string[]) {
  const world = quietWorld();
  const paths = ['--config', join(dir, 'brand.yml'), '--data', join(dir, 'data')];
  const exit = await run([...args, ...paths, '--now', `${now}T04:17:00Z`], world);
  return { exit, said: world.said(), printed: world.printed() };
}

function linesOf<T>(folder: string): T[] {
  return readdirSync(join(dir, 'data', folder))
    .sort()
    .flatMap((name) =>
      readFileSync(join(dir, 'data', folder, name), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map((line) => JSON.parse(line));
}
const bytes = (folder: string): string =>
  existsSync(join(dir, 'data', folder))
    ? readdirSync(join(dir, 'data', folder))
        .filter((name) => name.includes('.'))
        .sort()
        .map((name) => `${name}\n${readFileSync(join(dir, 'data', folder, name), 'latin1')}`)
        .join('')
    : '';
const titles = () => linesOf<Mention>('mentions').map(({ title }) => title);

describe('forget', () => {
  it('takes the rows out of labels.csv that speak of it, and leaves every other byte there', async () => {
    publish('paper', both, opens);
    await earshot('2026-11-03', 'collect');
    const ids = new Map(
      linesOf<Mention>('mentions').map(({ title, brand, id }) => [`${title} ${brand}`, id]),
    );
    const [gone, stays] = [ids.get(`${both.title} saltmarsh`), ids.get(`${opens.title} saltmarsh`)];
    const head = '\uFEFFMention;Brand;Tone;Note\r\n';
    const kept = `m${stays};saltmarsh;Positive;"two\r\nlines"\r\n`;
    const rows = `m${gone};saltmarsh;negative;"they\r\nquarrel"\r\n${kept}M${gone?.toUpperCase()};harbour;neutral;\r\n`;
    writeFileSync(join(dir, 'data/labels.csv'), head + rows);
    const { exit, said } = await earshot('2026-11-04', 'forget', both.link);
    expect(exit).toBe(0);
    expect(said).toContain('2 rows of labels.csv spoke of them');
    expect(readFileSync(join(dir, 'data/labels.csv'), 'utf8')).toBe(head + kept);
  });

  it('takes out of labels.csv whatever line names it where its quotes are broken', async () => {
    publish('paper', both, opens);
    await earshot('2026-11-03', 'collect');
    const id = linesOf<Mention>('mentions').find(({ title }) => title === both.title)?.id;
    writeFileSync(join(dir, 'data/labels.csv'), `mention,brand,tone\n"m${id},saltmarsh,negative\nother\n`);
    expect((await earshot('2026-11-04', 'forget', both.link)).exit).toBe(0);
    expect(readFileSync(join(dir, 'data/labels.csv'), 'utf8')).toBe('mention,brand,tone\nother\n');
  });

  it('takes a document out of every source and brand with its scores, and it is never collected again', async () => {
    publish('paper', both, opens);
    publish('gazette', both);
    await earshot('2026-11-03', 'collect');
    expect(titles()).toHaveLength(5);
    const { exit, said } = await earshot('2026-11-03', 'forget', `${both.link}?utm_source=letter`);
    expect(exit).toBe(0);
    expect(said).toMatch(/4 mentions and 4 of their scores are taken out/);
    expect(said).toMatch(/git filter-repo/);
    expect(titles()).toEqual([opens.title]);
    expect(linesOf<Score>('scores')).toHaveLength(1);
    const noted = readFileSync(join(dir, 'data/forgotten.jsonl'), 'utf8');
    expect(noted).toMatch(
      /^(\{"v":1,"at":"2026-11-03T04:17:00Z","hash":"[0-9a-f]{16}","what":"(id|doc)"\}\n){3}$/,
    );
    expect(noted).not.toContain('quarrel');

    publish('paper', both, opens, closes);
    publish('gazette', { ...both, title: 'Harbour Bread, told in other words' });
    await earshot('2026-11-04', 'collect');
    expect(titles()).toEqual([opens.title, closes.title]);
    const runs = linesOf<Run>('runs').filter(({ at }) => at.startsWith('2026-11-04'));
    expect(runs).toMatchObject([
      { source: 'paper', kept: 1, dropped: { known: 1, forgotten: 2 } },
      { source: 'gazette', kept: 0, dropped: { forgotten: 1 } },
    ]);
  });

  it('asks for --all where a text fits several items, and lists them', async () => {
    publish('paper', both, opens, closes);
    publish('gazette');
    await earshot('2026-11-03', 'collect');
    const before = bytes('mentions');
    const refused = await earshot('2026-11-03', 'forget', 'SHOP');
    expect(refused.exit).toBe(1);
    expect(refused.said).toMatch(/opens a lovely shop[\s\S]*closes an awful shop[\s\S]*2 items match.*--all/);
    expect(bytes('mentions')).toBe(before);
    expect((await earshot('2026-11-03', 'forget', 'SHOP', '--all')).exit).toBe(0);
    expect(new Set(titles())).toEqual(new Set([both.title]));
  });

  it('with --dry-run shows what would go and writes nothing; what nobody said is an error', async () => {
    publish('paper', opens);
    publish('gazette');
    await earshot('2026-11-03', 'collect');
    const [mention] = linesOf<Mention>('mentions');
    const all = () => ['.', 'mentions', 'scores', 'runs'].map(bytes);
    const before = all();
    const { exit, said, printed } = await earshot(
      '2026-11-03',
      'forget',
      mention?.id ?? '',
      '--dry-run',
      '--json',
    );
    expect(exit).toBe(0);
    expect(said).toMatch(/1 mention would go; nothing was written/);
    expect(JSON.parse(printed)).toEqual({ dryRun: true, ids: [mention?.id], docs: [mention?.doc] });
    expect((await earshot('2026-11-03', 'forget', 'nobody said this')).exit).toBe(1);
    expect((await earshot('2026-11-03', 'forget')).exit).toBe(1);
    expect((await earshot('2026-11-03', 'forget', '--before', 'yesterday')).exit).toBe(1);
    expect(all()).toEqual(before);
  });

  it('takes a torn line out that holds the mention, and leaves all other bytes as they are', async () => {
    publish('paper', opens, closes);
    publish('gazette');
    await earshot('2026-11-03', 'collect');
    const file = join(dir, 'data/mentions/2026-11.jsonl');
    const [first = '', second = ''] = readFileSync(file, 'utf8').split('\n');
    const id = JSON.parse(first).id as string;
    writeFileSync(file, `${first}\r\n<<<<<<< HEAD\n${first.slice(0, 200)}\n${second}`);
    const { said } = await earshot('2026-11-03', 'forget', id);
    expect(said).toMatch(/data\/mentions\/2026-11\.jsonl:3 was damaged and held it/);
    expect(readFileSync(file, 'utf8')).toBe(`<<<<<<< HEAD\n${second}`);
  });

  it('that is killed at any step is made whole by repeating it', async () => {
    publish('paper', opens, closes);
    publish('gazette');
    await earshot('2026-11-03', 'collect');
    const [gone] = linesOf<Mention>('mentions');
    const marks = { ids: [gone?.id ?? ''], docs: [gone?.doc ?? ''] };
    const before = ['mentions', 'scores'].map(bytes);
    for (let killedAt = 0; killedAt < 15; killedAt++) {
      const data = join(dir, 'data');
      let step = 0;
      const broken = openStore(data, {
        durable: false,
        onStep: () => {
          if (step++ === killedAt) throw new Error('killed');
        },
      });
      await broken.forget(marks, '2026-11-03T04:17:00Z').catch(() => undefined);
      await openStore(data).forget(marks, '2026-11-03T04:17:00Z');
      expect(titles(), `killed at step ${killedAt}`).not.toContain(gone?.title);
      expect(linesOf<Score>('scores').map(({ id }) => id)).not.toContain(gone?.id);
      expect(readFileSync(join(data, 'forgotten.jsonl'), 'utf8').split('\n')).toHaveLength(3);
      for (const [at, folder] of ['mentions', 'scores'].entries())
        writeFileSync(join(data, folder, '2026-11.jsonl'), (before[at] ?? '').replace(/^.*\n/, ''), 'latin1');
      rmSync(join(data, 'forgotten.jsonl'));
    }
  });
});

describe('forget --before', () => {
  it('takes words and links of old mentions, changes no figure, and brings nothing back', async () => {
    publish('paper', both, opens);
    publish('gazette', both);
    await earshot('2026-11-03', 'collect');
    publish('paper', opens, closes);
    await earshot('2026-12-02', 'collect');
    const scores = bytes('scores');
    await earshot('2026-12-02', 'measure');
    const figures = bytes('figures');
    expect(figures.length).toBeGreaterThan(1_000);

    const { exit, said } = await earshot('2026-12-02', 'forget', '--before', '2026-12');
    expect(exit).toBe(0);
    expect(said).toMatch(/5 mentions first seen before 2026-12 have no words and links any more/);
    const old = linesOf<Mention>('mentions').filter(({ firstSeenAt }) => firstSeenAt < '2026-12');
    expect(old).toHaveLength(5);
    for (const mention of old) expect(mention).toMatchObject({ title: '', excerpt: '', url: null });
    expect(titles()).toContain(closes.title);
    expect(bytes('scores')).toBe(scores);
    rmSync(join(dir, 'data/figures'), { recursive: true });
    await earshot('2026-12-02', 'measure');
    expect(bytes('figures')).toBe(figures);

    const lines = bytes('mentions');
    publish('paper', both, opens, closes);
    publish('gazette', both);
    await earshot('2026-12-03', 'collect', '--json');
    expect(bytes('mentions')).toBe(lines);
    const runs = linesOf<Run>('runs').filter(({ at }) => at.startsWith('2026-12-03'));
    expect(runs).toMatchObject([
      { kept: 0, edited: 0 },
      { kept: 0, edited: 0 },
    ]);
    expect((await earshot('2026-12-03', 'forget', '--before', '2026-12')).said).toMatch(/0 mentions/);
  });

  it('leaves documents that can still be forgotten by their link', async () => {
    publish('paper', both, opens);
    publish('gazette', both);
    await earshot('2026-11-03', 'collect');
    await earshot('2026-12-02', 'forget', '--before', '2026-12');
    expect(bytes('mentions')).not.toContain('quarrel');
    const { exit, said } = await earshot('2026-12-02', 'forget', `${both.link}?utm_source=letter`);
    expect(said).toMatch(/4 mentions and 4 of their scores are taken out/);
    expect(exit).toBe(0);
    expect(linesOf<Mention>('mentions')).toHaveLength(1);
    expect((await earshot('2026-12-02', 'forget', both.link)).said).toMatch(/it was forgotten before/);
  });

  it('names lines that cannot be read, since they may still hold words', async () => {
    publish('paper', opens);
    publish('gazette');
    await earshot('2026-11-03', 'collect');
    appendFileSync(join(dir, 'data/mentions/2026-11.jsonl'), '{"v":1,"id":"half of');
    const { said } = await earshot('2026-12-02', 'forget', '--before', '2026-12');
    expect(said).toMatch(/data\/mentions\/2026-11\.jsonl:2 cannot be read, and may still hold words/);
  });
});
