/** `npm run bench -- site [COUNT]`: builds the site of so many invented mentions, and reads it in a browser on this machine. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { frugalBuild } from '../collector/commands/build.ts';
import { browserFlags, needBrowser } from './find-browser.ts';
import { writeMadeSite } from './made-site.ts';

const rounds = 5;
const row = (what: string, value: string, beside = '') =>
  console.log(`${what.padEnd(46)} ${value.padStart(14)}  ${beside}`);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const kilobytes = (bytes: number): string => `${(bytes / 1e3).toFixed(0)} kB`;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** A process and all that it started, on Linux; itself alone elsewhere. */
function withChildren(pid: number): number[] {
  const found = [pid];
  for (const parent of found) {
    try {
      // Those of each thread: workers start processes too.
      for (const thread of readdirSync(`/proc/${parent}/task`))
        for (const child of readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').split(' '))
          if (child.trim() !== '') found.push(Number(child));
    } catch {
      // It has ended, or this is no Linux.
    }
  }
  return found;
}

/** Bytes that a process holds now; 0 where it is ending, or this is no Linux. */
function heldBy(pid: number): number {
  try {
    // A process that is ending has a status without its memory.
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs the site's build; gives its time and, on Linux, the most memory that its processes held together. */
function build(data: string, root: string, out: string): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  const astro = ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'site'];
  const child = spawn(process.execPath, [...frugalBuild.flags, ...astro], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...frugalBuild.environment,
      EARSHOT_DATA: data,
      EARSHOT_ROOT: root,
      EARSHOT_OUT: out,
      EARSHOT_BASE: '/',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  let most = 0;
  const look = setInterval(() => {
    const held = withChildren(child.pid ?? 0).map(heldBy);
    most = Math.max(
      most,
      held.reduce((sum, one) => sum + one, 0),
    );
  }, 50);
  return new Promise((done, fail) => {
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) done({ ms: performance.now() - began, bytes: most });
      else fail(new Error(`the build ended with ${code}`));
    });
  });
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** Serves as Pages does: text compressed; files that are compressed already as they are, or parts of them. */
function serve(dir: string) {
  const held = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    const type = types[extname(file)];
    try {
      const body = held.get(file) ?? (type ? gzipSync(readFileSync(file)) : readFileSync(file));
      held.set(file, body);
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      if (from !== undefined && !type) {
        const [first, last] = [Number(from), Math.min(Number(to), body.length - 1)];
        response.writeHead(206, {
          'Content-Type': 'application/gzip',
          'Content-Range': `bytes ${first}-${last}/${body.length}`,
        });
        response.end(body.subarray(first, last + 1));
        return;
      }
      response.writeHead(200, {
        'Content-Type': type ?? 'application/gzip',
        ...(type ? { 'Content-Encoding': 'gzip' } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise<{ origin: string; close(): void }>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done({ origin: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

/** Opens the page afresh; gives the time from the first byte asked for to the first row of the filter, and bytes until then and in all. */
async function open(browser: Browser, address: string): Promise<{ ms: number; first: number; all: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  // Seen from within: what drives the browser from outside comes late.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const list = document.querySelector('[data-state="done"] [data-list]');
      if (!list?.children.length) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        (globalThis as { firstRow?: number }).firstRow = performance.now();
      });
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-state'],
    });
  });
  await page.goto(address, { waitUntil: 'commit' });
  const ms = await page
    .waitForFunction(() => (globalThis as { firstRow?: number }).firstRow)
    .then((handle) => handle.jsonValue());
  const first = bytes;
  await page.waitForLoadState('networkidle');
  await context.close();
  return { ms: ms ?? 0, first, all: bytes };
}

/** From a choice on the open page, whose pack is read already, to the next frame with the new rows. */
async function choose(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const ms = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const root = document.querySelector<HTMLElement>('[data-explorer]');
        const began = performance.now();
        document.querySelector<HTMLElement>('[data-facet="tone"] input[value="positive"]')?.click();
        const look = (): void => {
          if (root?.dataset['state'] === 'done') requestAnimationFrame(() => done(performance.now() - began));
          else setTimeout(look, 1);
        };
        look();
      }),
  );
  await context.close();
  return ms;
}

export async function benchSite(count: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-site-'));
  const out = join(dir, 'dist');
  const { config, data, now } = writeMadeSite(dir, count);
  const measured = spawnSync(
    process.execPath,
    ['collector/cli.ts', 'measure', '--config', config, '--data', data, '--now', now],
    { encoding: 'utf8' },
  );
  if (measured.status !== 0) throw new Error(`measure went wrong: ${measured.stderr.slice(-600)}`);
  const { ms, bytes } = await build(data, dir, out);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const total = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  row(
    `build with ${count.toLocaleString('en')} mentions`,
    `${(ms / 1000).toFixed(1)} s`,
    `of 30 s; ${bytes > 0 ? megabytes(bytes) : 'memory unknown'} of 600 MB`,
  );
  row('what it writes', megabytes(total), `of 60 MB, in ${files.length} files`);

  const served = await serve(out);
  const browser = await chromium.launch({ executablePath: needBrowser(process.env), args: browserFlags });
  for (const [what, query] of [
    ['a frequent choice', '?tone=negative'],
    ['a rare one', '?brand=harbour&tone=negative&theme=design'],
    ['a word', '?q=bread'],
  ] as const) {
    const times = [];
    for (let round = 0; round < rounds; round++)
      times.push(await open(browser, `${served.origin}/mentions/${query}`));
    row(
      `first filtered result, ${what}`,
      `${median(times.map(({ ms: one }) => one)).toFixed(0)} ms`,
      `of 300 ms; ${kilobytes(median(times.map(({ first }) => first)))} of 700 kB, ${kilobytes(median(times.map(({ all }) => all)))} with the rows in reach`,
    );
  }
  const choices = [];
  for (let round = 0; round < rounds; round++)
    choices.push(await choose(browser, `${served.origin}/mentions/?brand=saltmarsh`));
  row('a further choice on the open page', `${median(choices).toFixed(0)} ms`);
  await browser.close();
  served.close();
  rmSync(dir, { recursive: true, force: true });
}
