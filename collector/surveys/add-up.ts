import { fewestRespondents, type SurveyCell, type SurveyComments, type SurveySettings } from '#contract';
import type { Answer } from './read-survey.ts';

export type Span = { from: string; to: string };
type Survey = Pick<SurveySettings, 'id' | 'kind' | 'weight'>;
/** Answers that make one line. */
type Cell = { span: Span; segment: string | null; answers: readonly Answer[] };
/** Rows that name a segment, and those of them that a line of their own segment counts. */
export type Segmented = { rows: number; own: number };
type WeekOf = (day: string) => Span;

export const monthOf = (day: string): Span => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return { from: `${day.slice(0, 7)}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
};

/** What two spans share; they overlap. */
const shared = (...spans: readonly Span[]): Span => ({
  from: spans.map(({ from }) => from).reduce((a, b) => (a > b ? a : b)),
  to: spans.map(({ to }) => to).reduce((a, b) => (a < b ? a : b)),
});

const sizeOf = (answers: readonly Answer[]): number => answers.reduce((sum, { n }) => sum + n, 0);

/** Twelve digits, of numbers added in the order of their size: the order of rows changes nothing. */
const sumOf = (numbers: number[]): number =>
  Number(
    numbers
      .sort((a, b) => a - b)
      .reduce((sum, one) => sum + one, 0)
      .toPrecision(12),
  );

/**
 * Answers added up by day and segment. Where fewer than five came of a segment on a day they go with the others of the day,
 * then of the week (as far as it lies in one month), then of the month; what is still under five goes with the nearest line of the
 * month, or is withheld where there is none. Each answer is in one line or withheld, so that no line taken from another leaves a
 * few people over.
 */
export function addUp(
  answers: readonly Answer[],
  survey: Survey,
  {
    counts,
    definition,
    span,
    weekOf,
  }: { counts: readonly string[]; definition: string; span: Span; weekOf: WeekOf },
): { lines: SurveyCell[]; withheld: number; segmented: Segmented } {
  const made: Cell[] = [];
  const isEnough = (cell: readonly Answer[]) => sizeOf(cell) >= fewestRespondents;
  const lineOf = ({ span: { from, to }, segment, answers: cell }: Cell): SurveyCell => ({
    v: 1,
    survey: survey.id,
    kind: survey.kind,
    from,
    to,
    what: 'answers',
    segment,
    n: sizeOf(cell),
    ...(survey.weight === undefined
      ? {}
      : {
          weight: {
            sum: sumOf(cell.map(({ weight }) => weight)),
            squares: sumOf(cell.map(({ weight }) => weight * weight)),
          },
        }),
    counts: Object.fromEntries(
      counts.map((name) => [
        name,
        sumOf(
          cell.flatMap(({ adds, weight }) =>
            adds.flatMap(([count, by]) => (count === name ? by * weight : [])),
          ),
        ),
      ]),
    ),
    definition,
  });
  const ofDay = (day: string): Span => ({ from: day, to: day });
  const ofMonth = (day: string): Span => shared(monthOf(day), span);
  /** Writes a line for each span that holds enough; gives the rest. */
  const merge = (rest: readonly Answer[], spanOf: (day: string) => Span): Answer[] => {
    const cells = Map.groupBy(rest, ({ day }) => spanOf(day).from);
    return [...cells].flatMap(([, cell]) => {
      if (!isEnough(cell)) return cell;
      made.push({ span: spanOf(cell[0]?.day as string), segment: null, answers: cell });
      return [];
    });
  };
  const ofSegments = Map.groupBy(answers, ({ day, month, segment }) => JSON.stringify([day, month, segment]));
  const few = [...ofSegments.values()].flatMap((cell) => {
    const [first] = cell;
    if (!first || first.segment === null || !isEnough(cell)) return cell;
    made.push({
      span: first.month ? ofMonth(first.day) : ofDay(first.day),
      segment: first.segment,
      answers: cell,
    });
    return [];
  });
  const afterDays = merge(
    few.filter(({ month }) => !month),
    ofDay,
  );
  const afterWeeks = merge(afterDays, (day) => shared(weekOf(day), monthOf(day), span));
  const afterMonths = merge([...afterWeeks, ...few.filter(({ month }) => month)], ofMonth);
  const withheld = [...Map.groupBy(afterMonths, ({ day }) => monthOf(day).from).values()].filter(
    (rest) => !joinNearest(made, rest),
  );
  const rowsOf = (cells: readonly Cell[]) => cells.reduce((sum, cell) => sum + cell.answers.length, 0);
  return {
    lines: made.map(lineOf).sort(byPlace),
    withheld: withheld.flat().length,
    segmented: {
      rows: answers.filter(({ segment }) => segment !== null).length,
      own: rowsOf(made.filter(({ segment }) => segment !== null)),
    },
  };
}

/**
 * Puts the few of a month whom no others of theirs came with into another line of it: of those that are of no segment the one that
 * makes the shortest span, so that as little as may be of days and weeks is lost. False where the month has no line.
 */
function joinNearest(made: Cell[], rest: readonly Answer[]): boolean {
  const days = rest.map(({ day }) => day).sort();
  const month = days[0]?.slice(0, 7);
  const ends = rest.map((one) => (one.month ? monthOf(one.day).to : one.day)).sort();
  const spanWith = ({ span }: Cell): Span => ({
    from: [span.from, days[0] as string].sort()[0] as string,
    to: [span.to, ends.at(-1) as string].sort()[1] as string,
  });
  const rank = (cell: Cell) => {
    const { from, to } = spanWith(cell);
    return [
      cell.segment === null ? 0 : 1,
      Date.parse(to) - Date.parse(from),
      sizeOf(cell.answers),
      Date.parse(cell.span.from),
    ];
  };
  const [nearest] = made
    .filter(({ span }) => span.from.slice(0, 7) === month)
    .map((cell) => ({ cell, rank: rank(cell) }))
    .sort((a, b) => byRank(a.rank, b.rank) || ((a.cell.segment ?? '') < (b.cell.segment ?? '') ? -1 : 1));
  if (!nearest) return false;
  const { cell } = nearest;
  made[made.indexOf(cell)] = { span: spanWith(cell), segment: null, answers: [...cell.answers, ...rest] };
  return true;
}

const byRank = (a: readonly number[], b: readonly number[]): number =>
  a.map((one, at) => one - (b[at] as number)).find((difference) => difference !== 0) ?? 0;

function byPlace(a: SurveyCell, b: SurveyCell): number {
  const [left, right] = [a, b].map(({ from, to, segment }) => [from, to, segment ?? ''].join('\n')) as [
    string,
    string,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a comment says, without a word of it. */
export type JudgedComment = {
  day: string;
  tone: SurveyComments['tone'];
  themes: readonly { id: string; tone: SurveyComments['tone'] }[];
};

/** Comments by month, theme and tone; what fewer than five say so is withheld. */
export function addUpComments(
  comments: readonly JudgedComment[],
  survey: Survey,
  { span, by }: { span: Span; by: string },
): { lines: SurveyComments[]; withheld: number } {
  const cells = new Map<
    string,
    { span: Span; theme: string | null; tone: SurveyComments['tone']; n: number }
  >();
  for (const { day, tone, themes } of comments) {
    const month = shared(monthOf(day), span);
    for (const one of [{ id: null, tone }, ...themes]) {
      const key = `${month.from}\n${one.id ?? ''}\n${one.tone}`;
      const cell = cells.get(key) ?? { span: month, theme: one.id, tone: one.tone, n: 0 };
      cells.set(key, { ...cell, n: cell.n + 1 });
    }
  }
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  const isEnough = ({ n }: { n: number }) => n >= fewestRespondents;
  return {
    lines: sorted.filter(isEnough).map(({ span, theme, tone, n }) => ({
      v: 1,
      survey: survey.id,
      kind: survey.kind,
      from: span.from,
      to: span.to,
      what: 'comments',
      theme,
      tone,
      n,
      by,
    })),
    withheld: sorted
      .filter((cell) => cell.theme === null && !isEnough(cell))
      .reduce((sum, { n }) => sum + n, 0),
  };
}
