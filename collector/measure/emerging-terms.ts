import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import type { Config } from '#contract';

/** A story with what it says, by its first mention. */
export type Told = { id: string; day: number; site: number; terms: ReadonlySet<string> };

export type Term = {
  term: string;
  /** Stories of the late window that say it, and their places in the list of stories. */
  stories: number[];
  sites: number;
  /** Shares of the stories of each window, 0 to 1. */
  share: number;
  before: number;
  p: number;
};

/** Fewest stories and sites that make a term a finding. */
export type Least = { stories: number; sites: number };
const forEmerging: Least = { stories: 5, sites: 3 };
/**
 * False discovery rate (Benjamini and Hochberg, 1995). The earlier share is taken for known, which makes more false ones than
 * that: at 1 % nearly one came a week, at 0.3 % one in three weeks, and new words were found as soon.
 */
const falseRate = 0.003;
/** A term is part of a finding that was told where so many of its stories say that too. */
const sameStories = 0.8;

/** Scripts that put no spaces between words. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
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

const shortest = (word: string): boolean => (unspaced.test(word) ? word.length > 1 : word.length > 2);
const letters = /\p{L}/u;

/**
 * Words and pairs of neighbouring words of a text, each once. Words of the names of brands, numbers alone and words of one or
 * two letters are left out, and no pair goes across them.
 */
export function termsOf(text: string, names: ReadonlySet<string>): Set<string> {
  const terms = new Set<string>();
  let before = '';
  for (const written of wordsOf(text)) {
    const word = written.replace(/['’]s$/, '');
    const says = shortest(word) && letters.test(word) && !names.has(word);
    if (says) {
      terms.add(word);
      if (before !== '') terms.add(`${before} ${word}`);
    }
    before = says ? word : '';
  }
  return terms;
}

/** Words of the names of the panel’s brands: they say nothing of what is said about them. */
export const wordsOfNames = ({ brand, competitors }: Pick<Config, 'brand' | 'competitors'>): Set<string> =>
  new Set(
    [brand, ...competitors].flatMap(({ id, name, any = [] }) =>
      [id, name, ...any].flatMap((text) => [...termsOf(text, new Set())]),
    ),
  );

/** The largest p that Benjamini and Hochberg's rule lets pass, among `tests` tests; 0 where none does. */
export function passing(ps: readonly number[], tests: number, q = falseRate): number {
  const sorted = [...ps].sort((a, b) => a - b);
  for (let at = sorted.length - 1; at >= 0; at--)
    if ((sorted[at] as number) <= (q * (at + 1)) / tests) return sorted[at] as number;
  return 0;
}

/**
 * Terms whose share of the late stories exceeds that of the earlier ones by more than chance explains: binomial tail against
 * the earlier share (one story added), Benjamini and Hochberg at 0.3 %, in at least 5 stories of 3 sites where `least` asks
 * for no other number. Terms whose
 * stories say a told one too are part of that; of equals the longest is told. The most unlikely first, at
 * most so many. The earlier stories are looked at one by one, so that their terms need not be held all at once.
 */
export function emergingTerms(
  earlier: Iterable<Told>,
  late: readonly Told[],
  most = 20,
  least: Least = forEmerging,
): Term[] {
  const found = new Map<string, number[]>();
  for (const [at, { terms }] of late.entries())
    for (const term of terms) {
      const stories = found.get(term);
      if (stories) stories.push(at);
      else found.set(term, [at]);
    }
  const frequent = new Map([...found].filter(([, stories]) => stories.length >= least.stories));
  const past = new Map<string, number>();
  let known = 0;
  for (const { terms } of earlier) {
    known++;
    for (const term of terms) if (frequent.has(term)) past.set(term, (past.get(term) ?? 0) + 1);
  }
  const tested = [...frequent].map(([term, stories]): Term => {
    const before = ((past.get(term) ?? 0) + 1) / (known + 1);
    return {
      term,
      stories,
      sites: new Set(stories.map((at) => (late[at] as Told).site)).size,
      share: stories.length / late.length,
      before: (past.get(term) ?? 0) / Math.max(1, known),
      // P(X ≥ k) of a binomial, by way of the beta distribution.
      p: betaCdf(Math.min(1, before), stories.length, late.length - stories.length + 1),
    };
  });
  const largest = passing(
    tested.map(({ p }) => p),
    tested.length,
  );
  const sorted = tested
    .filter(({ p, sites }) => p <= largest && sites >= least.sites)
    .sort(
      (a, b) =>
        a.p - b.p || b.term.length - a.term.length || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0),
    );
  const told: Term[] = [];
  for (const term of sorted) {
    if (told.length === most) break;
    const own = new Set(term.stories);
    const isTold = told.some(({ stories }) => {
      const shared = stories.filter((at) => own.has(at)).length;
      return shared >= sameStories * own.size;
    });
    if (!isTold) told.push(term);
  }
  return told;
}
