import { expect, test } from 'vitest';
import { authorNames } from './author-names.ts';

test.each([
  ['Ann Bell', ['Ann Bell']],
  ['By Ann Bell and Bo Carr', ['Ann Bell', 'Bo Carr']],
  ['ann@mail.example (Ann Bell)', ['Ann Bell']],
  ['Ann Bell <ann@mail.example>', ['Ann Bell']],
  ['river.otter@mail.example', ['river.otter']],
  ['https://forum.example/u/RiverOtter', ['RiverOtter']],
  ['/u/river_otter', ['river_otter']],
  ['@river@forum.example', ['river']],
  ['<b>Ann</b> &amp; Bo Carr', ['Ann', 'Bo Carr']],
  ['山田太郎', ['山田太郎']],
  ['AB', []],
  ['admin', []],
  ['https://forum.example/%E0%A4', []],
  ['12345', []],
])('names in "%s"', (stated, names) => expect(authorNames([stated])).toEqual(names));

test('no author fields, no names', () => expect(authorNames(undefined)).toEqual([]));
test('no name that fills a page', () => expect(authorNames(['x'.repeat(5000)])).toEqual([]));
