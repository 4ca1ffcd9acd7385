import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `inbox/reviews_*.csv` stands for the files of the folder whose names fit, in the order of their names. */
export function filesLike(file: string, dir: string): string[] {
  if (!file.includes('*')) return [file];
  const [, folder = '', name = ''] = /^(.*\/)([^/]*)$/.exec(file) ?? [];
  const pieces = name.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const fits = new RegExp(`^${pieces.join('[^/]*')}$`);
  const path = join(dir, folder);
  const names = existsSync(path) ? readdirSync(path).filter((found) => fits.test(found)) : [];
  return names.sort().map((found) => `${folder}${found}`);
}
