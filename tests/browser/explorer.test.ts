import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { barriers } from './barriers.ts';
import { base } from './build-site.ts';
import { hostileTexts } from './hostile.ts';
import { query, settled, visit } from './visit.ts';
import { ranForeign } from './watch.ts';

const site = visit('hostile');
const { open } = site;
const choose = (page: Page, facet: string, value: string): Locator =>
  page.locator(`[data-facet="${facet}"] input[value="${value}"]`);
const countOf = (page: Page, facet: string, value: string): Promise<number> =>
  page
    .locator('.facet-value', { has: page.locator(`input[name="${facet}"][value="${value}"]`) })
    .locator('[data-number]')
    .innerText()
    .then((text) => Number(text.replace(',', '')));
/** Stories and mentions that the page says it found. */
const said = async (page: Page): Promise<number[]> =>
  (/^([\d,]+) stor\w+, ([\d,]+) mention/.exec(await page.locator('[data-count]').innerText()) ?? [])
    .slice(1)
    .map((text) => Number(text.replace(',', '')));
/** Rows are read as they are reached for, and on paper all of them. */
const reachAll = async (page: Page, rows: number): Promise<void> => {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-list] > [data-row]').length === count,
    rows,
  );
};
const tones = (page: Page): Promise<string[]> =>
  page
    .locator('.mention .tone')
    .evaluateAll((all) => [...new Set(all.map((tone) => tone.getAttribute('data-tone') ?? ''))]);

describe('filters', () => {
  test('each choice is in the address, and back and forward walk through them', async () => {
    const page = await open('mentions/');
    await choose(page, 'tone', 'negative').check();
    await settled(page);
    expect(query(page)).toBe('?tone=negative');
    expect(await tones(page)).toEqual(['negative']);
    await choose(page, 'brand', 'northwind').check();
    await settled(page);
    expect(query(page)).toBe('?brand=northwind&tone=negative');
    const narrow = await page.locator('[data-count]').innerText();
    await page.goBack();
    await settled(page);
    expect(query(page)).toBe('?tone=negative');
    expect(await choose(page, 'brand', 'northwind').isChecked()).toBe(false);
    expect(await page.locator('[data-count]').innerText()).not.toBe(narrow);
    await page.goForward();
    await settled(page);
    expect(await page.locator('[data-count]').innerText()).toBe(narrow);
    await page.goBack();
    await page.goBack();
    await settled(page);
    expect(query(page)).toBe('');
    expect(await page.locator('[data-count]').innerText()).toMatch(/^The newest 30 of /);
  });
  test('Back after typing leads to the filter before the first letter, not past it', async () => {
    const page = await open('mentions/');
    await choose(page, 'tone', 'negative').check();
    await settled(page);
    const before = await page.locator('[data-count]').innerText();
    // Slower than the pause after which a letter is searched for, so that every letter is.
    await page.getByLabel('Words in title or excerpt').pressSequentially('late', { delay: 300 });
    await page.waitForURL(/q=late/);
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(query(page)).toBe('?tone=negative');
    expect(await page.locator('[data-search]').inputValue()).toBe('');
    expect(await page.locator('[data-count]').innerText()).toBe(before);
    await page.goForward();
    await settled(page);
    expect(query(page)).toBe('?tone=negative&q=late');
  });
  test('Enter within a run of typing makes no second entry of the history', async () => {
    const page = await open('mentions/');
    await page.keyboard.press('/');
    await page.keyboard.type('late');
    await page.waitForURL(/q=late/);
    await page.keyboard.type('r');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=later/);
    await page.goBack();
    await settled(page);
    expect(query(page)).toBe('');
  });
  test('where From is later than To the page says why nothing fits, and how to mend it', async () => {
    const page = await open('mentions/?from=2026-06-01&to=2026-05-01');
    await settled(page);
    expect(await page.getByText('“From” is later than “To”').isVisible()).toBe(true);
    await page.getByLabel('To', { exact: true }).fill('2026-06-30');
    await page.waitForURL(/to=2026-06-30/);
    await settled(page);
    expect(await page.getByText('“From” is later than “To”').isVisible()).toBe(false);
    expect(await page.locator('.mention').count()).toBeGreaterThan(0);
  });
  test.each(['', '?from=2026-11-20'])(
    'a foreign text is marked with its language, an unknown one with none: %s',
    async (asked) => {
      const page = await open(`mentions/${asked}`);
      await settled(page);
      if (asked !== '') await reachAll(page, (await said(page))[0] ?? 0);
      const langs = (text: string): Promise<(string | null)[]> =>
        page
          .locator('.mention', { hasText: text })
          .first()
          .locator('.mention-title > [dir], .mention-excerpt')
          .evaluateAll((all) => all.map((element) => element.getAttribute('lang')));
      expect(await langs('قهوة الشمال')).toEqual(['ar', 'ar']);
      expect(await langs('constructor.prototype')).toEqual([null, null]);
    },
  );
  test('an address opens with its filters set', async () => {
    const page = await open('mentions/?theme=delivery&from=2026-04-01&to=2026-04-30&brand=northwind');
    await settled(page);
    expect(await choose(page, 'theme', 'delivery').isChecked()).toBe(true);
    const days = await page
      .locator('.mention time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(day.startsWith('2026-04')).toBe(true);
    expect(await page.locator('[data-count]').innerText()).toMatch(/stor(?:y|ies), \d+ mentions? of/);
  });
  test('what was chosen on another page is the filter to begin with, can be taken off, and stays off', async () => {
    const page = await open('of/bluebird/in/90/');
    await page.locator('.pages a', { hasText: 'Mentions' }).click();
    await page.waitForURL(/mentions\/\?brand=bluebird&from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}&view=/);
    await settled(page);
    expect(await choose(page, 'brand', 'bluebird').isChecked()).toBe(true);
    expect(await page.locator('[data-chips] a').count()).toBe(3);
    const asked = new URLSearchParams(query(page));
    expect((Date.parse(asked.get('to') ?? '') - Date.parse(asked.get('from') ?? '')) / 86_400_000).toBe(89);
    expect(
      await page
        .locator('.mention-brand')
        .evaluateAll((all) => [...new Set(all.map((one) => one.textContent))]),
    ).toEqual(['Bluebird Roasters']);
    const narrow = await page.locator('[data-count]').innerText();
    await page.locator('[data-reset]').click();
    await settled(page);
    expect(query(page)).toBe('?brand=&view=of%2Fbluebird%2Fin%2F90%2F');
    expect(await page.locator('[data-count]').innerText()).toMatch(/^The newest 30 of /);
    await page.reload({ waitUntil: 'networkidle' });
    await settled(page);
    expect(await page.locator('[data-count]').innerText()).toMatch(/^The newest 30 of /);
    await page.goBack();
    await settled(page);
    expect(await page.locator('[data-count]').innerText()).toBe(narrow);
    await page.goBack();
    await page.waitForURL('**/of/bluebird/in/90/');
  });
  test('what is said of a theme in a tone is asked for apart from the tone toward the brand', async () => {
    const page = await open('mentions/?brand=northwind&toward=delivery-negative');
    await settled(page);
    const told = await page
      .locator('.mention')
      .evaluateAll((all) =>
        all.map((mention) =>
          [...mention.querySelectorAll<HTMLAnchorElement>('a.theme')]
            .filter((theme) => new URL(theme.href).searchParams.get('theme') === 'delivery')
            .map((theme) => theme.dataset['tone']),
        ),
      );
    expect(told.length).toBeGreaterThan(0);
    for (const tones of told) expect(tones).toEqual(['negative']);
    expect(await page.locator('[data-chips]').innerText()).toContain('Delivery: negative');
    expect(await choose(page, 'toward', 'delivery-negative').isChecked()).toBe(true);
  });
  test('a month without any mention is empty, not an error', async () => {
    const page = await open('mentions/?from=2026-03-01&to=2026-03-31');
    await settled(page);
    expect(await page.locator('[data-empty]').isVisible()).toBe(true);
    expect(await page.locator('[data-failed]').isVisible()).toBe(false);
  });
  test('where nothing fits the page says so and offers the way back', async () => {
    const page = await open('mentions/?q=nothing-says-this');
    await settled(page);
    expect(await page.getByText('No mention matches these filters.').isVisible()).toBe(true);
    await page.locator('[data-reset-link]').click();
    await settled(page);
    expect(query(page)).toBe('');
    expect(await page.locator('.mention').count()).toBe(30);
  });
  test('?from=2026-99-99 is left out, said to be, and not repeated', async () => {
    const page = await open('mentions/?from=2026-99-99');
    await settled(page);
    expect(await page.locator('[data-unknown]').isVisible()).toBe(true);
    expect(await page.locator('[data-chips]').isVisible()).toBe(false);
    expect(await page.locator('.mention').count()).toBe(30);
  });
  test.each([
    ['?brand=__proto__', 'No mention has brand “__proto__”.'],
    ['?tone=<img src=x onerror=alert(1)>', 'No mention has tone “<img src=x onerror=alert(1)>”.'],
    ['?brand=nobody&q=delivery', 'No mention has brand “nobody”.'],
  ])('%s finds nothing, says why, and offers to go on without it', async (asked, said) => {
    const page = await open(`mentions/${asked}`);
    await settled(page);
    expect(await page.locator('[data-missing]').innerText()).toContain(said);
    expect(await page.locator('.mention').count()).toBe(0);
    expect(await page.locator('[data-count]').innerText()).toMatch(/^0 stories, 0 mentions of /);
    expect(await page.locator('[data-chips] a').count()).toBe(asked.includes('&') ? 2 : 1);
    await page.locator('[data-missing] a').click();
    await settled(page);
    expect(await page.locator('[data-missing]').isVisible()).toBe(false);
    expect(query(page)).toBe(asked.includes('&') ? '?q=delivery' : '');
    expect(await page.locator('.mention').count()).toBeGreaterThan(0);
  });
  test('words in quotes stand as they are, and a minus leaves out', async () => {
    const page = await open('mentions/');
    const found = async (q: string): Promise<{ mentions: number; texts: string[] }> => {
      await page.goto(`${site.origin()}${base}mentions/?q=${encodeURIComponent(q)}`);
      await settled(page);
      const texts = await page
        .locator('.mention')
        .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
      return {
        mentions: Number(
          /, ([\d,]+) mentions? of/
            .exec(await page.locator('[data-count]').innerText())?.[1]
            ?.replaceAll(',', ''),
        ),
        texts,
      };
    };
    const [all, first] = [await found('late'), await found('late -delivery')];
    const both = await found('late delivery');
    expect(both.mentions).toBeGreaterThan(0);
    expect(first.mentions).toBeLessThan(all.mentions);
    expect(first.mentions + both.mentions).toBe(all.mentions);
    expect(first.texts.join(' ')).not.toMatch(/\bdelivery/i);
    const phrase = await found('"delivery late"');
    const turned = await found('"late delivery"');
    expect([phrase.mentions > 0, turned.mentions]).toEqual([true, 0]);
    for (const text of phrase.texts) expect(text).toMatch(/delivery\W+late/i);
    expect(await page.locator('[data-loose]').isVisible()).toBe(false);
  });
  test('an address cannot send the reader elsewhere', async () => {
    const page = await open('mentions/?next=https://evil.test/&url=//evil.test#https://evil.test');
    await settled(page);
    expect(new URL(page.url()).origin).toBe(site.origin());
  });
  test('a pattern is searched as text, and a huge paste does no harm', async () => {
    const page = await open('mentions/');
    const search = page.getByLabel('Words in title or excerpt');
    await search.fill('(a+)+$');
    await page.waitForURL(/q=/);
    await settled(page);
    // A word of its own, and no pattern: what is found holds it.
    const found = await page.locator('.mention mark').allTextContents();
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((text) => text.toLowerCase()))).toEqual(new Set(['a']));
    await search.evaluate((field) => {
      (field as HTMLInputElement).value = 'y'.repeat(1_000_000);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForURL(/q=yyy/);
    await settled(page);
    expect(page.url().length).toBeLessThan(1000);
    expect(await page.locator('[data-empty]').isVisible()).toBe(true);
  });
  test('more rows come on request, and the focus goes to the first of them', async () => {
    const page = await open('mentions/');
    await page.locator('[data-more]').click();
    await settled(page);
    await page.waitForFunction(
      () => [...document.querySelectorAll('[data-row]')].indexOf(document.activeElement as Element) === 30,
    );
    await reachAll(page, 80);
  });
  test('the form works by keys alone', async () => {
    const page = await open('mentions/');
    await page.keyboard.press('/');
    await page.keyboard.type('roastery');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(query(page)).toBe('?q=roastery');
    const text = await page.locator('.mention').first().innerText();
    expect(text.toLowerCase()).toContain('roastery');
  });
});

describe('facets', () => {
  test('several values of one facet widen, other facets narrow, and each count says what its value would give', async () => {
    const page = await open('mentions/?brand=northwind');
    await settled(page);
    const [negative, positive] = [
      await countOf(page, 'tone', 'negative'),
      await countOf(page, 'tone', 'positive'),
    ];
    await choose(page, 'tone', 'negative').check();
    await settled(page);
    expect((await said(page))[1]).toBe(negative);
    // Under its own choice a facet goes on to say what its other values hold.
    expect(await countOf(page, 'tone', 'positive')).toBe(positive);
    await choose(page, 'tone', 'positive').check();
    await settled(page);
    expect(query(page)).toBe('?brand=northwind&tone=negative&tone=positive');
    expect((await said(page))[1]).toBe(negative + positive);
    const withTheme = await countOf(page, 'theme', 'delivery');
    await choose(page, 'theme', 'delivery').check();
    await settled(page);
    expect((await said(page))[1]).toBe(withTheme);
    await page.locator('[data-chips] a', { hasText: 'negative' }).click();
    await settled(page);
    expect(query(page)).toBe('?brand=northwind&tone=positive&theme=delivery');
    expect(await choose(page, 'tone', 'negative').isChecked()).toBe(false);
  });
  test('touchpoints and segments come from the config', async () => {
    const page = await open('mentions/?touchpoint=deliver');
    await settled(page);
    const [, mentions] = await said(page);
    expect(mentions).toBeGreaterThan(50);
    expect(await page.locator('.mention:not(:has(.theme:has-text("Delivery")))').count()).toBe(0);
    await page.goto(`${site.origin()}${base}mentions/?segment=press`);
    await settled(page);
    const sources = await page.locator('[data-slot="source"]').allTextContents();
    expect(sources.length).toBeGreaterThan(5);
    expect(new Set(sources)).toEqual(new Set(['City Paper', 'tradejournal.example']));
  });
  test('the months count what the other filters leave, and one of them is taken by a click', async () => {
    const page = await open('mentions/?tone=negative');
    await settled(page);
    await page.locator('[data-bars] [data-month="2026-05"] .bar').click({ force: true });
    await page.waitForURL(/from=2026-05-01&to=2026-05-31/);
    await settled(page);
    const [, mentions] = await said(page);
    await page.locator('[data-strip] summary').click();
    const listed = page.locator('[data-months] li', { has: page.locator('[data-month="2026-05"]') });
    expect(await listed.locator('span').innerText()).toBe(String(mentions));
    // Another month still says what it would give.
    expect(
      await page
        .locator('[data-months] li', { has: page.locator('[data-month="2026-06"]') })
        .locator('span')
        .innerText(),
    ).not.toBe('0');
  });
  test('an order is in the address, and rated low means rated low', async () => {
    const page = await open('mentions/?group=reviews');
    await settled(page);
    await page.getByLabel('Order').selectOption('rated-low');
    await settled(page);
    expect(query(page)).toBe('?group=reviews&sort=rated-low');
    for (const text of await page.locator('.mention').allTextContents())
      expect(text).toMatch(/1 of 5|1 star/);
  });
  test('the month that is not over is drawn and called so, and no other', async () => {
    const page = await open('mentions/');
    const bars = page.locator('[data-bars] [data-month]');
    const last = (await bars.count()) - 1;
    expect(await page.locator('[data-bars] .open').count()).toBe(1);
    expect(await bars.nth(last).getAttribute('class')).toContain('open');
    expect(await bars.nth(last).locator('title').textContent()).toMatch(/, not over yet$/);
    expect(await page.locator('.month-strip-ends').innerText()).toMatch(/not over yet$/);
  });
  test('a story opens its copies, and has an address that shows all of them', async () => {
    const page = await open('mentions/?sort=copies');
    await settled(page);
    const top = page.locator('.mention').first();
    const copies = Number((await top.locator('summary').innerText()).replace(/\D/g, ''));
    expect(copies).toBeGreaterThan(1);
    await top.locator('summary').click();
    await top.locator('.copies li').first().waitFor();
    expect(await top.locator('.copies li').count()).toBe(Math.min(copies, 21));
  });
  test('ids in the address show exactly these', async () => {
    const page = await open('mentions/');
    const { mentions } = await page.evaluate(
      async (api) => (await fetch(`${api}2026-05.json`)).json(),
      `${base}api/v1/mentions/`,
    );
    const ids = [mentions[0].id, mentions[7].id, mentions[9].id];
    await page.goto(`${page.url()}?id=${ids.join(',')}`);
    await settled(page);
    expect((await said(page))[1]).toBe(3);
    expect(await page.locator('[data-chips]').innerText()).toContain('3 mentions by their ids');
    await page.goto(`${site.origin()}${base}mentions/?story=${mentions[0].story}`);
    await settled(page);
    expect((await said(page))[1]).toBeGreaterThan(0);
    await page.goto(`${site.origin()}${base}mentions/?id=0000000000000000`);
    await settled(page);
    expect(await page.locator('[data-missing-ids]').isVisible()).toBe(true);
    expect(await page.locator('.mention').count()).toBe(0);
  });
});

describe('what a stranger wrote', () => {
  test('is found and marked as text: nothing runs, loads or leads away', async () => {
    for (const word of ['script', 'img', 'onmouseover', 'iframe']) {
      const page = await open(`mentions/?q=${word}&lang=und`);
      await settled(page);
      const marked = await page.locator('.mention mark').allTextContents();
      expect(marked.length, word).toBeGreaterThan(0);
      for (const text of marked) expect(text.toLowerCase().startsWith(word)).toBe(true);
      for (const title of await page.locator('.mention-title').allTextContents())
        expect(hostileTexts.map(({ title: of }) => of.replaceAll(/\s+/g, ' ').trim())).toContain(
          title.replaceAll(/\s+/g, ' ').trim(),
        );
      expect(await ranForeign(page)).toBe(false);
    }
  });
  test('in the address is a word to search for, shown as text', async () => {
    const page = await open(`mentions/?q=${encodeURIComponent('<img src=x onerror=globalThis.__ran=1>')}`);
    await settled(page);
    expect(await page.locator('[data-chips]').innerText()).toContain(
      '<img src=x onerror=globalThis.__ran=1>',
    );
    expect(await page.locator('main img').count()).toBe(0);
    expect(await ranForeign(page)).toBe(false);
  });
});

describe('taken away', () => {
  test('is all that fits and nothing else, in a table that no spreadsheet runs', async () => {
    const page = await open('mentions/?brand=northwind');
    await settled(page);
    const [, mentions] = await said(page);
    const waiting = page.waitForEvent('download');
    await page.locator('[data-save="csv"]').click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe('mentions.csv');
    const lines: Record<string, string>[] = parse(await readFile(await file.path()), {
      bom: true,
      columns: true,
    });
    expect(lines).toHaveLength(mentions ?? -1);
    expect(new Set(lines.map(({ brand }) => brand))).toEqual(new Set(['northwind']));
    for (const line of lines)
      for (const [key, cell] of Object.entries(line))
        if (!key.startsWith('p_')) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
  test('as JSON is what the API gives', async () => {
    const page = await open('mentions/?from=2026-05-01&to=2026-05-31');
    await settled(page);
    const waiting = page.waitForEvent('download');
    await page.locator('[data-save="json"]').click();
    const saved = JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
    const { mentions } = await page.evaluate(
      async (api) => (await fetch(`${api}2026-05.json`)).json(),
      `${base}api/v1/mentions/`,
    );
    expect(saved.mentions).toEqual(mentions);
    expect(saved.address).toBe(page.url());
  });
  test('as a link leads back to the same view', async () => {
    const page = await open('mentions/?tone=negative&sort=sure', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await settled(page);
    await page.locator('[data-copy]').click();
    await page.getByText('Link copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});

describe('where something is missing', () => {
  test('texts that cannot be had are said to be missing, and counts stay', async () => {
    const page = await open('mentions/?tone=positive', {
      beforehand: (of) => of.route('**/texts/*', (route) => route.abort()),
    });
    await settled(page);
    expect(await page.locator('[data-failed]').isVisible()).toBe(true);
    expect((await said(page))[1]).toBeGreaterThan(100);
    site.forgive((fault) => fault.includes('ERR_FAILED'));
  });
  test('without the pack the page says so and keeps what it came with', async () => {
    const page = await open('mentions/?tone=positive', {
      beforehand: (of) => of.route('**/facets.bin.gz', (route) => route.abort()),
    });
    await settled(page);
    expect(await page.locator('[data-failed]').isVisible()).toBe(true);
    expect(await page.locator('.mention').count()).toBe(30);
    site.forgive((fault) => fault.includes('ERR_FAILED'));
  });
  test('what the page came with is not shown where others are asked for, but where the answer never comes', async () => {
    const seen: boolean[] = [];
    const page = await open('mentions/?tone=positive', {
      beforehand: (of) =>
        of.route('**/facets.bin.gz', async (route) => {
          await of.waitForSelector('[data-state="searching"]');
          for (const part of ['.mention', '[data-count]'])
            seen.push(await of.locator(part).first().isVisible());
          await route.continue();
        }),
    });
    await settled(page);
    expect(seen).toEqual([false, false]);
    for (const part of ['.mention', '[data-count]'])
      expect(await page.locator(part).first().isVisible()).toBe(true);
    const without = await open('mentions/?tone=positive', {
      beforehand: (of) => of.route('**/_astro/*.js', (route) => route.abort()),
    });
    await without.waitForLoadState('load');
    await without.locator('.mention').first().waitFor({ state: 'visible' });
    site.forgive((fault) => fault.includes('ERR_FAILED'));
  });
  test('without scripts the first mentions stand, and each month leads to its file', async () => {
    const page = await open('mentions/', { javaScriptEnabled: false });
    expect(await page.locator('.mention').count()).toBe(30);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.tools').isVisible()).toBe(false);
    const first = page.locator('noscript a').first();
    expect(await first.innerText()).toMatch(/^Nov 2026 \(\d+\)$/);
    const answer = await page.request.get(site.origin() + ((await first.getAttribute('href')) ?? ''));
    expect(await answer.text()).toMatch(/^id,day,.*\r?\n\w+,2026-11-/);
  });
  test('without scripts the list has the width of the page', async () => {
    const page = await open('mentions/', {
      javaScriptEnabled: false,
      viewport: { width: 1440, height: 900 },
    });
    const width = (selector: string): Promise<number> =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
    expect(await width('.mention-list')).toBeGreaterThan(0.9 * (await width('main')));
  });
});

describe('on a phone', () => {
  test('the filters open and close by a button, fit, and have no barrier', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('mentions/?brand=northwind', {
        viewport: { width: 390, height: 844 },
        colorScheme,
      });
      await settled(page);
      expect(await page.locator('#facets').isVisible()).toBe(false);
      const toggle = page.getByRole('button', { name: /^Filters/ });
      expect(await toggle.innerText()).toBe('Filters (1)');
      await toggle.click();
      await choose(page, 'tone', 'negative').check();
      await settled(page);
      expect(query(page)).toBe('?brand=northwind&tone=negative');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.locator('#facets').isVisible()).toBe(false);
    }
  });
});

describe('keys in the list', () => {
  test('Enter on a row leads where its title does, Escape leaves the search field', async () => {
    const page = await open('mentions/?q=roastery', {
      beforehand: (of) =>
        of.route('https://www.city-paper.example/**', (route) => route.fulfill({ body: 'there' })),
    });
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-search]'))).toBe(false);
    await page.keyboard.press('j');
    const href = await page.locator('.mention:focus .mention-title a').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(href ?? '');
    site.forgive((fault) => fault.startsWith('left the site: https://www.city-paper.example/'));
  });
});
