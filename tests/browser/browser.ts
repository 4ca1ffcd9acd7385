import { type Browser, chromium } from 'playwright';
import { browserFlags, findBrowser } from '../../scripts/find-browser.ts';

export function launch(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  if (executablePath === undefined)
    throw new Error(
      'No browser for the browser tests: CHROMIUM_PATH names none, and none is installed. Set it, or run "npx playwright install chromium".',
    );
  return chromium.launch({ executablePath, args: browserFlags });
}
