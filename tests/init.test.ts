import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configOf } from '#contract';
import { readHomePage } from '../collector/commands/home-page.ts';
import { initCommand } from '../collector/commands/init.ts';
import { idOf, propose, writeConfig } from '../collector/commands/init-config.ts';
import type { Interview } from '../collector/commands/interview.ts';
import { run } from '../collector/commands/program.ts';
import { loadConfig } from '../collector/config/load-config.ts';
import { queryErrors } from '../collector/select/select.ts';
import { sourceSchema, sourceTypes } from '../collector/sources/registry.ts';
import { quietWorld } from './quiet-world.ts';

let dir = '';
let pages: Record<string, string> = {};
let asked: string[] = [];
let server: Server;
let home = '';
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'earshot-init-'));
  [pages, asked] = [{}, []];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body ?? '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.close();
});

const feed = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>News</title>${titles.map((title, at) => `<item><title>${title}</title><link>https://saltmarsh.example/${at}</link></item>`).join('')}</channel></rss>`;
const load = (text: string) => loadConfig(text, 'brand.yml', configOf(sourceSchema), [queryErrors]);
const written = () => readFileSync(join(dir, 'brand.yml'), 'utf8');

async function init(...args: string[]) {
  const world = quietWorld({ cwd: dir, pauseMs: 1 });
  const exit = await run(['init', '--allow-private', new URL(home).host, ...args], world);
  return { exit, said: world.said(), printed: world.printed() };
}

describe('init', () => {
  it('writes a config that is right from nothing but a name', async () => {
    const { exit, said } = await init('--name', 'Saltmarsh Bakery');
    expect(exit).toBe(0);
    expect(said).toContain('brand.yml is written');
    const loaded = load(written());
    expect(loaded.ok && loaded.config.brand).toMatchObject({
      id: 'saltmarsh-bakery',
      name: 'Saltmarsh Bakery',
    });
    expect(loaded.ok && loaded.config.sources.map(({ type }) => type)).toContain('hacker-news');
  });

  it('finds the feeds that the home page declares, and keeps those that answer as feeds', async () => {
    pages = {
      '/': `<html lang="en-GB"><head><link rel="alternate" type="application/rss+xml" title="Our news" href="/news.xml">
        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
        <link rel="alternate" type="application/atom+xml" title="Gone" href="/gone.xml"></head></html>`,
      '/news.xml': feed('We bake', 'We bake more'),
    };
    const { said } = await init('--name', 'Saltmarsh Bakery', '--home', home);
    const loaded = load(written());
    const feeds = loaded.ok ? loaded.config.sources.filter(({ type }) => type === 'feed') : [];
    expect(feeds).toMatchObject([{ url: `${home}news.xml`, group: 'own' }]);
    expect(said).toContain('a feed of 2 items');
    expect(said).toMatch(/gone\.xml: .*404/);
    expect(asked).not.toContain('/comments/feed');
    expect(written()).toMatch(/Our news.*weighs nothing in share of voice/);
  });

  it('looks in the usual places where the home page declares no feed, a few requests at most', async () => {
    pages = { '/': '<html><body>Hello</body></html>', '/feed.xml': feed('We bake') };
    await init('--name', 'Saltmarsh Bakery', '--home', home);
    expect(written()).toContain(`${home}feed.xml`);
    expect(asked.filter((path) => path !== '/robots.txt').length).toBeLessThanOrEqual(7);
  });

  it('goes on without a home page that cannot be read, and says so', async () => {
    const { exit, said } = await init('--name', 'Saltmarsh Bakery', '--home', `${home}nothing`);
    expect(exit).toBe(0);
    expect(said).toContain("can't be read");
  });

  it('replaces no config of another brand unless told to, and writes nothing under --dry-run', async () => {
    const own = 'brand: { id: rival, name: Rival }\n';
    writeFileSync(join(dir, 'brand.yml'), own);
    const refused = await init('--name', 'Saltmarsh Bakery');
    expect(refused.exit).toBe(1);
    expect(refused.said).toContain('names Rival; --force replaces it');
    expect((await init('--name', 'Saltmarsh Bakery', '--dry-run')).printed).toContain('saltmarsh-bakery');
    expect(written()).toBe(own);
    expect((await init('--name', 'Saltmarsh Bakery', '--force')).exit).toBe(0);
    expect(written()).not.toBe(own);
  });

  it('replaces the starter, which names the demo brand', async () => {
    writeFileSync(join(dir, 'brand.yml'), readFileSync('brand.yml'));
    expect((await init('--name', 'Saltmarsh Bakery')).exit).toBe(0);
  });

  it.each([
    [[], /--name/],
    [['--name', 'X', '--home', 'ftp://x.example'], /--home/],
    [['--name', '塩'], /--id/],
    [['--name', 'X', '--zone', 'Mars/Olympus'], /zone/],
    [['--name', 'X', '--feed', 'https://www.reddit.com\\x'], /backslash/],
  ])('without a terminal refuses %j, and writes nothing', async (args, why) => {
    const { exit, said } = await init(...args);
    expect(exit).toBe(1);
    expect(said).toMatch(why);
    expect(existsSync(join(dir, 'brand.yml'))).toBe(false);
  });

  it('on a terminal asks for what the flags do not say', async () => {
    const questions: string[] = [];
    const replies = [
      'Saltmarsh Bakery',
      '',
      'Saltmarsh',
      'bread, cake',
      'Rival & Sons',
      'us@saltmarsh.example',
      'Europe/Berlin',
    ];
    const interview: Interview = {
      text: async (question) => {
        questions.push(question);
        return replies.shift() ?? '';
      },
      choose: async (_, choices) =>
        choices.filter(({ label }) => label.startsWith('gdelt')).map(({ value }) => value),
      tell: () => undefined,
    };
    const world = quietWorld({ cwd: dir });
    await initCommand({ config: 'brand.yml' }, world, interview);
    const loaded = load(written());
    expect(questions).toHaveLength(7);
    expect(loaded.ok && loaded.config).toMatchObject({
      brand: { name: 'Saltmarsh Bakery', any: ['Saltmarsh Bakery', 'Saltmarsh'], context: ['bread', 'cake'] },
      competitors: [{ id: 'rival-sons', name: 'Rival & Sons' }],
      privacy: { contact: 'us@saltmarsh.example' },
      time: { zone: 'Europe/Berlin' },
      sources: [{ type: 'gdelt' }],
    });
  });
});

describe('a written config', () => {
  it('holds whatever was answered as a value, never as a key or a line', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => /\p{L}/u.test(text) && text.trim() === text);
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 3 }), word, (name, also, title) => {
        const feeds = [{ url: 'https://saltmarsh.example/feed', title, own: true }];
        const sources = propose(undefined, feeds, Object.keys(sourceTypes), [], 'x').filter(
          ({ picked }) => picked,
        );
        const text = writeConfig({
          name,
          id: 'x',
          also,
          context: [],
          none: [],
          competitors: [],
          articles: [],
          zone: 'UTC',
          locale: 'en-GB',
          sources,
        });
        const loaded = loadConfig(text, 'brand.yml', configOf(sourceSchema));
        expect(loaded).toMatchObject({ ok: true, config: { brand: { id: 'x', name } } });
        expect(loaded.ok && loaded.config.sources).toHaveLength(sources.length);
      }),
      { numRuns: 200 },
    );
  });

  it('is right with every source that could be proposed, and with every example uncommented', () => {
    const page = readHomePage(
      '<a href="https://store.steampowered.com/app/42/x">s</a><a href="https://github.com/northwind">g</a>',
      'https://northwind.example/',
    );
    const feeds = [{ url: 'https://northwind.example/feed', title: '', own: true }];
    const articles = ['en.wikipedia.org/Northwind'];
    const sources = propose(page, feeds, Object.keys(sourceTypes), articles, 'northwind');
    expect(sources.map(({ settings }) => settings.type)).toEqual(
      expect.arrayContaining(['steam', 'github', 'stack-exchange', 'wikipedia-views']),
    );
    const answers = { also: [], context: [], none: [], competitors: [], zone: 'UTC', locale: 'en-GB' };
    const text = writeConfig({ ...answers, name: 'Northwind', id: 'northwind', articles, sources });
    expect(load(text)).toMatchObject({ ok: true });
    const examples = text.replace(/^# ( {2}- \{.*type:)/gm, '$1');
    expect(examples).not.toBe(text);
    expect(load(examples)).toMatchObject({ ok: true });
  });

  it.each([
    ['Café Zürich & Söhne', 'cafe-zurich-sohne'],
    ['Groß', 'gross'],
    ['7-Eleven', '7-eleven'],
    ['塩', ''],
  ])('makes of %j the id %j', (name, id) => {
    expect(idOf(name)).toBe(id);
  });
});

describe('a home page', () => {
  it('tells feeds and places by its links, whatever else it holds', () => {
    const page = readHomePage(
      `<html lang="de"><base href="https://cdn.example/"><meta property="og:site_name" content="Saltmarsh">
       <link rel="ALTERNATE" type="application/feed+json; charset=utf-8" href="feed.json"><link rel="alternate" hreflang="fr" href="/fr">
       <a href="https://apps.apple.com/gb/app/saltmarsh/id123456789">app</a><a href="https://play.google.com/store/apps/details?id=com.example.app">p</a>
       <a href="https://store.steampowered.com/app/42/x">s</a><a href="https://en.wikipedia.org/wiki/Salt_marsh">w</a>
       <a href="javascript:alert(1)">x</a><a href="https://en.wikipedia.org/wiki/%E0%A4%A">bad</a>`,
      'https://saltmarsh.example/',
    );
    expect(page).toMatchObject({
      name: 'Saltmarsh',
      language: 'de',
      feeds: [{ url: 'https://cdn.example/feed.json' }],
      appStore: [{ app: '123456789', country: 'gb' }],
      googlePlay: ['com.example.app'],
      steam: ['42'],
    });
    expect(page.wikipedia[0]).toBe('en.wikipedia.org/Salt_marsh');
  });

  it('of a hundred thousand links is read within a moment and remembered in part', () => {
    const links = Array.from(
      { length: 100_000 },
      (_, at) => `<a href="https://store.steampowered.com/app/${at}">`,
    );
    expect(readHomePage(links.join(''), 'https://x.example/').steam).toHaveLength(10);
  });
});
