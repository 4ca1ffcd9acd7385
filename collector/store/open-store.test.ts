import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mentionKey } from '#contract';
import { aMention, aNight, aPublished, aRun, aScore, aState } from './a-night.fixture.ts';
import { openStore, StoreError } from './open-store.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'earshot-store-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const open = (options = {}) => openStore(dir, { durable: false, ...options });
const text = (name: string) => readFileSync(join(dir, name), 'utf8');
const put = (name: string, content: string) => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), content);
};
const bytes = () =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name), 'latin1'),
      ]),
  );

describe('a night', () => {
  it('is read back as it was given, in the order of source and date', async () => {
    const night = aNight([3, 1, 4, 2]);
    expect(await open().commit(night)).toEqual({
      mentions: 4,
      scores: 4,
      signals: 0,
      runs: 1,
      published: 1,
      known: 0,
    });
    const store = open();
    expect(store.readMentions()).toEqual({ lines: [1, 3, 2, 4].map((n) => aMention(n)), problems: [] });
    expect(store.readScores().lines).toEqual([1, 2, 3, 4].map((n) => aScore(aMention(n))));
    expect(store.readRuns()).toEqual({ lines: night.runs, problems: [] });
    expect(store.readPublished()).toEqual({ lines: night.published, problems: [] });
    expect(store.readState()).toMatchObject({ state: night.state, problems: [] });
  });

  it('writes keys in the order of the contract, and nothing that an editor takes for the end of a line', async () => {
    const { v, id, ...rest } = aMention(1);
    await open().commit({ mentions: [{ ...rest, id, v, version: undefined as never }] });
    const line = text('mentions/2026-11.jsonl');
    expect(line).toMatch(/^\{"v":1,"id":"0{15}1","doc":.*\}\n$/);
    expect(line).not.toMatch(/version|[\u0085\u2028]/);
    expect(JSON.parse(line)).toEqual(aMention(1));
  });

  it('goes to the month in which a mention was first seen, its score likewise', async () => {
    const store = open();
    await store.commit(aNight([1], '2026-10-31'));
    await store.commit(aNight([2], '2026-11-01'));
    for (const folder of ['mentions', 'scores', 'runs', 'published']) {
      expect(readdirSync(join(dir, folder)).sort()).toEqual(['2026-10.jsonl', '2026-11.jsonl']);
    }
    expect(store.readMentions('2026-11').lines).toEqual([aMention(2, '2026-11-01')]);
  });

  it('told twice changes no byte of mentions, scores and published, and adds its attempt to the ledger', async () => {
    await open().commit(aNight([1, 2, 3]));
    const before = bytes();
    expect(await open().commit(aNight([1, 2, 3]))).toEqual({
      mentions: 0,
      scores: 0,
      signals: 0,
      runs: 1,
      published: 0,
      known: 3,
    });
    const after = bytes();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([join(dir, 'runs/2026-11.jsonl')]);
    expect(after[changed[0] as string]?.startsWith(before[changed[0] as string] as string)).toBe(true);
  });

  it('keeps the first line of a mention that is given again with another title', async () => {
    const store = open();
    await store.commit({ mentions: [aMention(1)] });
    await store.commit({ mentions: [{ ...aMention(1), title: 'Edited' }] });
    expect(store.readMentions().lines).toEqual([aMention(1)]);
    expect(store.knownKeys().textOf(mentionKey(aMention(1)))?.title).toBe(aMention(1).title);
  });

  it('says in the ledger what was really stored when another run was faster', async () => {
    await open().commit(aNight([1, 3]));
    const store = open();
    await store.commit({ mentions: [aMention(3), aMention(5)], runs: [aRun('2026-11-20', 2)] });
    expect(store.readRuns().lines.at(-1)).toMatchObject({ kept: 1, dropped: { known: 1 } });
  });

  it('is refused whole when one of its lines breaks the contract', async () => {
    const bad = { ...aMention(2), publishedAt: 'yesterday' };
    const refusal = open().commit({ mentions: [aMention(1), bad], state: aState() });
    await expect(refusal).rejects.toThrow(/mentions: .*publishedAt/);
    await expect(refusal).rejects.toMatchObject({ code: 'would_harm' });
    expect(bytes()).toEqual({});
  });

  it('is refused whole when it judges what is not there', async () => {
    await expect(open().commit({ mentions: [aMention(1)], scores: [aScore(aMention(2))] })).rejects.toThrow(
      /no mention/,
    );
    expect(bytes()).toEqual({});
  });

  it('finds mentions that were left without a score', async () => {
    const store = open();
    await store.commit({ mentions: [aMention(1), aMention(2)], scores: [aScore(aMention(1))] });
    expect(store.mentionsWithoutScore()).toEqual([aMention(2)]);
    await store.commit({ scores: [aScore(aMention(2))] });
    expect(store.mentionsWithoutScore()).toEqual([]);
    expect(open().mentionsWithoutScore()).toEqual([]);
  });
});

describe('known keys', () => {
  it('hold stored mentions with the text of their first line, also when others wrote them', async () => {
    await open().commit(aNight([1, 4]));
    const known = open().knownKeys();
    expect(known.has(mentionKey(aMention(4)))).toBe(true);
    expect(known.has(mentionKey(aMention(2)))).toBe(false);
    expect(known.textOf(mentionKey(aMention(4)))).toEqual({
      title: aMention(4).title,
      excerpt: aMention(4).excerpt,
    });
    expect(known.textOf('nobody ')).toBeUndefined();
  });

  it('hold lines that were written by hand, with other spaces and orders of keys', async () => {
    const { id, ...rest } = aMention(1);
    put('mentions/2026-11.jsonl', `${JSON.stringify({ ...rest, id }, null, 1).replace(/\n/g, ' ')}\r\n`);
    expect(
      open()
        .knownKeys()
        .has(mentionKey(aMention(1))),
    ).toBe(true);
    expect(await open().commit({ mentions: [aMention(1)] })).toMatchObject({ mentions: 0, known: 1 });
  });

  it('notice what another process added since', async () => {
    const store = open();
    await store.commit(aNight([1]));
    await open().commit(aNight([2]));
    expect(store.knownKeys().has(mentionKey(aMention(2)))).toBe(true);
    expect(store.readMentions().lines).toHaveLength(2);
  });
});

describe('a damaged month', () => {
  const whole = `${JSON.stringify(aMention(1))}\n`;
  it.each([
    ['a line that is no JSON', `${whole}nonsense\n`, 2, /not JSON/],
    ['marks of a merge conflict', `<<<<<<< HEAD\n${whole}=======\n>>>>>>> theirs\n`, 1, /merge conflict/],
    ['half a line at its end', `${whole}${whole.slice(0, 120)}`, 2, /half a line/],
    ['half a line that happens to end in a brace', `${whole}${whole.slice(0, 120)}"a":{}}`, 2, /half a line/],
    ['a line of another version', `${whole}${whole.replace('"v":1', '"v":2')}`, 2, /version 2/],
    ['a line without its title', whole + whole.replace(/"title":"[^"]*",/, ''), 2, /title/],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from(whole), Buffer.from([0xff, 0xfe, 0x0a])]),
      0,
      /UTF-8/,
    ],
  ])('E05: with %s is named, left alone, and gone on with beside it', async (_, content, line, why) => {
    put('mentions/2026-11.jsonl', content as string);
    put('mentions/2026-10.jsonl', `${JSON.stringify(aMention(7, '2026-10-02'))}\n`);
    const store = open();
    expect(store.readMentions().lines).toEqual([aMention(7, '2026-10-02'), aMention(1)]);
    expect(store.readMentions().problems[0]).toEqual({
      file: 'mentions/2026-11.jsonl',
      line,
      why: expect.stringMatching(why),
    });
    await store.commit(aNight([8]));
    await open().commit(aNight([9]));
    expect(readFileSync(join(dir, 'mentions/2026-11.jsonl'))).toEqual(Buffer.from(content));
    expect(text('mentions/2026-11.b.jsonl').match(/\n/g)).toHaveLength(2);
    expect(open().readMentions().lines).toEqual([
      aMention(7, '2026-10-02'),
      aMention(1),
      aMention(8),
      aMention(9),
    ]);
  });

  it('E05: with a torn mention gets that mention again, and once it is mended counts it once', async () => {
    put('mentions/2026-11.jsonl', whole.slice(0, 200));
    await open().commit(aNight([1]));
    expect(open().readMentions().lines).toEqual([aMention(1)]);
    put('mentions/2026-11.jsonl', whole);
    expect(open().readMentions()).toEqual({ lines: [aMention(1)], problems: [] });
  });

  it('E05: goes to further letters when the part beside it is damaged too', async () => {
    put('mentions/2026-11.jsonl', 'nonsense\n');
    put('mentions/2026-11.b.jsonl', 'nonsense\n');
    await open().commit(aNight([1]));
    expect(existsSync(join(dir, 'mentions/2026-11.c.jsonl'))).toBe(true);
  });

  it('is not one whose last line only lost its end', async () => {
    put('mentions/2026-11.jsonl', whole.trimEnd());
    await open().commit({ mentions: [aMention(2)] });
    expect(text('mentions/2026-11.jsonl')).toBe(`${whole}${text('mentions/2026-11.jsonl').split('\n')[1]}\n`);
    expect(open().readMentions()).toEqual({ lines: [aMention(1), aMention(2)], problems: [] });
  });

  it('names a file that is not named after a month', () => {
    put('runs/2026-11 (copy).jsonl', '');
    expect(open().readRuns().problems).toEqual([
      { file: 'runs/2026-11 (copy).jsonl', line: 0, why: expect.stringContaining('not named after a month') },
    ]);
  });
});

describe('a state', () => {
  it.each(['', '{"v":1,', '{"v":2,"sources":{}}', '[]', '<<<<<<< HEAD\n'])(
    'that cannot be used is nothing, is named, and is written anew by the next night: %j',
    async (content) => {
      put('state.json', content);
      const { state, problems } = open().readState();
      expect(Object.keys(state.sources)).toEqual([]);
      expect(problems).toHaveLength(1);
      await open().commit({ state: aState() });
      expect(open().readState().problems).toEqual([]);
    },
  );

  it('has no entry for a source that bears the name of an inherited property', () => {
    expect(open().readState().state.sources.constructor).toBeUndefined();
  });
});

describe('a large month', () => {
  it('takes short lines into parts that had no room for long ones, and loses none of them', async () => {
    const store = open({ mostBytes: 2_000 });
    const padded = (n: number) => ({
      ...aMention(n),
      source: 'city-paper',
      excerpt: 'x'.repeat((n * 397) % 1_300),
    });
    await store.commit({ mentions: [1, 2].map(padded) });
    const mentions = Array.from({ length: 20 }, (_, n) => padded(n + 3));
    await store.commit({ mentions, scores: mentions.map(aScore) });
    for (const reader of [store, open()]) {
      expect(reader.readMentions().problems).toEqual([]);
      expect(reader.readMentions().lines).toHaveLength(22);
      expect(reader.readScores().lines).toHaveLength(20);
      for (const n of [1, 7, 22])
        expect(reader.knownKeys().textOf(mentionKey(padded(n)))?.excerpt).toBe(padded(n).excerpt);
    }
  });

  it('E07: goes on in further parts, each below the limit, and is read in order', async () => {
    const store = open({ mostBytes: 1_500 });
    for (let n = 0; n < 24; n += 4) await store.commit(aNight([n, n + 1, n + 2, n + 3]));
    const names = readdirSync(join(dir, 'mentions'));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(text(`mentions/${name}`).length).toBeLessThanOrEqual(1_500);
    expect(
      new Set(
        open()
          .readMentions()
          .lines.map(({ id }) => id),
      ).size,
    ).toBe(24);
    expect(open().mentionsWithoutScore()).toEqual([]);
    expect((await open({ mostBytes: 1_500 }).commit(aNight([0, 23]))).mentions).toBe(0);
  });
});

describe('a folder that is none', () => {
  it.each(['', '/deeper'])('is named in a sentence, not in a stack trace: a file%s', async (below) => {
    put('file', 'text');
    const opening = async () => openStore(join(dir, `file${below}`)).readMentions();
    await expect(opening()).rejects.toMatchObject({
      code: 'would_harm',
      message: expect.stringMatching(/is a file; the data is a folder|is a file where a folder is needed/),
    });
  });

  it('below the data folder is named too', async () => {
    put('runs', 'text');
    expect(() => open().readRuns()).toThrow(/runs: .* is a file where a folder is needed/);
    await expect(open().commit(aNight([1]))).rejects.toThrow(/Nothing of this was stored: mentions, scores,/);
    expect(Object.keys(bytes())).toEqual([join(dir, 'runs')]);
  });
});

describe('problems', () => {
  it('are those of all folders, in the months read so far, and of the state', async () => {
    for (const folder of ['mentions', 'scores', 'runs', 'published']) {
      put(`${folder}/2026-10.jsonl`, 'nonsense\n');
      put(`${folder}/2026-11.jsonl`, 'nonsense\n');
    }
    put('state.json', 'nonsense');
    const store = open();
    expect(store.problems().map(({ file }) => file)).toEqual(['state.json']);
    store.readMentions('2026-11');
    store.readScores('2026-11');
    store.readRuns('2026-11');
    store.readPublished('2026-11');
    expect(store.problems().map(({ file, line }) => `${file}:${line}`)).toEqual([
      'mentions/2026-11.jsonl:1',
      'scores/2026-11.jsonl:1',
      'runs/2026-11.jsonl:1',
      'published/2026-11.jsonl:1',
      'state.json:0',
    ]);
  });
});

describe('links', () => {
  it.each(['mentions', 'mentions/2026-11.jsonl', 'state.json'])(
    'E02: are refused in place of %s',
    async (name) => {
      const outside = mkdtempSync(join(tmpdir(), 'earshot-outside-'));
      const target = name === 'mentions' ? outside : join(outside, 'target');
      if (name !== 'mentions') writeFileSync(target, `${JSON.stringify(aMention(1))}\n`);
      if (name.includes('/')) mkdirSync(join(dir, 'mentions'));
      symlinkSync(target, join(dir, name));
      await expect(open().commit(aNight([2]))).rejects.toThrow(/symbolic link/);
      expect(open().readMentions().lines).toEqual([]);
      expect(readdirSync(outside)).toEqual(name === 'mentions' ? [] : ['target']);
      rmSync(outside, { recursive: true });
    },
  );

  it('are not followed where one lies in the way of a temporary file', async () => {
    const outside = join(mkdtempSync(join(tmpdir(), 'earshot-outside-')), 'target');
    mkdirSync(join(dir, 'mentions'));
    symlinkSync(outside, join(dir, 'mentions/.2026-11.jsonl.tmp'));
    await open().commit(aNight([2]));
    expect(existsSync(outside)).toBe(false);
  });
});

describe('replaced scores', () => {
  it('stand in the place of the old ones, those not given stay', async () => {
    const store = open({ mostBytes: 700 });
    await store.commit(aNight([1, 2, 3]));
    await store.commit(aNight([4], '2026-12-01'));
    const judged = { ...aScore(aMention(2)), by: 'better@1' };
    expect(await store.replaceScores([judged])).toBe(1);
    for (const reader of [store, open()]) {
      expect(reader.readScores().lines).toEqual([
        aScore(aMention(1)),
        judged,
        aScore(aMention(3)),
        aScore(aMention(4)),
      ]);
    }
  });

  it('are noted once where two replays make them at the same time', async () => {
    await open().commit(aNight([1, 2]));
    const judged = [1, 2].map((n) => ({ ...aScore(aMention(n)), by: 'better@1' }));
    const note = (at: string) => ({
      v: 1 as const,
      at,
      scores: 2,
      changed: 2,
      by: 'better@1',
      config: 'c',
      from: [],
    });
    const done = await Promise.all(
      ['2026-11-20T00:00:00Z', '2026-11-20T00:00:01Z'].map((at) => open().replaceScores(judged, note(at))),
    );
    expect(done.sort()).toEqual([0, 2]);
    expect(open().readReplays().lines).toHaveLength(1);
    expect(open().readScores().lines).toEqual(judged);
  });

  it('E05: of several parts stand whole in as many as they need, and no part of the old ones is left', async () => {
    const store = openStore(dir, { durable: false, mostBytes: 600 });
    await store.commit(aNight([1, 2, 3, 4, 5, 6]));
    const parts = readdirSync(join(dir, 'scores')).length;
    expect(parts).toBeGreaterThan(1);
    const judged = [1, 2, 3, 4, 5, 6].map((n) => ({ ...aScore(aMention(n)), by: 'better@1' }));
    await open().replaceScores(judged);
    expect(readdirSync(join(dir, 'scores'))).toEqual(['2026-11.jsonl']);
    expect(store.readScores().lines).toEqual(judged);
  });

  it('that a stopped replay left in its folder are added to, once they are moved, by the next night', async () => {
    await open().commit(aNight([1]));
    const judged = { ...aScore(aMention(1)), by: 'better@1' };
    const broken = openStore(dir, {
      durable: false,
      onStep: (step) => {
        if (step === 'replay: moved replay.next') throw new Error('stopped');
      },
    });
    await expect(broken.replaceScores([judged])).rejects.toThrow('stopped');
    const reader = open();
    expect(readdirSync(dir)).toContain('replay.next');
    expect(reader.readScores().lines).toEqual([judged]);
    await open().commit(aNight([2]));
    expect(readdirSync(dir)).not.toContain('replay.next');
    expect(reader.readScores().lines).toEqual([judged, aScore(aMention(2))]);
  });

  it('A40: on a disk that is full leave everything as it was', async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    await open().commit(aNight(numbers));
    const before = bytes();
    const job = join(dir, 'job.json');
    const longer = { by: `better@${'1'.repeat(200)}` };
    writeFileSync(
      job,
      JSON.stringify({ scores: numbers.map((n) => ({ ...aScore(aMention(n)), ...longer })) }),
    );
    const blocks = Math.ceil(lstatSync(join(dir, 'scores/2026-11.jsonl')).size / 1024) + 1;
    const program = join(import.meta.dirname, 'killed-replay.fixture.ts');
    const done = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, program, dir, job, '-1'],
      { encoding: 'utf8' },
    );
    rmSync(job);
    expect(done.stderr).toMatch(/StoreError: .*the file may not grow any further/);
    expect(bytes()).toEqual(before);
    expect(readdirSync(dir).filter((name) => /replay|lock/.test(name))).toEqual([]);
  });

  it('are refused where the month is damaged', async () => {
    await open().commit(aNight([1]));
    appendFileSync(join(dir, 'scores/2026-11.jsonl'), 'nonsense\n');
    const before = bytes();
    await expect(open().replaceScores([aScore(aMention(1))])).rejects.toBeInstanceOf(StoreError);
    expect(bytes()).toEqual(before);
  });
});

describe('whatever the order in which two collectors take turns', () => {
  it('each mention is stored once, with its score', async () => {
    const turns = fc.array(
      fc.record({
        who: fc.nat(1),
        what: fc.array(fc.nat(12), { maxLength: 6 }),
        month: fc.constantFrom('10', '11'),
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(turns, fc.boolean(), async (nights, atOnce) => {
        rmSync(dir, { recursive: true, force: true });
        const stores = [open(), open()];
        const commits = nights.map(
          ({ who, what, month }) =>
            () =>
              stores[who]?.commit({ ...aNight(what, `2026-${month}-20`), published: [aPublished()] }),
        );
        if (atOnce) await Promise.all(commits.map((commit) => commit()));
        else for (const commit of commits) await commit();
        const expected = [...new Set(nights.flatMap(({ what }) => what))].sort((a, b) => a - b);
        for (const store of [...stores, open()]) {
          const keys = store.readMentions().lines.map(({ id }) => Number.parseInt(id, 16));
          expect(keys.sort((a, b) => a - b)).toEqual(expected);
          expect(store.readScores().lines).toHaveLength(expected.length);
          expect(store.mentionsWithoutScore()).toEqual([]);
        }
        const written =
          nights.length === 0
            ? []
            : readdirSync(dir, { recursive: true, encoding: 'utf8' })
                .filter((name) => /mentions.*jsonl$/.test(name))
                .flatMap((name) => text(name).trimEnd().split('\n'));
        expect(written).toHaveLength(expected.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the newest mentions with their scores', () => {
  it('are the last lines first, from a moment on and at most so many, over months and whatever lies between', async () => {
    const store = open();
    await store.commit(aNight([1, 2], '2026-10-30'));
    await store.commit(aNight([3, 6], '2026-11-20'));
    appendFileSync(join(dir, 'mentions/2026-11.jsonl'), 'no line\n\n{"v":1,"id":"half a li');
    // Written by hand, with its keys in an order of its own.
    const scores = text('scores/2026-11.jsonl').split('\n');
    const { id, ...rest } = JSON.parse(scores[0] as string);
    writeFileSync(
      join(dir, 'scores/2026-11.jsonl'),
      [JSON.stringify({ ...rest, id }), ...scores.slice(1)].join('\n'),
    );
    const newest = (since: string, most: number) =>
      open()
        .newestPairs(since, most)
        .map(({ mention, score }) => [mention.id.slice(-1), score.id.slice(-1)])
        .sort();
    expect(newest('2026-10-01T00:00:00Z', 9)).toEqual(['1', '2', '3', '6'].map((n) => [n, n]));
    expect(newest('2026-11-01T00:00:00Z', 9)).toEqual(['3', '6'].map((n) => [n, n]));
    expect(newest('2026-10-01T00:00:00Z', 3)).toHaveLength(3);
    expect(newest('2026-11-21T00:00:00Z', 9)).toEqual([]);
  });
});
