import { expect, test } from 'vitest';
import { withPreloads } from './module-preloads.ts';

const chunks = new Map([
  ['_astro/page.js', ['_astro/numbers.js', '_astro/list.js']],
  ['_astro/list.js', ['_astro/numbers.js', '_astro/days.js']],
  ['_astro/other.js', ['_astro/days.js']],
]);
const script = (file: string): string => `<script type="module" src="/base/_astro/${file}"></script>`;
const preload = (file: string): string => `<link rel="modulepreload" href="/base/_astro/${file}">`;

test('a script is told with all that it loads, each once a page and beneath the base path', () => {
  expect(withPreloads(`<p>${script('page.js')}</p>${script('other.js')}`, chunks)).toBe(
    `<p>${['numbers.js', 'list.js', 'days.js'].map(preload).join('')}${script('page.js')}</p>${script('other.js')}`,
  );
});
test('what a page names itself is not named twice, and what loads nothing stays as it is', () => {
  const both = script('list.js') + script('page.js');
  expect(withPreloads(both, chunks).match(/list\.js/g)).toHaveLength(1);
  const plain = `${script('numbers.js')}<script src="/base/read-ahead.js"></script>`;
  expect(withPreloads(plain, chunks)).toBe(plain);
});
