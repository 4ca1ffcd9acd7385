import type { SeriesFigure } from '#contract';
import type { Facts } from './facts.ts';
import { headlineDays } from './series.ts';

type Unscored = NonNullable<SeriesFigure['unscored']>;

/** By brand: how many of the mentions in the last 28 whole days have no tone, and in which languages they are. */
export function unscoredOf({ brands, rows, days, languages }: Facts): Unscored {
  return Object.fromEntries(
    brands.map(({ id }, brand): [string, Unscored[string]] => {
      const columns = rows[brand];
      const from = columns?.starts[Math.max(0, days - headlineDays)] ?? 0;
      const to = columns?.starts[days] ?? 0;
      const counts = new Map<number, number>();
      for (let row = from; row < to; row++) {
        if (!Number.isNaN(columns?.tone[row])) continue;
        const language = columns?.language[row] ?? 0;
        counts.set(language, (counts.get(language) ?? 0) + 1);
      }
      const byLanguage = Array.from(counts, ([language, mentions]) => ({
        lang: languages[language] ?? 'und',
        mentions,
      })).sort((a, b) => b.mentions - a.mentions || (a.lang < b.lang ? -1 : 1));
      return [
        id,
        {
          of: to - from,
          mentions: byLanguage.reduce((sum, { mentions }) => sum + mentions, 0),
          languages: byLanguage,
        },
      ];
    }),
  );
}
