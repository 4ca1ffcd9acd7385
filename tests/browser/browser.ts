import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';

/** Flags under which a container's Chromium runs and asks nothing of the network by itself. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser to use: the one that `CHROMIUM_PATH` names, an installed one, or playwright's own. */
export function findBrowser(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const found = [...usual, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    `No browser for the browser tests: none at ${usual.join(', ')} nor playwright’s own. Set CHROMIUM_PATH, or run "npx playwright install chromium".`,
  );
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: findBrowser(), args: flags });
