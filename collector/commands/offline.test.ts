import { expect, it } from 'vitest';
import { offlineAddress, offlinePage } from './offline.ts';

const known = new Set([
  'index.html',
  'figure/awareness/index.html',
  'charts/awareness.csv',
  'theme.css',
  'noscript.css',
  'a b.csv',
]);
const way = (address: string, file = 'figure/awareness/index.html') =>
  offlineAddress(address, file, '/x/', known);

it('an address becomes the way to its file, from wherever the page stands', () => {
  expect(way('/x/')).toBe('../../index.html');
  expect(way('/x/', 'index.html')).toBe('index.html');
  expect(way('/x/figure/awareness/#n', 'index.html')).toBe('figure/awareness/index.html#n');
  expect(way('/x/figure/awareness', 'index.html')).toBe('figure/awareness/index.html');
  expect(way('/x/charts/awareness.csv')).toBe('../../charts/awareness.csv');
  expect(way('/x/theme.css?v=12ab')).toBe('../../theme.css');
  expect(way('/x/?view=in%2F90%2F')).toBe('../../index.html');
  expect(way('/x/a%20b.csv', 'index.html')).toBe('a%20b.csv');
});

it('a page loses its scripts and its policy of a server, and shows what stands in without scripts', () => {
  const page = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'"><link rel="stylesheet" href="/x/theme.css?v=1"><link rel="canonical" href="https://acme.example/x/"><noscript><link rel="stylesheet" href="/x/noscript.css"></noscript><script type="module" src="/x/_astro/p.js"></script></head><body><a href="/x/figure/awareness/">A</a> <a href="https://else.example/x/">B</a> <p>href="/x/" is text</p><script>if (1 < 2) "</a>";</script></body></html>`;
  const made = offlinePage(page, 'index.html', '/x/', known);
  expect(made).not.toMatch(/<script|noscript>|_astro/);
  expect(made).toContain('<link rel="stylesheet" href="theme.css">');
  expect(made).toContain('<link rel="stylesheet" href="noscript.css">');
  expect(made).toContain('<a href="figure/awareness/index.html">A</a>');
  expect(made).toContain('<a href="https://else.example/x/">B</a>');
  expect(made).toContain('href="https://acme.example/x/"');
  expect(made).toContain('<p>href="/x/" is text</p>');
  expect(made).toMatch(/content="default-src 'none'; style-src 'self' file:;/);
});

it('is the same whatever the base, the root too', () => {
  const page = '<a href="/">home</a><img src="/charts/awareness.csv"><a href="//else.example/">no</a>';
  expect(offlinePage(page, 'figure/awareness/index.html', '/', known)).toBe(
    '<a href="../../index.html">home</a><img src="../../charts/awareness.csv"><a href="//else.example/">no</a>',
  );
});

it('what leads to chosen mentions leads nowhere, since only a script can list them: its words stay, or others stand for them', () => {
  const made = (page: string) => offlinePage(page, 'index.html', '/x/', known);
  expect(
    made(
      '<a class="n" href="/x/mentions/?brand=a&amp;tone=negative" aria-label="82, open">All <bdi>82</bdi></a>',
    ),
  ).toBe('<a class="n">All <bdi>82</bdi></a>');
  expect(
    made('<td><a href="/x/mentions/?brand=a" data-offline="only &lt;served&gt;">Read <b>them</b></a>.</td>'),
  ).toBe('<td>only &lt;served>.</td>');
  expect(
    made('<a href="/x/mentions/" data-offline="no">All</a> <a href="/x/mentions/?view=in%2F90%2F">All</a>'),
  ).toBe('<a href="mentions/index.html" data-offline="no">All</a> <a href="mentions/index.html">All</a>');
});
