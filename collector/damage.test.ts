import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type About, configOf, type Mention } from '#contract';
import { configHash } from './config/config-hash.ts';
import { enrich, judgementConfig, openStories } from './enrich/enrich.ts';
import { measureAll } from './measure-all.ts';
import { compilePanel, isRelevant } from './select/select.ts';
import { sourceSchema } from './sources/registry.ts';
import { openStore } from './store/open-store.ts';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const configWith = (bound: boolean) =>
  configOf(sourceSchema).parse({
    brand: { id: 'saltmarsh', name: 'Saltmarsh Bakery' },
    sources: [
      {
        id: 'paper',
        type: 'feed',
        url: 'https://paper.example/rss',
        ...(bound ? { brand: 'saltmarsh' } : {}),
      },
    ],
  });
const config = configWith(false);
const now = new Date('2026-11-20T05:00:00Z');

const mentionOf = (n: number, seen: string, title: string): Mention => ({
  v: 1,
  id: n.toString(16).padStart(16, '0'),
  doc: n.toString(16).padStart(16, '0'),
  brand: 'saltmarsh',
  source: 'paper',
  group: 'news',
  site: 'paper.example',
  url: `https://paper.example/${n}`,
  title,
  excerpt: '',
  publishedAt: seen,
  firstSeenAt: seen,
});

/** A data folder with mentions of three months, judged as a night judges them. */
async function setUp(judgedWith = config) {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-damage-'));
  dirs.push(dir);
  const mentions = [
    mentionOf(1, '2026-08-02T05:00:00Z', 'Saltmarsh Bakery has an awful queue'),
    mentionOf(2, '2026-10-02T05:00:00Z', 'Saltmarsh Bakery has a terrible smell, they say'),
    mentionOf(3, '2026-11-02T05:00:00Z', 'Saltmarsh Bakery has an awful queue again'),
    mentionOf(4, '2026-11-03T05:00:00Z', 'Saltmarsh Bakery has a lovely terrace'),
    mentionOf(5, '2026-11-04T05:00:00Z', 'Somebody else has a lovely terrace'),
  ];
  const panel = compilePanel(judgedWith);
  const scores = enrich(mentions, {
    past: openStories(),
    config: judgedWith,
    configHash: configHash(judgementConfig(judgedWith)),
    relevant: (mention, lang) => isRelevant(mention, panel, lang),
  });
  await openStore(dir, { durable: false }).commit({ mentions, scores });
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
  };
  const measured = () => {
    const files = measureAll(config, openStore(dir), {
      now,
      demo: false,
      configHash: 'c0ffee',
      commit: null,
      repository: null,
    }).files;
    return files.get('about.json') as About;
  };
  return { dir, edit, measured };
}

describe('what the page says of damage', () => {
  it('says nothing where all lines are as they were written', async () => {
    expect('damage' in (await setUp()).measured()).toBe(false);
  });

  it('E06: counts a mention that was edited by hand, names its line, and says the same when measured again', async () => {
    const { edit, measured } = await setUp();
    edit('mentions/2026-11.jsonl', 'awful', 'lovely');
    const about = measured();
    expect(about.damage).toEqual({
      unreadable: 0,
      edited: 1,
      first: [
        {
          file: 'mentions/2026-11.jsonl',
          line: 1,
          why: expect.stringMatching(
            /^does not give the tone.* of its score: one of the two lines was edited/,
          ),
        },
      ],
    });
    expect(JSON.stringify(measured())).toBe(JSON.stringify(about));
  });

  it('E06: counts a score that was edited by hand, by the line of its mention', async () => {
    const { edit, measured } = await setUp();
    edit('scores/2026-10.jsonl', '"relevant":true', '"relevant":false');
    expect(measured().damage).toMatchObject({
      edited: 1,
      first: [{ file: 'mentions/2026-10.jsonl', line: 1, why: expect.stringContaining('relevant') }],
    });
  });

  it('E05: counts the places that can not be read, in any folder, and names five of all places at most', async () => {
    const { dir, edit, measured } = await setUp();
    edit('mentions/2026-11.jsonl', 'awful', 'lovely');
    appendFileSync(join(dir, 'mentions/2026-11.jsonl'), '<<<<<<< HEAD\n{"v":2}\n{"v":1}\n\nhalf');
    appendFileSync(join(dir, 'scores/2026-08.jsonl'), 'nonsense\n');
    writeFileSync(join(dir, 'state.json'), '<<<<<<<');
    const { unreadable, edited, first } = measured().damage ?? {};
    expect({ unreadable, edited }).toEqual({ unreadable: 6, edited: 1 });
    expect(first?.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'mentions/2026-11.jsonl:1',
      'mentions/2026-11.jsonl:4',
      'mentions/2026-11.jsonl:5',
      'mentions/2026-11.jsonl:6',
      'mentions/2026-11.jsonl:8',
    ]);
  });

  it('E05: a line whose version is a whole novel is told in a few words', async () => {
    const { dir, measured } = await setUp();
    appendFileSync(join(dir, 'mentions/2026-11.jsonl'), `${JSON.stringify({ v: '☕'.repeat(9_999) })}\n`);
    expect(measured().damage?.first[0]?.why.length).toBeLessThanOrEqual(200);
  });

  it('leaves what is older than two months to `verify`', async () => {
    const { edit, measured } = await setUp();
    edit('mentions/2026-08.jsonl', 'awful', 'lovely');
    expect(measured().damage).toBeUndefined();
  });

  it('takes for no edit what `forget --before` left', async () => {
    const { dir, measured } = await setUp();
    await openStore(dir).strip('2026-12');
    expect(readFileSync(join(dir, 'mentions/2026-11.jsonl'), 'utf8')).not.toContain('Saltmarsh');
    expect(measured().damage).toBeUndefined();
  });

  it('takes for no edit what counts because its source was bound to the brand, and no longer is', async () => {
    const { dir, measured } = await setUp(configWith(true));
    const scores = readFileSync(join(dir, 'scores/2026-11.jsonl'), 'utf8');
    expect(scores).not.toContain('"relevant":false');
    expect(measured().damage).toBeUndefined();
  });
});
