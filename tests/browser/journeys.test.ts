import { existsSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartWords } from '../../site/src/chart-words.ts';
import { words } from '../../site/src/words.ts';
import { launch } from './browser.ts';
import { type Served, serve } from './serve.ts';

/**
 * What a marketer comes for, on the demonstration as it is published: each within four clicks from the overview, by mouse
 * and by keyboard, on a phone's width and a desk's.
 */
const demo = process.env['EARSHOT_TEST_DIST'];
const demoBase = process.env['EARSHOT_TEST_BASE'] ?? '/';
const mostClicks = 4;
/** Stops of the Tab key after which a thing counts as out of reach. */
const mostStops = 400;

type Hand = 'mouse' | 'keyboard';
const hands: Hand[] = ['mouse', 'keyboard'];
const widths = [390, 1440];

/** Someone with one hand, who counts what it takes: keys that only move the focus are free, as is moving the mouse. */
function readerOf(page: Page, hand: Hand) {
  let clicks = 0;
  /** Brings the focus to a thing by the Tab key alone. */
  async function reach(thing: Locator): Promise<void> {
    await thing.waitFor({ state: 'attached' });
    for (let stops = 0; stops < mostStops; stops++) {
      if (await thing.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not reach ${thing}.`);
  }
  return {
    clicks: () => clicks,
    reach,
    async press(thing: Locator): Promise<void> {
      clicks++;
      if (hand === 'mouse') return thing.click();
      await reach(thing);
      await page.keyboard.press('Enter');
    },
    count(): void {
      clicks++;
    },
  };
}

describe.runIf(demo !== undefined && demo !== '')('from the overview of the demonstration', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    if (!demo || !existsSync(demo)) throw new Error(`EARSHOT_TEST_DIST names ${demo}, which does not exist.`);
    served = await serve(demo, demoBase);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function start(width: number): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(served.origin + demoBase, { waitUntil: 'networkidle' });
    return { context, page };
  }

  describe.each(widths)('at %i pixels', (width) => {
    test.each(hands)('“why did advocacy fall in May?” leads to what was said then, by %s', async (hand) => {
      const { context, page } = await start(width);
      const reader = readerOf(page, hand);
      await reader.press(page.locator('.card-link', { hasText: 'Advocacy' }));
      await page.waitForURL(/\/figure\/advocacy\//);
      const frame = page.locator('.plot.alone .plot-frame');
      const reading = page.locator('[data-reading]');
      if (hand === 'mouse') {
        await frame.hover();
        await page.locator('[data-live="yes"]').first().waitFor();
        const box = await frame.boundingBox();
        if (!box) throw new Error('no chart');
        // From the right, week by week, until the chart reads a week of May.
        for (let x = 0.95; x > 0.05; x -= 0.01) {
          await page.mouse.move(box.x + box.width * x, box.y + box.height / 2);
          if (/\bMay 2026/.test(await reading.innerText())) break;
        }
        await page.mouse.down();
        await page.mouse.up();
      } else {
        await reader.reach(frame);
        await page.locator('[data-live="yes"]').first().waitFor();
        for (let steps = 0; steps < 60; steps++) {
          await page.keyboard.press('ArrowLeft');
          if (/\bMay 2026/.test(await reading.innerText())) break;
        }
      }
      reader.count();
      await expect.poll(() => reading.innerText()).toMatch(/May 2026.*n = /s);
      // The answer: whether it fell at all, what made it, and what was said.
      await reader.press(reading.getByRole('link', { name: chartWords.why('May 2026') }));
      const may = page.locator('#month-2026-05');
      expect(await may.innerText()).toMatch(
        /(up|down|no clear change).*points.*\(.*to.*\).*n = \d+ stories, \d+ before/s,
      );
      await reader.press(may.locator('a', { hasText: 'May 2026' }).last());
      await page.waitForURL(/\/mentions\/\?.*from=2026-0[45]-\d\d/);
      await page.locator('[data-state="done"]:not([data-counting])').waitFor();
      expect(await page.locator('.mention').count()).toBeGreaterThan(0);
      for (const day of await page
        .locator('.mention time')
        .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? '')))
        expect(day).toMatch(/^2026-0[456]-/);
      expect(reader.clicks()).toBeLessThanOrEqual(mostClicks);
      await context.close();
    });

    test('what made a change is drawn with its interval, not as a dot alone', async () => {
      const { context, page } = await start(width);
      const sizes = await page.locator('.why .whisker').evaluateAll((all) =>
        all.map((one) => {
          const { width = 0, height = 0 } = one.querySelector('.interval')?.getBoundingClientRect() ?? {};
          return { width, height };
        }),
      );
      expect(sizes.length).toBeGreaterThan(2);
      for (const { width, height } of sizes) {
        expect(width).toBeGreaterThan(5);
        expect(height).toBeGreaterThan(1);
      }
      await context.close();
    });

    test('the lenses of the journey are read month by month with the keys, and each value leads to its mentions', async () => {
      const { context, page } = await start(width);
      await page.goto(`${served.origin}${demoBase}journey/`, { waitUntil: 'networkidle' });
      const form = page.locator('[data-rows="lenses-table"]');
      await form.focus();
      const reading = page.locator('.chart:has(> .lens-chart) [data-rows-reading]');
      const newest = await reading.innerText();
      expect(newest).toMatch(/Innovation.*n = \d+.*Experience.*n = \d+/s);
      await page.keyboard.press('Home');
      expect(await reading.innerText()).not.toBe(newest);
      const lists = await page
        .locator('#lenses-table td a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(lists.length).toBeGreaterThan(12);
      for (const list of lists) expect(list).toMatch(/mentions\/\?.*(theme|toward)=.*from=\d{4}-\d\d-01&to=/);
      await context.close();
    });

    test('an empty cell of the heat map says in a word why it is empty, and the map can be taken along', async () => {
      const { context, page } = await start(width);
      await page.goto(`${served.origin}${demoBase}journey/`);
      const empty = await page.locator('.step-heat td:not(:has(a))').allInnerTexts();
      expect(empty.length).toBeGreaterThan(0);
      for (const text of empty) expect(text).toMatch(/^(too few|none|not covered)$/);
      const heat = page.locator('.form:has(.step-heat)');
      expect(await heat.getByRole('link', { name: words.chart.csv }).getAttribute('href')).toContain(
        'tone-by-month.csv',
      );
      await context.close();
    });

    test('a month in which advocacy fell names the themes and sources that made it, and their mentions', async () => {
      const { context, page } = await start(width);
      await page.goto(`${served.origin}${demoBase}figure/advocacy/#month-2026-03`);
      const march = page.locator('#month-2026-03');
      expect(await march.innerText()).toMatch(/down/);
      const parts = march.locator('li');
      expect(await parts.count()).toBeGreaterThan(0);
      await parts.first().getByRole('link').click();
      await page.locator('[data-state="done"]:not([data-counting])').waitFor();
      expect(page.url()).toMatch(/rating=opinion.*(theme|source|site)=|(theme|source|site)=.*rating=opinion/);
      expect(await page.locator('.mention').count()).toBeGreaterThan(0);
      await context.close();
    });

    test.each(hands)('“who is ahead on support?” is said in words, by %s', async (hand) => {
      const { context, page } = await start(width);
      const reader = readerOf(page, hand);
      await reader.press(page.locator('nav.pages a', { hasText: words.nav.compare }));
      await page.waitForURL(/\/compare\//);
      await reader.press(page.locator('.jump a', { hasText: 'Customer support' }));
      const side = page.locator('#theme-support');
      await expect.poll(() => side.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(900);
      expect(await side.locator('.side-finding').innerText()).toMatch(/ahead of|too close to call/i);
      // With the values that it rests on.
      expect(await side.locator('tbody tr').count()).toBeGreaterThanOrEqual(2);
      const value = side.locator('tr.own a.whence');
      const told = await value.innerText();
      await reader.press(value);
      await page.waitForURL(/\/figure\/tone-by-part\/#row-/);
      const row = page.locator('tr:target');
      expect(await row.innerText()).toContain(told);
      await reader.press(row.locator('td a.whence').last());
      await page.waitForURL(/\/mentions\/\?.*(?:theme|toward)=support/);
      expect(reader.clicks()).toBeLessThanOrEqual(mostClicks);
      await context.close();
    });

    test.each(hands)(
      '“send this view to a colleague” gives a link that shows the same, by %s',
      async (hand) => {
        const { context, page } = await start(width);
        const reader = readerOf(page, hand);
        const choose = page.locator('[data-choose]').last();
        await reader.press(choose.locator('summary'));
        await reader.press(choose.locator('a', { hasText: words.spans['90'].choice }));
        await page.waitForURL(/\/in\/90\//);
        const chart = page.locator('figure.chart').first();
        const finding = await chart.locator('.finding').innerText();
        await reader.press(chart.locator('[data-copy]'));
        await chart.locator('[data-said]', { hasText: chartWords.copied }).waitFor();
        const address = await page.evaluate(() => navigator.clipboard.readText());
        expect(reader.clicks()).toBeLessThanOrEqual(mostClicks);
        const colleague = await browser.newContext();
        const theirs = await colleague.newPage();
        await theirs.goto(address);
        expect(await theirs.locator('figure.chart .finding').first().innerText()).toBe(finding);
        expect(theirs.url()).toContain('/in/90/');
        // The address of the page itself does as well.
        await theirs.goto(page.url());
        expect(await theirs.locator('figure.chart .finding').first().innerText()).toBe(finding);
        await colleague.close();
        await context.close();
      },
    );

    test.each(hands)('“put this chart into slides” saves a picture, by %s', async (hand) => {
      const { context, page } = await start(width);
      const reader = readerOf(page, hand);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        reader.press(page.locator('figure.chart').first().locator('[data-png]')),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.png$/);
      const bytes = readFileSync(await download.path());
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      // Wide enough for a slide: width and height stand in the first chunk.
      expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(width === 390 ? 600 : 1000);
      expect(reader.clicks()).toBeLessThanOrEqual(mostClicks);
      await context.close();
    });
  });
});
