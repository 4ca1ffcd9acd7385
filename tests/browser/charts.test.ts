import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { base } from './build-site.ts';
import { visit } from './visit.ts';

const site = visit('hostile');
const { open } = site;
const frameOf = (page: Page) => page.locator('.plot.alone .plot-frame');
async function reach(page: Page): Promise<void> {
  await frameOf(page).focus();
  await page.locator('.plot.alone canvas[data-points]').waitFor();
}
/** Sum of what moved on the page without being asked. */
const shifts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

describe('the receipt of a point', () => {
  test('has the point in its address, which a reload and the link to exactly this open again', async () => {
    const page = await open('figure/net-sentiment/');
    await reach(page);
    for (const key of ['Home', 'ArrowRight']) await page.keyboard.press(key);
    const period = await frameOf(page).getAttribute('data-at');
    await page.locator('[data-reading] a', { hasText: 'Where from?' }).click();
    expect(new URL(page.url()).search).toBe(`?at=${period}`);
    expect(new URL(page.url()).hash).toBe('#receipt');
    const seen = await page.locator('[data-fact="of"]').innerText();
    expect(await page.locator('[data-receipt]').getAttribute('open')).not.toBeNull();
    const exactly = await page.locator('[data-fact="view"] a').evaluate((a: HTMLAnchorElement) => a.href);
    expect(exactly).toBe(page.url());
    await page.reload({ waitUntil: 'networkidle' });
    await page.locator('.plot.alone canvas[data-points]').waitFor();
    expect(await page.locator('[data-fact="of"]').innerText()).toBe(seen);
    expect(await page.locator('[data-fact="of"]').isVisible()).toBe(true);
  });
});

describe('a part of a chart’s time', () => {
  test('is drawn by a drag, kept in the address through a reload and Back, and let go again', async () => {
    const page = await open('figure/net-sentiment/');
    await reach(page);
    const box = await frameOf(page).boundingBox();
    if (!box) throw new Error('no chart');
    await page.mouse.move(box.x + box.width * 0.5, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/);
    await page.locator('.cut-plot .plot-svg').waitFor();
    const shown = await page.locator('[data-zoom]').innerText();
    expect(shown).toMatch(/^Shown: .* n = [\d,]+ stories\./);
    const all = await page.locator('tr[data-from]').count();
    expect(await page.locator('tr[data-from]:not([hidden])').count()).toBeLessThan(all);
    await page.reload({ waitUntil: 'networkidle' });
    await page.locator('.cut-plot .plot-svg').waitFor();
    expect(await page.locator('[data-zoom]').innerText()).toBe(shown);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('.cut-plot').count()).toBe(0);
    await page.goBack();
    await page.locator('.cut-plot .plot-svg').waitFor();
  });
  test('is chosen by keys alone', async () => {
    const page = await open('figure/net-sentiment/');
    await reach(page);
    for (const key of ['Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
      await page.keyboard.press(key);
    expect(await page.locator('[data-reading]').innerText()).toContain('Selected: ');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=/);
    expect(await page.locator('.plot.alone canvas').getAttribute('data-points')).toBe('4');
    expect(await page.locator('[data-reading]').innerText()).not.toContain('Selected: ');
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).search).toBe('');
  });
  test('has a title, measure, basis, events and files of its own, and leaves no finding of the whole', async () => {
    const page = await open('figure/net-sentiment/');
    const chart = page.locator('figure.chart').first();
    const told = async () => ({
      title: await chart.locator('.finding').innerText(),
      measure: await chart.locator('.subtitle').first().innerText(),
      basis: await chart.locator('[data-basis]').innerText(),
      heard: await chart.locator('[data-described]').textContent(),
      drawn: await chart.locator('.plot.alone .plot-svg:visible').getAttribute('aria-label'),
      notes: await chart.locator('li[data-at]:visible').count(),
    });
    const whole = await told();
    await reach(page);
    for (const key of ['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter']) await page.keyboard.press(key);
    await page.locator('.cut-plot .plot-svg').waitFor();
    const part = await told();
    expect(part.title).toMatch(/^Net sentiment was (at|between) .*: \d/);
    for (const key of ['title', 'measure', 'basis', 'heard', 'drawn'] as const)
      expect(part[key], key).not.toBe(whole[key]);
    expect(part.drawn).toContain(part.title);
    expect(await page.locator('[data-zoom]').innerText()).toContain(part.basis.split(' · ')[0] ?? '?');
    expect(await chart.locator('.numbers:visible').count()).toBe(0);
    const shown = await chart.locator('.cut-plot .plot-marks .mark.event').count();
    expect(await chart.locator('.chart-events li[id]:visible').count()).toBe(shown);
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        chart.getByRole('button', { name, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path()) };
    };
    const rows = await saved('CSV of what is shown');
    expect(rows.name).toMatch(/^net-sentiment_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = rows.text.toString().trim().split('\r\n');
    expect(lines.filter((line) => line.includes(',2026-')).length % 3).toBe(0);
    expect(lines.length).toBeGreaterThan(3);
    expect((await saved('PNG')).name).toBe(rows.name.replace('.csv', '.png'));
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await told()).toEqual(whole);
    expect(await chart.getByRole('button', { name: 'CSV of what is shown' }).count()).toBe(0);
  });
  test('is drawn by a finger that rests before it moves, and by no other', async () => {
    const page = await open('figure/net-sentiment/', {
      hasTouch: true,
      viewport: { width: 390, height: 800 },
    });
    const frame = frameOf(page);
    await frame.scrollIntoViewIfNeeded();
    await frame.tap();
    await page.locator('.plot.alone canvas[data-points]').waitFor();
    const box = await frame.boundingBox();
    if (!box) throw new Error('no chart');
    const session = await page.context().newCDPSession(page);
    const y = box.y + box.height / 2;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: share === undefined ? [] : [{ x: box.x + box.width * share, y }],
      });
    const drag = async (restMs: number): Promise<void> => {
      await touch('touchStart', 0.4);
      await page.waitForTimeout(restMs);
      for (const share of [0.5, 0.6, 0.7, 0.8]) await touch('touchMove', share);
      await touch('touchEnd');
    };
    await drag(0);
    expect(new URL(page.url()).search).toBe('');
    await drag(600);
    await page.waitForURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/);
    await page.locator('.cut-plot .plot-svg').waitFor();
  });
  test('that no chart holds is said to be outside, and all is shown', async () => {
    const page = await open('figure/net-sentiment/?from=1999-01-01&to=1999-02-01');
    await page.locator('[data-zoom]').getByText('holds no value').waitFor();
    expect(await page.locator('.cut-plot').count()).toBe(0);
  });
});

describe('taken along', () => {
  test('a picture is a PNG of twice the size, light where the page is dark, with something drawn on it', async () => {
    const page = await open('figure/net-sentiment/', { colorScheme: 'dark' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^net-sentiment-.*\.png$/);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(2000);
    const seen = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const pixels = pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      let dark = 0;
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1;
      return { corner: pixels[0] ?? 0, dark: dark / (pixels.length / 4) };
    }, bytes.toString('base64'));
    expect(seen.corner).toBeGreaterThan(240);
    expect(seen.dark).toBeGreaterThan(0.003);
    expect(seen.dark).toBeLessThan(0.2);
    expect(await page.locator('.picture').count()).toBe(0);
  });
  test('a copied link opens at the point that was read', async () => {
    const page = await open('figure/net-sentiment/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await reach(page);
    await page.keyboard.press('Home');
    const read = await page.locator('[data-reading] strong').innerText();
    await page.getByRole('button', { name: 'Copy link' }).first().click();
    await page.getByText('Link copied.').first().waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toMatch(/figure\/net-sentiment\/\?at=/);
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('[data-reading] strong').waitFor();
    expect(await page.locator('[data-reading] strong').innerText()).toBe(read);
  });
});

describe.each([
  ['stacked shares', 'figure/share-of-voice/'],
  ['small multiples', 'figure/net-sentiment/'],
])('%s', (_, path) => {
  test('are read period by period with the keys, every brand of the panel, and lead to their mentions', async () => {
    const page = await open(path);
    const form = page.locator('[data-rows]');
    const table = page.locator(`[id="${await form.getAttribute('data-rows')}"] table`);
    const rows = await table.locator('tbody tr').evaluateAll((all) =>
      all.map((row) => ({
        label: row.querySelector('th')?.textContent ?? '',
        value: row.querySelector('td')?.textContent ?? '',
      })),
    );
    await form.focus();
    const read = page.locator('[data-rows-reading]');
    const newest = await read.innerText();
    expect(newest).toContain(rows[0]?.label);
    expect(newest).toContain(rows[0]?.value);
    expect(await form.locator('.cursor').count()).toBe(await form.locator('svg[role="img"]').count());
    const brands = await table
      .locator('th[data-brand]')
      .evaluateAll((all) =>
        all.map(
          (head) => (head as HTMLElement).dataset['name'] ?? head.querySelector('bdi')?.textContent ?? '',
        ),
      );
    expect(brands.length).toBeGreaterThan(1);
    await page.keyboard.press('ArrowLeft');
    expect(await read.locator('strong').innerText()).toBe(rows[1]?.label);
    await page.keyboard.press('Home');
    const oldest = await read.innerText();
    expect(oldest).not.toBe(newest);
    for (const brand of brands) expect(oldest).toContain(brand);
    await page.keyboard.press('Enter');
    await page.waitForURL(/mentions\/\?/);
    expect(new URL(page.url()).searchParams.getAll('brand')).toHaveLength(brands.length);
  });
  test('are read under the pointer', async () => {
    const page = await open(path);
    const picture = page.locator('[data-rows] svg[role="img"]').first();
    await picture.scrollIntoViewIfNeeded();
    await picture.hover({ position: { x: 2, y: 20 } });
    const first = await page.locator('[data-rows-reading] strong').innerText();
    const box = await picture.boundingBox();
    await picture.hover({ position: { x: (box?.width ?? 0) - 2, y: 20 } });
    expect(await page.locator('[data-rows-reading] strong').innerText()).not.toBe(first);
  });
});

describe('the names of several lines', () => {
  test('stand under the chart with mark and value where the ends have no room, and at the ends where they have', async () => {
    for (const [width, ends] of [
      [390, false],
      [1440, true],
    ] as const) {
      const page = await open('figure/net-sentiment/?compare=1', { viewport: { width, height: 900 } });
      await page.locator('.plot.compared').waitFor();
      expect((await page.locator('.plot.compared .end:visible').count()) > 1).toBe(ends);
      expect((await page.locator('.legend.compared li:visible').count()) > 1).toBe(!ends);
      expect(await page.locator('.legend.alone:visible').count()).toBe(0);
    }
  });
});

describe('forced colours', () => {
  test('leave one page of the navigation marked as current', async () => {
    const page = await open('compare/', { forcedColors: 'active' });
    const lines = await page
      .locator('.top .pages a')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderBottomColor));
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line !== ground)).toHaveLength(1);
  });
});

describe('where a number comes from', () => {
  test('the receipt of the figure unfolds from its address, and follows the point that is read', async () => {
    const page = await open('figure/net-sentiment/#receipt');
    await page.locator('[data-receipt][open]').first().waitFor();
    const value = page.locator('[data-receipt] [data-fact="of"]').first();
    const before = await value.innerText();
    await reach(page);
    await page.keyboard.press('Home');
    expect(await value.innerText()).not.toBe(before);
    const href = await page.locator('[data-fact="mentions"] a').first().getAttribute('href');
    expect(href).toMatch(/mentions\/\?tone=.*&brand=northwind&from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}$/);
  });
  test('Enter opens the mentions of the point', async () => {
    const page = await open('figure/net-sentiment/');
    await reach(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/mentions\/\?tone=.*&brand=northwind&from=/);
  });
});

describe('around the chart', () => {
  test('a table is sorted by its heads, what has no value last', async () => {
    const page = await open('figure/net-sentiment/');
    await page.getByText('As a table').first().click();
    const table = page.locator('table[data-sortable]').first();
    const values = (): Promise<string[]> =>
      table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => (row.children[1] as HTMLElement).dataset['v'] ?? ''));
    await table.getByRole('button', { name: 'Value' }).click();
    const sorted = await values();
    const numbers = sorted.filter((value) => value !== '').map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(sorted.slice(numbers.length).every((value) => value === '')).toBe(true);
    expect(await table.locator('th[aria-sort="descending"]').count()).toBe(1);
  });
  test('the heads that sort are high enough for a pointer, and for a finger', async () => {
    const heights = async (page: Page): Promise<number> => {
      await page.getByText('As a table').first().click();
      return Math.min(
        ...(await page
          .locator('table[data-sortable] .sort')
          .evaluateAll((all) =>
            all.map((one) => one.getBoundingClientRect().height).filter((height) => height > 0),
          )),
      );
    };
    const page = await open('figure/net-sentiment/', { viewport: { width: 390, height: 844 } });
    expect(await heights(page)).toBeGreaterThanOrEqual(24);
    const touched = await open('figure/net-sentiment/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await heights(touched)).toBeGreaterThanOrEqual(44);
  });
  test('nothing moves when the live chart takes the place of the picture', async () => {
    const page = await open('figure/net-sentiment/');
    await reach(page);
    expect(await shifts(page)).toBeLessThan(0.02);
  });
  test('the scripts of the first view are small', async () => {
    const page = await (await site.openContext()).newPage();
    let bytes = 0;
    page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return;
      bytes += (await response.request().sizes()).responseBodySize;
    });
    await page.goto(`${site.origin()}${base}figure/net-sentiment/`, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(60_000);
  });
  test('small multiples lead to their table, and each to the page where its line is read', async () => {
    const page = await open('figure/net-sentiment/');
    const form = page.locator('.form:has(.multiples)');
    await form.locator('.table-link a').click();
    await page.locator('#net-sentiment-table').waitFor({ state: 'visible' });
    expect(await page.locator('#net-sentiment-table thead').innerText()).toContain('Bluebird Roasters');
    await form.getByRole('link', { name: 'Bluebird Roasters' }).click();
    await page.waitForURL(/\/of\/bluebird\/figure\/net-sentiment\//);
  });
  test('a chart of any form can be taken along', async () => {
    const page = await open('figure/share-of-voice/');
    const stack = page.locator('.form:has(.stack)');
    expect(await stack.locator('path.stack-band').count()).toBeGreaterThan(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      stack.getByRole('button', { name: 'PNG' }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});
