import { existsSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, colourRules } from './barriers.ts';
import { launch } from './browser.ts';
import { base, buildSite } from './build-site.ts';
import type { Variant } from './fixture.ts';
import { type Served, serve } from './serve.ts';
import { watch } from './watch.ts';

const asOf = Date.parse('2026-11-20T05:17:00Z');
const hourMs = 3_600_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

const states: [Variant, RegExp][] = [
  ['crowd', /The Most Honourable Company of Northwind Coffee .* is talked about a fifth more/],
  ['one-day', /has been listened to for too short a time/],
  ['first-day', /Listening for Northwind Coffee has begun/],
  ['empty', /Listening for Northwind Coffee has begun/],
  ['newer', /written by a newer Earshot/],
  ['absent', /There are no figures yet/],
];

describe.each(states)('with data of the kind “%s”', (variant, said) => {
  let served: Served;
  let dir: string;
  beforeAll(async () => {
    dir = await buildSite(variant);
    served = await serve(dir, base);
  });
  afterAll(async () => {
    await served?.close();
  });
  test.each(['', 'mentions/', 'coverage/', 'method/'])(
    '/%s stands, fits and has no barrier',
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
      const { page, faults } = await watch(context, served.origin);
      await page.clock.setFixedTime(asOf + hourMs);
      await page.goto(served.origin + base + path, { waitUntil: 'networkidle' });
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/);
      expect(text.trim().length).toBeGreaterThan(10);
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await barriers(page)).toEqual([]);
      }
      expect(faults).toEqual([]);
      await context.close();
    },
  );
  test('the overview says what there is to say, and no zero that nobody counted', async () => {
    const page = await browser.newPage();
    await page.goto(served.origin + base);
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(said);
    if (variant === 'newer' || variant === 'absent' || variant === 'empty')
      expect(text).not.toMatch(/(^|\s)0(\s|%|$)/);
    await page.close();
  });
  if (variant === 'one-day') {
    test('in the first nights the page keeps the list of what will appear, and says of one point that it is one', async () => {
      const page = await browser.newPage();
      await page.goto(served.origin + base);
      const text = await page.locator('main').innerText();
      expect(text).toContain('What will appear, and when');
      expect(text).toContain('After 28 covered days');
      // That night is over: its mentions stand below.
      expect(text).not.toContain('After the first night');
      expect(await page.locator('.chart .remark').first().innerText()).toMatch(/^One point so far/);
      await page.close();
    });
    test.each([
      [35, ''],
      [41, 'These data are 41 hours old.'],
      [95, 'These data are 3 days old.'],
    ])('%i hours after its data the page says how old they are: “%s”', async (hours, told) => {
      const page = await browser.newPage();
      await page.clock.setFixedTime(asOf + hours * hourMs);
      await page.goto(served.origin + base);
      const banner = page.locator('[data-stale]');
      expect(await banner.isVisible()).toBe(told !== '');
      expect(await banner.locator('[data-age]').textContent()).toBe(told);
      await page.close();
    });
    test('an embed says in its frame that its data are old', async () => {
      const page = await browser.newPage({ viewport: { width: 320, height: 240 } });
      await page.clock.setFixedTime(asOf + 95 * hourMs);
      await page.goto(`${served.origin}${base}embed/stories/`);
      expect((await page.locator('[data-stale]').innerText()).trim()).toBe('These data are 3 days old.');
      expect(
        await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
      ).toBeLessThanOrEqual(0);
      await page.clock.setFixedTime(asOf + hourMs);
      await page.reload();
      expect(await page.locator('[data-stale]').isVisible()).toBe(false);
      await page.close();
    });
  }
  if (variant === 'crowd') {
    test('invented data say so on every page, and never grow stale', async () => {
      const page = await browser.newPage();
      await page.clock.setFixedTime(asOf + 9000 * hourMs);
      for (const path of ['', 'mentions/', 'coverage/', 'method/', 'figure/awareness/']) {
        await page.goto(served.origin + base + path);
        expect(await page.getByText('Invented data.').isVisible()).toBe(true);
        expect(await page.locator('[data-stale]').count()).toBe(0);
      }
      await page.close();
    });
    test('at most five lines are drawn, and the table holds all competitors', async () => {
      const page = await browser.newPage();
      await page.goto(`${served.origin}${base}figure/share-of-voice/?compare=1`);
      expect(await page.locator('.plot.compared path.line:not(.thin)').count()).toBe(5);
      expect(await page.locator('.folded').isVisible()).toBe(true);
      await page.locator('details.table summary').first().click();
      expect(await page.locator('details.table').first().locator('thead th').count()).toBe(6 + 12);
      await page.close();
    });
  }
});

/** The demonstration as it is published: its folder comes from the runner, which builds it. */
const demo = process.env['EARSHOT_TEST_DIST'];
const demoBase = process.env['EARSHOT_TEST_BASE'] ?? '/';
describe.runIf(demo !== undefined && demo !== '')('the demonstration', () => {
  test.each([
    '',
    'mentions/',
    'coverage/',
    'method/',
    'compare/',
    'in/90/compare/',
    'of/bluebird/compare/',
    'journey/',
    'emerging/',
    'voices/',
    'surveys/',
    'alerts/',
    'of/bluebird/alerts/',
    'of/bluebird/priorities/',
    'figure/tone-by-month/',
    'brief/',
    'figure/events/',
    'priorities/',
    'figure/priorities/',
    'figure/surveys-nps/',
    'figure/tone-by-part/',
    'figure/voices/',
  ])('/%s stands, fits and has no barrier', async (path) => {
    if (!demo || !existsSync(demo)) throw new Error(`EARSHOT_TEST_DIST names ${demo}, which does not exist.`);
    const served = await serve(demo, demoBase);
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    const { page, faults } = await watch(context, served.origin);
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      bytes += (await request.sizes()).responseBodySize;
    });
    await page.goto(served.origin + demoBase + path, { waitUntil: 'networkidle' });
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page, colourRules)).toEqual([]);
    expect(faults).toEqual([]);
    if (path === '') expect(bytes).toBeLessThanOrEqual(150_000);
    await context.close();
    await served.close();
  });
});
