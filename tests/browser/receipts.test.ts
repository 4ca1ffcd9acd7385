import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { chartWords } from '../../site/src/chart-words.ts';
import { intentsWords } from '../../site/src/words-mentions.ts';
import { settled, visit } from './visit.ts';

const { open } = visit('hostile');
const say = chartWords.receipt;
const pages = [
  '',
  'in/90/',
  'of/bluebird/compare/',
  'compare/',
  'priorities/',
  'journey/',
  'emerging/',
  'voices/',
  'surveys/',
  'alerts/',
  'coverage/',
  'figure/journey/',
];

/** Where the numbers of a page lead that say where they come from. */
const leadsOf = (page: Page): Promise<{ text: string; href: string; found: boolean; folded: boolean }[]> =>
  page.locator('a.whence[href*="#"]').evaluateAll((all) =>
    all.map((one) => {
      const { hash, pathname } = one as HTMLAnchorElement;
      const found = document.getElementById(decodeURIComponent(hash.slice(1)));
      return {
        text: one.textContent ?? '',
        href: pathname === location.pathname ? '' : (one as HTMLAnchorElement).href,
        found: found !== null,
        folded: found?.closest('details.receipt') !== null,
      };
    }),
  );

describe('every number', () => {
  test.each(pages)(
    'of /%s leads to a receipt with formula, scorer and commit, without scripts',
    async (path) => {
      const page = await open(path, { javaScriptEnabled: false });
      const leads = await leadsOf(page);
      expect(leads.filter(({ href, found, folded }) => href === '' && !(found && folded))).toEqual([]);
      for (const receipt of await page.locator('details.receipts').all()) {
        await receipt.locator('summary').click();
        const facts = await receipt.locator('.facts').innerText();
        for (const fact of [say.scorer, say.commit, say.config]) expect(facts).toContain(fact);
        expect(facts).toMatch(/@\d/);
        for (const row of await receipt.locator('tbody tr').all()) {
          const id = await row.getAttribute('id');
          expect(await row.getByRole('link', { name: say.rowLink, exact: true }).getAttribute('href')).toBe(
            `#${encodeURIComponent(id ?? '')}`,
          );
          const cells = await row.locator('td').allInnerTexts();
          // Value, interval, n, coverage, mentions.
          for (const cell of cells.slice(0, 5)) expect(cell).not.toBe('');
        }
      }
    },
  );
  test('opens by the keyboard alone, and its row has an address that opens it again', async () => {
    const page = await open('journey/');
    const number = page.locator('.steps-table a.whence').first();
    const value = await number.innerText();
    await number.focus();
    await page.keyboard.press('Enter');
    const row = page.locator('tr:target');
    await row.waitFor();
    expect(await row.locator('td').first().innerText()).toBe(value);
    await page.reload();
    expect(await row.isVisible()).toBe(true);
  });
  test('of a card leads to the receipt of its figure in the same view', async () => {
    const page = await open('in/90/');
    const card = page.locator('.card').first();
    const value = await card.locator('strong').innerText();
    await card.getByText(chartWords.whereFrom).click();
    await page.waitForURL(/\/in\/90\/figure\/[\w-]+\/#receipt$/);
    expect(await page.locator('[data-fact="value"]').first().innerText()).toContain(value);
  });
});

describe('the list behind a number', () => {
  test('of a step holds mentions of that step and those days alone', async () => {
    const page = await open('journey/');
    await page.locator('.steps-table a.whence').first().click();
    await page.locator('tr:target').getByRole('link', { name: say.mentionsLink }).click();
    await settled(page);
    const asked = new URL(page.url()).searchParams;
    // The tone of a step is that toward its themes, of each story once.
    expect(asked.get('toward')).toMatch(/^[\w-]+-scored/);
    expect(asked.get('told')).toBe('first');
    const days = await page
      .locator('.mention time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) {
      expect(day >= (asked.get('from') ?? '')).toBe(true);
      expect(day.slice(0, 10) <= (asked.get('to') ?? '')).toBe(true);
    }
  });
  test('of a period of a chart is led to from its table, without scripts', async () => {
    const page = await open('figure/net-sentiment/', { javaScriptEnabled: false });
    await page.locator('details.table summary').first().click();
    const period = page.locator('table.numbers tbody th a').first();
    expect(await period.isVisible()).toBe(true);
    const { pathname, searchParams } = new URL((await period.getAttribute('href')) ?? '', page.url());
    expect(pathname).toMatch(/\/mentions\/$/);
    expect(searchParams.get('brand')).toBe('northwind');
    expect(searchParams.getAll('tone')).toEqual(['negative', 'neutral', 'positive']);
    const days = ['from', 'to'].map((end) => Date.parse(searchParams.get(end) ?? ''));
    expect((days[1] ?? 0) - (days[0] ?? 0)).toBe(6 * 86_400_000);
  });
  test('of a share leads to the mentions of the whole panel as well', async () => {
    const page = await open('figure/share-of-voice/#receipt');
    await page.getByRole('link', { name: say.wholeLink }).first().click();
    await settled(page);
    const brands = new URL(page.url()).searchParams.getAll('brand');
    expect(brands.length).toBeGreaterThan(1);
    expect(brands).toContain('northwind');
  });
  test('of a figure of opinions holds only what is rated, recommends or warns', async () => {
    const page = await open('figure/advocacy/#receipt');
    await page.locator('[data-fact="mentions"] a').click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('rating')).toBe('opinion');
    // Rows out of view are not drawn, so that they have no inner text.
    const rows = await page.locator('.mention').allTextContents();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatch(new RegExp(`star|thumb|\\d of \\d|${intentsWords.recommend}|${intentsWords.warn}`));
  });
});
