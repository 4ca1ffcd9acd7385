import { expect, it } from 'vitest';
import { filterOfView } from './view-filter.ts';

const spans = {
  '28': { from: '2026-10-24', to: '2026-11-20' },
  '90': { from: '2026-08-23', to: '2026-11-20' },
};
const of = (query: string) => filterOfView(query, 'northwind', spans);

it('a view in the address is the brand and the days to begin with', () => {
  expect(of('?view=of%2Fbluebird%2Fin%2F90%2F')).toEqual({ brand: 'bluebird', ...spans[90] });
  expect(of('?view=in/90/')).toEqual({ brand: 'northwind', ...spans[90] });
  expect(of('?view=of/bluebird/')).toEqual({ brand: 'bluebird', ...spans[28] });
  expect(of('?view=of/caf%25C3%25A9/')).toEqual({ brand: 'café', ...spans[28] });
});

it('what the address asks for itself stands, every brand too', () => {
  expect(of('?tone=negative&view=in/90/')).toBeNull();
  expect(of('?brand=&view=in/90/')).toBeNull();
});

it('no view, or none that a page has, is no filter', () => {
  expect(of('')).toBeNull();
  expect(of('?view=')).toBeNull();
  expect(of('?view=//evil.example/')).toBeNull();
  expect(of('?view=in/12/')).toBeNull();
  expect(of('?view=of/%25E0%25A4%25A/')).toBeNull();
});
