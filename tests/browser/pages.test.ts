import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, colourRules } from './barriers.ts';
import { launch } from './browser.ts';
import { base, buildSite } from './build-site.ts';
import { hostileTexts } from './hostile.ts';
import { type Served, serve } from './serve.ts';
import { ranForeign, watch } from './watch.ts';

const pages = [
  '',
  'mentions/',
  'coverage/',
  'coverage/2026-q4/',
  'method/',
  'figure/awareness/',
  'of/bluebird/in/90/',
  'compare/',
  'priorities/',
  'journey/',
  'emerging/',
  'voices/',
  'surveys/',
  'alerts/',
  'in/7/figure/net-sentiment/',
  'figure/priorities/',
  'figure/journey/',
  'data/',
  'as-of/',
  'report/',
  'no-such-page/',
];
const kilobyte = 1000;

let browser: Browser;
let dir: string;
let served: Served;
beforeAll(async () => {
  dir = await buildSite('hostile');
  served = await serve(dir, base);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
const address = (path = ''): string => served.origin + base + path;
const htmlFiles = (): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

describe.each(pages)('the page /%s', (path) => {
  test('loads from one place, without errors, and runs nothing that a stranger wrote', async () => {
    const context = await browser.newContext();
    const { page, faults } = await watch(context, served.origin);
    await page.goto(address(path), { waitUntil: 'networkidle' });
    // Reach for what is hidden too: a payload may wait for a pointer or the focus.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        element.dispatchEvent(new Event('mouseover', { bubbles: true }));
      }
    });
    expect(await ranForeign(page)).toBe(false);
    expect(faults.filter((fault) => path !== 'no-such-page/' || !fault.includes('404'))).toEqual([]);
    await context.close();
  });
  test('has no barrier that axe finds, in light and in forced colours', async () => {
    const page = await browser.newPage();
    await page.goto(address(path));
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await barriers(page, colourRules)).toEqual([]);
    await page.close();
  });
  test('has no barrier that axe finds, in dark, on a phone', async () => {
    const context = await browser.newContext({
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(address(path));
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });
  test('fits screens of 320, 390 and 1440 pixels', async () => {
    const page = await browser.newPage();
    await page.goto(address(path));
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${width}`,
      ).toBeLessThanOrEqual(0);
    }
    await page.close();
  });
});

describe('what is built', () => {
  test('no page holds an inline script, style or handler, and the policy stands first', () => {
    const files = htmlFiles();
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const html = readFileSync(join(dir, file), 'utf8');
      expect(html, file).toMatch(
        /<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'/,
      );
      const parser = new Parser({
        onopentag(name, attributes) {
          expect(['style', 'object', 'embed', 'base'], file).not.toContain(name);
          // The page of data shows what an embed looks like.
          if (name === 'iframe') expect(attributes['src'], file).toMatch(/^\/x\/embed\/[\w-]+\/$/);
          for (const attribute of Object.keys(attributes))
            expect(attribute, file).not.toMatch(/^(style|on.*|srcdoc)$/);
          if (name === 'script') expect(attributes['src'], file).toMatch(/^\/x\/(_astro\/|read-ahead\.js$)/);
        },
      });
      parser.end(html);
    }
  });
  test('what the script of Mentions loads is named before it, in the head', () => {
    const [head = ''] = readFileSync(join(dir, 'mentions/index.html'), 'utf8').split('</head>');
    const [, src = ''] = /<script type="module" src="\/x\/(_astro\/[^"]+)"/.exec(head) ?? [];
    const imports = [...readFileSync(join(dir, src), 'utf8').matchAll(/from"\.\/([^"]+)"/g)].map(
      ([, file]) => file,
    );
    expect(imports.length).toBeGreaterThan(2);
    for (const file of imports)
      expect(head.indexOf(`<link rel="modulepreload" href="/x/_astro/${file}">`), file).toBeGreaterThan(0);
  });
  test('no page or file says NaN, undefined or Infinity', () => {
    const told = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|json|csv|svg|txt)$/.test(file),
    );
    for (const file of told) {
      expect(readFileSync(join(dir, file), 'utf8'), file).not.toMatch(
        /\bNaN\b|\bundefined\b|\bInfinity\b|\[object /,
      );
    }
  });
  test('every link inside the site leads somewhere, under the base path', async () => {
    const inside = new Set<string>();
    for (const file of htmlFiles()) {
      const html = readFileSync(join(dir, file), 'utf8');
      for (const [, name, value = ''] of html.matchAll(/\s(href|src|data-chart)="([^"]*)"/g)) {
        if (/^(https?:|mailto:|#|data:)/.test(value)) continue;
        expect(value, `${file}: ${name}`).toMatch(/^\/x\//);
        inside.add(value.replaceAll('&amp;', '&').replace(/[#?].*$/, ''));
      }
    }
    expect(inside.size).toBeGreaterThan(30);
    for (const path of inside) {
      const response = await fetch(served.origin + path);
      expect(response.status, path).toBe(200);
      await response.arrayBuffer();
    }
  });
  test('a link to a place on a page finds it there', () => {
    const held = new Map<string, { ids: Set<string>; links: string[] }>();
    for (const file of htmlFiles()) {
      const html = readFileSync(join(dir, file), 'utf8');
      held.set(file, {
        ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)),
        links: [...html.matchAll(/\shref="([^"]*#[^"]+)"/g)].map(([, href = '']) => href),
      });
    }
    let checked = 0;
    const missed = new Set<string>();
    for (const [file, { links }] of held)
      for (const href of links) {
        if (/^(https?:|mailto:|data:)/.test(href)) continue;
        const [path = '', id = ''] = href.replaceAll('&amp;', '&').split('#');
        const at = path.replace(/\?.*$/, '').slice(base.length);
        const target = path === '' ? file : at === '' || at.endsWith('/') ? `${at}index.html` : at;
        checked += 1;
        if (!held.get(target)?.ids.has(decodeURIComponent(id))) missed.add(`${file}: ${href}`);
      }
    expect(checked).toBeGreaterThan(500);
    expect([...missed].slice(0, 20)).toEqual([]);
  });
  test('the report calls its charts as their own pages do', () => {
    const read = (path: string): string => readFileSync(join(dir, path, 'index.html'), 'utf8');
    const charts = read('report').split('class="report-figure"').slice(1);
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) {
      const title = /class="finding"[^>]*>([^<]*)</.exec(chart)?.[1];
      const id = /href="\/x\/figure\/([\w-]+)\/"/.exec(chart)?.[1];
      expect(title, id).toBe(/<h1[^>]*class="finding"[^>]*>([^<]*)</.exec(read(`figure/${id}`))?.[1]);
    }
  });
  test('links to strangers carry no opener, no referrer and no recommendation', () => {
    const html = readFileSync(join(dir, 'mentions/index.html'), 'utf8');
    const foreign = [...html.matchAll(/<a [^>]*href="https?:[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => /city-paper|hostile/.test(tag));
    expect(foreign.length).toBeGreaterThan(10);
    for (const tag of foreign) {
      expect(tag).toContain('rel="noopener noreferrer nofollow ugc"');
      expect(tag).not.toContain('target=');
    }
  });
  test('a colour that is no colour never reaches the style sheet', () => {
    expect(readFileSync(join(dir, 'theme.css'), 'utf8')).not.toContain('evil');
  });
  test('the API holds every mention once, by month, and every figure', () => {
    const index = JSON.parse(readFileSync(join(dir, 'api/v1/index.json'), 'utf8'));
    let count = 0;
    for (const { month, file, count: stated } of index.mentions) {
      const { mentions } = JSON.parse(readFileSync(join(dir, 'api/v1', file), 'utf8'));
      expect(mentions).toHaveLength(stated);
      for (const mention of mentions) {
        expect(mention.day.slice(0, 7)).toBe(month);
        expect(mention.url ?? 'https://').toMatch(/^https?:\/\//);
      }
      count += stated;
    }
    expect(count).toBeGreaterThan(1000);
    for (const { file } of index.figures)
      expect(JSON.parse(readFileSync(join(dir, 'api/v1', file), 'utf8')).id).toBeTruthy();
    expect(JSON.parse(readFileSync(join(dir, 'api/v1/coverage.json'), 'utf8')).sources).toHaveLength(6);
  });
  test('a figure’s own page does not lead to itself, and a table is called one once', () => {
    const overview = readFileSync(join(dir, 'index.html'), 'utf8');
    expect(overview).toContain('>the figure in full</a>');
    for (const path of ['figure/awareness', 'in/7/figure/net-sentiment'])
      expect(readFileSync(join(dir, path, 'index.html'), 'utf8')).not.toContain('the figure in full');
    for (const html of [overview, readFileSync(join(dir, 'figure/awareness/index.html'), 'utf8')])
      expect(html).not.toContain('As a table, table');
  });
  test('each page says in its head what it shows, and where it is at home', () => {
    const head = (path: string): string =>
      readFileSync(join(dir, path, 'index.html'), 'utf8').split('</head>')[0] ?? '';
    for (const property of ['name="description"', 'property="og:description"'])
      expect(head('')).toContain(
        `<meta ${property} content="Northwind Coffee is talked about a fifth more than in the four weeks before, and less kindly.">`,
      );
    expect(head('figure/awareness')).toMatch(/og:description" content="Awareness rose by/);
    expect(head('figure/awareness')).toContain(
      '<link rel="canonical" href="https://acme.example/x/figure/awareness/">',
    );
    expect(readFileSync(join(dir, '404.html'), 'utf8')).not.toContain('canonical');
  });
  test('search engines are asked to stay away unless the team said otherwise', () => {
    expect(readFileSync(join(dir, 'robots.txt'), 'utf8')).toContain('Disallow: /');
    expect(readFileSync(join(dir, 'index.html'), 'utf8')).toContain('content="noindex, nofollow"');
  });
});

/** Rows are read as they are reached for, and on paper all of them. */
const reachAll = async (page: Page): Promise<void> => {
  await page.locator('[data-state="done"]:not([data-counting])').waitFor();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.waitForFunction((all) => document.querySelectorAll('[data-list] > [data-row]').length > all, 25);
};

describe('hostile texts', () => {
  let drawn: Record<'by the page' | 'by the filters’ script', string[]>;
  let found: string[] = [];
  beforeAll(async () => {
    const context = await browser.newContext();
    const { page, faults } = await watch(context, served.origin);
    const titles = async (path: string): Promise<string[]> => {
      await page.goto(address(path));
      await reachAll(page);
      return page
        .locator('.mention-title')
        .evaluateAll((all) => all.map((element) => element.textContent?.trim() ?? ''));
    };
    drawn = {
      'by the page': await titles('mentions/'),
      'by the filters’ script': await titles('mentions/?from=2026-11-20'),
    };
    found = [...faults, ...((await ranForeign(page)) ? ['a script of a stranger ran'] : [])];
    await context.close();
  });
  test.each(hostileTexts.map(({ id, title }) => [id, title]))('%s is shown as the text it is', (_, title) => {
    expect(drawn['by the page']).toContain(title);
    expect(drawn['by the filters’ script']).toContain(title);
  });
  test('none runs, loads or breaks anything', () => {
    expect(found).toEqual([]);
  });
  test('no row leads anywhere but to http and https, and never with credentials', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const query of ['', '?from=2026-11-20']) {
      await page.goto(address(`mentions/${query}`));
      await reachAll(page);
      const links = await page
        .locator('.mention a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(5);
      for (const href of links) expect(href).toMatch(/^https?:\/\/[^@/]+\//);
    }
    expect(await page.locator('.host', { hasText: 'xn--' }).count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe('the first view', () => {
  test('weighs at most 150 kB, 60 kB of it scripts', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes: Promise<{ type: string; bytes: number }>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize }) => ({ type: request.resourceType(), bytes: responseBodySize })),
      );
    });
    await page.goto(address(), { waitUntil: 'networkidle' });
    const all = await Promise.all(sizes);
    const sum = (list: typeof all): number => list.reduce((total, { bytes }) => total + bytes, 0);
    expect(sum(all)).toBeGreaterThan(5 * kilobyte);
    expect(sum(all)).toBeLessThanOrEqual(150 * kilobyte);
    expect(sum(all.filter(({ type }) => type === 'script'))).toBeLessThanOrEqual(60 * kilobyte);
    await context.close();
  });
  test('says it all without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address());
    const text = await page.locator('main').innerText();
    expect(text).toContain(
      'Northwind Coffee is talked about a fifth more than in the four weeks before, and less kindly.',
    );
    for (const value of ['118', '+9', '+13', '63%', '4.0']) expect(text).toContain(value);
    expect(await page.locator('#awareness .plot.alone svg[role="img"]').isVisible()).toBe(true);
    await page.locator('#awareness details.table summary').click();
    expect(await page.locator('#awareness table').isVisible()).toBe(true);
    await page.locator('#awareness [data-compare]').check();
    expect(await page.locator('#awareness .plot.compared').isVisible()).toBe(true);
    await page.locator('.tabs a', { hasText: 'Net sentiment' }).click();
    expect(page.url()).toMatch(/figure\/net-sentiment\/$/);
    expect(await page.locator('h1').innerText()).toContain('Net sentiment');
    await page.goto(address('mentions/'));
    expect(await page.locator('.mention').count()).toBe(30);
    expect(await page.locator('main noscript').innerText()).toContain('Without scripts');
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await context.close();
  });
});
