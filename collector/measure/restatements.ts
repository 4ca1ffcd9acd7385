import type { Published, RankingFigure, Since } from '#contract';
import { dayName, dayOf } from './calendar.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { lastDays } from './late-days.ts';
import { counts, lineable } from './lines.ts';
import { moveOf, openAgain, openSince } from './restate.ts';
import { round } from './round.ts';
import { headlineDays } from './series.ts';
import { countText, listed, numberText, sizeText, valueText } from './written.ts';

const method = 'restatements@1';
/** Nights that are looked back on. */
const nights = 90;

type Row = RankingFigure['brands'][string]['rows'][number];

/** Why a value may be another today: what is known to have changed since. */
function reasons(since: Since, then: string, today: string): string {
  const mentions = (count: number): string => `${numberText(count, 0)} mention${count === 1 ? '' : 's'}`;
  const known = [
    ...(then === today ? [] : [`its method changed from ${then} to ${today}`]),
    ...(since.replays > 0 ? ['scores were made anew'] : []),
    ...(since.config ? ['brand.yml changed'] : []),
    ...(since.late > 0 ? [`${mentions(since.late)} of those days came in late`] : []),
    ...(since.labels > 0 ? ['the team labelled mentions'] : []),
    ...(since.forgotten > 0 ? ['mentions were taken out on request'] : []),
  ];
  return known.length > 0
    ? `Since then ${listed(known)}.`
    : 'Since then items came in late or were taken out, or the history was estimated anew.';
}

function rowsOf(facts: Facts, brand: number, methods: ReadonlyMap<string, string>): Row[] {
  const { id: brandId } = facts.brands[brand] as Facts['brands'][number];
  const from = facts.first + facts.days - nights;
  const latest = new Map<string, Published>();
  // Of two nights that spoke of the same days, the later was what the page said.
  for (const line of facts.published)
    if (line.brand === brandId && Object.hasOwn(lineable, line.figure) && dayOf(line.period) >= from) {
      const key = `${line.figure} ${line.period}`;
      if ((latest.get(key)?.at ?? '') <= line.at) latest.set(key, line);
    }
  if (latest.size === 0) return [];
  const byFigure = new Map<string, Published[]>();
  for (const line of latest.values()) byFigure.set(line.figure, [...(byFigure.get(line.figure) ?? []), line]);
  const again = openAgain(facts, brand);
  const since = openSince(facts, brand);
  return [...byFigure].flatMap(([figure, lines]): Row[] => {
    const { title, unit } = lineable[figure] as (typeof lineable)[string];
    const moved = lines.flatMap((then) => {
      const today = again(figure, then.period)?.value ?? null;
      if (then.value === null || today === null) return [];
      const size = moveOf(then, { value: today });
      return size > 1 ? [{ then, said: then.value, today, by: today - then.value, size }] : [];
    });
    const [most] = moved.sort((a, b) => b.size - a.size || (a.then.at < b.then.at ? 1 : -1));
    if (!most) return [];
    const { then, said, today, by } = most;
    // A count's change is told as a share of itself; one that was 0 has none.
    const size =
      unit === counts
        ? said === 0
          ? 'from nothing'
          : `by ${sizeText(by / said, unit)}`
        : `by ${sizeText(by, unit)}`;
    const why = reasons(
      since(then.at, then.period, then.config),
      then.method,
      methods.get(figure) ?? then.method,
    );
    return [
      {
        id: figure,
        name: title,
        value: round(by),
        low: null,
        high: null,
        n: moved.length,
        parts: { published: round(said), today: round(today), nights: moved.length },
        mentions: [],
        from: dayName(facts.first + Math.max(0, dayOf(then.period) - facts.first - headlineDays + 1)),
        to: then.period,
        text: `${title} of the four weeks to ${then.period}: ${valueText(said, unit)} as published, ${valueText(today, unit)} today, restated ${size}. It is the ${moved.length === 1 ? 'only restatement' : `largest of ${moved.length} restatements`} in ${countText(lines.length, 'nights')}. ${why}`,
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
