import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z', 'collector'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => /^collector\/(http|sources|ledger)/.test(file) && file.endsWith('.ts'))
  .filter((file) => !/\.(test|fixture)\.ts$/.test(file));

/** The ways in which the code names a reason. */
const ways = [
  /\breason: '([a-z0-9_]+)'/g,
  /\b(?:refused|failed|changed|unreadable|failure|cap)\(\s*'([a-z0-9_]+)'(?! in )/g,
  /\bcapped(?::| =)[^,;\n]*'([a-z0-9_]+)'/g,
  /\/[a-z]*, '([a-z0-9_]+)'\],/g,
];
const codes = new Set(
  files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return ways.flatMap((way) => [...text.matchAll(way)].map((match) => match[1] ?? ''));
  }),
);
const readme = readFileSync('data/README.md', 'utf8');
const table = readme.slice(readme.indexOf('| reason |'), readme.indexOf('<!-- /reasons -->'));

describe('reasons of the ledger', () => {
  it('are found in the code', () => {
    expect(codes.size).toBeGreaterThan(60);
    for (const code of ['timeout', 'window_overflow', 'dns_unknown', 'page_cap', 'ambiguous_dates']) {
      expect(codes).toContain(code);
    }
  });

  it('are each explained in data/README.md', () => {
    expect([...codes].filter((code) => !table.includes(`\`${code}\``)).sort()).toEqual([]);
  });
});
