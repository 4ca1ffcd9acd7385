import type { Published, RankingFigure } from '#contract';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { lastDays } from './late-days.ts';
import { counts, lineable } from './lines.ts';
import { round } from './round.ts';
import { headlineDays } from './series.ts';
import { listed, sizeText, valueText } from './written.ts';

const method = 'restatements@1';
/** Nights that are looked back on. */
const nights = 90;
/** Least move that is told: so much of half the interval that was published, or of the value of a count. */
const worthTelling = 0.1;

type Row = RankingFigure['brands'][string]['rows'][number];

const dayOf = (name: string): number => Math.round(Date.parse(`${name}T00:00:00Z`) / 86_400_000);

/** Why a value may be another today: what is known to have changed since, else what came in late. */
function reasons(facts: Facts, line: Published, methodNow: string): string {
  const known = [
    ...(line.method === methodNow ? [] : [`its method changed from ${line.method} to ${methodNow}`]),
    ...(facts.replays.some(({ at, changed }) => at > line.at && changed > 0)
      ? ['scores were made anew']
      : []),
    ...(line.config === facts.configHash ? [] : ['brand.yml changed']),
  ];
  return known.length > 0
    ? `Since then ${listed(known)}.`
    : 'Since then items came in late or were taken out, or the history was estimated anew.';
}

function rowsOf(facts: Facts, brand: number, methods: ReadonlyMap<string, string>): Row[] {
  const { id: brandId } = facts.brands[brand] as Facts['brands'][number];
  const since = facts.first + facts.days - nights;
  const latest = new Map<string, Published>();
  // Of two nights that spoke of the same days, the later was what the page said.
  for (const line of facts.published)
    if (line.brand === brandId && Object.hasOwn(lineable, line.figure) && dayOf(line.period) >= since) {
      const key = `${line.figure} ${line.period}`;
      if ((latest.get(key)?.at ?? '') <= line.at) latest.set(key, line);
    }
  const byFigure = new Map<string, Published[]>();
  for (const line of latest.values()) byFigure.set(line.figure, [...(byFigure.get(line.figure) ?? []), line]);
  return [...byFigure].flatMap(([figure, lines]): Row[] => {
    const { title, unit, lines: makeLines } = lineable[figure] as (typeof lineable)[string];
    const line = makeLines(facts)(brand);
    const moved = lines.flatMap((then) => {
      const to = dayOf(then.period) - facts.first;
      if (then.value === null || to < 0 || to >= facts.days) return [];
      const now = line.estimate(Math.max(0, to - headlineDays + 1), to, null).value;
      if (now === null) return [];
      const half =
        then.low === null || then.high === null ? Math.max(1, then.value) : (then.high - then.low) / 2;
      const by = now - then.value;
      return Math.abs(by) > worthTelling * half ? [{ then, now, by, size: Math.abs(by) / (half || 1) }] : [];
    });
    const [most] = moved.sort((a, b) => b.size - a.size || (a.then.at < b.then.at ? 1 : -1));
    if (!most || most.then.value === null) return [];
    const { then, now, by } = most;
    const said = then.value as number;
    // A count's change is told as a share of itself; one that was 0 has none.
    const size =
      unit === counts
        ? said === 0
          ? 'from nothing'
          : `by ${sizeText(by / said, unit)}`
        : `by ${sizeText(by, unit)}`;
    return [
      {
        id: figure,
        name: title,
        value: round(by),
        low: null,
        high: null,
        n: moved.length,
        parts: { published: round(said), today: round(now), nights: moved.length },
        mentions: [],
        from: dayName(facts.first + Math.max(0, dayOf(then.period) - facts.first - headlineDays + 1)),
        to: then.period,
        text: `${title} of the four weeks to ${then.period} was published as ${valueText(said, unit)} and is ${valueText(now, unit)} today: restated ${size}, the most of ${moved.length} of ${lines.length} nights. ${reasons(facts, then, methods.get(figure) ?? then.method)}`,
      },
    ];
  });
}

/** The figure needs the methods of the others, which the registry knows. */
export const restatementsOf = (methods: () => ReadonlyMap<string, string>): FigureDefinition => ({
  id: 'restatements',
  title: 'Restatements',
  question: 'Does the page still say what it said?',
  formula:
    'What was published each night of the last 90 for the four weeks before it, against the same four weeks as they are measured today. Told per figure: the night whose value moved most, where it moved by more than a tenth of half its published interval (of a count: of itself), and how many nights did.',
  limits:
    'It says that a value moved, and what is known to have changed since; which of several changes did it is not told. What was published stands in data/published, unchanged.',
  unit: 'today minus then',
  basis: 'nights',
  proxy: false,
  method,
  measure: (facts) => ({
    kind: 'ranking',
    brands: Object.fromEntries(
      facts.brands.map(({ id }, brand) => [id, { rows: rowsOf(facts, brand, methods()) }]),
    ),
    period: lastDays(nights, facts),
  }),
});
