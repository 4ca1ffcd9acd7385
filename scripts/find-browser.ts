import { execFileSync, type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium: CHROMIUM_PATH, an installed one, or playwright's own; undefined where there is none. */
export function findBrowser(environment: Record<string, string | undefined>): string | undefined {
  const named = environment.CHROMIUM_PATH;
  const candidates = named ? [named] : [...usualPlaces, chromium.executablePath()];
  return candidates.find((path) => existsSync(path));
}

/** Finds a browser or installs one; throws where neither can be done, so that browser tests never pass by not running. */
export function needBrowser(environment: Record<string, string | undefined>): string {
  const there = findBrowser(environment);
  if (there) return there;
  console.log('No Chromium found: installing one (once) …');
  const asRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (asRootOnDebian) {
    const quiet: SpawnSyncOptions = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
  }
  if (!findBrowser(environment)) {
    execFileSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
  const installed = findBrowser(environment);
  if (!installed) {
    throw new Error(
      'No Chromium could be found or installed: name one in CHROMIUM_PATH. The browser tests need it.',
    );
  }
  return installed;
}

/** Switches under which Chromium neither calls home nor needs a sandbox of its own. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
