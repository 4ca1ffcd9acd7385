import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeOffline } from '../../collector/commands/offline.ts';
import { barriers, colourRules } from './barriers.ts';
import { base } from './build-site.ts';
import { visit } from './visit.ts';
import { ranForeign } from './watch.ts';

/** What a reader takes away: tables, badges, embeds, the report, the pages of a night, and a copy for the disk. */
const site = visit('hostile');
const { open } = site;
let disk: string;
beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'earshot disk '));
  cpSync(site.dir(), disk, { recursive: true });
  makeOffline(disk, base);
});
afterAll(() => {
  if (disk) rmSync(disk, { recursive: true, force: true });
});
const text = (path: string): string => readFileSync(join(site.dir(), path), 'utf8');
const json = (path: string): unknown => JSON.parse(text(path));

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.each(['data/', 'as-of/', 'report/'])('the page /%s', (path) => {
  test('has no barrier in light and dark, fits 320 pixels and runs nothing foreign', async () => {
    const page = await open(path);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page, colourRules)).toEqual([]);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await tooWide(page), `${width}`).toBeLessThanOrEqual(0);
    }
    expect(await ranForeign(page)).toBe(false);
  });
});

describe('as of a night', () => {
  const shown = (page: Page) => page.locator('[data-night]:visible');
  test('stands without scripts: a month, its nights, one of them shown', async () => {
    const page = await open('as-of/', { javaScriptEnabled: false });
    expect(await shown(page).count()).toBe(1);
    expect(await page.locator('[data-night-field]').isVisible()).toBe(false);
    await page.locator('.night-months a').last().click();
    await page.locator('.night-days a').first().click();
    expect(await shown(page).getAttribute('id')).toBe(new URL(page.url()).hash.slice(1));
    expect(await shown(page).locator('tbody tr').count()).toBeGreaterThan(0);
  });
  test('marks the night that is shown among the nights of its month', async () => {
    const page = await open('as-of/');
    const marked = page.locator('.night-days [aria-current]');
    expect(await marked.count()).toBe(1);
    expect(await marked.getAttribute('href')).toBe(`#${await shown(page).getAttribute('id')}`);
    const first = page.locator('.night-days a').first();
    await first.click();
    expect(await marked.count()).toBe(1);
    expect(await first.getAttribute('aria-current')).toBe('true');
    expect(`#${await shown(page).getAttribute('id')}`).toBe(await first.getAttribute('href'));
  });
  test('leads from a date to its night, also in another month, and to the night before where there was none', async () => {
    const page = await open('as-of/');
    const field = page.locator('[data-night-field]');
    const first = (await field.getAttribute('min')) ?? '';
    await field.fill(first);
    await page.waitForURL(`**/as-of/${first.slice(0, 7)}/#${first}`);
    expect(await shown(page).getAttribute('id')).toBe(first);
    await page.goto(page.url().replace(/#.*/, `#${first.slice(0, 7)}-31`));
    await page.locator('[data-nearest-note]:visible').waitFor();
    expect(await shown(page).getAttribute('id')).toBe(
      await page.locator('[data-night]').first().getAttribute('id'),
    );
  });
  test('leads from a day before all nights to the first, and says so with dates as the page writes them', async () => {
    const page = await open('as-of/');
    await page.locator('[data-night-field]').fill('2019-02-03');
    await page.locator('[data-nearest-note]:visible').waitFor();
    const note = await page.locator('[data-nearest-note]').innerText();
    expect(note).toContain('No night of Sun, 3 Feb 2019 is kept here, nor any before it.');
    expect(note).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(await page.locator('h1').innerText()).toBe('As of a night');
  });
  test('tells what was restated and why', async () => {
    const page = await open('as-of/');
    expect(await shown(page).locator('h2').textContent()).toMatch(
      /ha(s|ve) been restated since|still says? what/,
    );
    expect(await shown(page).locator('.why').textContent()).toMatch(/Since then|Nothing that is known/);
  });
});

describe('the page of data', () => {
  test('shows examples that its own schemas hold of', async () => {
    const page = await open('data/');
    const examples = await page
      .locator('[data-example]')
      .evaluateAll((all) =>
        all.map((one) => [
          (one as HTMLElement).dataset['example'] ?? '',
          one.querySelector('pre')?.textContent ?? '',
        ]),
      );
    expect(examples.length).toBeGreaterThanOrEqual(4);
    for (const [name = '', example = ''] of examples) {
      const schema = z.fromJSONSchema(
        json(`api/v1/schema/${name}.json`) as Parameters<typeof z.fromJSONSchema>[0],
      );
      expect(schema.safeParse(JSON.parse(example)).error, name).toBeUndefined();
    }
  });
  test('names files that are there, and that keep their schema', () => {
    const index = json('api/v1/index.json') as {
      figures: { file: string; csv: string; badge?: string; embed?: string }[];
      mentions: { file: string; csv?: string }[];
      asOfYears: { file: string }[];
      schemas: Record<string, string>;
    };
    const schemaOf = (name: string) =>
      z.fromJSONSchema(json(`api/v1/${index.schemas[name]}`) as Parameters<typeof z.fromJSONSchema>[0]);
    const figure = schemaOf('figure');
    const month = schemaOf('mentions');
    expect(schemaOf('index').safeParse(index).error).toBeUndefined();
    for (const { file, csv, badge, embed } of index.figures) {
      expect(figure.safeParse(json(`api/v1/${file}`)).error, file).toBeUndefined();
      expect(existsSync(join(site.dir(), 'api/v1', csv)), csv).toBe(true);
      if (badge) expect(text(badge)).toMatch(/^<svg /);
      if (embed) expect(existsSync(join(site.dir(), embed, 'index.html')), embed).toBe(true);
    }
    for (const { file, csv } of index.mentions) {
      expect(month.safeParse(json(`api/v1/${file}`)).error, file).toBeUndefined();
      if (csv) expect(text(`api/v1/${csv}`)).toMatch(/^id,day,/);
    }
    for (const { file } of index.asOfYears)
      expect(schemaOf('as-of').safeParse(json(`api/v1/${file}`)).error).toBeUndefined();
    expect(schemaOf('coverage').safeParse(json('api/v1/coverage.json')).error).toBeUndefined();
  });
  test('gives whole addresses where brand.yml names one', async () => {
    const page = await open('data/');
    const copied = await page.locator('.copyable pre').allTextContents();
    expect(copied).toContainEqual(
      expect.stringMatching(/^=IMPORTDATA\("https:\/\/acme\.example\/x\/api\/v1\/figures\/[\w-]+\.csv"\)$/),
    );
    expect(copied).toContainEqual(expect.stringMatching(/^<iframe src="https:\/\/acme\.example\/x\/embed\//));
    expect(copied).toContain('https://acme.example/x/alerts.xml');
  });
});

describe('a badge', () => {
  test('is a picture whose words fit it', async () => {
    const page = await open('data/');
    // A browser asks for one wherever a picture is opened by itself.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 200, body: '' }));
    const boxes = [];
    for (const file of readdirSync(join(site.dir(), 'badge'))) {
      await page.goto(`${site.origin()}${base}badge/${file}`);
      boxes.push(
        await page.evaluate(() =>
          [...document.querySelectorAll('text')].map((one) => {
            const { left, right } = one.getBoundingClientRect();
            return { left, right, width: document.documentElement.getBoundingClientRect().width };
          }),
        ),
      );
    }
    expect(boxes.length).toBeGreaterThan(2);
    for (const [name, value] of boxes) {
      expect(name?.left).toBeGreaterThanOrEqual(0);
      expect(name?.right).toBeLessThan(value?.left ?? 0);
      expect(value?.right).toBeLessThanOrEqual(value?.width ?? 0);
    }
  });
});

describe('an embed', () => {
  const ground = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  test('stands in a frame of another page, 320 × 240 and up, without a scroll bar', async () => {
    const page = await open('embed/awareness/');
    for (const [width, height] of [
      [320, 240],
      [640, 400],
      [1000, 600],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await tooWide(page), `${width}`).toBeLessThanOrEqual(0);
      expect(
        await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
        `${height}`,
      ).toBeLessThanOrEqual(0);
      expect((await page.locator('.plot-svg').boundingBox())?.height).toBeGreaterThan(60);
    }
    expect(await barriers(page)).toEqual([]);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });
  test('follows the reader’s scheme, unless its address fixes one', async () => {
    const page = await open('embed/awareness/', { colorScheme: 'light' });
    const light = await ground(page);
    await page.goto(`${site.origin()}${base}embed/awareness/?theme=dark`);
    await page.locator('html[data-theme=dark]').waitFor();
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${site.origin()}${base}embed/awareness/`);
    expect(await ground(page)).toBe(dark);
    await page.goto(`${site.origin()}${base}embed/awareness/?theme=light`);
    await page.locator('html[data-theme=light]').waitFor();
    expect(await ground(page)).toBe(light);
    await page.goto(`${site.origin()}${base}embed/awareness/?theme=%22%3E%3Cscript%3E`);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(null);
  });
});

describe('the report', () => {
  const pagesOf = (pdf: Buffer): number =>
    (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  test.each(['A4', 'Letter'] as const)(
    'prints on %s: no controls, no block cut, few pages',
    async (format) => {
      const page = await open('report/');
      const pdf = await page.pdf({ format, preferCSSPageSize: false, printBackground: true });
      expect(pagesOf(pdf)).toBeGreaterThanOrEqual(3);
      expect(pagesOf(pdf)).toBeLessThanOrEqual(12);
      await page.emulateMedia({ media: 'print' });
      for (const control of ['nav', '[data-print]', '.banner.stale', 'select', 'summary'])
        expect(await page.locator(control).filter({ visible: true }).count(), control).toBe(0);
      const heights = await page
        .locator('.report-figure')
        .evaluateAll((all) =>
          all.map((one) => [getComputedStyle(one).breakInside, one.getBoundingClientRect().height]),
        );
      expect(heights.length).toBeGreaterThan(2);
      // A4 less its margins holds about 1,000 pixels.
      for (const [breaks, height] of heights) {
        expect(breaks).toBe('avoid');
        expect(Number(height)).toBeLessThan(900);
      }
    },
  );
  test('shows the addresses of what it links to, and asks the browser to print', async () => {
    const page = await open('report/');
    expect(await page.locator('.report-figure .footnote').first().textContent()).toContain(
      'https://acme.example/x/figure/',
    );
    await page.evaluate(() => {
      globalThis.print = () => {
        document.title = 'printed';
      };
    });
    await page.locator('[data-print]').click();
    expect(await page.title()).toBe('printed');
  });
  test('says without scripts how it is printed', async () => {
    const page = await open('report/', { javaScriptEnabled: false });
    expect(await page.locator('[data-print]').isVisible()).toBe(false);
    expect(await page.locator('.report-how').isVisible()).toBe(true);
  });
});

describe('a folder on a disk', () => {
  test.each([true, false])('is read from page to page, with scripts %s', async (javaScriptEnabled) => {
    const page = await (await site.openContext({ javaScriptEnabled })).newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('requestfailed', (request) => faults.push(request.url()));
    page.on(
      'request',
      (request) => request.url().startsWith('file:') || faults.push(`left: ${request.url()}`),
    );
    await page.goto(pathToFileURL(join(disk, 'index.html')).href);
    const width = (): Promise<number> =>
      page.locator('main').evaluate((main) => main.getBoundingClientRect().width);
    // The style sheet is there: the page keeps its measure.
    await page.setViewportSize({ width: 1600, height: 900 });
    expect(await width()).toBeLessThanOrEqual(1200);
    const nav = page.locator('header nav a');
    for (const file of [
      'mentions/index.html',
      'coverage/index.html',
      'method/index.html',
      'data/index.html',
    ]) {
      await page.locator(`header nav a[href$="${file}"]`).click();
      expect(page.url()).toBe(pathToFileURL(join(disk, file)).href);
      // A click waits for the address, not for what stands there.
      await page.waitForLoadState();
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
      expect(await nav.count()).toBeGreaterThan(3);
    }
    await page.locator('header a.brand').click();
    expect(page.url()).toBe(pathToFileURL(join(disk, 'index.html')).href);
    await page.locator('.card-link').first().click();
    expect(await page.locator('.plot-svg').first().isVisible()).toBe(true);
    expect(
      await page
        .locator('.line')
        .first()
        .evaluate((line) => getComputedStyle(line).fill),
    ).toBe('none');
    expect(faults).toEqual([]);
  });
  test('holds no link to mentions of one kind, which only a script could list', () => {
    const page = readFileSync(join(disk, 'journey/index.html'), 'utf8');
    expect(readFileSync(join(site.dir(), 'journey/index.html'), 'utf8')).toContain('/mentions/?brand=');
    expect([...new Set(page.match(/href="[^"]*mentions\/[^"]*"/g))]).toEqual([
      'href="../mentions/index.html"',
    ]);
    expect(page).toContain('<td>listed on the served page only</td>');
  });
  test('holds no link that leads nowhere, and no script', () => {
    const pages = readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(20);
    for (const file of pages) {
      const html = readFileSync(join(disk, file), 'utf8');
      const parser = new Parser({ onopentag: (name) => expect(name, file).not.toBe('script') });
      parser.end(html);
      for (const [, , value = ''] of html.matchAll(/<(a|link|img|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
        if (/^(https?:|mailto:|data:|#)/.test(value)) continue;
        const target = new URL(value.replaceAll('&amp;', '&'), pathToFileURL(join(disk, file)));
        expect(existsSync(target), `${file}: ${value}`).toBe(true);
      }
    }
  });
});

test('the command offers to write such a folder', () => {
  const help = execFileSync(process.execPath, ['collector/cli.ts', 'build', '--help'], { encoding: 'utf8' });
  expect(help).toContain('--offline');
});
