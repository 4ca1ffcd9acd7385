import type { Config, Figure, RankingFigure } from '#contract';
import { changeSentences, coverageSentences, otherSentences, restSentences } from './brief-changes.ts';
import {
  type Days,
  daysOf,
  isSeries,
  levelOf,
  reachOf,
  type Sentence,
  type Window,
} from './brief-sentence.ts';
import {
  agreementSentences,
  alertSentences,
  eventSentences,
  namedSentences,
  newTermSentences,
  painSentences,
  stepSentences,
} from './brief-standing.ts';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';

const method = 'brief@3';
type Row = RankingFigure['brands'][string]['rows'][number];
/** What the brief needs to know beside the figures. */
type Known = Pick<Facts, 'brands' | 'first' | 'days'> & { config: Pick<Config, 'events'> };

/** An event of a year ago is told while the weeks after it, over which it was measured, reach into the year. */
const yearOfEvents = 365 + 56;

/** Figures that say the same as another one, which says it better. */
const echoes = new Set(['mentions', 'sites', 'coverage']);

const byWeight = (a: Sentence, b: Sentence): number => b.weight - a.weight || (a.id < b.id ? -1 : 1);

/** Days up to the last whole one, or to as many before it; not cut where the history begins. */
function spanOf({ first, days }: Known, from: number, to = 0): Days {
  const last = first + days - 1;
  return { from: dayName(last - from + 1), to: dayName(last - to) };
}

/** What moved and what did not, of the brand and its competitors, in one window. */
function movedIn(
  figures: readonly Figure[],
  facts: Known,
  window: Window,
): { told: Sentence[]; rest: Sentence[] } {
  const [brand, ...others] = facts.brands;
  if (!brand) return { told: [], rest: [] };
  const series = figures.filter(isSeries).filter(({ id }) => !echoes.has(id));
  const why = figures.find(({ id }) => id === 'why');
  const days = spanOf(facts, daysOf[window]);
  return {
    told: [
      ...series.flatMap((figure) => changeSentences(figure, brand, window, { own: true, why, days })),
      ...otherSentences(series, others, window, days),
    ],
    rest: restSentences(series, brand.id, window, days, historyOf(facts)),
  };
}

const historyOf = ({ first, days }: Known): { days: number; begins: string } => ({
  days,
  begins: dayName(first),
});

/** The sentences of the last week or the last four for the brand, what matters most first. */
function recentSentences(figures: readonly Figure[], facts: Known, window: '7' | '28'): Sentence[] {
  const [brand] = facts.brands;
  if (!brand) return [];
  const of = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
  const { from, to } = spanOf(facts, daysOf[window]);
  const { told, rest } = movedIn(figures, facts, window);
  const began = spanOf(facts, reachOf[window]);
  const stories = of('stories');
  const usual = stories && isSeries(stories) ? (levelOf(stories, brand.id, window)?.n ?? 0) : 0;
  return [
    ...told,
    ...alertSentences(of('alerts'), brand.id, from, usual),
    ...eventSentences(of('events'), brand.id, began),
    ...namedSentences(facts.config.events, brand.id, began, to),
    // What speaks of more than a week is not said of the week again.
    ...(window === '28'
      ? [
          ...newTermSentences(of('emerging'), brand.id),
          ...painSentences(of('priorities'), brand.id),
          ...stepSentences(of('journey'), brand.id),
        ]
      : []),
    ...coverageSentences(of('coverage'), brand.id, window, historyOf(facts)),
    ...rest,
  ].sort(byWeight);
}

/** What happened and was done over the year, what surveys and talk say together, and what differs from a year ago. */
function yearSentences(figures: readonly Figure[], facts: Known): Sentence[] {
  const [brand] = facts.brands;
  if (!brand) return [];
  const { told, rest } = movedIn(figures, facts, 'year');
  const events = figures.find(({ id }) => id === 'events');
  const all = [
    ...told,
    // One year, and what was measured over the weeks before it: those that began since are told of the four weeks.
    ...eventSentences(events, brand.id, spanOf(facts, yearOfEvents, reachOf['28'])),
    ...agreementSentences(figures, brand),
  ];
  return all.length === 0 ? [] : [...all, ...rest].sort(byWeight);
}

/** What the brief is, in words, as figures of the registry say it. */
export const brief = {
  id: 'brief',
  title: 'Brief',
  question: 'What should somebody know who has ninety seconds?',
  formula:
    'Sentences over the last 7 and the last 28 days, and over the last year, each made from one figure: changes whose verdict is up, down or perhaps, with what makes most of them, alerts, what to fix first, the weakest step of the journey, what is new in the talk, events and actions with what they moved, how surveys and talk agree, and what did not move. Ordered by one weight: a change by the end of its interval that is nearer to none, in units worth a word: a quarter more or less of a count or index (ln 1.25 on the log scale, so that falls and rises weigh alike), a twentieth of the scale of the rest (10 points of a net, 5 of a share, 0.2 stars); a competitor’s by six tenths of that. Alerts weigh ½ and what they add, beyond the most that was expected, to the stories of the window; what to fix first ½ and the lower end of its cost (0.1 stars are 1) or of its rise, where that is more; the weakest step ½ and its fall; a new term ½ and what its stories add; an event 0.3 and its effect as a change. What perhaps moved of competitors, what is not comparable, did not move or can’t be told comes last, in this order; low coverage first of all.',
  limits:
    'Of what moved it names the largest part, and no cause: what happened at the same time may have had another. What a figure does not say, its sentence does not say either. Figures that nothing was ever heard for are not spoken of. Of competitors only what is sure has a sentence of its own, four at most.',
  unit: 'sentences',
  basis: 'figures',
  proxy: false,
  method,
} as const;

/** The brief: sentences that follow from the figures alone; the same figures give the same words. */
export function briefOf(figures: readonly Figure[], facts: Known): RankingFigure {
  const own = facts.brands[0]?.id ?? '';
  const last = facts.first + Math.max(0, facts.days - 1);
  const to = dayName(last);
  const startOf = (days: number): string => dayName(facts.first + Math.max(0, facts.days - days));
  const rowsOf = (days: number, sentences: readonly Sentence[]): Row[] =>
    sentences.map(({ id, name, text, figure, rests, mentions }) => ({
      id: `${days}-${id}`,
      name,
      value: null,
      low: null,
      high: null,
      n: 1,
      parts: { days },
      mentions: [...(mentions ?? [])],
      figure,
      from: startOf(days),
      to,
      text,
      ...(rests && rests.length > 0 ? { rests: [...rests] } : {}),
    }));
  const rows = [
    ...rowsOf(7, recentSentences(figures, facts, '7')),
    ...rowsOf(28, recentSentences(figures, facts, '28')),
    ...rowsOf(365, yearSentences(figures, facts)),
  ];
  return { ...brief, kind: 'ranking', brands: { [own]: { rows } }, period: { from: startOf(28), to } };
}
