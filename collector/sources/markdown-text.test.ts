import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOfMarkdown } from './markdown-text.ts';

it.each([
  ['## A *good* day', 'A good day'],
  ['> said __she__\n>> twice', 'said she\ntwice'],
  ['see [the menu](https://x.example/m "Menu"), not [this]', 'see the menu, not [this]'],
  ['[![a cup](https://x.example/c.jpg)](https://x.example)', 'a cup'],
  ['<https://x.example/a_b>', 'https://x.example/a_b'],
  ['- one\n* two\n+ three', 'one\ntwo\nthree'],
  ['```ts\nlet x = `1`\n```', '\nlet x = 1\n'],
  ['---\nafter', '\nafter'],
  ['2 * 3 * 4, snake_case_name and a_b', '2 * 3 * 4, snake_case_name and a_b'],
  ['~~old~~ **new**', 'old new'],
  ['::: spoiler The end\nhe *leaves*\n:::', 'The end\nhe leaves\n'],
  ['5 \\* 3 \\- 2', '5 * 3 - 2'],
  ['a < b > c & d', 'a < b > c & d'],
])('of %j the words %j are left', (markdown, text) => {
  expect(textOfMarkdown(markdown)).toBe(text);
});

it('whatever the text, no letter of it is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
  const marks = fc.constantFrom(' ', '\n', ' **', '** ', ' _', '_ ', '\n> ', '\n- ', ' `', '` ', '\n# ');
  fc.assert(
    fc.property(words, marks, (list, mark) => {
      const letters = (text: string) => text.replace(/[^a-z]/g, '');
      expect(letters(textOfMarkdown(list.join(mark)))).toBe(list.join(''));
    }),
  );
});

it.each(['[', '![](', '[a](', '*a', '_', '> ', '<https:', '- ', '\\', ':::'])(
  '100,000 signs of %j take no time',
  (sign) => {
    const started = performance.now();
    textOfMarkdown(sign.repeat(100_000 / sign.length));
    expect(performance.now() - started).toBeLessThan(1500);
  },
);
