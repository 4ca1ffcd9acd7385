import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../collector/commands/program.ts';
import type { QueryReport } from '../collector/commands/query-report.ts';
import { quietWorld } from './quiet-world.ts';

const scratch = mkdtempSync(join(tmpdir(), 'earshot-query-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Said = { title: string; text?: string; link?: string; date?: string };
let server: Server;
let host = '';
let [dir, config, old] = ['', '', ''];
let held: Said[] | undefined;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const feed = (items: Said[]) =>
  `<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link>${items
    .map(
      ({ title, text = '', link, date = 'Mon, 02 Nov 2026 08:00:00 GMT' }, at) =>
        `<item><title>${escaped(title)}</title><link>${link ?? `https://paper.example/${at}/${encodeURIComponent(title).slice(0, 40)}`}</link><pubDate>${date}</pubDate><description>${escaped(text)}</description></item>`,
    )
    .join('')}</channel></rss>`;

beforeEach(async () => {
  dir = mkdtempSync(join(scratch, 'case-'));
  config = join(dir, 'brand.yml');
  old = join(dir, 'old-brand.yml');
  server = createServer((request, response) => {
    if (request.url === '/rss' && held) response.writeHead(200).end(feed(held));
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

const written = (match: string, rest = '') =>
  `brand: { id: northwind, name: Northwind, match: '${match}'${rest} }
competitors: [{ id: bluebird, name: Bluebird }]
sources: [{ id: paper, type: feed, url: "http://${host}/rss", group: news }]
network: { http: ['${host.split(':')[0]}'] }
`;

async function earshot(args: string[], now = '2026-11-04T04:17:00Z') {
  const world = quietWorld({ pauseMs: 1, cwd: dir });
  const common = [
    '--config',
    'brand.yml',
    '--data',
    join(dir, 'data'),
    '--now',
    now,
    '--allow-private',
    host,
  ];
  const exit = await run([...args, ...common], world);
  return { exit, said: world.said(), printed: world.printed() };
}

/** Collects what the feed holds under a query, then changes the query. */
async function nightThenChange(match: string, items: Said[], changed: string, rest = '') {
  held = items;
  writeFileSync(config, written(match));
  writeFileSync(old, written(match));
  expect((await earshot(['collect'], '2026-11-03T04:17:00Z')).exit).toBe(0);
  writeFileSync(config, written(changed, rest));
}
async function report(...args: string[]): Promise<QueryReport> {
  const { exit, printed, said } = await earshot(['query', '--against', 'old-brand.yml', '--json', ...args]);
  expect([exit, exit === 0 || said]).toEqual([0, true]);
  return JSON.parse(printed);
}

/** Every file with its bytes and its time. */
function snapshot(folder: string): unknown[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, statSync(file).mtimeMs, readFileSync(file, 'utf8')]);
}

const filler = 'There is more to say of the harbour and of its gulls and ropes. '.repeat(8);
/** On a first reading, time is covered from the oldest item on, which stands last. */
const longAgo = { title: 'Rain', date: 'Fri, 30 Oct 2026 08:00:00 GMT' };
const stored: Said[] = [
  { title: 'Northwind pours coffee' },
  { title: 'Northwind sails on', text: 'A boat named Northwind left.' },
  { title: 'Northwind car is late', text: 'No coffee on board.' },
  { title: 'Northwind on the pier', text: `${filler} Northwind came. ${filler} The coffee was good.` },
  { title: 'Bluebird pours coffee' },
  longAgo,
];

describe('earshot query', () => {
  it('names what a changed query would lose of what is stored, with the part of the query that fails', async () => {
    await nightThenChange('northwind', stored, 'northwind NEAR/3 coffee', ', none: [car]');
    const [brand] = (await report()).brands;
    expect(brand).toMatchObject({
      id: 'northwind',
      before: { match: 'northwind' },
      after: { match: 'northwind NEAR/3 coffee', none: ['car'] },
    });
    expect(brand?.stored.counted).toBe(4);
    expect(brand?.stored.lost).toMatchObject({ count: 2, already: 0 });
    expect(brand?.stored.unknown.count).toBe(1);
    expect(
      brand?.stored.lost.samples.map(({ title, site, date, reason }) => [title, site, date, reason]).sort(),
    ).toEqual([
      [
        'Northwind car is late',
        'paper.example',
        '2026-11-02',
        '“coffee” is not within 3 words of “northwind”',
      ],
      ['Northwind sails on', 'paper.example', '2026-11-02', '“coffee” is not there'],
    ]);
  });

  it('counts apart what the stored part of a text cannot tell', async () => {
    await nightThenChange('northwind', stored, 'northwind AND coffee');
    const [brand] = (await report('--offline')).brands;
    expect(brand?.stored.lost.samples.map(({ title }) => title)).toEqual(['Northwind sails on']);
    expect(brand?.stored.unknown.count).toBe(1);
    expect(brand?.stored.unknown.samples[0]).toMatchObject({
      title: 'Northwind on the pier',
      reason: '“coffee” is not there, in the part that is stored',
    });
  });

  it('cannot tell of mentions whose words were taken out: they are neither lost nor back, whatever is asked', async () => {
    await nightThenChange('northwind', stored, 'northwind AND coffee');
    await earshot(['forget', '--before', '2026-12']);
    const [brand] = (await report('--offline')).brands;
    expect(brand?.stored).toMatchObject({ counted: 4, lost: { count: 0 }, unknown: { count: 4 } });
    expect(brand?.stored.unknown.reasons).toEqual([{ reason: 'its words were taken out', count: 4 }]);
    const scores = join(dir, 'data/scores/2026-11.jsonl');
    writeFileSync(scores, readFileSync(scores, 'utf8').replaceAll('"relevant":true', '"relevant":false'));
    const [dropped] = (await report('--offline')).brands;
    expect(dropped?.stored).toMatchObject({ counted: 0, regained: { count: 0 }, unknown: { count: 0 } });
  });

  it('names words of none and of context', async () => {
    await nightThenChange('northwind', stored, 'northwind', ', none: [car, boat*], context: [coffee]');
    const [brand] = (await report('--offline')).brands;
    expect(brand?.stored.lost.reasons).toEqual([
      { reason: 'excluded by none: “boat*”', count: 1 },
      { reason: 'excluded by none: “car”', count: 1 },
    ]);
  });

  it('reads the sources and names what the changed query would gain, but not what is stored or was kept before', async () => {
    await nightThenChange('northwind', stored, 'northwind OR "nw coffee"');
    held = [...stored, { title: 'NW Coffee opens' }, { title: 'Northwind again' }, { title: 'Snow' }];
    const { brands, sources } = await report();
    expect(brands[0]?.stored.lost.count).toBe(0);
    expect(brands[0]?.gained).toMatchObject({
      count: 1,
      samples: [{ title: 'NW Coffee opens', site: 'paper.example', reason: 'matches “nw coffee”' }],
    });
    expect(sources).toEqual([{ id: 'paper', status: 'ok', items: 9 }]);
  });

  it('asks nobody when told to stay offline, and says what that leaves open', async () => {
    await nightThenChange('northwind', stored, 'northwind AND coffee');
    server.close();
    const { exit, said } = await earshot(['query', '--against', 'old-brand.yml', '--offline']);
    expect(exit).toBe(0);
    expect(said).toMatch(/gained: no source was read/);
    expect(said).toMatch(/never stored/);
  });

  it('names a source that fails, and goes on', async () => {
    await nightThenChange('northwind', stored, 'northwind AND coffee');
    held = undefined;
    const { sources, brands } = await report();
    expect(sources).toMatchObject([{ id: 'paper', status: 'failed', reason: expect.any(String), items: 0 }]);
    expect(brands[0]?.gained?.count).toBe(0);
    expect((await earshot(['query', '--against', 'old-brand.yml'])).said).toMatch(
      /paper: failed, .*not known/,
    );
  });

  it('measures the headline figures twice, from the lines as they are and with the changed query', async () => {
    await nightThenChange('northwind', stored, 'northwind NOT (car OR boat)');
    const { figures } = await report('--offline');
    const effect = (figure: string, brand = 'northwind') =>
      figures.find((one) => one.figure === figure && one.brand === brand);
    expect(effect('mentions')).toMatchObject({ before: { value: 4 }, after: { value: 2 } });
    expect(effect('stories')).toMatchObject({ before: { n: 4 }, after: { n: 2 } });
    expect(effect('share-of-voice')).toMatchObject({ before: { value: 80 }, after: { value: 66.6667 } });
    expect(effect('share-of-voice', 'bluebird')).toMatchObject({
      before: { value: 20, low: expect.any(Number) },
      after: { value: 33.3333, high: expect.any(Number) },
    });
    expect(effect('mentions', 'bluebird')).toBeUndefined();
  });

  it('brings back what an earlier query had dropped', async () => {
    await nightThenChange('northwind', stored, 'northwind');
    const scores = join(dir, 'data/scores/2026-11.jsonl');
    const lines = readFileSync(scores, 'utf8').split('\n');
    writeFileSync(
      scores,
      lines.map((line) => line.replace('"relevant":true', '"relevant":false')).join('\n'),
    );
    writeFileSync(config, written('northwind AND coffee'));
    const { brands, figures } = await report('--offline');
    expect(brands[0]?.stored).toMatchObject({ counted: 0, lost: { count: 0 }, regained: { count: 3 } });
    expect(figures.find(({ figure, brand }) => figure === 'mentions' && brand === 'northwind')).toMatchObject(
      {
        before: { value: 0 },
        after: { value: 3 },
      },
    );
  });

  it('tells of a brand that leaves the panel and of one that joins it', async () => {
    await nightThenChange('northwind', stored, 'northwind');
    writeFileSync(
      config,
      written('northwind').replace('id: bluebird, name: Bluebird', 'id: pier, name: Pier'),
    );
    const { brands } = await report();
    expect(brands.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['pier', null, { name: 'Pier' }],
      ['bluebird', { name: 'Bluebird' }, null],
    ]);
    expect(brands[0]?.gained?.count).toBe(1);
    expect(brands[1]?.stored.lost.samples[0]?.reason).toBe('the brand is no longer in the panel');
  });

  it('writes nothing', async () => {
    await nightThenChange('northwind', stored, 'northwind OR snow');
    held = [...stored, { title: 'Snow' }];
    const before = snapshot(dir);
    for (const format of ['--json', '--markdown', '--offline'])
      expect((await earshot(['query', '--against', 'old-brand.yml', format])).exit).toBe(0);
    expect(snapshot(dir)).toEqual(before);
  });
});

describe('what earshot query compares', () => {
  it('is the config and a query of the command line, with what the config excludes', async () => {
    await nightThenChange('northwind', stored, 'northwind', ', none: [car]');
    const { printed, exit } = await earshot([
      'query',
      '--match',
      'northwind AND coffee',
      '--json',
      '--offline',
    ]);
    expect(exit).toBe(0);
    expect((JSON.parse(printed) as QueryReport).brands[0]).toMatchObject({
      before: { match: 'northwind', none: ['car'] },
      after: { match: 'northwind AND coffee', none: ['car'] },
    });
  });

  it('may be the words of a competitor', async () => {
    await nightThenChange('northwind', stored, 'northwind');
    const { printed } = await earshot([
      'query',
      '--brand',
      'bluebird',
      '--any',
      'blue bird,kingfisher',
      '--json',
      '--offline',
    ]);
    expect((JSON.parse(printed) as QueryReport).brands).toMatchObject([
      { id: 'bluebird', after: { any: ['blue bird', 'kingfisher'] }, stored: { lost: { count: 1 } } },
    ]);
  });

  it('is what git has at HEAD, or at another commit', async () => {
    await nightThenChange('northwind', stored, 'northwind');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@mail.example', ...args], {
        cwd: dir,
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', 'brand.yml');
    git('commit', '-qm', 'one');
    writeFileSync(config, written('northwind AND coffee'));
    const { printed } = await earshot(['query', '--json', '--offline']);
    const { compared, brands } = JSON.parse(printed) as QueryReport;
    expect(compared).toEqual({ before: 'HEAD:brand.yml', after: 'brand.yml' });
    expect(brands[0]?.stored.lost.count).toBe(1);
    git('commit', '-qam', 'two');
    expect((await earshot(['query', '--offline'])).said).toMatch(/No query differs between HEAD:brand.yml/);
    expect((await earshot(['query', '--offline', '--against', 'HEAD~1'])).said).toMatch(/lost: 1 of 4/);
  });

  it.each([
    [['--match', 'northwind AND'], /--match: expected a word.*\(character 14\)/],
    [['--any', '!!'], /--any\.0: "!!" holds no letter/],
    [['--match', 'x', '--brand', 'nobody'], /no brand has the id "nobody"; there are: northwind, bluebird/],
    [['--brand', 'nobody', '--against', 'brand.yml'], /no brand has the id "nobody"/],
    [['--match', 'x', '--against', 'brand.yml'], /leave --against out/],
    [['--against', 'nowhere.yml'], /no such file, and no commit/],
    [['--against=--output=x'], /no such file, and no commit/],
    [[], /nothing to compare with/],
  ])('ends with 1 where it cannot be: %j', async (args, message) => {
    await nightThenChange('northwind', stored, 'northwind');
    const { exit, said, printed } = await earshot(['query', ...args]);
    expect([exit, printed]).toEqual([1, '']);
    expect(said).toMatch(message);
  });

  it('says where the query as it was could not be read, and takes it to match nothing', async () => {
    await nightThenChange('northwind', stored, 'northwind');
    writeFileSync(old, written('northwind AND'));
    const { notices, brands } = await report();
    expect(notices[0]).toMatch(/old-brand\.yml brand\.match: expected .* it matches nothing/);
    expect(brands[0]?.stored.lost.count).toBe(0);
  });
});

describe('the Markdown of earshot query', () => {
  const hostile =
    'northwind @everyone-org/team closes #1 ![p](https://x.example/pixel) &lt;details&gt;&lt;img src=x&gt; ```js [x](javascript:alert(1)) | a';

  it('C20: shows hostile titles, addresses and queries as code, without a live mention, picture or link', async () => {
    await nightThenChange(
      'northwind',
      [
        { title: hostile, link: 'https://github.com/acme/earshot/issues/1' },
        { title: 'Northwind two', link: 'https://paper.example/@everyone-org/team?x=)![](' },
        { title: 'Northwind three', link: 'https://paper.example/three?a=1' },
        ...stored,
      ],
      'kingfisher OR "@acme/team closes #2 `x` <b>"',
    );
    const { printed, exit } = await earshot(['query', '--against', 'old-brand.yml', '--markdown']);
    expect(exit).toBe(0);
    expect(printed).toContain('**Lost: 7** of 7 stored mentions');
    expect(printed).toContain('<https://paper.example/three?a=1>');
    const outsideOfCode = printed
      .replace(/`[^`\n]*`/g, '')
      .replace(/<https:\/\/paper\.example\/[\w/%?=]+>/g, '');
    expect(outsideOfCode).not.toMatch(/@|#\d|!\[|\]\(|[<>`]|javascript|github\.com/);
    expect(printed).toMatch(/^\| Mentions \| `northwind` \| 7, n 7 \| 0, n 0 \|$/m);
  });

  it('C20: stays below 60 kB, with the figures in it', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ title: `Northwind ${at} ${'ü'.repeat(280)}` }));
    const competitors = Array.from(
      { length: 12 },
      (_, at) => `{ id: n${at}, name: Northwind ${at}, any: [northwind] }`,
    );
    const withAll = (text: string) =>
      text.replace(/competitors:.*/, `competitors: [${competitors.join(', ')}]`);
    held = [...many, longAgo];
    for (const file of [config, old]) writeFileSync(file, withAll(written('northwind')));
    await earshot(['collect'], '2026-11-03T04:17:00Z');
    writeFileSync(config, withAll(written('snow')).replaceAll('any: [northwind]', 'any: [snow]'));
    const { printed } = await earshot(['query', '--against', 'old-brand.yml', '--markdown', '--offline']);
    expect(Buffer.byteLength(printed)).toBeLessThan(60_001);
    expect(Buffer.byteLength(printed)).toBeGreaterThan(40_000);
    expect(printed).toMatch(/more lines\.\n$/);
    expect(printed).toContain('| Mentions | `n11` | 40, n 40 | 0, n 0 |');
  });
});
