import { describe, expect, test } from 'vitest';
import { type Figure, windows } from '#contract';
import { inView, scopeOf, viewPath, viewsOf } from './views.ts';

const about = {
  brands: [
    { id: 'northwind', name: 'Northwind' },
    { id: 'bluebird', name: 'Bluebird' },
  ],
};
const figures = new Map([
  ['awareness', { kind: 'series' }],
  ['priorities', { kind: 'ranking' }],
]) as unknown as ReadonlyMap<string, Figure>;

describe('the view in the address', () => {
  test('is short for what most come for, and names brand and window otherwise', () => {
    expect(viewPath(about, { brand: 'northwind', window: '28' })).toBe('');
    expect(viewPath(about, { brand: 'northwind', window: '90' })).toBe('in/90/');
    expect(viewPath(about, { brand: 'bluebird', window: '28' })).toBe('of/bluebird/');
    expect(viewPath(about, { brand: 'bluebird', window: 'year' })).toBe('of/bluebird/in/year/');
  });
  test('is another one for every other choice', () => {
    const paths = viewsOf(about, 'window').map((view) => viewPath(about, view));
    expect(new Set(paths).size).toBe(about.brands.length * windows.length);
  });
  test('leads from page to page, as a parameter where a page has no form for it', () => {
    const view = { brand: 'bluebird', window: '90' } as const;
    const to = (path: string): string => inView(path, view, about, figures);
    expect(to('')).toBe('of/bluebird/in/90/');
    expect(to('figure/awareness/#receipt')).toBe('of/bluebird/in/90/figure/awareness/#receipt');
    expect(to('priorities/')).toBe('of/bluebird/priorities/?view=of%2Fbluebird%2Fin%2F90%2F');
    expect(to('method/#accuracy')).toBe('method/?view=of%2Fbluebird%2Fin%2F90%2F#accuracy');
    expect(to('mentions/?theme=app')).toBe('mentions/?theme=app&view=of%2Fbluebird%2Fin%2F90%2F');
  });
  test('is no matter of files', () => {
    expect(inView('brief.md', { brand: 'bluebird', window: '90' }, about, figures)).toBe('brief.md');
  });
  test('leaves addresses of the usual view alone', () => {
    const view = { brand: 'northwind', window: '28' } as const;
    for (const path of ['', 'priorities/', 'method/#accuracy', 'mentions/?theme=app'])
      expect(inView(path, view, about, figures)).toBe(path);
  });
});

test('figures over time have a page for each window, rankings one for each brand', () => {
  expect(scopeOf('figure/awareness/', figures)).toBe('window');
  expect(scopeOf('figure/priorities/', figures)).toBe('brand');
  expect(scopeOf('coverage/', figures)).toBe('plain');
});

test('of a panel of thirteen, competitors have the last 28 days alone, so that the pages stay few', () => {
  const panel = {
    brands: Array.from({ length: 13 }, (_, index) => ({ id: `b${index}`, name: `B ${index}` })),
  };
  expect(viewsOf(panel, 'window')).toHaveLength(windows.length + 12);
  expect(viewsOf(panel, 'brand')).toHaveLength(13);
  expect(viewsOf(panel, 'plain')).toEqual([{ brand: 'b0', window: '28' }]);
});
