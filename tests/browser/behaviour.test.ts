import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ChartFile, shapeIn } from '../../site/src/view/chart-file.ts';
import { bandPath, linePath } from '../../site/src/view/chart-paths.ts';
import { base } from './build-site.ts';
import { query, settled, visit } from './visit.ts';

const site = visit('hostile');
const { open } = site;
describe('charts', () => {
  test('the live chart is not loaded before someone reaches for it', async () => {
    const page = await open('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.mouse.move(5, 5);
    expect(await page.locator('canvas').count()).toBe(0);
    expect(asked).toEqual([]);
    await page.locator('#awareness .plot.alone .plot-frame').focus();
    await page.locator('#awareness .plot.alone canvas').waitFor();
    expect(asked.some((url) => url.includes('LiveChart'))).toBe(true);
    await page.waitForFunction(() => document.querySelector('[data-reading] a'));
  });
  test('keys read single values and lead to their mentions', async () => {
    const page = await open('figure/net-sentiment/');
    const frame = page.locator('.plot.alone .plot-frame');
    await frame.focus();
    await page.locator('.plot.alone canvas').waitFor();
    const reading = page.locator('[data-reading]');
    await page.keyboard.press('Home');
    const first = await reading.innerText();
    await page.keyboard.press('ArrowRight');
    expect(await reading.innerText()).not.toBe(first);
    expect(first).toMatch(/\(between .* and .*\) · n = \d+ stories · coverage \d+%/);
    await reading.getByRole('link', { name: 'mentions of that time' }).click();
    await settled(page);
    expect(query(page)).toMatch(/^\?tone=.*&brand=northwind&from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}$/);
  });
  test.each(['alone', 'compared'] as const)(
    'the page’s picture and the live chart hold the same points: %s',
    async (kind) => {
      const page = await open('figure/net-sentiment/');
      if (kind === 'compared') await page.locator('[data-compare]').check();
      const frame = page.locator(`.plot.${kind} .plot-frame`);
      await frame.hover();
      await frame.locator('canvas').waitFor();
      const file = await frame.getAttribute('data-chart');
      const bytes = await (await fetch(site.origin() + file)).arrayBuffer();
      const shape = shapeIn(JSON.parse(gunzipSync(bytes).toString()) as ChartFile, kind);
      const own = shape?.lines[0];
      if (!shape || !own) throw new Error('no shape');
      // What has little behind it is drawn apart, in grey.
      for (const [look, ink] of [
        [':not(.thin)', 'full'],
        ['.thin', 'thin'],
      ] as const) {
        const drawn = linePath(own, shape, ink);
        expect(drawn).not.toBe('');
        expect(await frame.locator(`path.line.brand${look}`).getAttribute('d')).toBe(drawn);
      }
      expect(await frame.locator('path.band').getAttribute('d')).toBe(bandPath(own, shape));
      expect(await frame.locator('canvas').getAttribute('data-points')).toBe(
        String(own.points.filter(({ value }) => value !== null).length),
      );
      // Something is really drawn, not merely mounted.
      const inked = await frame.locator('canvas').evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const data =
          (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return data.some((byte) => byte > 0);
      });
      expect(inked).toBe(true);
    },
  );
  test('the comparison is in the address', async () => {
    const page = await open('figure/awareness/');
    await page.locator('[data-compare]').check();
    expect(query(page)).toBe('?compare=1');
    await page.reload();
    expect(await page.locator('.plot.compared').isVisible()).toBe(true);
  });
  test('when comparing, keys read the competitors too', async () => {
    const page = await open('figure/net-sentiment/?compare=1');
    await page.locator('.plot.compared .plot-frame').focus();
    await page.locator('.plot.compared canvas').waitFor();
    await page.keyboard.press('Home');
    const text = await page.locator('[data-reading]').innerText();
    expect(text).toMatch(/Bluebird Roasters [+−]?\d/);
    expect(text).toMatch(/Mill<\/b> & Son [+−]?\d/);
  });
  test('links to another period keep the comparison, and lose it with the tick', async () => {
    const page = await open('figure/awareness/?compare=1');
    const choose = page.locator('[data-choose]').last();
    await choose.locator('summary').click();
    await choose.locator('a', { hasText: 'Last week' }).click();
    await page.waitForURL('**/in/7/figure/awareness/?compare=1');
    expect(await page.locator('.plot.compared').isVisible()).toBe(true);
    await page.locator('[data-compare]').uncheck();
    expect(
      await page.locator('[data-choose] a', { hasText: 'Last year' }).getAttribute('href'),
    ).not.toContain('compare');
  });
  test('indices of several brands are said to have a base each', async () => {
    const page = await open('figure/awareness/');
    const note = page.getByText('Each brand’s own first 28 days are 100');
    expect(await note.isVisible()).toBe(false);
    await page.locator('[data-compare]').check();
    expect(await note.isVisible()).toBe(true);
    await page.goto(`${site.origin()}${base}figure/net-sentiment/?compare=1`);
    expect(await note.count()).toBe(0);
  });
  test('without its data the picture stays', async () => {
    const page = await open('figure/awareness/');
    await page.route('**/charts/*.json.gz', (route) => route.abort());
    await page.locator('.plot.alone .plot-frame').focus();
    await page.waitForTimeout(500);
    expect(await page.locator('.plot.alone .plot-svg .drawn').first().isVisible()).toBe(true);
    expect(await page.locator('canvas').count()).toBe(0);
    site.forgive((fault) => fault.includes('ERR_FAILED'));
  });
});

describe('brand and period, chosen once', () => {
  test('go along from page to page, also over pages that neither of them changes', async () => {
    const page = await open('');
    const choose = async (which: number, name: string): Promise<void> => {
      const menu = page.locator('[data-choose]').nth(which);
      await menu.locator('summary').click();
      await menu.locator('a', { hasText: name }).click();
    };
    await choose(0, 'Bluebird');
    await page.waitForURL('**/of/bluebird/');
    await choose(1, 'Last 90 days');
    await page.waitForURL('**/of/bluebird/in/90/');
    expect(await page.locator('h1').innerText()).toContain('Bluebird Roasters');
    const turn = async (name: string): Promise<void> => {
      await page.locator('.pages a', { hasText: name }).click();
    };
    await turn('Coverage');
    await page.waitForURL('**/coverage/?view=of%2Fbluebird%2Fin%2F90%2F');
    await turn('Priorities');
    await page.waitForURL('**/of/bluebird/priorities/?view=of%2Fbluebird%2Fin%2F90%2F');
    await turn('Overview');
    await page.waitForURL('**/of/bluebird/in/90/');
    await page.locator('.rival-note a').click();
    await page.waitForURL('**/x/in/90/');
  });
  test.each(['priorities/', 'journey/', 'emerging/', 'voices/', 'alerts/', 'figure/priorities/'])(
    'a page without a choice of period keeps it while the brand is changed: %s',
    async (path) => {
      const page = await open(`${path}?view=in%2F90%2F`);
      const menu = page.locator('[data-choose]').first();
      const choose = async (name: string): Promise<void> => {
        await menu.locator('summary').click();
        await menu.locator('a', { hasText: name }).click();
      };
      await choose('Bluebird');
      await page.waitForURL(`**/of/bluebird/${path}?view=of%2Fbluebird%2Fin%2F90%2F`);
      await choose('Northwind');
      await page.waitForURL(`**/x/${path}?view=in%2F90%2F`);
      await choose('Bluebird');
      await page.locator('.pages a', { hasText: 'Overview' }).click();
      await page.waitForURL('**/of/bluebird/in/90/');
    },
  );
  test('a period that nobody built is not kept while the brand is changed', async () => {
    const page = await open('priorities/?view=in%2F44%2F');
    const menu = page.locator('[data-choose]').first();
    await menu.locator('summary').click();
    await menu.locator('a', { hasText: 'Bluebird' }).click();
    await page.waitForURL(/of\/bluebird\/priorities\/$/);
  });
  test.each([
    ['surveys/', ['Bluebird Roasters', 'Last 90 days']],
    ['report/', ['Bluebird Roasters', 'Last 90 days']],
    ['brief/', ['Bluebird Roasters', 'Last 90 days']],
    ['of/bluebird/priorities/', ['Last 90 days']],
    ['coverage/', []],
  ])('a page that cannot follow a choice says so: %s', async (path, told) => {
    const page = await open(`${path}?view=of%2Fbluebird%2Fin%2F90%2F`);
    const notes = page.locator('[data-chosen-view]:visible');
    expect(await notes.count()).toBe(told.length);
    for (const [at, name] of told.entries()) expect(await notes.nth(at).innerText()).toContain(name);
    const plain = await open(path);
    expect(await plain.locator('[data-chosen-view]:visible').count()).toBe(0);
  });
  test('a view that nobody built leads nowhere else', async () => {
    const page = await open('coverage/?view=//evil.example/');
    for (const anchor of await page.locator('.pages a').all())
      expect(await anchor.evaluate((element: HTMLAnchorElement) => element.origin)).toBe(site.origin());
  });
  test('the choices close with Escape and give the focus back', async () => {
    const page = await open('');
    const menu = page.locator('[data-choose]').first();
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await menu.locator('a').first().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await menu.locator('a').first().isVisible()).toBe(false);
    expect(await menu.locator('summary').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
  });
});

describe('small screens and paper', () => {
  test('at 320 pixels the pages’ names stand in one row, and every column of the verdicts can be seen to go on', async () => {
    const page = await open('figure/net-sentiment/');
    await page.setViewportSize({ width: 320, height: 800 });
    const tops = await page
      .locator('.top nav a')
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(4);
    expect(new Set(tops).size).toBe(1);
    const table = await page.locator('.verdicts .scroll').evaluate((element) => ({
      over: element.scrollWidth - element.clientWidth,
      shadow: getComputedStyle(element).backgroundImage,
    }));
    if (table.over > 0) expect(table.shadow).toContain('gradient');
  });
  test('the open page is in view in the row of pages, and the foot names them all', async () => {
    const page = await open('method/', { viewport: { width: 320, height: 800 } });
    const current = page.locator('.pages [aria-current]');
    const box = await current.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    const names = (of: string): Promise<string[]> => page.locator(of).allInnerTexts();
    expect(await names('.foot nav a')).toEqual(await names('.pages a'));
  });
  test('paper has no controls, and addresses only of what lies outside', async () => {
    for (const path of ['', 'mentions/', 'figure/awareness/']) {
      const page = await open(path);
      await page.emulateMedia({ media: 'print' });
      const controls = page.locator('button, select, input, .more, .choose, .tabs, summary, .reading');
      expect(await controls.count(), path).toBeGreaterThan(0);
      expect(await controls.filter({ visible: true }).count(), path).toBe(0);
      const printed = await page
        .locator('main a')
        .evaluateAll((all) =>
          all
            .filter((a) => getComputedStyle(a, '::after').content.includes('('))
            .map((a) => (a as HTMLAnchorElement).origin),
        );
      expect(printed).not.toContain(site.origin());
      if (path !== 'figure/awareness/') expect(printed.length, path).toBeGreaterThan(0);
    }
  });
});

describe('the method', () => {
  test('tone is not claimed to be surely toward the brand: sentences that compare are named as failures', async () => {
    const page = await open('method/');
    expect(await page.locator('#scorer ~ .failures').innerText()).toContain('I switched from X to Y');
  });
});

describe('keys', () => {
  test('/ on another page leads into the search field', async () => {
    const page = await open('coverage/');
    await page.keyboard.press('/');
    await page.waitForURL(/mentions\/#search$/);
    await page.waitForFunction(() => document.activeElement?.matches('[data-search]'));
    await page.keyboard.type('roastery');
    await page.waitForURL(/q=roastery/);
  });
  test('j and k walk the rows, ? lists the keys, Escape closes the list', async () => {
    const page = await open('mentions/');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const at = (): Promise<number> =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-row]')].indexOf(document.activeElement as Element),
      );
    expect(await at()).toBe(1);
    await page.keyboard.press('k');
    expect(await at()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('[data-keys]').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-keys]').isVisible()).toBe(false);
  });
  test('/ in the search field is a letter like any other', async () => {
    const page = await open('mentions/');
    await page.keyboard.press('/');
    await page.keyboard.type('a/b?');
    expect(await page.locator('[data-search]').inputValue()).toBe('a/b?');
  });
});
