import { describe, expect, test } from 'vitest';
import { clausesOf, markedClauses } from './clauses.ts';
import { themeFinder } from './find-themes.ts';
import { themesOf } from './themes-of.ts';

const findShipped = themeFinder(themesOf({ themes: [] }));
const idsIn = (text: string): string[] => Array.from(new Set(findShipped(text).map(({ theme }) => theme)));
/** What a word of a team finds in a text, as it stands there. */
const found = (words: string[], text: string, except: string[] = []): string[] =>
  themeFinder([{ id: 'own', words, except }])(text).map(({ from, to }) => text.slice(from, to));

describe('a theme is named', () => {
  test.each([
    ['The delivery was late', ['delivery']],
    ['Two deliveries, both shipped late', ['delivery']],
    ['They delivered, delivering daily', ['delivery']],
    ['It crashed, it crashes, it is crashing', ['reliability']],
    ['Prices went up', ['price']],
    ['Their call centres are closed', ['support']],
    ['It doesn’t work', ['reliability']],
    ['Rain fell', []],
    ['Happy hour', []],
  ])('%s: %j', (text, ids) => expect(idsIn(text)).toEqual(ids));
});

describe('what only looks like talk of a theme', () => {
  test.each([
    ['a meeting that is cancelled is nothing sent back', 'I cancelled my meeting with them', 'returns'],
    ['a design team is people', 'The design team won an award', 'design'],
    ['a delivery manager is a job', 'They hire a delivery manager', 'delivery'],
    ['the lead of a support team is a job', 'The support team lead steps down', 'support'],
    ['a reliability engineer is a job', 'She is a reliability engineer there', 'reliability'],
    [
      'who complains to a parliament asks for no help',
      'They complain to the EU, complaining to Congress too',
      'support',
    ],
  ])('%s', (_, text, id) => expect(idsIn(text)).not.toContain(id));
  test.each([
    ['I cancelled my order', 'returns'],
    ['The design is gorgeous', 'design'],
    ['The support team was rude', 'support'],
    ['I complained to them twice', 'support'],
  ])('and what is one stays: %s', (text, id) => expect(idsIn(text)).toContain(id));
});

describe('a word', () => {
  test('is found in any case and with its English endings', () => {
    expect(found(['roast'], 'ROAST, roasts, roasted, roasting, the roast’s')).toHaveLength(5);
    expect(found(['delivery'], 'deliveries')).toHaveLength(1);
    expect(found(['cancel'], 'cancelled canceled cancelling canceling')).toHaveLength(4);
  });
  test('is found in British and American writing, whichever is asked for', () => {
    expect(
      found(['flavour', 'center', 'organise', 'mouldy'], 'flavors centres organized moldy'),
    ).toHaveLength(4);
  });
  test('is not found as part of a word', () => expect(found(['app'], 'happy apparel')).toEqual([]));
  test('is found with any ending where a star stands, and with any middle', () => {
    expect(found(['roast*'], 'the roastery')).toEqual(['roastery']);
    expect(found(['bev*ge'], 'a beverage')).toEqual(['beverage']);
  });
  test('is found in this form alone after =, and with a capital in this case alone', () => {
    expect(found(['=fee'], 'Fee, feed, fees')).toEqual(['Fee']);
    expect(found(['=SIM'], 'a SIM, in a sim')).toEqual(['SIM']);
  });
  test('keeps its accents', () => {
    expect(found(['Qualité'], 'la QUALITÉ')).toEqual(['QUALITÉ']);
    expect(found(['Qualité'], 'qualite')).toEqual([]);
  });
  test('is found with and without its apostrophe', () =>
    expect(found(["doesn't work"], 'doesnt work, doesn’t work')).toHaveLength(2));
  test('is found anywhere in a script without spaces', () =>
    expect(found(['配送'], '昨日の配送は遅かった')).toEqual(['配送']));
});

describe('a phrase', () => {
  test('has its words in a row, each with its endings', () => {
    expect(found(['customer service'], 'customers’ services')).toHaveLength(1);
    expect(found(['customer service'], 'service for the customer')).toEqual([]);
  });
  test('may have small words between', () =>
    expect(found(['cancel subscription'], 'I cancelled my subscription')).toEqual([
      'cancelled my subscription',
    ]));
  test('has up to three words where a star stands alone', () => {
    expect(found(['arrive * late'], 'It arrived two weeks late')).toEqual(['arrived two weeks late']);
    expect(found(['arrive * late'], 'It arrived late')).toHaveLength(1);
    expect(found(['arrive * late'], 'It arrived in one piece but very late')).toEqual([]);
  });
  test('has stems in the middle', () =>
    expect(found(['my cancel* order'], 'my cancellation order')).toHaveLength(1));
  test('with a hyphen is found with a space and as one word too', () =>
    expect(found(['check-out'], 'check-out, check out, checkout')).toHaveLength(3));
  test('has alternatives in parentheses', () =>
    expect(found(['(slow|very late) (reply|answer)'], 'a slow answer, a very late reply')).toHaveLength(2));
});

describe('what a theme excepts', () => {
  test('takes away what shares a word with it', () => {
    expect(found(['delivery'], 'the delivery room', ['delivery room'])).toEqual([]);
    expect(found(['delivery'], 'the delivery room, a late delivery', ['delivery room'])).toEqual([
      'delivery',
    ]);
  });
  test('says nothing of other themes', () => {
    const find = themeFinder([
      { id: 'union', words: ['union'], except: ['European Union'] },
      { id: 'europe', words: ['European'] },
    ]);
    expect(find('The European Union').map(({ theme }) => theme)).toEqual(['europe']);
  });
});

test('places are told in code units of the text', () =>
  expect(found(['roast'], '🎉 A roast 🎉')).toEqual(['roast']));

test('a text falls into clauses at sentences and turns', () =>
  expect(clausesOf('Great coffee but slow delivery. Version 2.1 is out; fine!')).toEqual([
    'Great coffee',
    'but slow delivery',
    'Version 2.1 is out',
    'fine',
  ]));

test('a clause that a question mark ends is a question', () =>
  expect(markedClauses('Is it good? It is. It is "late"?! But why? 2.1?').map(({ asked }) => asked)).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]));
