import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsSearch, searchOf } from './text-search.ts';
import { markedParts, termsOf } from './text-words.ts';

const finds = (search: string, text: string): boolean => holdsSearch(text, searchOf(search));
const marked = (search: string, text: string): string =>
  markedParts(text, termsOf(search))
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('a search', () => {
  test.each([
    ['deliv LATE', 'A late delivery, again', true],
    ['cafe', 'Two CAFÉS closed', true],
    ['café', 'two cafes closed', true],
    ['very', 'A late delivery', false],
    ['a', 'an apple', false],
    ['a', 'a late one', true],
    ['t-shirt', 'The T-shirts came', true],
    ['遅い', 'コーヒーは遅いです', true],
    ['い遅', 'コーヒーは遅いです', false],
    ['茶', 'お茶', true],
    ['кофе', 'Хороший Кофейник', true],
    ['قهوة', 'قهوة الشمال ترتفع', true],
    ['__proto__', 'constructor.prototype', true],
    ['constructor', 'constructor.prototype', true],
    ['late -refund', 'A late delivery', true],
    ['late -refund', 'Late, and two refunds', false],
    ['-refund', 'A late delivery', true],
    ['-t-shirt', 'The T-shirts came', false],
    ['-t-shirt', 'The T-bone came', true],
    ['late-refund', 'Late, and a refund', true],
    ['"late delivery"', 'A LATE, delivery', true],
    ['"late delivery"', 'The delivery was late', false],
    ['"late delivery"', 'late deliveries', false],
    ['"late"', 'lately', false],
    ['-"late delivery"', 'A late delivery', false],
    ['-"late delivery"', 'The delivery was late', true],
    ['"late del', 'A delivery, late', true],
    ['"遅いで"', 'コーヒーは遅いです', true],
    ['"で遅い"', 'コーヒーは遅いです', false],
    ['"" -', 'anything', false],
  ])('for “%s” in “%s”: %s', (search, text, found) => {
    expect(finds(search, text)).toBe(found);
  });
  test('is for words, never a pattern, and one without words finds nothing', () => {
    expect(finds('.*', 'anything')).toBe(false);
    const start = performance.now();
    expect(finds('(a+)+$', 'a'.repeat(100_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
  test('finds each text by each of its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const terms = termsOf(text);
        if (terms.length > 0)
          expect(holdsSearch(text, { wanted: [{ terms, order: null }], without: [] })).toBe(true);
      }),
    );
  });
});

describe('marks', () => {
  test('stand on the words that were found, as they are written', () => {
    expect(marked('cafe late', 'Late again: the Cafés.')).toBe('[Late] again: the [Cafés].');
    expect(marked('遅い', 'コーヒーは遅いです')).toBe('コーヒーは[遅い]です');
    expect(marked('script', '<script>alert(1)</script>')).toBe('<[script]>alert(1)</[script]>');
    expect(marked('', 'nothing asked')).toBe('nothing asked');
  });
  test('lose no letter of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        (text, search) => {
          expect(
            markedParts(text, termsOf(search))
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
