import { expect, test } from 'vitest';
import { namesOf } from './names.ts';

test('what stands before a word in a query is no part of a name', () =>
  expect(
    namesOf({
      id: 'a',
      name: 'Acme',
      match: 'raw:"C++" OR title:acme*',
      any: ['=Nestlé', 'raw:.NET', 'title:"Big Bean"', 'roast*', 'site:acme.example', 'lang:en'],
    }),
  ).toEqual(['Acme', 'Nestlé', '.NET', 'Big Bean', 'roast', 'C++']));
