import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../collector/commands/program.ts';
import { quietWorld } from './quiet-world.ts';

const dir = mkdtempSync(join(tmpdir(), 'earshot-doctor-'));
const config = join(dir, 'brand.yml');
const now = '2026-11-03T04:17:00Z';

const items = (...titles: string[]) =>
  titles.map(
    (title, at) =>
      `<item><title>${title}</title><link>https://paper.example/${at}</link><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>`,
  );
const feed = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>t</title><link>https://paper.example/</link>${items(...titles).join('')}</channel></rss>`;

type Answers = Record<string, { status?: number; body?: unknown; headers?: Record<string, string> }>;
let answers: Answers = {};
let asked: IncomingMessage[] = [];
let server: Server;
let host = '';

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    const { status = 200, body = '', headers = {} } = answers[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(join(dir, 'data'), { recursive: true, force: true });
});

async function doctor(sources: string[], given: Answers, env: Record<string, string> = {}) {
  answers = given;
  const lines = sources.map((source) => `  - ${source.replace('HOST', host)}\n`).join('');
  writeFileSync(
    config,
    `brand: { id: saltmarsh, name: Saltmarsh Bakery }\ncompetitors: [{ id: rival, name: Rival }]\nprivacy: { contact: us@saltmarsh.example }\nsources:\n${lines}`,
  );
  const world = quietWorld({
    pauseMs: 1,
    env: { EARSHOT_TEST: '1', GITHUB_REPOSITORY: 'acme/earshot', GITHUB_API_URL: `http://${host}`, ...env },
  });
  const args = ['doctor', '--config', config, '--data', join(dir, 'data'), '--now', now];
  const exit = await run([...args, '--allow-private', host], world);
  return { exit, said: world.said() };
}

const paper = '{ id: paper, type: feed, url: "http://HOST/rss" }';
const github = {
  '/repos/acme/earshot': { body: { private: false, default_branch: 'main', has_pages: true } },
  '/repos/acme/earshot/actions/workflows/nightly.yml': { body: { state: 'active' } },
  '/repos/acme/earshot/actions/workflows/nightly.yml/runs?per_page=1&status=completed': {
    body: {
      workflow_runs: [{ conclusion: 'success', html_url: 'https://github.com/x', created_at: '2026-11-02' }],
    },
  },
  '/repos/acme/earshot/pages': {
    body: { build_type: 'workflow', html_url: 'https://acme.github.io/earshot/' },
  },
} satisfies Answers;

describe('doctor', () => {
  it('finds nothing in the way where all is well, and says what each source gives', async () => {
    const { exit, said } = await doctor([paper], {
      ...github,
      '/rss': { body: feed('Saltmarsh Bakery opens', 'Rain') },
    });
    expect(said).toContain('answers: 2 items, 1 of them name the panel');
    expect(said).toContain('GitHub Pages is on: https://acme.github.io/earshot/');
    expect(said).toContain('Nothing stands in the way.');
    expect(exit).toBe(0);
  });

  it.each([
    [
      'a page for people',
      { body: '<!doctype html><html><body>Welcome</body></html>' },
      /html_not_feed: .*look on it for the address of its feed/,
    ],
    ['a feed that is gone', { status: 410 }, /gone: .*remove it from brand\.yml/],
    ['a refusal', { status: 403 }, /forbidden: .*run `night` from a laptop/],
  ])('says of %s what to do', async (_, rss, told) => {
    const { exit, said } = await doctor([paper], { ...github, '/rss': rss });
    expect(said).toMatch(told);
    expect(exit).toBe(1);
  });

  it('says of a source whose items name nobody that the query wants a look', async () => {
    const { exit, said } = await doctor([paper], { ...github, '/rss': { body: feed('Rain', 'Sun') } });
    expect(said).toMatch(/advice .*2 items, 0 of them name the panel.*earshot -- try paper/);
    expect(exit).toBe(0);
  });

  it.each([
    [
      'Pages off',
      '/repos/acme/earshot',
      { private: false, default_branch: 'main', has_pages: false },
      /Pages is off: .*settings\/pages › Source: GitHub Actions/,
    ],
    [
      'Pages from a branch',
      '/repos/acme/earshot/pages',
      { build_type: 'legacy' },
      /built from a branch.*settings\/pages › Source: GitHub Actions/,
    ],
    [
      'a schedule that slept in',
      '/repos/acme/earshot/actions/workflows/nightly.yml',
      { state: 'disabled_inactivity' },
      /60 quiet days.*nightly\.yml › Enable workflow/,
    ],
    [
      'a fork',
      '/repos/acme/earshot/actions/workflows/nightly.yml',
      { state: 'disabled_fork' },
      /forks.*Enable workflow/,
    ],
    [
      'an archive',
      '/repos/acme/earshot',
      { private: false, archived: true, default_branch: 'main' },
      /archived.*Unarchive/,
    ],
  ])('G11: of %s it says the exact clicks', async (_, path, body, told) => {
    const { exit, said } = await doctor([paper], {
      ...github,
      '/rss': { body: feed('Saltmarsh Bakery opens') },
      [path]: { body },
    });
    expect(said).toMatch(told);
    expect(exit).toBe(1);
  });

  it('shows its token to nobody but the API, and prints it nowhere', async () => {
    const { said } = await doctor(
      [paper],
      { ...github, '/rss': { body: feed('Rain') } },
      { GITHUB_TOKEN: 'hush-hush' },
    );
    const shown = asked.filter(({ headers }) => headers.authorization !== undefined).map(({ url }) => url);
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.every((url) => url?.startsWith('/repos/acme/earshot'))).toBe(true);
    expect(said).not.toContain('hush-hush');
  });

  it('asks nobody under --offline', async () => {
    await doctor([paper], github);
    const before = asked.length;
    const world = quietWorld({ env: { EARSHOT_TEST: '1', GITHUB_REPOSITORY: 'acme/earshot' } });
    expect(await run(['doctor', '--offline', '--config', config, '--data', join(dir, 'data')], world)).toBe(
      0,
    );
    expect(asked).toHaveLength(before);
    expect(world.said()).toContain('settings/pages › Source: GitHub Actions');
  });

  it('leaves a host alone that asked for a rest', async () => {
    answers = {};
    const { said } = await doctor([paper], {
      ...github,
      '/rss': { status: 429, headers: { 'retry-after': '7200' } },
    });
    expect(said).toMatch(/advice .*rate_limited/);
  });
});
