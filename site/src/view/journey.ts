import type { About, BreakdownFigure, Figure, SeriesFigure, Verdict } from '#contract';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { dayMs, msToDay, spanOf } from './calendar.ts';
import { type ChartShape, chartShape } from './chart-shape.ts';
import { rangeText } from './headline.ts';
import { type Entry, leadOf } from './lead.ts';
import { type Formats, unitKind } from './numbers.ts';
import { onScale, type Placed, type Scale } from './placed.ts';

/** Tone at each step of the journey: now, and month by month; and what is new against what it is like to use. */

const say = pageWords.journey;
/** More steps than these that cannot be told apart are no weakest link. */
const mostWeakest = 3;

export type StepRow = Placed & {
  id: string;
  name: string;
  n: string;
  change: Verdict | undefined;
  /** As it was measured; null where too few speak of it. */
  entry: Entry | null;
};
export type Steps = {
  rows: StepRow[];
  scale: Scale;
  period: BreakdownFigure['period'];
};

const stepName = (id: string): string => words.figure.touchpoints[id] ?? id;

/** The steps over the last 90 days, the worst first; those without a value last. Null without the figure. */
export function stepsOf(figures: ReadonlyMap<string, Figure>, brand: string, formats: Formats): Steps | null {
  const figure = figures.get('journey');
  if (figure?.kind !== 'breakdown') return null;
  const kind = unitKind(figure.unit);
  const rows = figure.brands[brand]?.rows ?? [];
  const { scale, placed } = onScale(rows, kind, formats, words.figure.tooFew);
  return {
    rows: rows
      .toSorted(
        (a, b) => (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY) || b.n - a.n,
      )
      .map(({ by, change, ...level }) => {
        const { value, low, high, n } = level;
        const id = by['touchpoint'] ?? '';
        return {
          id,
          name: stepName(id),
          ...placed(level),
          n: formats.number(n),
          change,
          entry:
            value === null || low === null || high === null
              ? null
              : { id, name: stepName(id), value, low, high },
        };
      }),
    scale,
    period: figure.period,
  };
}

const turned = ({ value, low, high, ...rest }: Entry): Entry => ({
  ...rest,
  value: -value,
  low: -high,
  high: -low,
});

/**
 * The step that is surely worse than most others, with those that may be as bad; nobody where that is said of too many.
 */
export function weakestOf(entries: readonly Entry[]): Entry[] {
  const lead = leadOf(entries.map(turned));
  if (!lead) return [];
  const beaten = lead.others.filter(({ sureness }) => sureness === 'ahead').length;
  const among = [
    lead.leader,
    ...lead.others.filter(({ sureness }) => sureness !== 'ahead').map(({ entry }) => entry),
  ];
  return beaten * 2 >= lead.others.length && among.length <= mostWeakest ? among.map(turned) : [];
}

/** The first sentence of the page. */
export function stepSentence({ rows }: Steps, formats: Formats): string {
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  if (entries.length < 2) return say.early;
  // What may as well be on the other side of zero is not said to please, nor to lose anybody.
  const bad = weakestOf(entries).filter(({ high }) => high < 0);
  const good = weakestOf(entries.map(turned))
    .map(turned)
    .filter(({ low }) => low > 0);
  const told = (some: readonly Entry[]): string =>
    and(
      some.map(({ name, value, low, high }) =>
        say.step(
          name.toLocaleLowerCase(),
          formats.value(value, 'points'),
          words.interval.range(formats.value(low, 'points'), formats.value(high, 'points')),
        ),
      ),
    );
  const clauses = [
    ...(bad.length > 0 ? [say.loses(told(bad))] : []),
    ...(good.length > 0 ? [say.pleases(told(good))] : []),
  ];
  return clauses.length > 0 ? `${and(clauses)}.` : say.even;
}

/** Steps that changed for sure, the largest change first. */
export function stepDetails({ rows }: Steps, formats: Formats): string[] {
  const most = 3;
  return rows
    .flatMap(({ name, change }) =>
      change && change.difference !== null && (change.verdict === 'up' || change.verdict === 'down')
        ? [{ name, ...change, difference: change.difference }]
        : [],
    )
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, most)
    .map(({ name, verdict, difference, low, high }) =>
      say[verdict === 'up' ? 'rose' : 'fell'](
        name,
        formats.change(difference, 'points'),
        low === null || high === null
          ? ''
          : words.interval.range(formats.signedChange(low, 'points'), formats.signedChange(high, 'points')),
      ),
    );
}

export type HeatCell = {
  month: string;
  value: number | null;
  text: string;
  /** What a reader hears, or sees on pointing: value, interval, n. */
  label: string;
  /** −3 to 3 by the value; null where there is none. */
  step: number | null;
  /** Why there is no value: too few stories, none at all, or no source read; null where there is one. */
  gap: 'few' | 'none' | 'uncovered' | null;
  /** Zero lies outside of the interval. */
  sure: boolean;
  from: string;
  to: string;
};
export type Heat = {
  /** `label` heads the column, `name` stands in a sentence. */
  months: { id: string; label: string; name: string }[];
  rows: { id: string; name: string; cells: HeatCell[] }[];
};

/** Ends of the steps of colour, on either side of nothing. */
const ends = [10, 25, 50];
const stepOf = (value: number): number =>
  Math.sign(value) * ends.filter((end) => Math.abs(value) >= end).length;

/** Whether any source was read in a month; taken for granted where no figure tells. */
function coveredMonths(figures: ReadonlyMap<string, Figure>, brand: string): (month: string) => boolean {
  const figure = figures.get('coverage');
  const points = figure?.kind === 'series' ? figure.brands[brand]?.month : undefined;
  return (month) =>
    points === undefined || points.some(({ period, value }) => period === month && (value ?? 0) > 0);
}

/** Tone by step and month; null without the figure, or where nothing has a value. */
export function heatOf(figures: ReadonlyMap<string, Figure>, brand: string, formats: Formats): Heat | null {
  const figure = figures.get('tone-by-month');
  if (figure?.kind !== 'breakdown') return null;
  const rows = (figure.brands[brand]?.rows ?? []).filter(({ by }) => by['touchpoint'] !== undefined);
  if (rows.every(({ value }) => value === null)) return null;
  const covered = coveredMonths(figures, brand);
  const ids = [...new Set(rows.map(({ by }) => by['month'] ?? ''))].sort();
  const first = ids[0];
  const months = ids.flatMap((id) => {
    const span = spanOf(id);
    if (!span) return [];
    const named = id === first || id.endsWith('-01');
    const name = formats.month(span.from);
    return [{ id, ...span, name, label: named ? name : formats.shortMonth(span.from) }];
  });
  return {
    months: months.map(({ id, label, name }) => ({ id, label, name })),
    rows: [...Map.groupBy(rows, ({ by }) => by['touchpoint'] ?? '')].map(([id, of]) => ({
      id,
      name: stepName(id),
      cells: months.map(({ id: month, name: when, from, to }): HeatCell => {
        const row = of.find(({ by }) => by['month'] === month);
        const span = { from: msToDay(from), to: msToDay(to - dayMs) };
        if (!row || row.value === null) {
          const gap = row ? 'few' : covered(month) ? 'none' : 'uncovered';
          return {
            month,
            value: null,
            text: say.gaps[gap],
            label: say.noCell(stepName(id), when, say.gaps[gap], formats.number(row?.n ?? 0)),
            step: null,
            gap,
            sure: false,
            ...span,
          };
        }
        const { value, low, high, n } = row;
        const range = rangeText(low, high, 'points', formats);
        return {
          month,
          value,
          text: formats.value(value, 'points'),
          label: say.cell(stepName(id), when, formats.value(value, 'points'), range, formats.number(n)),
          step: stepOf(value),
          gap: null,
          sure: low !== null && high !== null && (low > 0 || high < 0),
          ...span,
        };
      }),
    })),
  };
}

/** Both lenses as two lines on one axis; null where one of them has no value. */
export function lensShape(
  figures: ReadonlyMap<string, Figure>,
  about: Pick<About, 'asOf' | 'brands' | 'events' | 'time'>,
  formats: Formats,
): ChartShape | null {
  const figure = figures.get('tone-by-month');
  if (figure?.kind !== 'breakdown') return null;
  const rows = figure.brands[about.brands[0]?.id ?? '']?.rows ?? [];
  const line = (lens: string) => ({
    day: [],
    week: [],
    month: rows
      .filter(({ by }) => by['lens'] === lens)
      .map(({ by, value, low, high, n, coverage }) => ({
        period: by['month'] ?? '',
        value,
        low,
        high,
        n,
        coverage,
      })),
  });
  const lenses = ['innovation', 'experience'] as const;
  const brands = Object.fromEntries(lenses.map((lens) => [lens, line(lens)]));
  if (lenses.some((lens) => brands[lens]?.month.every(({ value }) => value === null))) return null;
  const { period: _, kind: _kind, ...head } = figure;
  const both: SeriesFigure = { ...head, kind: 'series', brands, breaks: [], verdicts: {} };
  return chartShape(both, {
    // The chart of the gap below names what happened on the same axis.
    about: { ...about, events: [], brands: lenses.map((id) => ({ id, name: say.lens[id] })) },
    period: 'all',
    formats,
    rivals: 1,
  });
}

/** How far apart the lenses are, in a sentence with its days: which is liked more, where that is sure. */
export function gapSentence(figure: SeriesFigure, brand: string, formats: Formats): string {
  const quarter = figure.windows?.[brand]?.['90'];
  const level = quarter ?? figure.headline?.[brand];
  const when = quarter ? say.gapSpans.quarter : say.gapSpans.month;
  if (!level || level.value === null || level.low === null || level.high === null) return say.noGap;
  const range = words.interval.range(formats.value(level.low, 'points'), formats.value(level.high, 'points'));
  if (level.low > 0) return say.gapNew(when, formats.change(level.value, 'points'), range);
  if (level.high < 0) return say.gapUse(when, formats.change(level.value, 'points'), range);
  return say.gapNone(when, formats.value(level.value, 'points'), range);
}
