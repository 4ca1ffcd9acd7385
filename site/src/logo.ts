import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { About } from '#contract';
import { rootFolder } from './data.ts';

const kinds: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

/** The logo's file, where it really lies in `brand/` and is a picture. */
export function logoFile(about: About): { path: string; type: string } | null {
  const stated = about.site.logo;
  const type = kinds[stated?.split('.').at(-1) ?? ''];
  if (stated === undefined || type === undefined) return null;
  const folder = join(rootFolder(), 'brand');
  const path = join(rootFolder(), stated);
  if (!existsSync(path)) return null;
  const real = realpathSync(path);
  return real.startsWith(realpathSync(folder) + sep) ? { path: real, type } : null;
}

/** Its name under `brand/` of the site. */
export function logoName(about: About): string | null {
  const file = logoFile(about);
  return file ? basename(about.site.logo ?? '').replaceAll(/[^\w.-]/g, '') : null;
}

export const logoBytes = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
