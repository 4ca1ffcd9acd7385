import {
  existsSync,
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
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../collector/commands/program.ts';
import { addressOf } from '../collector/commands/repository.ts';
import { plainLine } from '../collector/commands/world.ts';
import { quietWorld } from './quiet-world.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-commands-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let dir = '';
let config = '';
beforeEach(() => {
  dir = mkdtempSync(join(scratch, 'case-'));
  config = join(dir, 'brand.yml');
  writeFileSync(join(dir, 'a.xml'), feed('Saltmarsh Bakery opens'));
  writeFileSync(config, brandWith('{ id: paper, type: feed, url: a.xml }'));
});

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link><item><title>${title}</title><link>https://paper.example/1</link><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>`;
const brandWith = (...sources: string[]) =>
  `brand: { id: saltmarsh, name: Saltmarsh Bakery }\nsources:\n${sources.map((line) => `  - ${line}\n`).join('')}`;

async function earshot(...args: string[]) {
  const world = quietWorld();
  const exit = await run(
    [...args, '--config', config, '--data', join(dir, 'data'), '--now', '2026-11-03T04:17:00Z'],
    world,
  );
  return { exit, said: world.said(), printed: world.printed() };
}

describe('a command', () => {
  it('counts one source, item and mention as one', async () => {
    expect((await earshot('collect')).said).toContain('1 source read');
    expect((await earshot('try', 'paper')).said).toContain('1 item, 1 mention; nothing was written');
  });

  it('ends with 0 where a source answered, though another failed', async () => {
    writeFileSync(
      config,
      brandWith('{ id: paper, type: feed, url: a.xml }', '{ id: gone, type: feed, url: b.xml }'),
    );
    const { exit, printed } = await earshot('collect', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      mentions: 1,
      sources: [
        { status: 'ok', kept: 1 },
        { status: 'failed', reason: 'not_found' },
      ],
    });
  });

  it('ends with 1 and writes nothing where the config is wrong, and tells every error', async () => {
    writeFileSync(config, brandWith('{ id: paper, type: feeed, url: a.xml }').replace('name:', 'nmae:'));
    const { exit, said } = await earshot('collect');
    expect(exit).toBe(1);
    expect(said).toMatch(/brand\.yml:1:\d+ brand\.nmae: unknown key "nmae"; did you mean "name"\?/);
    expect(said).toMatch(/brand\.yml:3:\d+ sources\.0\.type: found "feeed"; did you mean "feed"\?/);
    expect(existsSync(join(dir, 'data'))).toBe(false);
  });

  it('tells where in a query something is wrong', async () => {
    writeFileSync(config, `brand: { id: a, name: A, match: '"open quote AND x' }\n`);
    const { exit, said } = await earshot('collect');
    expect(exit).toBe(1);
    expect(said).toMatch(/brand\.yml:1:26 brand\.match: .+/);
  });

  it.each([
    ['colect'],
    ['collect', '--nwo'],
    ['collect', '--now', 'yesterday'],
    ['collect', '--only', 'nobody'],
  ])('ends with 1 where it is not understood: %s %s', async (...args) => {
    const world = quietWorld();
    const now = args.includes('--now') ? [] : ['--now', '2026-11-03T04:17:00Z'];
    expect(await run([...args, ...now, '--config', config, '--data', join(dir, 'data')], world)).toBe(1);
    expect(world.said()).not.toBe('');
    expect(existsSync(join(dir, 'data'))).toBe(false);
  });

  it('ends with 2 where no source answered, and notes the attempt in the ledger', async () => {
    writeFileSync(config, brandWith('{ id: gone, type: feed, url: b.xml }'));
    expect((await earshot('collect')).exit).toBe(2);
    expect(readFileSync(join(dir, 'data/runs/2026-11.jsonl'), 'utf8')).toMatch(
      /"status":"failed","reason":"not_found"/,
    );
  });

  it('ends with 3 and writes nothing where a folder of the data is a link to elsewhere', async () => {
    const elsewhere = mkdtempSync(join(scratch, 'elsewhere-'));
    mkdirSync(join(dir, 'data'));
    symlinkSync(elsewhere, join(dir, 'data/mentions'));
    expect((await earshot('collect')).exit).toBe(3);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(existsSync(join(dir, 'data/runs'))).toBe(false);
  });

  it('writes nothing under --dry-run', async () => {
    const { exit, said } = await earshot('collect', '--dry-run');
    expect(exit).toBe(0);
    expect(said).toMatch(/1 new mention; nothing was written/);
    expect(existsSync(join(dir, 'data/mentions'))).toBe(false);
  });

  it('run twice adds no mention and no score and changes no byte of them', async () => {
    await earshot('collect');
    const files = ['mentions', 'scores'].map((folder) => join(dir, 'data', folder, '2026-11.jsonl'));
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const { printed } = await earshot('collect', '--json');
    expect(JSON.parse(printed)).toMatchObject({ mentions: 0, scores: 0 });
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  it('asks anew what a source still holds when a brand is added', async () => {
    writeFileSync(join(dir, 'a.xml'), feed('Saltmarsh Bakery and Crumb Club open'));
    await earshot('collect');
    writeFileSync(
      config,
      `${brandWith('{ id: paper, type: feed, url: a.xml }')}competitors: [{ id: crumb, name: Crumb Club }]\n`,
    );
    const { printed } = await earshot('collect', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      mentions: 1,
      sources: [{ status: 'ok', dropped: { known: 1 } }],
    });
  });

  it('reads no file outside the folder of its config', async () => {
    writeFileSync(join(scratch, 'outside.xml'), feed('Saltmarsh Bakery outside'));
    symlinkSync(join(scratch, 'outside.xml'), join(dir, 'link.xml'));
    writeFileSync(config, brandWith('{ id: link, type: feed, url: link.xml }'));
    const { exit, printed } = await earshot('collect', '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ mentions: 0, sources: [{ reason: 'not_found' }] });
  });

  it('E04: asks nothing of http://localhost:3000/feed, whatever the config allows', async () => {
    const inner = `{ id: inner, type: feed, url: 'http://localhost:3000/feed' }`;
    for (const more of ['', 'network: { http: [localhost] }\n']) {
      writeFileSync(config, brandWith(inner) + more);
      const { exit, printed } = await earshot('collect', '--json');
      expect(exit).toBe(2);
      expect(JSON.parse(printed)).toMatchObject({
        mentions: 0,
        sources: [{ source: 'inner', status: 'failed', reason: 'non_public' }],
      });
    }
  });

  it('gives a feed without TLS that a list names its own line in the ledger', async () => {
    const outline = '<outline type="rss" text="x" xmlUrl="http://plain.test/rss"/>';
    writeFileSync(join(dir, 'list.opml'), `<opml version="2.0"><body>${outline}</body></opml>`);
    writeFileSync(config, brandWith('{ id: trade, type: opml, url: list.opml }'));
    const { printed } = await earshot('collect', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      sources: [
        { source: 'trade', status: 'ok' },
        { status: 'failed', reason: 'not_tls', detail: expect.stringContaining('network.http') },
      ],
    });
  });

  it('repeats no password that stands in an address of its config', async () => {
    writeFileSync(config, brandWith(`{ id: x, type: feed, url: 'https://someone:hunter2@paper.test/feed' }`));
    const { exit, said } = await earshot('collect');
    expect(exit).toBe(1);
    expect(said).toMatch(/brand\.yml:3:\d+ sources\.0\.url: found "https:…@paper\.test\/feed", expected/);
    expect(said).not.toMatch(/hunter2|someone/);
  });

  it('E04: refuses --allow-private in CI', async () => {
    const world = quietWorld({ env: { CI: 'true' } });
    const exit = await run(
      ['collect', '--config', config, '--data', join(dir, 'data'), '--allow-private', 'localhost'],
      world,
    );
    expect(exit).toBe(1);
    expect(world.said()).toMatch(/refused in CI/);
  });

  it('says of a query which of its groups, languages and sites there are not, and where', async () => {
    const source = '{ id: paper, type: feed, url: a.xml }';
    const errors: (string | undefined)[] = [];
    for (const query of ['group:newz', 'lang:jp', 'site:*.test']) {
      const text = brandWith(source).replace(
        'name: Saltmarsh Bakery',
        `name: Saltmarsh Bakery, match: 'saltmarsh ${query}'`,
      );
      writeFileSync(config, text);
      const { exit, said } = await earshot('collect');
      expect(exit).toBe(1);
      errors.push(/brand\.yml:1:\d+ brand\.match: (.*)/.exec(said)?.[1]);
    }
    expect(errors).toEqual([
      'no source has the group "newz": did you mean group:news? (there are news) (character 11)',
      'lang: knows no language "jp": did you mean lang:ja? (character 11)',
      'site: takes no wildcards, for a domain means its subdomains too: did you mean site:test? (character 11)',
    ]);
  });

  it('says of an opt-in source which words must be accepted, and asks it nothing', async () => {
    writeFileSync(config, brandWith('{ id: app, type: app-store, app: 1, country: gb }'));
    const { exit, said } = await earshot('collect');
    expect(exit).toBe(2);
    expect(said).toMatch(/app {2}refused .*terms_not_accepted: off until brand\.yml says "accept:"/);
    expect((await earshot('doctor', '--offline')).said).toMatch(/PROBLEM .*stays off until/);
  });

  it('build empties no folder but one that an earlier build filled', async () => {
    const kept = join(dir, 'precious');
    mkdirSync(kept);
    writeFileSync(join(kept, 'keep.txt'), 'x');
    mkdirSync(join(dir, 'data'));
    for (const out of ['.', 'site', 'collector/x', '..', dir, join(dir, 'data'), join(dir, 'data/x'), kept]) {
      const { exit, said } = await earshot('build', '--out', out);
      expect(exit, out).toBe(1);
      expect(said, out).toMatch(/the build empties its folder/);
    }
    expect(readFileSync(join(kept, 'keep.txt'), 'utf8')).toBe('x');
    expect(existsSync(config)).toBe(true);
  });

  it('names every place in the data that it cannot read, and goes on', async () => {
    await earshot('collect');
    const runs = join(dir, 'data/runs/2026-11.jsonl');
    writeFileSync(runs, `${readFileSync(runs, 'utf8')}<<<<<<< HEAD\n`);
    const { printed } = await earshot('collect', '--json');
    expect(JSON.parse(printed)).toMatchObject({ problems: [{ file: 'runs/2026-11.jsonl', line: 2 }] });
    expect((await earshot('measure')).said).toMatch(/runs\/2026-11\.jsonl:2 a mark of a merge conflict/);
  });

  it('says that scores of another config stay as they are', async () => {
    await earshot('collect');
    writeFileSync(config, `${brandWith('{ id: paper, type: feed, url: a.xml }')}words: { sick: positive }\n`);
    expect((await earshot('collect')).said).toMatch(/1 score of the last months: made with another config/);
  });

  it('does not send validators after a change of what is looked for, and keeps those of other sources', async () => {
    const two = ['{ id: paper, type: feed, url: a.xml }', '{ id: again, type: feed, url: a.xml }'] as const;
    writeFileSync(config, brandWith(...two));
    await earshot('collect');
    writeFileSync(config, brandWith(two[0], two[1].replace('url', 'category: true, url')));
    expect(JSON.parse((await earshot('collect', '--json')).printed)).toMatchObject({
      sources: [{ status: 'not_modified' }, { status: 'ok' }],
    });
  });

  it('covers no silent weeks after state.json was deleted', async () => {
    await earshot('collect');
    rmSync(join(dir, 'data/state.json'));
    const later = feed('Saltmarsh Bakery is back').replace('02 Nov', '20 Dec').replace('/1<', '/2<');
    writeFileSync(join(dir, 'a.xml'), later);
    const world = quietWorld();
    const args = [
      'collect',
      '--json',
      '--config',
      config,
      '--data',
      join(dir, 'data'),
      '--now',
      '2026-12-21T04:17:00Z',
    ];
    expect(await run(args, world)).toBe(0);
    expect(JSON.parse(world.printed())).toMatchObject({
      sources: [{ status: 'capped', reason: 'window_overflow', coversFrom: '2026-12-20T08:00:00Z' }],
    });
  });

  it('makes up for missed nights with what a feed still holds, and leaves the rest a gap', async () => {
    const nightAt = async (now: string, titles: string[]) => {
      const items = titles.map(
        (day) =>
          `<item><title>Saltmarsh Bakery on ${day}</title><link>https://paper.example/${day}</link><pubDate>${new Date(`${day}T08:00:00Z`).toUTCString()}</pubDate></item>`,
      );
      writeFileSync(join(dir, 'a.xml'), feed('x').replace(/<item>.*<\/item>/, items.join('')));
      const world = quietWorld();
      await run(['collect', '--json', '--config', config, '--data', join(dir, 'data'), '--now', now], world);
      return JSON.parse(world.printed()).sources[0];
    };
    await nightAt('2026-11-03T04:17:00Z', ['2026-11-01', '2026-11-02']);
    // Three nights were lost; one known item is still listed, so nothing left the window unread.
    expect(await nightAt('2026-11-07T04:17:00Z', ['2026-11-02', '2026-11-05', '2026-11-06'])).toMatchObject({
      status: 'ok',
      kept: 2,
      coversFrom: '2026-11-03T04:17:00Z',
    });
    // Three more; this time all that it lists is new.
    expect(await nightAt('2026-11-11T04:17:00Z', ['2026-11-09', '2026-11-10'])).toMatchObject({
      status: 'capped',
      overflow: true,
      coversFrom: '2026-11-09T08:00:00Z',
    });
  });

  it('stores each item once and none as an edit where all share one link, however few a night lists', async () => {
    const nightOf = async (day: number, names: string[]) => {
      const items = names.map(
        (name) =>
          `<item><title>Saltmarsh Bakery: ${name}</title><link>https://paper.example/home</link><guid isPermaLink="false">${name}</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>`,
      );
      writeFileSync(join(dir, 'a.xml'), feed('x').replace(/<item>.*<\/item>/, items.join('')));
      const world = quietWorld();
      const now = `2026-11-0${day}T04:17:00Z`;
      await run(['collect', '--json', '--config', config, '--data', join(dir, 'data'), '--now', now], world);
      return JSON.parse(world.printed()).mentions;
    };
    expect(await nightOf(3, ['a', 'b'])).toBe(2);
    expect(await nightOf(4, ['b'])).toBe(0);
    expect(await nightOf(5, ['c'])).toBe(1);
    expect(await nightOf(6, ['d', 'c'])).toBe(1);
  });

  it('doctor says what to click where the repository is known', async () => {
    const world = quietWorld({ env: { GITHUB_REPOSITORY: 'acme/earshot' } });
    expect(await run(['doctor', '--offline', '--config', config], world)).toBe(0);
    expect(world.said()).toContain('https://github.com/acme/earshot/settings/pages › Source: GitHub Actions');
    expect(world.said()).toContain('https://github.com/acme/earshot/actions');
  });

  it('repeats, on the catch-up tick, a night in which nothing answered', async () => {
    writeFileSync(config, brandWith('{ id: paper, type: feed, url: b.xml }'));
    expect((await earshot('night', '--no-push')).exit).toBe(2);
    const again = await earshot('night', '--no-push', '--if-older-than', '20h');
    expect(again.exit).toBe(2);
    writeFileSync(join(dir, 'b.xml'), feed('Saltmarsh Bakery answers'));
    expect((await earshot('night', '--no-push', '--if-older-than', '20h')).said).toMatch(/1 new mention/);
    expect((await earshot('night', '--no-push', '--if-older-than', '20h')).said).toMatch(/nothing to do/);
  });

  it('drops rows of an export whose date cannot be read, and says so', async () => {
    mkdirSync(join(dir, 'inbox'));
    const rows = [
      'Text,Date,Id',
      'Saltmarsh Bakery is fine,2025-11-01,1',
      'Saltmarsh Bakery is dear,notadate,2',
    ];
    writeFileSync(join(dir, 'inbox/x.csv'), rows.join('\n'));
    writeFileSync(
      config,
      brandWith('{ id: x, type: import, file: inbox/x.csv, columns: { text: Text, date: Date, id: Id } }'),
    );
    const { exit, printed } = await earshot('import', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ mentions: 1, sources: [{ dropped: { bad_date: 1 } }] });
    expect(JSON.parse((await earshot('import', '--json')).printed)).toMatchObject({ mentions: 0 });
  });

  it('refuses a folder as config, in words', async () => {
    const world = quietWorld();
    expect(await run(['collect', '--config', dir], world)).toBe(1);
    expect(world.said()).toMatch(/there is no such config/);
  });
});

describe('a line for people', () => {
  it('cannot move a cursor, nor give a command to the runner that shows the log', () => {
    expect(plainLine('::error file=x::\u001b[2Jboo\r\n::set-output\u2028\u202e')).toBe(
      '  : :error file=x:: [2Jboo ::set-output \n',
    );
    for (const text of ['::add-mask::x', '\n ::stop-commands::y', 'a ##[error]']) {
      expect(
        plainLine(text)
          .split('\n')
          .filter((line) => /^\s*::|##\[/.test(line)),
      ).toEqual([]);
    }
  });
});

describe('the address of a repository', () => {
  it.each([
    ['git@github.com:acme/earshot.git', 'https://github.com/acme/earshot'],
    ['https://github.com/acme/earshot', 'https://github.com/acme/earshot'],
    ['https://user:secret@github.com/acme/earshot.git', 'https://github.com/acme/earshot'],
    ['ssh://git@gitlab.example.com/acme/earshot.git', 'https://gitlab.example.com/acme/earshot'],
    ['/srv/git/earshot.git', null],
    ['../earshot', null],
  ])('%s is %s', (remote, address) => {
    expect(addressOf(remote)).toBe(address);
  });
});
