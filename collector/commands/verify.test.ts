import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quietWorld } from '../../tests/quiet-world.ts';
import { env } from '../../tests/two-checkouts.fixture.ts';
import { run } from './program.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-verify-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const origin = join(scratch, 'origin');

/** Two nights of a feed, in two months, committed one by one. */
beforeAll(async () => {
  mkdirSync(origin);
  const nights = ['2026-10-30', '2026-11-02'];
  writeFileSync(
    join(origin, 'brand.yml'),
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n  - { id: paper, type: feed, url: paper.xml }\n`,
  );
  writeFileSync(join(origin, '.gitignore'), 'data/figures/\n*.tmp\n');
  git(origin, 'init', '-q', '-b', 'main');
  const items: string[] = [];
  for (const day of nights) {
    for (const how of ['lovely', 'awful']) {
      const title = `Saltmarsh Bakery has a ${how} queue, they say on ${day}`;
      items.push(
        `<item><title>${title}</title><link>https://paper.example/${how}/${day}</link><pubDate>${new Date(`${day}T01:00:00Z`).toUTCString()}</pubDate></item>`,
      );
    }
    const feed = `<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link>${items.join('')}</channel></rss>`;
    writeFileSync(join(origin, 'paper.xml'), feed);
    expect((await earshot(origin, day, 'night', '--no-push')).exit).toBe(0);
    git(origin, 'add', '-A');
    git(origin, 'commit', '-q', '-m', 'feed', '--allow-empty');
  }
});

let dir = '';
beforeEach(() => {
  dir = join(mkdtempSync(join(scratch, 'case-')), 'copy');
  cpSync(origin, dir, { recursive: true });
});

const git = (at: string, ...args: string[]) => execFileSync('git', args, { cwd: at, env, encoding: 'utf8' });

async function earshot(at: string, day: string, ...args: string[]) {
  const world = quietWorld({ env: { ...env, EARSHOT_TEST: '1' } });
  const paths = ['--config', join(at, 'brand.yml'), '--data', join(at, 'data')];
  const exit = await run([...args, ...paths, '--now', `${day}T04:17:00Z`], world);
  return { exit, said: world.said(), printed: world.printed() };
}
const verify = (...args: string[]) => earshot(dir, '2026-11-02', 'verify', ...args);

const path = (name: string) => join(dir, 'data', name);
const read = (name: string) => readFileSync(path(name), 'utf8');
function put(name: string, text: string | Buffer): void {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
}
const edit = (name: string, change: (text: string) => string) => put(name, change(read(name)));
const lineOf = (name: string, at: number) => read(name).split('\n')[at - 1] ?? '';

const docOf = (at: number): string => JSON.parse(lineOf('mentions/2026-11.jsonl', at)).doc;
const storyOf = (at: number): string => JSON.parse(lineOf('scores/2026-11.jsonl', at)).story;

const november = 'mentions/2026-11.jsonl';
const scores = 'scores/2026-11.jsonl';
const runs = 'runs/2026-11.jsonl';

describe('verify', () => {
  it('finds nothing in what nights wrote, and writes nothing', async () => {
    const before = readdirSync(dir, { recursive: true }).length;
    const { exit, said, printed } = await verify('--json');
    expect(said).toMatch(/All is as it was written: 4 mentions, each with its score/);
    expect(JSON.parse(printed)).toEqual({ mentions: 4, findings: [], notChecked: [] });
    expect(exit).toBe(0);
    expect(readdirSync(dir, { recursive: true })).toHaveLength(before);
    expect(git(dir, 'status', '--porcelain')).toBe('');
  });

  const broken: [string, () => void, RegExp][] = [
    [
      'a line that is no JSON',
      () => appendFileSync(path(november), 'nonsense\n'),
      /mentions\/2026-11\.jsonl:3 is not JSON/,
    ],
    [
      'marks of a merge conflict',
      () => edit(november, (text) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> theirs\n`),
      /mentions\/2026-11\.jsonl:1 a mark of a merge conflict[\s\S]*:4 a mark[\s\S]*:5 a mark/,
    ],
    [
      'half a line at the end',
      () => appendFileSync(path(scores), '{"id":"0123'),
      /scores\/2026-11\.jsonl:3 the file ends in half a line/,
    ],
    [
      'a line of another version',
      () => edit(november, (text) => text.replace('"v":1', '"v":2')),
      /mentions\/2026-11\.jsonl:1 has version 2/,
    ],
    [
      'a line that breaks the contract',
      () => edit(runs, (text) => text.replace('"status":"ok"', '"status":"fine"')),
      /runs\/2026-11\.jsonl:1 breaks the contract: status/,
    ],
    [
      'bytes that are no text',
      () => put(november, Buffer.concat([readFileSync(path(november)), Buffer.from([0xff, 0x0a])])),
      /mentions\/2026-11\.jsonl is not valid UTF-8/,
    ],
    [
      'line ends of another system',
      () => edit(runs, (text) => text.replaceAll('\n', '\r\n')),
      /runs\/2026-11\.jsonl:1 ends in a carriage return/,
    ],
    [
      'keys in another order',
      () => edit(scores, (text) => text.replace(/^\{("id":"\w+"),("brand":"\w+")/, '{$2,$1')),
      /scores\/2026-11\.jsonl:1 is not written as the collector writes it/,
    ],
    ['an empty line', () => appendFileSync(path(runs), '\n'), /runs\/2026-11\.jsonl:2 is empty/],
    [
      'a mention twice',
      () => edit(november, (text) => text + text),
      /:3 says again what mentions\/2026-11\.jsonl:1 says/,
    ],
    [
      'a mention in the file of another month',
      () => appendFileSync(path('mentions/2026-10.jsonl'), `${lineOf(november, 1)}\n`),
      /mentions\/2026-10\.jsonl:3 is of 2026-11, and lies in another month/,
    ],
    [
      'a score of nothing',
      () => edit(november, (text) => text.slice(text.indexOf('\n') + 1)),
      /scores\/2026-11\.jsonl:\d judges a mention that is not there/,
    ],
    [
      'a mention without a score',
      () => put('scores/2026-10.jsonl', ''),
      /mentions\/2026-10\.jsonl:1 has no score/,
    ],
    [
      'a story that nobody told',
      () => edit(scores, (text) => text.replace(/"story":"\w{4}/, '"story":"ffff')),
      /scores\/2026-11\.jsonl:1 names the story ffff\w+, which no mention tells/,
    ],
    [
      'time covered by a refusal',
      () => edit(runs, (text) => text.replace('"status":"ok"', '"status":"refused","reason":"robots"')),
      /runs\/2026-11\.jsonl:1 is "refused", and yet accounts for time/,
    ],
    [
      'time covered that had not come',
      () => edit(runs, (text) => text.replace(/"coversTo":"2026/, '"coversTo":"2027')),
      /runs\/2026-11\.jsonl:1 covers time that had not come yet/,
    ],
    [
      'a file that bears no month',
      () => put('runs/notes.jsonl', ''),
      /runs\/notes\.jsonl is not named after a month/,
    ],
    ['a state that is no JSON', () => put('state.json', '<<<<<<<'), /data\/state\.json is not JSON/],
    [
      'a figure that is not what the lines give',
      () => edit('figures/mentions.json', (text) => text.replace(/"value":\d/, '"value":7')),
      /1 figure file differs from what the lines give: measure again \(figures\/mentions\.json\)/,
    ],
    [
      'an attempt that is noted twice',
      () => edit(runs, (text) => text + text),
      /runs\/2026-11\.jsonl:2 says again what runs\/2026-11\.jsonl:1 says/,
    ],
    [
      'a scorer that nobody knows',
      () => edit(scores, (text) => text.replace(/"by":"\w+@/, '"by":"oracle@')),
      /scores\/2026-11\.jsonl:1 was made by "oracle@.*", which is no scorer that this Earshot knows/,
    ],
    [
      'a story that the text is no copy of',
      () =>
        edit(scores, (text) =>
          text.replace(/"story":"\w+"/, `"story":"${docOf(1) === storyOf(1) ? docOf(2) : docOf(1)}"`),
        ),
      /scores\/2026-11\.jsonl:1 tells the story \w{16}, and is no copy of what began it /,
    ],
    [
      'a document that its link does not give',
      () => edit(november, (text) => text.replace(/"doc":"\w{4}/, '"doc":"ffff')),
      /mentions\/2026-11\.jsonl:1 has a `doc` that is not the hash of its link, and an `id` that is: it was edited by hand/,
    ],
    [
      'a source that did not carry it',
      () => edit(november, (text) => text.replace('"source":"paper"', '"source":"gazette"')),
      /mentions\/2026-11\.jsonl:1 has an `id` that does not follow from its source and link/,
    ],
    [
      'a mention that was emptied by hand',
      () =>
        edit(november, (text) =>
          text.replace(
            /"url":"[^"]*","title":"[^"]*","excerpt":"[^"]*"/,
            '"url":null,"title":"","excerpt":""',
          ),
        ),
      /mentions\/2026-11\.jsonl:1 has no words and no link, where others of its month have/,
    ],
    [
      'something forgotten that is still there',
      () =>
        put(
          'forgotten.jsonl',
          `{"v":1,"at":"2026-11-02T00:00:00Z","hash":"${JSON.parse(lineOf(november, 2)).id}","what":"id"}\n`,
        ),
      /mentions\/2026-11\.jsonl:2 was forgotten, and still stands here/,
    ],
  ];
  it.each(broken)('E05: names file and line of %s', async (_, breakIt, expected) => {
    breakIt();
    const { exit, said } = await verify();
    expect(said).toMatch(expected);
    expect(exit).toBe(1);
  });

  it('E05: lets a damaged month alone; the next night goes on beside it', async () => {
    appendFileSync(path(november), '{"v":1,"id":"half');
    const damaged = read(november);
    writeFileSync(
      join(dir, 'paper.xml'),
      '<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link><item><title>Saltmarsh Bakery, again</title><link>https://paper.example/new</link></item></channel></rss>',
    );
    await earshot(dir, '2026-11-03', 'collect');
    expect(read(november)).toBe(damaged);
    expect(read('mentions/2026-11.b.jsonl')).toContain('Saltmarsh Bakery, again');
    const { printed } = await verify('--json');
    expect(JSON.parse(printed).findings).toEqual([
      { file: november, line: 3, why: 'the file ends in half a line' },
    ]);
  });

  it('E02: names a symbolic link in place of a file or folder, and does not follow it', async () => {
    const outside = join(dir, 'outside');
    cpSync(path('mentions'), outside, { recursive: true });
    rmSync(path('mentions'), { recursive: true });
    symlinkSync(outside, path('mentions'));
    const { exit, said } = await verify();
    expect(said).toMatch(/data\/mentions is a symbolic link/);
    expect(exit).toBe(1);
  });

  it('says what it did not check, and never that all is as it was written, once a query is edited', async () => {
    edit(scores, (text) => text.replace(/"label":"\w+"/, '"label":"unscored"'));
    expect((await verify()).exit).toBe(1);
    writeFileSync(
      join(dir, 'brand.yml'),
      readFileSync(join(dir, 'brand.yml'), 'utf8').replace(' }', ', none: [car] }'),
    );
    const { exit, said, printed } = await verify('--json');
    expect(said).not.toMatch(/as it was written/);
    expect(said.trim().split('\n').at(-1)).toMatch(
      /Not checked: 4 scores that another config or scorer made \(.*config \w{12}\), which `npm run -s earshot -- replay` makes anew\.$/,
    );
    expect(JSON.parse(printed)).toMatchObject({
      findings: [],
      notChecked: [expect.stringMatching(/^4 scores/)],
    });
    expect(exit).toBe(0);
  });

  it('names rows of labels that cannot be used, or that speak of what is not there', async () => {
    const { id } = JSON.parse(lineOf(november, 1));
    put(
      'labels.csv',
      `mention,brand,tone\nm${id},saltmarsh,neutral\nm${id},harbour,neutral\nm${id},saltmarsh,meh\n`,
    );
    const { exit, said } = await verify();
    expect(exit).toBe(1);
    expect(said).toContain(`data/labels.csv:3 speaks of the mention m${id} of harbour, which is not there`);
    expect(said).toContain('data/labels.csv:4 has the tone "meh"; there are negative, neutral, positive');
    put('labels.csv', `mention,brand,tone\nm${id},saltmarsh,neutral\n`);
    expect((await earshot(dir, '2026-11-02', 'measure')).exit).toBe(0);
    expect((await verify()).said).not.toContain('labels.csv');
  });

  it('says that nothing of git was looked at where there is none', async () => {
    rmSync(join(dir, '.git'), { recursive: true });
    const { exit, said } = await verify();
    expect(said).toMatch(/Not checked: what git once had, since no commit holds these lines\.\s*$/);
    expect(exit).toBe(0);
  });

  it('takes a night that was repeated with the same clock for no forgery', async () => {
    await earshot(dir, '2026-11-02', 'collect');
    await earshot(dir, '2026-11-02', 'measure');
    expect(read(runs).trim().split('\n')).toHaveLength(2);
    expect(await verify()).toMatchObject({ exit: 0 });
  });

  it('names places in lines first, and sums up figures last', async () => {
    edit('figures/mentions.json', (text) => text.replace(/"value":\d/, '"value":7'));
    appendFileSync(path(runs), 'nonsense\n');
    const { said } = await verify();
    expect(said).toMatch(/runs\/2026-11\.jsonl:2 is not JSON[\s\S]*\d figure files? differs?/);
  });

  it('E07: names a file that GitHub will refuse', async () => {
    const line = `${lineOf(runs, 1)}\n`;
    put(runs, line.repeat(Math.ceil(50_000_001 / line.length)));
    expect((await verify()).said).toMatch(/runs\/2026-11\.jsonl has \d+ bytes; GitHub warns at 50 MB/);
  }, 60_000);
});

describe('a line that was edited by hand', () => {
  const soften = () => edit(november, (text) => text.replaceAll('awful', 'lovely'));

  it('E06: is named where it is not committed yet', async () => {
    edit(november, (text) => text.replace('they say', 'some say'));
    const { exit, said } = await verify();
    expect(said).toMatch(
      /mentions\/2026-11\.jsonl:1 is not what it was \(\w{16} saltmarsh\): it was changed since the last commit/,
    );
    expect(exit).toBe(1);
  });

  it('E06: is named with its commit, though nights followed', async () => {
    edit(november, (text) => text.replace('they say', 'some say'));
    git(dir, 'commit', '-q', '-am', 'tidy up');
    const commit = git(dir, 'rev-parse', '--short=10', 'HEAD').trim();
    await earshot(dir, '2026-11-03', 'night', '--no-push');
    const { exit, said } = await verify();
    expect(said).toMatch(
      new RegExp(`mentions/2026-11\\.jsonl:1 is not what it was .* \\(commit ${commit}\\)`),
    );
    expect(exit).toBe(1);
    edit(november, (text) => text.replace('some say', 'they say'));
    expect((await verify()).said).not.toMatch(/is not what it was/);
  });

  it('E06: is told by its score where there is no git', async () => {
    rmSync(join(dir, '.git'), { recursive: true });
    soften();
    const { said } = await verify();
    expect(said).toMatch(
      /mentions\/2026-11\.jsonl:\d does not give the tone.* in scores\/2026-11\.jsonl:\d: one of the two lines was edited by hand/,
    );
  });

  it('E06: that was taken out is missed, unless `forget` did it', async () => {
    const text = read(november);
    const gone = JSON.parse(lineOf(november, 1));
    edit(november, (all) => all.slice(all.indexOf('\n') + 1));
    edit(scores, (all) =>
      all
        .split('\n')
        .filter((line) => !line.includes(gone.id))
        .join('\n'),
    );
    expect((await verify()).said).toMatch(
      new RegExp(`mentions/2026-11\\.jsonl lacks a line that it had \\(${gone.id} saltmarsh\\)`),
    );
    put(november, text);
    git(dir, 'checkout', '-q', '--', 'data');
    await earshot(dir, '2026-11-02', 'forget', gone.id);
    await earshot(dir, '2026-11-02', 'measure');
    expect(await verify()).toMatchObject({ exit: 0 });
    git(dir, 'add', '-A');
    git(dir, 'commit', '-q', '-m', 'data: forget');
    expect(await verify()).toMatchObject({ exit: 0 });
  });

  it('is not what `forget --before` left, before and after it is committed', async () => {
    await earshot(dir, '2026-11-02', 'forget', '--before', '2026-11');
    expect(read('mentions/2026-10.jsonl')).not.toContain('queue');
    expect(await verify()).toMatchObject({ exit: 0 });
    git(dir, 'commit', '-q', '-am', 'data: forget');
    expect(await verify()).toMatchObject({ exit: 0 });
  });
});
