import { isMark, type Sentence, us } from './sentences.ts';
import { wordClasses } from './word-classes.ts';

/**
 * A cue is a row of parts, parted by spaces:
 * `a|b` one of these words · `{I}` one of a class of words · `part?` or not · `part*` up to three of it ·
 * `~3` up to three words that turn nothing · `^` where a clause begins · `^^` where the sentence begins ·
 * `$` where a clause ends · `!a|b` none of these here · `<Name>` a word that is written as a name · `#` any number, as a word.
 */
type Part =
  | { kind: 'word'; words: ReadonlySet<string>; least: number; most: number; orEnd: boolean }
  | { kind: 'name' }
  | { kind: 'gap'; most: number }
  | { kind: 'start' | 'sentence' | 'end' }
  | { kind: 'not'; words: ReadonlySet<string> };
export type Pattern = { parts: readonly Part[]; anchor: number; anchors: readonly string[] };

const mostRepeats = 3;
const anyNumber = '#';
/** No place: -1 is the one before the first word. */
const noMatch = -2;
const negations = new Set(wordClasses['neg']);
/** Words after which a clause begins; so it does after a mark. */
const joining = new Set(
  'and but so because then plus or & though although however while whereas yet overall anyway honestly seriously'.split(
    ' ',
  ),
);
/** Words that are too frequent to look for cues at. */
const frequent = new Set(
  [wordClasses['I'], wordClasses['av'], wordClasses['this'], wordClasses['object']]
    .flatMap((words) => words ?? [])
    .concat('in', 'of', 'with', 'what', 'if', 'and', 'on', 'at', 'you', 'not', 'no', us),
);

function wordsOf(alternatives: string): Set<string> {
  return new Set(
    alternatives.split('|').flatMap((word) => {
      if (!word.startsWith('{')) return [word];
      const known = wordClasses[word.slice(1, -1)];
      if (!known) throw new Error(`there is no class of words ${word}`);
      return known;
    }),
  );
}

function partOf(written: string): Part {
  if (written === '^') return { kind: 'start' };
  if (written === '^^') return { kind: 'sentence' };
  if (written === '$') return { kind: 'end' };
  if (written === '<Name>') return { kind: 'name' };
  if (written.startsWith('~')) return { kind: 'gap', most: Number(written.slice(1)) };
  if (written.startsWith('!')) return { kind: 'not', words: wordsOf(written.slice(1)) };
  const often = written.endsWith('*') ? mostRepeats : 1;
  const least = /[*?]$/.test(written) ? 0 : 1;
  const words = wordsOf(least === 0 ? written.slice(0, -1) : written);
  return { kind: 'word', words, least, most: often, orEnd: words.delete('$') };
}

/** How many places of an ordinary text a part would have to be looked for at. */
function cost(part: Part): number {
  if (part.kind !== 'word' || part.least === 0 || part.orEnd || part.words.has(anyNumber))
    return Number.POSITIVE_INFINITY;
  const common = [...part.words].filter((word) => frequent.has(word)).length;
  return common * 1000 + part.words.size;
}

export function compile(written: string): Pattern {
  const parts = written.split(' ').map(partOf);
  const costs = parts.map(cost);
  const anchor = costs.indexOf(Math.min(...costs));
  const found = parts[anchor];
  if (found?.kind !== 'word') throw new Error(`no word to look for in the cue "${written}"`);
  return { parts, anchor, anchors: [...found.words] };
}

const isNumber = (word: string): boolean => /^\d/.test(word);
const isOneOf = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(word) || (words.has(anyNumber) && isNumber(word));

function beginsAt({ words }: Sentence, at: number): boolean {
  const before = words[at - 1];
  return (
    before === undefined ||
    isMark(before) ||
    joining.has(before) ||
    isNumber(before) ||
    /^\p{S}/u.test(before)
  );
}

function endsAt({ words }: Sentence, at: number): boolean {
  const next = words[at];
  return next === undefined || isMark(next) || joining.has(next);
}

/** Where the parts from `part` on match from `at` on, `step` forward or back; `noMatch` where they do not. */
function run(sentence: Sentence, parts: readonly Part[], part: number, at: number, step: 1 | -1): number {
  const one = parts[part];
  if (one === undefined) return at;
  const { words } = sentence;
  // Going back, `at` is the next word to be read: the place before which something begins is the one after it.
  const edge = step === 1 ? at : at + 1;
  switch (one.kind) {
    case 'start':
      return beginsAt(sentence, edge) ? run(sentence, parts, part + step, at, step) : noMatch;
    case 'sentence':
      return words.slice(0, edge).every(isMark) ? run(sentence, parts, part + step, at, step) : noMatch;
    case 'end':
      return endsAt(sentence, edge) ? run(sentence, parts, part + step, at, step) : noMatch;
    case 'not': {
      const next = words[edge];
      return next !== undefined && isOneOf(one.words, next)
        ? noMatch
        : run(sentence, parts, part + step, at, step);
    }
    case 'name':
      return sentence.named[at] === 1 ? run(sentence, parts, part + step, at + step, step) : noMatch;
    case 'gap':
      for (let read = 0; read <= one.most; read += 1) {
        const found = run(sentence, parts, part + step, at + read * step, step);
        if (found !== noMatch) return found;
        const word = words[at + read * step];
        if (word === undefined || isMark(word) || negations.has(word)) return noMatch;
      }
      return noMatch;
    case 'word': {
      let read = 0;
      while (read < one.most && isOneOf(one.words, words[at + read * step] ?? '\n')) read += 1;
      for (; read >= one.least; read -= 1) {
        const found = run(sentence, parts, part + step, at + read * step, step);
        if (found !== noMatch) return found;
      }
      return one.orEnd && endsAt(sentence, edge) ? run(sentence, parts, part + step, at, step) : noMatch;
    }
  }
}

export type Span = { from: number; to: number };

/** The words that a cue holds where its anchor stands at `at`: `to` is the first word after them. */
export function matchAt(sentence: Sentence, { parts, anchor }: Pattern, at: number): Span | undefined {
  const to = run(sentence, parts, anchor, at, 1);
  if (to === noMatch) return undefined;
  const before = run(sentence, parts, anchor - 1, at - 1, -1);
  return before === noMatch ? undefined : { from: before + 1, to };
}
