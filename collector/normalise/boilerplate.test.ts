import { describe, expect, test } from 'vitest';
import { withoutBoilerplate } from './boilerplate.ts';

/** Of milliseconds: what grows with the square of a text takes minutes, and what does not a part of a second, on a busy machine too. */
const fewSeconds = 5000;

describe('what a source writes around a post is not what was said', () => {
  test.each([
    [
      'Lemmy’s first line',
      'submitted by RiverOtter to coffeetalk 49 points | 12 comments https://a.example/1 Nice cup',
      'https://a.example/1 Nice cup',
    ],
    [
      'Lemmy’s first line with nothing after it',
      'submitted by RiverOtter to coffeetalk -1 points | 1 comments',
      '',
    ],
    ['Reddit’s last line', 'Nice cup submitted by /u/river_otter [link] [comments]', 'Nice cup'],
    [
      'Reddit’s last line in a feed of several communities',
      'Nice cup. submitted by /u/river_otter to r/coffee [link] [comments]',
      'Nice cup.',
    ],
    [
      'Reddit’s old last line, which leaves out spaces',
      'submitted byriver_otter42tocoffee [link][959 comments]',
      '',
    ],
    ['Reddit’s last line in German', 'Nice cup submitted by /u/river_otter [link] [Kommentare]', 'Nice cup'],
    ['a bare name before the links', 'Nice cup /u/river_otter [link] [comments]', 'Nice cup'],
    ['a first line with u/', 'Posted by u/river_otter in r/coffee Nice cup', 'Nice cup'],
    ['a last line with u/', 'Nice cup, by /u/river_otter', 'Nice cup,'],
    [
      'the counts of Hacker News',
      'Comments URL: https://a.example/1 Points: 12 # Comments: 3',
      'Comments URL: https://a.example/1',
    ],
  ])('%s goes', (_, text, kept) => expect(withoutBoilerplate(text)).toBe(kept));

  test.each([
    ['By Ann Bell | Prices rise', 'Prices rise'],
    ['By Ann Bell and Bo Carr Prices rise', 'Prices rise'],
    ['Prices rise. By Ann Bell', 'Prices rise.'],
    ['Prices rise – written by ann bell.', 'Prices rise'],
    ['Posted by Ann Bell: Prices rise', 'Prices rise'],
  ])('a byline of its own author goes: %s', (text, kept) =>
    expect(withoutBoilerplate(text, ['Ann Bell', 'Bo Carr'])).toBe(kept),
  );
});

describe('prose stays', () => {
  test.each([
    'Submitted by the board to shareholders, the plan failed',
    'By Monday all shops are open',
    'It won by 49 points | 12 comments were made on it',
    'See the [link] above',
    'Stand by me',
    'By Ann Bellamy’s desk',
    'A café by Ann Bell',
  ])('%s', (text) => expect(withoutBoilerplate(text, ['Ann Bell'])).toBe(text));
});

test('a post that gained points overnight reads the same', () => {
  const night = (points: number) =>
    withoutBoilerplate(`submitted by RiverOtter to coffeetalk ${points} points | 1 comments Nice cup`);
  expect(night(1)).toBe(night(361));
});

test.each(['submitted by a to b ', '[link] [comments] ', '1 points | 1 comments ', 'by /u/ann ', 'by ', ' '])(
  'a flood of "%s" is read in a few seconds',
  (flood) => {
    const before = performance.now();
    withoutBoilerplate(flood.repeat(100_000 / flood.length), ['by by', 'ann']);
    expect(performance.now() - before).toBeLessThan(fewSeconds);
  },
);
