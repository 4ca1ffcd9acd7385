import { expect, it } from 'vitest';
import { readNotice, setsFrom } from './notice.ts';

it('reads what the NOTICE gives an address of, and leaves the rest', () => {
  const notice = `weights.bin, version 1

Made of:

  Shop talk (stars as tones)     A. Nobody, B. Noone   CC BY 4.0
    https://shops.example/talk
  A long name of a set that fills its line
                                 C. Else              MIT
    https://sets.example/
  A list without an address   MIT
    Copyright

See https://nowhere.example/ as well.
`;
  expect(readNotice(notice)).toEqual([
    {
      name: 'Shop talk (stars as tones)',
      by: 'A. Nobody, B. Noone',
      licence: 'CC BY 4.0',
      url: 'https://shops.example/talk',
    },
    {
      name: 'A long name of a set that fills its line',
      by: 'C. Else',
      licence: 'MIT',
      url: 'https://sets.example/',
    },
  ]);
});

it('knows the parts of a source by their names, and those of no other', () => {
  expect(setsFrom('MAMS', ['target_mams', 'gne', 'own_set'])).toEqual(['target_mams']);
  expect(setsFrom('Some other source', ['target_mams', 'gne'])).toEqual([]);
});
