import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { words } from './words.ts';

const readme = readFileSync('data/README.md', 'utf8');
const table = readme.slice(readme.indexOf('| reason |'), readme.indexOf('<!-- /reasons -->'));
const documented = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([a-z0-9_]+)`/g)].map(([, code = '']) => code),
);

test('each reason that data/README.md explains has words on the site', () => {
  expect(documented.length).toBeGreaterThan(60);
  expect(documented).toContain('proxy');
  const wordless = documented.filter(
    (code) => !Object.hasOwn(words.reasons, code) && !/^http_\d{3}$/.test(code),
  );
  expect(wordless).toEqual([]);
});
test('a status of HTTP is told by its number, and a code that is not known by itself', () => {
  expect(words.reason('http_503')).toBe('answered with 503');
  expect(words.reason('some_new_code')).toBe('some new code');
  expect(words.reason('constructor')).toBe('constructor');
  expect(words.reason(undefined)).toBeUndefined();
});
