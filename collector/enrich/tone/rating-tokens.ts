/** What stands for a rating in words or figures: "1/10", "two stars", "five out of five". */
export const ratingTokens = { low: '<rated-low>', middle: '<rated-middle>', high: '<rated-high>' } as const;

/** Shares of the best rating: at most, and at least. */
const [low, high] = [0.45, 0.75];
const bestOfStars = 5;
const bests = new Map([
  ['five', 5],
  ['ten', 10],
]);
const usualBests = new Set([5, 10, 100]);
const counts = new Map(
  'no one two three four five six seven eight nine ten'.split(' ').map((word, count) => [word, count]),
);
counts.set('zero', 0).set('half', 0.5);

/** The token of a rating. */
export function ratingToken(value: number, best: number): string {
  const share = value / best;
  if (share <= low) return ratingTokens.low;
  return share >= high ? ratingTokens.high : ratingTokens.middle;
}

/** Whether a word after these tokens may be part of a rating that began before it. */
export const endsRating = (list: readonly string[], word: string): boolean =>
  word === 'stars' || word === 'star' || (word === 'of' && list[list.length - 1] === 'out');

/** Puts rating tokens for the counts of "two stars" and "9 out of ten"; `figures`: what the `<number>` tokens stand for. */
export function markRatings(list: string[], figures: readonly string[]): void {
  let after = figures.length;
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const isFigure = list[at] === '<number>';
    const nextFigure = Number(figures[after]);
    if (isFigure) after -= 1;
    // "4 1/2 stars": which of them counts is not said here.
    if (isFigure && list[at - 1] === '<number>') continue;
    const value = isFigure
      ? Number((figures[after] as string).replace(',', '.'))
      : counts.get(list[at] as string);
    if (value === undefined || Number.isNaN(value)) continue;
    const [next = '', second = '', third = ''] = list.slice(at + 1, at + 4);
    if (/^stars?$/.test(next) || (value === 0.5 && next === 'a' && second === 'star')) {
      if (value <= bestOfStars) list[at] = ratingToken(value, bestOfStars);
    } else if (next === 'out' && second === 'of') {
      const best = third === '<number>' ? nextFigure : (bests.get(third) ?? 0);
      if (usualBests.has(best)) list[at] = ratingToken(value, best);
    }
  }
}
