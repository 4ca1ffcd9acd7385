import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineReader } from './lines-of-pieces.ts';

function linesOf(pieces: readonly string[], longest?: number) {
  const lines = lineReader(longest);
  return [...pieces.flatMap((piece) => lines.read(piece)), ...lines.end()];
}

it('gives the same lines however a text is cut', () => {
  const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\ufeff', 'é😀'), { maxLength: 30 });
  fc.assert(
    fc.property(texts, texts, (head, tail) => {
      const whole = [...head, ...tail].join('');
      // A piece never ends within a character; a line's end may be parted.
      expect(linesOf([...whole])).toEqual(linesOf([whole]));
      const body = whole.replace(/^\ufeff/, '').replace(/\n$/, '');
      const known = body === '' && whole.replace(/^\ufeff/, '') === '' ? [] : body.split('\n');
      expect(linesOf([head.join(''), tail.join('')])).toEqual(known.map((line) => line.replace(/\r$/, '')));
    }),
  );
});

it('lets a line that is too long go by, and reads on', () => {
  expect(linesOf(['abc', 'def', 'g\nxy\n', '12345678'], 6)).toEqual([null, 'xy', null]);
});
