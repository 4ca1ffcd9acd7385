import type { Intent, RankingFigure } from '#contract';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { breakdownDays, lastDays } from './late-days.ts';
import { lateStories, themesOfRow } from './late-stories.ts';
import { hasIntent, type Rows } from './rows.ts';

const method = 'requests@1';
const asked = ['suggest', 'ask', 'compare'] as const satisfies readonly Intent[];
const mostQuotes = 5;

type Row = RankingFigure['brands'][string]['rows'][number];

/** Intents of which there is any at all: those that the scorer does not count are told by no number, not by 0. */
const toldIn = (facts: Facts): readonly (typeof asked)[number][] =>
  asked.filter((intent) =>
    facts.rows.some((rows) => rows.intents.some((_, row) => hasIntent(rows, row, intent))),
  );

function rowsOf(facts: Facts, brand: number, told: readonly (typeof asked)[number][]): Row[] {
  const rows = facts.rows[brand] as Rows;
  const byTheme = new Map<number, { parts: Record<string, number>; rows: number[] }>();
  for (const row of lateStories(facts, brand)) {
    const wants = told.filter((intent) => hasIntent(rows, row, intent));
    if (wants.length === 0) continue;
    const themes = themesOfRow(rows, row);
    for (const theme of themes.length > 0 ? themes : [-1]) {
      const counted = byTheme.get(theme) ?? {
        parts: Object.fromEntries(told.map((intent) => [intent, 0])),
        rows: [],
      };
      for (const intent of wants) counted.parts[intent] = (counted.parts[intent] ?? 0) + 1;
      counted.rows.push(row);
      byTheme.set(theme, counted);
    }
  }
  return [...byTheme]
    .map(([theme, { rows: found, parts }]): Row => {
      const known = facts.themes[theme];
      return {
        id: known?.id ?? 'none',
        name: known?.name ?? 'Under no theme',
        value: found.length,
        low: null,
        high: null,
        n: found.length,
        parts,
        mentions: found
          .slice(-mostQuotes)
          .reverse()
          .map((row) => rows.id(row)),
      };
    })
    .sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

export const requests: FigureDefinition = {
  id: 'requests',
  title: 'Requests',
  question: 'What do people ask for?',
  formula:
    'Stories of the last 90 days whose first mention suggests something, asks something or compares the brand with another (intents suggest, ask, compare), by the themes that it names; one that names several counts for each.',
  limits:
    'Intents are read from words, in English only, and only those whose precision could be shown to reach 0.8 are counted, which suggest and ask could not so far: comparisons are then all that is told here. How often they are right stands with the model. A count of what was seen, without an interval.',
  unit: 'stories',
  basis: 'stories',
  proxy: false,
  method,
  measure(facts) {
    const told = toldIn(facts);
    return {
      kind: 'ranking',
      brands: Object.fromEntries(
        facts.brands.map(({ id }, brand) => [id, { rows: rowsOf(facts, brand, told) }]),
      ),
      period: lastDays(breakdownDays, facts),
    };
  },
};
