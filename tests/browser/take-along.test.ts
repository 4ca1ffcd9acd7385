import { existsSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './browser.ts';
import { type Served, serve } from './serve.ts';

/** What a reader takes along of every form of chart, on the demonstration as it is published, which has them all. */
const demo = process.env['EARSHOT_TEST_DIST'];
const base = process.env['EARSHOT_TEST_BASE'] ?? '/';
let browser: Browser;
let served: Served;
let pages: Page[] = [];
const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await browser.newPage(options);
  pages.push(page);
  await page.goto(served.origin + base + path, { waitUntil: 'networkidle' });
  return page;
};

describe.runIf(demo !== undefined && demo !== '')('of the demonstration', () => {
  beforeAll(async () => {
    if (!demo || !existsSync(demo)) throw new Error(`EARSHOT_TEST_DIST names ${demo}, which does not exist.`);
    served = await serve(demo, base);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    for (const page of pages) await page.close();
    pages = [];
  });

  describe('what can be taken along of a chart', () => {
    test.each([
      ['', '.why-change figure.chart'],
      ['figure/tone-by-part/', '#tone-by-part-parts-title'],
      ['journey/', '#steps-title'],
      ['coverage/', '#ledger-title'],
      ['compare/', '#shares-title'],
    ])('/%s %s: a title, a picture, a table and a link', async (path, place) => {
      const page = await open(path);
      const chart = page
        .locator('figure.chart', { has: page.locator(place.startsWith('#') ? place : '.why-part') })
        .first();
      expect((await chart.locator('.finding').first().innerText()).length).toBeGreaterThan(12);
      const table = await chart
        .locator('.chart-actions a[download]')
        .evaluate((a: HTMLAnchorElement) => a.href);
      const rows = await page.evaluate(async (address) => (await fetch(address)).text(), table);
      expect(rows.split('\r\n').length).toBeGreaterThan(2);
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        chart.locator('[data-png]').click(),
      ]);
      expect(readFileSync(await picture.path()).length).toBeGreaterThan(5_000);
      expect(await chart.getAttribute('data-view')).toMatch(new RegExp(`^${base}`));
    });
    test('the table of the share bars holds what they show', async () => {
      const page = await open('in/90/compare/');
      const chart = page.locator('figure.chart', { has: page.locator('#shares-title') });
      const table = await chart
        .locator('.chart-actions a[download]')
        .evaluate((a: HTMLAnchorElement) => a.href);
      const rows = (await page.evaluate(async (address) => (await fetch(address)).text(), table))
        .trim()
        .split('\r\n');
      const shown = await chart
        .locator('.compare-table tbody tr')
        .evaluateAll((all) => all.map((tr) => tr.querySelector('td')?.textContent?.trim() ?? ''));
      expect(rows).toHaveLength(shown.length + 1);
      const values = rows.slice(1).map((line) => line.split(',')[3] ?? '');
      expect(values.map((value) => Math.round(Number(value)))).toEqual(
        shown.map((value) => Math.round(Number.parseFloat(value))),
      );
    });
    test('a picture says what is folded, and shows it where it is unfolded', async () => {
      const page = await open('priorities/');
      const chart = page.locator('figure.chart', { has: page.locator('#pain-points-title') });
      const folded = chart.locator('details.pain-others').first();
      expect(await folded.count()).toBeGreaterThan(0);
      const heights: number[] = [];
      for (const _ of ['folded', 'open']) {
        const [picture] = await Promise.all([
          page.waitForEvent('download'),
          chart.locator('[data-png]').click(),
        ]);
        // Width and height stand in the first chunk of a PNG.
        heights.push(readFileSync(await picture.path()).readUInt32BE(20));
        await folded.locator('summary').first().click();
      }
      expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
    });
    test('small multiples name the first and the last day of what they draw, also on a phone', async () => {
      const page = await open('figure/net-sentiment/', { viewport: { width: 390, height: 800 } });
      const ends = page.locator('.multiple-ends').first();
      await ends.scrollIntoViewIfNeeded();
      expect(await ends.innerText()).toMatch(/\d{4}\s+\d{1,2} \w+ \d{4}/);
      const size = await ends.evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
      expect(size).toBeGreaterThanOrEqual(11);
    });
  });

  test('lines to copy have a button that copies them, and the report is a click from the overview', async () => {
    const page = await open('');
    expect(await page.locator('.answer a[href$="/report/"]').isVisible()).toBe(true);
    await page.addInitScript(() => {
      const clipboard = {
        writeText: (text: string) => Promise.resolve(void sessionStorage.setItem('copied', text)),
      };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard });
    });
    await page.goto(`${served.origin}${base}data/`);
    const badge = page.locator('.badges .copy-box').first();
    await badge.getByRole('button').click();
    await expect.poll(() => badge.getByRole('button').textContent()).toBe('Copied');
    expect(await page.evaluate(() => sessionStorage.getItem('copied'))).toBe(
      await badge.locator('code').textContent(),
    );
  });
  test.each(['A4', 'Letter'] as const)(
    'the report on %s takes at most six pages, and has none but its own words',
    async (format) => {
      const page = await open('report/');
      const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(6);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.foot').isVisible()).toBe(false);
      expect(await page.locator('.report-basis').isVisible()).toBe(true);
    },
  );
});
