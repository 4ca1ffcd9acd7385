import {
  type Break,
  type BreakdownFigure,
  type Figure,
  type SeriesFigure,
  type SurveyCell,
  type SurveyComments,
  type SurveyLine,
  type SurveySettings,
  surveyKey,
} from '#contract';
import { agreementOf } from './agreement.ts';
import { allBreaks, methodBreaks } from './breaks.ts';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';
import type { Head } from './figure.ts';
import { roundOrNull } from './round.ts';
import { isAsked, type SurveyFigureKind, surveyKinds } from './survey-kinds.ts';
import { type SurveyLineOf, surveyLine } from './survey-line.ts';

const method = 'survey@3';
/** Days of breakdowns: surveys are asked seldom. */
const breakdownDays = 365;

const limits =
  'What those said who were asked and answered: who does not answer may think otherwise. Fewer than five answers of a day count with those of its week or month alone, fewer than five of a month nowhere. Where a survey is asked in waves, or known by month alone, its headline is the last wave, compared with the one before (no clear change, or up and down where z passes 2.81, perhaps where it passes 1.96) and with that of a year before: a wave ends where nobody answered for 14 days. The interval holds the sampling error of a random sample only. Months that go on as they were count for less when survey and public talk are compared (N (1 − ab) ÷ (1 + ab) months, a and b the correlation of each with its own month before); agreement proves no cause.';

/** Days from which the answers are told apart otherwise. */
function definitionBreaks(cells: readonly SurveyCell[]): Break[] {
  const inOrder = cells.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.flatMap(({ from, definition }, at) => {
    const before = inOrder[at - 1]?.definition;
    return before === undefined || before === definition
      ? []
      : [{ date: from, why: `From here on: ${definition}` }];
  });
}

/** A survey bears its name; one without is told by what it asks, and by its id where that says more. */
export function nameOf({ id, name, kind }: Pick<SurveySettings, 'id' | 'name' | 'kind'>): string {
  if (name !== undefined) return name;
  const asked = ['nps', 'csat'].includes(kind) ? kind.toUpperCase() : kind;
  return id === kind ? `Survey (${asked})` : `Survey ${id} (${asked})`;
}

function headOf(survey: SurveySettings, line: SurveyFigureKind, definition: string): Head {
  const name = nameOf(survey);
  return {
    id: `surveys-${survey.id}${line.suffix}`,
    title: line.ask === '' ? name : `${name}: ${line.ask}`,
    question: line.question,
    formula: `${line.formula} ${definition}`,
    limits,
    unit: line.unit,
    basis: line.basis,
    proxy: false,
    method,
  };
}

function seriesOf(
  survey: SurveySettings,
  line: SurveyFigureKind,
  cells: readonly SurveyCell[],
  figures: readonly Figure[],
  facts: Facts,
): SeriesFigure {
  const definition = cells.at(-1)?.definition ?? '';
  const head = headOf(survey, line, definition);
  const own = facts.brands[0]?.id ?? '';
  const asked = facts.brands
    .map(({ id }) => id)
    .filter((id) => (line.ofPanel ? cells.some(({ counts }) => isAsked(counts, line, id)) : id === own));
  const lines = new Map<string, SurveyLineOf>(
    asked.map((id) => {
      // Before a brand was on the panel nobody looked for its name: that is unknown, not 0.
      const about = line.ofPanel ? cells.filter(({ counts }) => isAsked(counts, line, id)) : cells;
      return [id, surveyLine(facts, about, line.measured(id))];
    }),
  );
  const of = <T>(pick: (one: SurveyLineOf) => T): Record<string, T> =>
    Object.fromEntries([...lines].map(([id, one]) => [id, pick(one)]));
  const talk = figures.find(({ id }) => id === line.talk);
  const months = lines.get(own)?.series.month;
  const said = talk?.kind === 'series' ? talk.brands[own]?.month : undefined;
  // The unfinished month is no month to compare.
  const last = dayName(facts.first + facts.days).slice(0, 7);
  const whole = <T extends { period: string }>(points: readonly T[]) =>
    points.filter(({ period }) => period < last);
  return {
    ...head,
    kind: 'series',
    brands: of(({ series }) => series),
    headline: of(({ headline }) => headline),
    windows: of(({ windows }) => windows),
    ...([...lines.values()].some(({ wave }) => wave)
      ? {
          waves: Object.fromEntries(
            [...lines].flatMap(([id, { wave }]) => (wave ? [[id, wave] as const] : [])),
          ),
        }
      : {}),
    ...(talk && months && said
      ? {
          agreement: {
            [own]: agreementOf(
              { id: head.id, title: head.title, points: whole(months) },
              { id: talk.id, title: talk.title, points: whole(said) },
            ),
          },
        }
      : {}),
    breaks: allBreaks(definitionBreaks(cells), methodBreaks(facts, head.id, method)),
    verdicts: of(({ verdicts }) => verdicts),
  };
}

function segmentsOf(
  survey: SurveySettings,
  line: SurveyFigureKind,
  cells: readonly SurveyCell[],
  facts: Facts,
): BreakdownFigure[] {
  const segments = [...new Set(cells.flatMap(({ segment }) => segment ?? []))].sort();
  const own = facts.brands[0]?.id ?? '';
  if (segments.length === 0 || line.ofPanel) return [];
  const head = headOf(survey, line, cells.at(-1)?.definition ?? '');
  const rows = segments.map((segment) => {
    const { value, low, high, n } = surveyLine(
      facts,
      cells.filter((cell) => cell.segment === segment),
      line.measured(own),
    ).last(breakdownDays);
    return {
      by: { segment },
      value: roundOrNull(value),
      low: roundOrNull(low),
      high: roundOrNull(high),
      n,
      coverage: null,
    };
  });
  return [
    {
      ...head,
      id: `${head.id}-segments`,
      title: `${head.title} by segment`,
      question: 'Who says what?',
      limits: `${limits} Of a segment only those days count on which at least five of it answered.`,
      kind: 'breakdown',
      brands: { [own]: { rows } },
      period: lastDays(facts),
    },
  ];
}

const lastDays = ({ first, days }: Facts) => ({
  from: dayName(first + days - breakdownDays),
  to: dayName(first + days - 1),
});

function commentsOf(
  survey: SurveySettings,
  comments: readonly SurveyComments[],
  facts: Facts,
): BreakdownFigure[] {
  const period = lastDays(facts);
  const counts = new Map<string, { theme: string; tone: string; n: number }>();
  for (const { theme, tone, n, from, to } of comments) {
    if (theme === null || from < period.from || to > period.to) continue;
    const key = `${theme} ${tone}`;
    counts.set(key, { theme, tone, n: n + (counts.get(key)?.n ?? 0) });
  }
  if (counts.size === 0) return [];
  const rows = [...counts.values()]
    .sort((a, b) => b.n - a.n || (`${a.theme} ${a.tone}` < `${b.theme} ${b.tone}` ? -1 : 1))
    .map(({ theme, tone, n }) => ({
      by: { theme, tone },
      value: n,
      low: null,
      high: null,
      n,
      coverage: null,
    }));
  const name = nameOf(survey);
  return [
    {
      id: `surveys-${survey.id}-comments`,
      title: `${name}: comments`,
      question: 'What do those write about who were asked, and in what tone?',
      formula:
        'Comments of 365 days by theme and tone, as mentions are scored; of each month those counts that are five or more.',
      limits:
        'At least so many: of a month in which fewer than five spoke of a theme in a tone, none are counted. So these are no shares. No word of a comment is stored.',
      unit: 'comments',
      basis: 'comments',
      proxy: false,
      method: 'survey-comments@1',
      kind: 'breakdown',
      brands: { [facts.brands[0]?.id ?? '']: { rows } },
      period,
    },
  ];
}

/**
 * The figures of the surveys of brand.yml that anything was imported of.
 * @param figures those of public talk, which surveys are held against
 */
export function surveyFigures(
  lines: readonly SurveyLine[],
  figures: readonly Figure[],
  facts: Facts,
): Figure[] {
  const bySurvey = Map.groupBy(lines, ({ survey, kind }) => `${survey} ${kind}`);
  return facts.config.surveys.flatMap((survey): Figure[] => {
    const own = bySurvey.get(`${survey.id} ${survey.kind}`) ?? [];
    // In one order, so that sums are the same to the last digit.
    const cells = own
      .filter((line) => line.what === 'answers')
      .sort((a, b) => (surveyKey(a) < surveyKey(b) ? -1 : 1));
    const comments = own.filter((line) => line.what === 'comments');
    if (cells.length === 0) return [];
    const asked = surveyKinds[survey.kind].filter(
      (line) =>
        !line.ofPanel || facts.brands.some(({ id }) => cells.some(({ counts }) => isAsked(counts, line, id))),
    );
    return [
      ...asked.map((line) => seriesOf(survey, line, cells, figures, facts)),
      ...asked.flatMap((line) => segmentsOf(survey, line, cells, facts)),
      ...commentsOf(survey, comments, facts),
    ];
  });
}
