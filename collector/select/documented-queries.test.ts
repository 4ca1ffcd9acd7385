import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { find, searchable } from './match.ts';
import { parseQuery } from './parse-query.ts';
import { fieldNames } from './query.ts';

const readme = readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8');
const table = /<!-- queries -->\n([\s\S]*?)\n<!-- \/queries -->/.exec(readme)?.[1] ?? '';
const codes = (cell = ''): string[] => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
const rows = table
  .split('\n')
  .slice(2)
  .map((line) => line.split('|').slice(1, -1))
  .map(([, query, finds, misses]) => ({
    query: codes(query)[0] ?? '',
    finds: codes(finds),
    misses: codes(misses),
  }));

describe('the table of queries in data/README.md', () => {
  test('shows every operator and field', () => {
    const all = rows.map(({ query }) => query).join(' ');
    for (const operator of ['AND', 'OR', 'NOT', 'NEAR/', 'ONEAR/', '*', '?', '=', '"', '(', ...fieldNames])
      if (operator !== 'text') expect(all).toContain(operator);
    expect(rows.length).toBeGreaterThan(14);
  });

  test.each(rows)('is right about $query', ({ query, finds, misses }) => {
    const parsed = parseQuery(query);
    if ('error' in parsed) throw new Error(parsed.error);
    for (const text of finds)
      expect([text, find(parsed.query, searchable('', text)).truth]).toEqual([text, 'yes']);
    for (const text of misses)
      expect([text, find(parsed.query, searchable('', text)).truth]).not.toEqual([text, 'yes']);
  });
});
