import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch } from './browser.ts';
import { base, buildSite } from './build-site.ts';
import type { Variant } from './fixture.ts';
import { type Served, serve } from './serve.ts';
import { watch } from './watch.ts';

type Opening = BrowserContextOptions & {
  /** Of several fixtures the one to open; else the first. */
  variant?: Variant;
  /** What the page is told before it loads anything. */
  beforehand?: (page: Page) => Promise<unknown>;
};

export type Visit = {
  /** Where the pages lie on the disk, and where they are served; of the first fixture. */
  dir(): string;
  origin(): string;
  /** Opens a page of the site, afresh; what goes wrong on it fails the test. */
  open(path: string, opening?: Opening): Promise<Page>;
  /** A context that is closed with those of `open`; nobody watches its pages. */
  openContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Lets pass what the test has brought about itself. */
  forgive(isMeant: (fault: string) => boolean): void;
};

/** Builds and serves fixtures for the tests of a file, with a browser for them: sets up and clears away by itself. */
export function visit(...[first, ...others]: [Variant, ...Variant[]]): Visit {
  const sites = new Map<Variant, Served & { dir: string }>();
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let watched: string[][] = [];
  let meant: ((fault: string) => boolean)[] = [];
  const ready = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The pages are served only once the tests run.');
    return thing;
  };
  beforeAll(async () => {
    for (const variant of [first, ...others]) {
      const dir = await buildSite(variant);
      sites.set(variant, { dir, ...(await serve(dir, base)) });
    }
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    for (const site of sites.values()) await site.close();
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    const faults = watched.flat().filter((fault) => !meant.some((isMeant) => isMeant(fault)));
    [contexts, watched, meant] = [[], [], []];
    expect(faults).toEqual([]);
  });
  const openContext = async (options?: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await ready(browser).newContext(options);
    contexts.push(context);
    return context;
  };
  return {
    dir: () => ready(sites.get(first)).dir,
    origin: () => ready(sites.get(first)).origin,
    openContext,
    async open(path, { variant = first, beforehand, ...options } = {}) {
      const { origin } = ready(sites.get(variant));
      const { page, faults } = await watch(await openContext(options), origin);
      watched.push(faults);
      await beforehand?.(page);
      await page.goto(origin + base + path, { waitUntil: 'networkidle' });
      return page;
    },
    forgive(isMeant) {
      meant.push(isMeant);
    },
  };
}

/** Waits until the filters have done their work. */
export const settled = (page: Page): Promise<void> =>
  page.locator('[data-state="done"]:not([data-counting])').waitFor();
export const query = (page: Page): string => new URL(page.url()).search;
