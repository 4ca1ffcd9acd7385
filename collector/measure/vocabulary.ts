import { type Growing, growingWhole } from './growing.ts';
import { type IdNumbers, numberIds } from './id-numbers.ts';

/** Numbers of terms, each once, in the order in which a text says them. */
export type Terms = Uint32Array;

/** Words and pairs of words under numbers: as strings, those of a hundred thousand stories take ten times the memory and the time. */
export type Vocabulary = {
  /**
   * Words and pairs of neighbouring words of a text. Words of the names of brands, numbers alone and words of one or two letters
   * are left out, and no pair goes across them.
   */
  termsOf(text: string): Terms;
  /** The same, of some terms that texts said before, and no others: to look for few is faster, and takes in no new ones. */
  finderOf(wanted: Iterable<number>): (text: string) => Terms;
  textOf(term: number): string;
  /** Gives the memory of its tables back at once, where no more is asked of it; what it gave stays. */
  release(): void;
};

/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
let segmenter: Intl.Segmenter | undefined;

function wordsOf(text: string): string[] {
  const low = text.toLowerCase();
  if (!unspaced.test(low)) return low.match(wordPattern) ?? [];
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return Array.from(segmenter.segment(low), ({ segment, isWordLike }) => (isWordLike ? segment : '')).filter(
    Boolean,
  );
}

const isLong = (word: string): boolean => (unspaced.test(word) ? word.length > 1 : word.length > 2);
const letters = /\p{L}/u;

/** The engine keeps a whole text for a long piece of it. */
const longestCopied = 12;
const onItsOwn = (piece: string): string =>
  piece.length > longestCopied ? Buffer.from(piece, 'utf16le').toString('utf16le') : piece;

const noWord = -1;
const poolSize = 65_536;

/** @param names words that say nothing */
export function openVocabulary(names: ReadonlySet<string>): Vocabulary {
  const words: string[] = [];
  const numberOfWord = new Map<string, number>();
  /** By word as it is written; most are written often, so that each is looked at once. */
  const numberOfForm = new Map<string, number>();
  /** A word alone is a pair whose first is 0; a number of a word stands there raised by 1. */
  const terms = numberIds();
  /** By term: the text that said it last. */
  const saidIn: Growing = growingWhole();
  let texts = 0;
  let pool = new Uint32Array(poolSize);
  let free = 0;

  function lookAt(written: string, takesNew: boolean): number {
    const word = written.replace(/['’]s$/, '');
    if (!isLong(word) || !letters.test(word) || names.has(word)) return noWord;
    const known = numberOfWord.get(word);
    if (known !== undefined) return known;
    if (!takesNew) return noWord;
    const own = onItsOwn(word);
    numberOfWord.set(own, words.length);
    return words.push(own) - 1;
  }

  function wordOf(written: string, takesNew: boolean): number {
    const known = numberOfForm.get(written);
    if (known !== undefined) return known;
    const number = lookAt(written, takesNew);
    if (takesNew) numberOfForm.set(onItsOwn(written), number);
    return number;
  }

  /** @param termOf the number of a term, -1 where it is none to be told of */
  function termsIn(text: string, takesNew: boolean, termOf: (first: number, word: number) => number): Terms {
    const written = wordsOf(text);
    if (free + 2 * written.length > pool.length) {
      pool = new Uint32Array(Math.max(poolSize, 2 * written.length));
      free = 0;
    }
    const from = free;
    const now = ++texts;
    const say = (first: number, word: number): void => {
      const term = termOf(first, word);
      if (term < 0) return;
      if (term === saidIn.length()) saidIn.push(0);
      if (saidIn.at(term) === now) return;
      saidIn.set(term, now);
      pool[free++] = term;
    };
    let before = noWord;
    for (const one of written) {
      const word = wordOf(one, takesNew);
      if (word !== noWord) {
        say(0, word);
        if (before !== noWord) say(before + 1, word);
      }
      before = word;
    }
    return pool.subarray(from, free);
  }

  return {
    termsOf: (text) => termsIn(text, true, terms.numberOf),
    finderOf(wanted) {
      const [kept, termOf]: [IdNumbers, number[]] = [numberIds(), []];
      for (const term of wanted) termOf[kept.numberOf(terms.high(term), terms.low(term))] = term;
      return (text) => termsIn(text, false, (first, word) => termOf[kept.find(first, word)] ?? -1);
    },
    textOf(term) {
      const [first, word] = [terms.high(term), words[terms.low(term)] as string];
      return first === 0 ? word : `${words[first - 1]} ${word}`;
    },
    release() {
      terms.release();
      saidIn.release();
    },
  };
}
