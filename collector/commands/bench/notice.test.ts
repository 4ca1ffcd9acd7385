import { expect, it } from 'vitest';
import { readNotice, setsFrom } from './notice.ts';

it('reads every entry of the lists, and nothing else of the text', () => {
  const notice = `weights.bin, version 1

Made of:

  Shop talk (stars as tones)     A. Nobody, B. Noone   CC BY 4.0
    https://shops.example/talk
  A long name of a set that fills its line
                                 C. Else              MIT
    https://sets.example/
  Sentences of our own
  A list without an address   MIT
  as some package has it      MIT
    Copyright (c) Nobody

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
    { name: 'Sentences of our own', by: '', licence: '', url: null },
    { name: 'A list without an address', by: '', licence: 'MIT', url: null },
  ]);
});

it('knows the parts of a source by their names, and those of no other', () => {
  expect(setsFrom('MAMS', ['target_mams', 'gne', 'own_set'])).toEqual(['target_mams']);
  expect(setsFrom('Some other source', ['target_mams', 'gne'])).toEqual([]);
});
