import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Mention } from '#contract';
import { toLine } from './lines.ts';
import { mentionForm } from './mention-columns.ts';
import { visitTexts } from './mention-texts.ts';
import { scanLines } from './scan-line.ts';

const said = (title: string, excerpt: string): Mention => ({
  v: 1,
  id: '0123456789abcdef',
  doc: 'fedcba9876543210',
  brand: 'saltmarsh',
  source: 'paper',
  group: 'news',
  site: 'paper.example',
  url: null,
  title,
  excerpt,
  publishedAt: '2026-11-20T05:17:00Z',
  firstSeenAt: '2026-11-20T06:17:00Z',
});
const words = fc.oneof(
  fc.constantFrom(
    'a "quoted" word',
    'back\\slash',
    'two\nlines\tand a tab',
    '\u0001',
    '\u2028',
    '👍🏽',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const visited = (bytes: Buffer): { title: string; excerpt: string }[] => {
  const found: { title: string; excerpt: string }[] = [];
  visitTexts(
    bytes,
    () => true,
    ({ title, excerpt }) => found.push({ title, excerpt }),
  );
  return found;
};

test('gives the words of a mention as they were said, whatever stands in them', () => {
  fc.assert(
    fc.property(words, words, (title, excerpt) => {
      const bytes = Buffer.from(toLine(Mention, said(title, excerpt), 'mentions'));
      expect(visited(bytes)).toEqual([{ title, excerpt }]);
    }),
  );
});

test('reads quotes and other escapes straight from the bytes, with the length of what they stand for', () => {
  fc.assert(
    fc.property(words, words, (title, excerpt) => {
      const bytes = Buffer.from(toLine(Mention, said(title, excerpt), 'mentions'));
      const filling = mentionForm.fill(1);
      expect(filling.scan(bytes, scanLines(bytes))).toBe(true);
      expect(filling.done().arrays.length[0]).toBe(Math.max(title.length, excerpt.length));
    }),
  );
});

test.each(['\\x', '\\u12g4', '\\u12', '\\', 'tab\t'])(
  'leaves %j to the reader that says what is wrong',
  (wrong) => {
    const line = toLine(Mention, said('TITLE', ''), 'mentions').replace('TITLE', () => wrong);
    const bytes = Buffer.from(line);
    expect(mentionForm.fill(1).scan(bytes, scanLines(bytes))).toBe(false);
    expect(visited(bytes)).toEqual([]);
  },
);
