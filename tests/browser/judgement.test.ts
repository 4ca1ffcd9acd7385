import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { base } from './build-site.ts';
import { query, settled, visit } from './visit.ts';

const site = visit('hostile', 'one-day');
const { open } = site;

describe('what was made of a mention', () => {
  test('stands the same whether the page brought the row or the filters’ script filled it in', async () => {
    // What the two say and lead to; spaces and the order of attributes may differ.
    const rowsOf = (page: Page): Promise<string[]> =>
      page.locator('.mention').evaluateAll((all) =>
        all.map((row) => {
          const seen = [...row.querySelectorAll<HTMLElement>('*')].filter(
            (part) => part.children.length === 0 && part.closest('[hidden]') === null,
          );
          return seen
            .map((part) => [
              part.textContent.trim().replaceAll(/\s+/g, ' '),
              part.getAttribute('href'),
              part.closest<HTMLElement>('[data-tone]')?.dataset['tone'],
            ])
            .filter(([text]) => text !== '')
            .join(' | ');
        }),
      );
    const page = await open('mentions/');
    const brought = await rowsOf(page);
    await page.goto(`${page.url()}?from=2020-01-01`);
    await settled(page);
    // Rows and the lists of copies are read as they are reached for.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForFunction(() => document.querySelectorAll('[data-list] > [data-row]').length === 50);
    await page.evaluate(() => {
      for (const copies of document.querySelectorAll<HTMLDetailsElement>('[data-list] .copies:not([hidden])'))
        copies.open = true;
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-list] .copies:not([hidden]) ul')].every(
        (list) => list.children.length > 0,
      ),
    );
    expect(brought).toHaveLength(30);
    expect((await rowsOf(page)).slice(0, 30)).toEqual(brought);
    expect(brought.join('\n')).toMatch(/82% sure/);
    expect(brought.join('\n')).toMatch(/unsure/);
  });

  test('without a model for its language is said, with the language', async () => {
    const page = await open('mentions/?lang=ja');
    await settled(page);
    expect(await page.locator('input[name="lang"][value="ja"]').isChecked()).toBe(true);
    const first = page.locator('.mention-meta').first();
    expect((await first.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^unscored Japanese has no model/);
  });

  test('is told where a rating is contradicted, and the figure of ratings counts it and leads there', async () => {
    const page = await open('figure/satisfaction/');
    const said = await page.locator('[data-conflicts]').innerText();
    const [, some, all] = /^(\d+) of (\d+) reviews with a scored text give a rating/.exec(said) ?? [];
    expect(Number(some)).toBeGreaterThan(1);
    expect(Number(all)).toBeGreaterThan(Number(some));
    await page.locator('[data-conflicts] a').click();
    await settled(page);
    expect(query(page)).toBe('?brand=northwind&rating=contradicted');
    expect(await page.locator('input[name="rating"][value="contradicted"]').isChecked()).toBe(true);
    expect(await page.locator('[data-count]').innerText()).toMatch(new RegExp(` ${some} mentions of `));
    const notes = await page.locator('.mention-conflict').allTextContents();
    expect(notes.length).toBeGreaterThan(1);
    for (const note of notes)
      expect(note).toMatch(/^(?:5 stars, but the text reads negative|1 star, but the text reads positive)$/);
  });

  test('an intent and a theme lead to all that have them, by keys too', async () => {
    const page = await open('mentions/?intent=leave');
    await settled(page);
    const box = page.locator('input[name="intent"][value="leave"]');
    expect(await box.isChecked()).toBe(true);
    const rows = await page.locator('.mention').count();
    expect(rows).toBeGreaterThan(0);
    expect(await page.locator('.mention:has(.intent:text-is("leaves"))').count()).toBe(rows);
    await page.locator('[data-facet="intent"] summary').click();
    await box.focus();
    await page.keyboard.press('Space');
    await page.waitForURL((url) => url.search === '');
    await settled(page);
    expect(await page.locator('[data-count]').innerText()).toMatch(/^The newest 30 of /);
  });

  test('each theme has its own tone, to be seen and to be heard, and many of them fit', async () => {
    const page = await open('mentions/?brand=northwind');
    await settled(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.waitForFunction(() => document.querySelectorAll('[data-list] > [data-row]').length === 50);
    await page.setViewportSize({ width: 320, height: 800 });
    const many = page.locator('.mention', { has: page.locator('.theme:nth-child(4)') }).first();
    expect(await many.locator('.theme').allTextContents()).toEqual([
      expect.stringMatching(/, negative$/),
      expect.stringMatching(/, neutral$/),
      expect.stringMatching(/, positive$/),
      expect.stringMatching(/, unscored$/),
    ]);
    for (const [at, shape] of ['negative', 'neutral', 'positive', 'unscored'].entries())
      expect(
        await many
          .locator('.theme')
          .nth(at)
          .locator('svg > *')
          .evaluateAll((all) =>
            all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.classList[0]),
          ),
      ).toEqual([`for-${shape}`]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe('a tone that the team heard itself', () => {
  test('is shown as theirs', async () => {
    const page = await open('mentions/', { variant: 'one-day' });
    const theirs = page.locator('.mention', { hasText: 'by your team' });
    expect(await theirs.count()).toBe(1);
    expect(await theirs.locator('.tone').getAttribute('data-tone')).toBe('positive');
    await page.locator('input[name="tone"][value="positive"]').check();
    await settled(page);
    expect(await theirs.count()).toBe(1);
  });
});

describe('the address of one mention', () => {
  test('shows that one; what is no id finds none, and it is said', async () => {
    const page = await open('mentions/');
    const { mentions } = await page.evaluate(
      async (api) => (await fetch(`${api}2026-05.json`)).json(),
      `${base}api/v1/mentions/`,
    );
    const { id, day } = mentions[3];
    await page.goto(`${page.url()}?from=${day}&to=${day}&id=${id}`);
    await settled(page);
    expect(await page.locator('[data-count]').innerText()).toMatch(/^1 story, 1 mention of /);
    await page.goto(page.url().replace(/id=.*/, 'id=<img src=x>'));
    await settled(page);
    expect(await page.locator('[data-missing-ids]').isVisible()).toBe(true);
    expect(await page.locator('.mention').count()).toBe(0);
  });
});

describe('“wrong tone?”', () => {
  test.each([true, false])(
    'leads to the form of the team’s repository, filled in; with scripts: %s',
    async (scripts) => {
      const page = await open('mentions/', { variant: 'one-day', javaScriptEnabled: scripts });
      const links = page.locator('.mention .wrong:visible');
      expect(await links.count()).toBeGreaterThan(0);
      const link = new URL((await links.first().getAttribute('href')) ?? '');
      expect(link.origin + link.pathname).toBe('https://github.example/acme/earshot/issues/new');
      expect(Object.fromEntries(link.searchParams)).toMatchObject({
        template: 'wrong-tone.yml',
        mention: expect.stringMatching(/^[0-9a-f]{16}$/),
        now: expect.stringMatching(/^(?:negative|neutral|positive|unscored)$/),
        link: expect.stringMatching(/^https:\/\/acme\.example\/x\/mentions\/\?brand=/),
      });
      expect(await links.first().getAttribute('rel')).toContain('noreferrer');
    },
  );
  test('is not there on an invented page', async () => {
    const page = await open('mentions/?tone=negative');
    await settled(page);
    expect(await page.locator('.mention .wrong:visible').count()).toBe(0);
  });
});

describe('a replay of the scores', () => {
  test('is dated and said with every figure that is made of them', async () => {
    const page = await open('');
    const said = /scores replaced on Wed, 18 Nov 2026/;
    const cards = page.locator('.card');
    for (const card of await cards.all()) {
      expect(await card.innerText()).toMatch(said);
      expect(await card.locator('.spark .break').count()).toBe(1);
    }
    expect(await cards.count()).toBeGreaterThan(3);
    expect(await page.locator('section[aria-labelledby="against"] .replays').innerText()).toMatch(
      /^Wed, 18 Nov 2026: Scores replaced by another scorer/,
    );
    await page.goto(`${page.url()}in/7/figure/net-sentiment/`);
    await page.locator('.plot.alone .plot-frame').focus();
    await page.locator('.plot.alone canvas').waitFor();
    // Under the live chart the page's own marks stay.
    const drawn = await page
      .locator('.plot.alone .break')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).visibility === 'visible').length);
    expect(drawn).toBeGreaterThan(0);
    expect(await page.locator('.chart-notes').innerText()).toMatch(
      /Wed, 18 Nov 2026: Scores replaced by another/,
    );
    for (const id of ['journey', 'priorities']) {
      await page.goto(page.url().replace(/in\/7\/figure\/.*/, `figure/${id}/`));
      expect(await page.locator('.replays').innerText()).toMatch(/^Wed, 18 Nov 2026: Scores replaced/);
    }
  });
});
