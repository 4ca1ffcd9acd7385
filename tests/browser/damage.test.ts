import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from './barriers.ts';
import { launch } from './browser.ts';
import { base, buildSite } from './build-site.ts';
import { strippedMonth } from './fixture.ts';
import { type Served, serve } from './serve.ts';
import { ranForeign } from './watch.ts';

let browser: Browser;
let served: Served;
let page: Page;
beforeAll(async () => {
  served = await serve(await buildSite('hostile'), base);
  browser = await launch();
  page = await (await browser.newContext()).newPage();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
const open = (path: string) => page.goto(served.origin + base + path, { waitUntil: 'networkidle' });

describe('a page under which data is damaged', () => {
  test.each(['', 'mentions/', 'coverage/', 'figure/awareness/'])(
    'E05, E06: /%s says so in one sentence',
    async (path) => {
      await open(path);
      const notice = page.getByText(
        '3 places in the data cannot be read, and one mention or its score was changed by hand.',
      );
      expect(await notice.first().isVisible()).toBe(true);
      // Lines are told of once; a figure file that broke since is told of besides.
      expect(await page.locator('.banner.faults').allInnerTexts()).toEqual([
        expect.stringMatching(/changed by hand\. See where$/),
        expect.stringMatching(/figures\/broken\.json \(1 line\)\.$/),
      ]);
    },
  );

  test('E05, E06: names the first places on the Coverage page, as text, and leads there', async () => {
    await open('');
    await page.locator('.banner').getByRole('link', { name: 'See where' }).click();
    await page.waitForURL(/coverage\/#damage$/);
    expect(await page.locator('.places li').allInnerTexts()).toEqual([
      'data/mentions/2026-03.b.jsonl:1 a mark of a merge conflict',
      'data/mentions/2026-03.b.jsonl:2 is not JSON',
      'data/<img src=x onerror=globalThis.__ran=1> <script>globalThis.__ran=1</script>',
      'and 1 more',
    ]);
    expect(await ranForeign(page)).toBe(false);
  });
});

describe('a month whose words were taken out', () => {
  test('is listed by its facts: no empty link, no host, no name for an empty title', async () => {
    await open(`mentions/?from=${strippedMonth}-05&to=${strippedMonth}-25`);
    await page.locator('[data-state="done"] [data-row]').first().waitFor();
    const rows = page.locator('[data-list] > [data-row]');
    expect(await rows.count()).toBeGreaterThan(5);
    for (const title of await rows.locator('.mention-title').allTextContents())
      expect(title.trim()).toMatch(/^\((text removed|no text kept)\)$/);
    expect(await rows.locator('.mention-title a').count()).toBe(0);
    const text = await page.locator('[data-list]').textContent();
    expect(text).not.toMatch(/without a title|no link|undefined|null/);
    const lines = await rows.evaluateAll((all) => all.map((row) => row.querySelectorAll('[lang]').length));
    expect(new Set(lines)).toEqual(new Set([0]));
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    expect(await barriers(page)).toEqual([]);
  });

  test('is counted, and the page says why no word finds it', async () => {
    await open('mentions/');
    expect(await page.locator('[data-kept]').innerText()).toMatch(
      /\d+ have no text: it was removed, or there was none\./,
    );
  });

  test('looks the same where the page itself drew the row, and gives no “latest mention” on the overview', async () => {
    const first = await serve(await buildSite('one-day'), base);
    await page.goto(`${first.origin}${base}mentions/`);
    const removed = page.locator('[data-list] .mention-title.wordless');
    expect(await removed.allInnerTexts()).toEqual([
      expect.stringMatching(/^\((text removed|no text kept)\)$/),
    ]);
    expect(await removed.locator('a').count()).toBe(0);
    await page.goto(first.origin + base);
    expect(await page.locator('main').innerText()).not.toMatch(/text removed|no text kept/);
    await first.close();
  });
});

test('a source that counts and quotes nobody is no source of mentions, nor read by hand', async () => {
  await open('coverage/');
  const row = page.locator('tr', { has: page.locator('th', { hasText: /^Wikipedia page views$/ }) });
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toMatch(/daily counts, no mentions\s+never read/);
  await open('mentions/');
  expect(await page.locator('input[name="group"][value="news"]').count()).toBe(1);
  expect(await page.locator('input[name="group"][value="reference"]').count()).toBe(0);
});
