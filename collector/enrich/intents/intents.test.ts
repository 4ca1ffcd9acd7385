import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Intent, intents } from '#contract';
import { scorers } from '../scorers.ts';
import { cuedIntents, intentsOf } from './intents.ts';
import { measureCases } from './measure-cases.ts';
import { counted, isShown, publicOf, readings, shareOf } from './precision.ts';
import { readCases, readContextCases } from './read-cases.ts';

const tone = scorers.tone({});
const northwind = ['Northwind'];
const bluebird = ['Bluebird'];

function read(
  text: string,
  group = 'forum',
  brand = northwind,
  others = bluebird,
  reader = intentsOf,
): Intent[] {
  const context = { lang: 'en', brand, others, group };
  return reader(text, { ...context, toneOf: (sentence) => tone.score(sentence, context).label });
}

describe('whom it is about', () => {
  test('who leaves one brand for another leaves the one and joins the other', () => {
    const text = 'I left Bluebird for Northwind last month.';
    expect(read(text, 'forum', northwind, bluebird, cuedIntents)).toEqual(['join']);
    expect(read(text, 'forum', bluebird, northwind)).toEqual(['leave']);
  });

  test('where the author goes tells of the brand that was named before', () => {
    expect(read('Northwind lost my order again. I am switching to Bluebird.')).toContain('leave');
  });

  test('advice for another brand is none for this one', () => {
    expect(read('I would recommend Bluebird to anyone.')).toEqual([]);
    expect(read('Stay away from Bluebird.')).toEqual([]);
  });

  test('a comparison needs somebody to be compared with', () => {
    expect(read('Northwind is better than Bluebird.')).toContain('compare');
    expect(read('Northwind is better than ever.')).not.toContain('compare');
  });

  test('talk about no brand has none of the counted ones', () => {
    expect(
      intentsOf('I would recommend Northwind.', {
        lang: 'en',
        brand: northwind,
        others: [],
        group: 'forum',
        aboutNobody: true,
        toneOf: () => 'positive',
      }),
    ).toEqual([]);
  });
});

describe('what is denied, imagined, asked or told of others', () => {
  test('a negated recommendation is a warning, unless it can’t be recommended enough', () => {
    expect(read('I would not recommend Northwind to anyone.')).toEqual(['warn']);
    expect(read("I can't recommend Northwind enough!")).toEqual(['recommend']);
  });

  test('a question, a condition or a wish is no recommendation', () => {
    expect(read('Would you recommend Northwind?')).toEqual([]);
    expect(read('I would recommend Northwind if they fixed the app.')).toEqual([]);
    expect(read('I wish I could recommend Northwind.')).toEqual([]);
  });

  test('analysts and friends are not the author', () => {
    expect(read('Analysts recommend buying Northwind shares.', 'news')).toEqual([]);
    expect(read('My mechanic recommends Northwind.')).toEqual([]);
  });

  test('never again having to wait is no leaving, and leaving a review is none either', () => {
    expect(read('Never again have to queue thanks to Northwind.')).toEqual([]);
    expect(read('Please leave a review of Northwind.')).toEqual([]);
    expect(read('Northwind let me down. Never again.')).toContain('leave');
  });

  test('a loyal past is no staying where the author leaves', () => {
    const told = read(
      'I have been a loyal Northwind customer for ten years. Cancelled my Northwind card today.',
    );
    expect(told).toContain('leave');
    expect(told).not.toContain('stay');
  });
});

describe('a context in which a cue means something else', () => {
  test.each(readContextCases())('$text', ({ text, group, wanted, unwanted }) => {
    const found = read(text, group, northwind, ['Bluebird', 'Kettleby'], cuedIntents);
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(found.filter((intent) => unwanted.includes(intent))).toEqual([]);
  });
});

test('news reports the intents of others: only what somebody says of themselves counts there', () => {
  expect(read('Thousands are leaving Northwind.', 'news')).toEqual([]);
  expect(read('“I would recommend Northwind,” said its chief executive.', 'news')).toEqual([]);
  expect(read('I cancelled my Northwind subscription last week.', 'news')).toContain('leave');
});

test('a rating takes back what contradicts it', () => {
  const context = {
    lang: 'en',
    brand: northwind,
    others: bluebird,
    group: 'reviews',
    toneOf: () => 'neutral' as const,
  };
  const text = 'Highly recommended.';
  expect(intentsOf(text, { ...context, rating: { value: 5, of: 5 } })).toEqual(['recommend']);
  expect(intentsOf(text, { ...context, rating: { value: 1, of: 5 } })).toEqual([]);
});

test('other languages than English have none', () => {
  expect(
    intentsOf('Northwind: avoid!', {
      lang: 'fr',
      brand: northwind,
      others: [],
      group: 'forum',
      toneOf: () => 'neutral',
    }),
  ).toEqual([]);
});

test('intents stand in the contract’s order, each once, whatever is written', () => {
  const words = fc.constantFrom(
    ...'I would not recommend Northwind Bluebird never again left for switched to better than . ? , ! " love it cancelled'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.array(words).map((all) => all.join(' ')),
      ),
      (text) => {
        const found = read(text);
        expect(found).toEqual(intents.filter((intent) => found.includes(intent)));
      },
    ),
    { numRuns: 200 },
  );
});

test('texts made to be slow are read in time that grows with their length', () => {
  for (const piece of [
    'I would ',
    'never ever never ',
    'recommend ',
    'not not ',
    '“',
    'is better than ',
    'Northwind ',
    '?!.',
    'a,',
  ]) {
    const long = piece.repeat(20_000);
    const before = performance.now();
    read(long);
    expect(performance.now() - before).toBeLessThan(1000);
  }
});

describe('precision', () => {
  test.each(intents)('there are sixty sentences that mean to %s, and sixty that do not', (intent) => {
    const cases = readCases(intent);
    expect(cases.filter(({ meant }) => meant).length).toBeGreaterThanOrEqual(60);
    expect(cases.filter(({ meant }) => !meant).length).toBeGreaterThanOrEqual(60);
    expect(cases.filter(({ half }) => half === 'held out').length).toBeGreaterThanOrEqual(60);
  });

  test('what is committed of own cases is what the rules and the scorer of today find in them', async () => {
    const found = Object.fromEntries(
      intents.map((intent) => {
        const { judged, right } = measureCases(intent, 'held out', tone);
        return [intent, { judged, right }];
      }),
    );
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot('own-cases.json');
  });

  test('about one in five sentences of our own that mean a counted intent is missed, as the data’s README says', () => {
    const measured = counted.map((intent) => measureCases(intent, 'held out', tone));
    const meant = measured.reduce((sum, one) => sum + one.meant, 0);
    const missed = measured.reduce((sum, one) => sum + one.missed.length, 0);
    expect(missed / meant).toBeGreaterThan(0.17);
    expect(missed / meant).toBeLessThan(0.25);
  });

  test.each(counted)('%s is counted, and public texts alone show it', (intent) => {
    const { low } = shareOf(publicOf(readings[intent]));
    expect(low).toBeGreaterThanOrEqual(0.8);
    expect(isShown(readings[intent])).toBe(true);
  });

  test('cases of our own make up for no public text', () => {
    const own = { judged: 60, right: 60 };
    const none = { judged: 0, right: 0 };
    expect(isShown({ own, seen: none, unseen: none })).toBe(false);
    expect(isShown({ own, seen: none, unseen: { judged: 19, right: 19 } })).toBe(false);
    expect(isShown({ own, seen: none, unseen: { judged: 20, right: 20 } })).toBe(true);
    expect(isShown({ own, seen: none, unseen: { judged: 20, right: 19 } })).toBe(false);
  });

  test('what rules were mended by does not hide what they do elsewhere, or in our own cases', () => {
    const seen = { judged: 100, right: 100 };
    const own = { judged: 30, right: 30 };
    expect(isShown({ own, seen, unseen: { judged: 10, right: 7 } })).toBe(false);
    expect(isShown({ own, seen, unseen: { judged: 10, right: 8 } })).toBe(true);
    expect(isShown({ own: { judged: 30, right: 23 }, seen, unseen: { judged: 10, right: 10 } })).toBe(false);
  });

  test('an intent that is not shown to be right four times in five is on no score', () => {
    expect(intents.filter((intent) => !counted.includes(intent))).toEqual(['join', 'suggest', 'ask']);
    const question = 'Does Northwind deliver to Malta?';
    const context = {
      lang: 'en',
      brand: northwind,
      others: [],
      group: 'forum',
      toneOf: () => 'neutral' as const,
    };
    expect(cuedIntents(question, context)).toEqual(['ask']);
    expect(intentsOf(question, context)).toEqual([]);
    expect(read('I left Bluebird for Northwind last month.')).toEqual([]);
  });

  test('an interval is Wilson’s', () => {
    // Wilson 1927: 9 of 10 is .596 to .982.
    expect(shareOf({ judged: 10, right: 9 }).low).toBeCloseTo(0.596, 3);
    expect(shareOf({ judged: 10, right: 9 }).high).toBeCloseTo(0.982, 3);
  });
});
