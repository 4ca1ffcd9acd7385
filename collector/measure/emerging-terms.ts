import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import type { Config } from '#contract';
import { openVocabulary } from './vocabulary.ts';

/** A story with what it says, by its first mention: terms as texts, or under numbers. */
export type Told<T extends string | number = string> = { id: string; site: number; terms: Iterable<T> };

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
 * Level of Benjamini and Hochberg's rule (1995) among the terms that enough late stories say. As these are chosen by what is
 * tested, it is no rate of false ones: of simulated brands of which nothing new is said, two to four readings in a
 * hundred name a term (at 0.3% one, which finds a word of 6% of 15 stories a day within a week in half of worlds, in place of seven in ten).
 */
const falseRate = 0.01;
/** A term is part of a finding that was told where so many of its stories say that too. */
const sameStories = 0.8;

/** Words of the names of the panel’s brands: they say nothing of what is said about them. */
export function wordsOfNames({ brand, competitors }: Pick<Config, 'brand' | 'competitors'>): Set<string> {
  const { termsOf, textOf } = openVocabulary(new Set());
  const names = [brand, ...competitors].flatMap(({ id, name, any = [] }) => [id, name, ...any]);
  return new Set(names.flatMap((name) => Array.from(termsOf(name), textOf)));
}

/** The largest p that Benjamini and Hochberg's rule lets pass, among `tests` tests; 0 where none does. */
export function passing(ps: readonly number[], tests: number, q = falseRate): number {
  const sorted = [...ps].sort((a, b) => a - b);
  for (let at = sorted.length - 1; at >= 0; at--)
    if ((sorted[at] as number) <= (q * (at + 1)) / tests) return sorted[at] as number;
  return 0;
}

/** Looks for what emerges in late stories, while it is told what earlier ones say, one by one. */
export type Emergence<T> = {
  /** The terms that enough late stories say: of the earlier ones no others need be told. */
  frequent(): Iterable<T>;
  /** Takes in the terms of an earlier story. */
  learn(terms: Iterable<T>): void;
  /**
   * @param known how many earlier stories there are
   * @param most of the findings, the most unlikely first
   */
  found(known: number, most: number): Term[];
};

/**
 * Terms whose share of the late stories exceeds that of the earlier ones by more than chance explains: the conditional
 * test of two rates (Przyborowski & Wilenski 1940), in which neither is taken for known, Benjamini and Hochberg at 1%, in at least 5 stories of 3 sites where `least` asks
 * for no other number. Terms whose stories say a told one too are part of that; of equals the longest is told.
 */
export function openEmergence<T extends string | number>(
  late: readonly Told<T>[],
  textOf: (term: T) => string,
  least: Least = forEmerging,
): Emergence<T> {
  const times = new Map<T, number>();
  for (const { terms } of late) for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  const frequent = new Map<T, { stories: number[]; past: number }>();
  for (const [term, count] of times) if (count >= least.stories) frequent.set(term, { stories: [], past: 0 });
  for (const [at, { terms }] of late.entries())
    for (const term of terms) frequent.get(term)?.stories.push(at);
  return {
    frequent: () => frequent.keys(),
    learn(terms) {
      for (const term of terms) {
        const known = frequent.get(term);
        if (known) known.past++;
      }
    },
    found(known, most) {
      // Were the term as frequent as before, each story that says it would be a late one with this chance.
      const chance = late.length / Math.max(1, late.length + known);
      const tested = [...frequent].map(([term, { stories, past }]): Term => {
        return {
          term: textOf(term),
          stories,
          sites: new Set(stories.map((at) => (late[at] as Told<T>).site)).size,
          share: stories.length / late.length,
          before: past / Math.max(1, known),
          // P(X ≥ k) of a binomial, by way of the beta distribution.
          p: betaCdf(chance, stories.length, past + 1),
        };
      });
      return toldOnce(tested, least, most);
    },
  };
}

function toldOnce(tested: readonly Term[], least: Least, most: number): Term[] {
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

/** The same of stories that are at hand. */
export function emergingTerms<T extends string | number>(
  earlier: readonly Told<T>[],
  late: readonly Told<T>[],
  textOf: (term: T) => string,
  most = 20,
  least: Least = forEmerging,
): Term[] {
  const emergence = openEmergence(late, textOf, least);
  for (const { terms } of earlier) emergence.learn(terms);
  return emergence.found(earlier.length, most);
}
