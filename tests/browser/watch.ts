import type { BrowserContext, Page } from 'playwright';

/** A page whose faults are kept: errors, refusals of the policy, requests that leave the site, scripts that ran. */
export type Watched = { page: Page; faults: string[] };

export async function watch(context: BrowserContext, origin: string): Promise<Watched> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) faults.push(`left the site: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().includes('no-such-page'))
      faults.push(`${response.status()}: ${response.url()}`);
  });
  return { page, faults };
}

/** Whether anything that a stranger wrote was run. */
export const ranForeign = (page: Page): Promise<boolean> => page.evaluate(() => '__ran' in globalThis);
