import type { Figure, SeriesFigure } from '#contract';
import { changeSentences, shortChange, verdictOf } from './brief-changes.ts';
import {
  type Brand,
  before,
  type Days,
  inSentence,
  ofOthers,
  type Sentence,
  type Window,
  weightOf,
  weightOfExcess,
  weights,
} from './brief-sentence.ts';
import { expectedText, peaksFrom, rowsIn } from './brief-standing.ts';
import { countText, listed, numberText, shareText } from './written.ts';

/** What chance alone takes for a change: |z| above 1.96. */
const byChance = 0.05;
/** What one sentence names: nobody has ninety seconds for more. */
const mostNamed = 3;

/** What competitors did: what is sure, a sentence each; what perhaps moved, all in one. */
export function otherSentences(
  series: readonly SeriesFigure[],
  others: readonly Brand[],
  window: Window,
  days: Days,
): Sentence[] {
  const sure = others.flatMap((other) => changeSentences(series, other, window, { own: false, days }));
  const compared = series.flatMap((figure) =>
    others.flatMap((other) => {
      const verdict = verdictOf(figure, other.id, window);
      if (!verdict) return [];
      const { verdict: word, difference, low, high } = verdict;
      return difference !== null && low !== null && high !== null
        ? [
            {
              ...{ figure, other, word, change: shortChange(difference, low, high, figure.unit) },
              weight: weightOf(difference, low, high, figure.unit),
            },
          ]
        : [];
    }),
  );
  const perhaps = compared
    .filter(({ word }) => word.startsWith('perhaps'))
    .sort((a, b) => b.weight - a.weight);
  if (perhaps.length === 0) return sure;
  const told = perhaps.slice(0, mostNamed);
  const named = told.map(
    ({ figure, other, change }) => `${inSentence(figure.title)} of ${other.name} (${change})`,
  );
  return [
    ...sure,
    {
      id: 'others-perhaps',
      name: 'Competitors',
      text: `Of ${countText(compared.length, 'comparisons')} of competitors with ${before[window]}, ${numberText(perhaps.length, 0)} perhaps moved, where chance alone brings about ${numberText(Math.max(1, Math.round(byChance * compared.length)), 0)}${perhaps.length > mostNamed ? '; the clearest' : ''}: ${listed(named)}.`,
      weight: weights.others,
      figure: perhaps[0]?.figure.id ?? 'stories',
      rests: told.map(({ figure, other }) => ({ figure: figure.id, brand: other.id, ...days })),
    },
  ];
}

/** Alerts of competitors that reach into the window, those that add most first, in one sentence. */
export function otherAlerts(
  figure: Figure | undefined,
  others: readonly Brand[],
  from: string,
  storiesOf: (brand: string) => number,
): Sentence[] {
  const found = others
    .flatMap((other) =>
      rowsIn(figure, other.id)
        .filter((row) => peaksFrom(row, from))
        .map((row) => ({
          ...{ row, other },
          weight: weightOfExcess(
            row.n - (row.parts.expectedHigh ?? row.parts.expected ?? 0),
            storiesOf(other.id),
          ),
        })),
    )
    .sort((a, b) => b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1));
  // What began on one day of one brand is one thing: its theme and all of its talk.
  const apart = [...Map.groupBy(found, ({ row, other }) => `${other.id} ${row.from ?? row.id}`).values()];
  const told = apart.slice(0, mostNamed).flatMap(([first]) => first ?? []);
  const [first] = told;
  if (!first) return [];
  return [
    {
      id: 'others-alerts',
      name: 'Alerts of competitors',
      text: `Alerts of competitors: ${listed(told.map(({ row, other }) => `${other.name} (${expectedText(row)})`))}${apart.length > mostNamed ? `; and ${numberText(apart.length - mostNamed, 0)} more` : ''}.`,
      weight: (weights.standing + first.weight) * ofOthers,
      figure: 'alerts',
      rests: told.map(({ row, other }) => ({
        ...{ figure: 'alerts', brand: other.id, row: row.id },
        ...(row.day === undefined ? {} : { from: row.day, to: row.day }),
      })),
      mentions: first.row.mentions,
    },
  ];
}

/** What is new in the talk about competitors, the surest first, in one sentence. */
export function otherNewTerms(figure: Figure | undefined, others: readonly Brand[]): Sentence[] {
  const found = others
    .flatMap((other) => rowsIn(figure, other.id).map((row) => ({ row, other })))
    .sort((a, b) => (a.row.parts.p ?? 1) - (b.row.parts.p ?? 1) || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, mostNamed);
  const [first] = found;
  if (!first) return [];
  return [
    {
      id: 'others-new-terms',
      name: 'New in the talk about competitors',
      text: `New in the talk about competitors, by their stories of the last four weeks: ${listed(
        found.map(
          ({ row: { name, n, value, parts }, other }) =>
            `“${name}” of ${other.name} (${numberText(n, 0)}, ${shareText(value ?? 0)} of them, ${shareText(parts.before ?? 0)} before)`,
        ),
      )}.`,
      weight:
        (weights.standing + weightOfExcess((first.row.value ?? 0) - (first.row.parts.before ?? 0), 100)) *
        ofOthers,
      figure: 'emerging',
      rests: found.map(({ row, other }) => ({ figure: 'emerging', brand: other.id, row: row.id })),
      mentions: first.row.mentions,
    },
  ];
}
