import type { Config, Figure, RankingFigure } from '#contract';
import { changeSentences } from './brief-changes.ts';
import { eventSentences, namedSentences } from './brief-events.ts';
import { heldSentences, type StoriesAgainst } from './brief-held.ts';
import { otherAlerts, otherNewTerms, otherSentences } from './brief-others.ts';
import { coverageSentences, restSentences } from './brief-rest.ts';
import {
  type Days,
  daysOf,
  isSeries,
  levelOf,
  reachOf,
  type Sentence,
  type Window,
  weights,
} from './brief-sentence.ts';
import {
  agreementSentences,
  alertSentences,
  newTermSentences,
  painSentences,
  stepSentences,
} from './brief-standing.ts';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';
import { listed } from './written.ts';

const method = 'brief@6';
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

/** Sentences of one section: how many of what the brand did, and of what competitors did. */
const most = { 7: { own: 2, others: 0 }, 28: { own: 3, others: 2 }, year: { own: 1, others: 1 } } as const;
/** Days on which events began that a section tells of; those that moved nothing are one sentence more. */
const mostEvents = 2;
/** Changes that are named for want of room. */
const mostAlso = 4;

const historyOf = ({ first, days }: Known): { days: number; begins: string } => ({
  days,
  begins: dayName(first),
});

/** The weightiest sentences; changes that find no room are named with their size in one more. */
function weightiest(
  own: readonly Sentence[],
  others: readonly Sentence[],
  { own: mostOwn, others: mostOthers }: { own: number; others: number },
): Sentence[] {
  const [mine, theirs] = [own.toSorted(byWeight), others.toSorted(byWeight)];
  const left = [...mine.slice(mostOwn), ...theirs.slice(mostOthers)].filter(
    ({ short }) => short !== undefined,
  );
  const named = left.slice(0, mostAlso).flatMap(({ short }) => short ?? []);
  const [first] = left;
  return [
    ...mine.slice(0, mostOwn),
    ...theirs.slice(0, mostOthers),
    ...(first
      ? [
          {
            id: 'also',
            name: 'Also moved',
            text: `Also moved: ${listed(named)}${left.length > mostAlso ? `; and ${left.length - mostAlso} more` : ''}.`,
            weight: weights.also,
            figure: first.figure,
            rests: left
              .slice(0, mostAlso)
              .flatMap(({ rests = [] }) => rests.filter(({ row }) => row === undefined)),
          },
        ]
      : []),
  ];
}

/** Events, those that matter most first. */
function weightiestEvents(told: readonly Sentence[]): Sentence[] {
  const isNothing = ({ id }: Sentence): boolean => id === 'events-nothing';
  const moved = told.filter((one) => !isNothing(one)).toSorted(byWeight);
  return [...moved.slice(0, mostEvents), ...told.filter(isNothing)];
}

/** What moved and what did not, of the brand and its competitors, in one window. */
function movedIn(
  figures: readonly Figure[],
  facts: Known,
  window: Window,
): { own: Sentence[]; others: Sentence[]; rest: Sentence[] } {
  const [brand, ...others] = facts.brands;
  if (!brand) return { own: [], others: [], rest: [] };
  const series = figures.filter(isSeries).filter(({ id }) => !echoes.has(id));
  const why = figures.find(({ id }) => id === 'why');
  const days = spanOf(facts, daysOf[window]);
  return {
    own: changeSentences(series, brand, window, { own: true, why, days }),
    others: otherSentences(series, others, window, days),
    rest: restSentences(series, brand.id, window, days, historyOf(facts)),
  };
}

/** The sentences of the last week or the last four for the brand, what matters most first. */
function recentSentences(
  figures: readonly Figure[],
  facts: Known,
  window: '7' | '28',
  against: StoriesAgainst,
) {
  const [brand, ...others] = facts.brands;
  if (!brand) return [];
  const of = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
  const { from, to } = spanOf(facts, daysOf[window]);
  const moved = movedIn(figures, facts, window);
  const stories = of('stories');
  const storiesOf = (id: string): number =>
    stories && isSeries(stories) ? (levelOf(stories, id, window)?.n ?? 0) : 0;
  const last = facts.first + facts.days - 1;
  const told = [...moved.own, ...alertSentences(of('alerts'), brand.id, from, storiesOf(brand.id))];
  const theirs = [...moved.others, ...otherAlerts(of('alerts'), others, from, storiesOf)];
  const events = facts.config.events;
  const around = [
    ...coverageSentences(of('coverage'), brand.id, window, historyOf(facts)),
    ...heldSentences(figures, brand.id, window, { last, events, against }),
  ];
  // What speaks of more than a week is not said of the week again.
  // What a week holds too little of is told of the four weeks, where it can be; not so that the history is short.
  const rest = moved.rest.filter(({ id }) => id !== 'too-little' || facts.days < reachOf[7]);
  if (window === '7') return [...around, ...weightiest(told, theirs, most[7]), ...rest].sort(byWeight);
  const began = spanOf(facts, reachOf[window]);
  const standing = [...painSentences(of('priorities'), brand.id), ...stepSentences(of('journey'), brand.id)];
  return [
    ...around,
    ...weightiest(
      [...told, ...newTermSentences(of('emerging'), brand.id)],
      [...theirs, ...otherNewTerms(of('emerging'), others)],
      most[28],
    ),
    ...weightiestEvents(eventSentences(of('events'), brand.id, began, from)),
    ...namedSentences(events, brand.id, began, to),
    ...standing.sort(byWeight).slice(0, 1),
    ...moved.rest,
  ].sort(byWeight);
}

/** What happened and was done over the year, what surveys and talk say together, and what differs from a year ago. */
function yearSentences(figures: readonly Figure[], facts: Known): Sentence[] {
  const [brand] = facts.brands;
  if (!brand) return [];
  const { own, others, rest } = movedIn(figures, facts, 'year');
  const events = figures.find(({ id }) => id === 'events');
  // One year, and what was measured over the weeks before it: those that began since are told of the four weeks.
  const began = spanOf(facts, yearOfEvents, reachOf['28']);
  const told = eventSentences(events, brand.id, began, began.from);
  const all = [...own, ...agreementSentences(figures, brand)];
  const none = all.length + others.length + told.length === 0;
  return none
    ? []
    : [
        ...weightiestEvents(told),
        ...weightiest(all, others, most.year),
        ...(all.length === 0 ? rest : []),
      ].sort(byWeight);
}

/** What the brief is, in words, as figures of the registry say it. */
export const brief = {
  id: 'brief',
  title: 'Brief',
  question: 'What should somebody know who has ninety seconds?',
  formula:
    'Sentences over the last 7 and the last 28 days, and over the last year, each made from one figure: changes whose verdict is up, down or perhaps, with the part that moved beyond its share, alerts, what to fix first or the weakest step of the journey, what is new in the talk, events and actions with what they moved, what competitors did, how surveys and talk agree, and what did not move. “Rose” and “fell” stand where the verdict is up or down, “perhaps” where it is perhaps; brackets hold 95% intervals. Where talk, awareness or a share fell from days that held an alert of volume, or an event that surely raised one of them, the brief says so first, and how the stories stand against a year ago (of the week, and without a year: against as many days before the burst). The weightiest are told: of the week two, of the four weeks three, two of competitors and one that stands, of the year one and one of competitors, and events of two days; changes beyond them are named with their size. Ordered by one weight: a change by the end of its interval that is nearer to none, in units worth a word: a quarter more or less of a count or index (ln 1.25 on the log scale, so that falls and rises weigh alike), a twentieth of the scale of the rest (10 points of a net, 5 of a share, 0.2 stars); a competitor’s by six tenths of that. Alerts weigh ½ and what they add, beyond the most that was expected, to the stories of the window; what to fix first ½ and the lower end of its cost (0.1 stars are 1) or of its rise, where that is more; the weakest step ½ and its fall; a new term ½ and what its stories add; an event 0.3 and its effect as a change, and one whose days are over before the four weeks stands after all else that moved. What perhaps moved of competitors, what is not comparable, did not move or can’t be told comes last, in this order; low coverage first of all.',
  limits:
    'Of what moved it names the part that moved most otherwise than the rest, and no cause: what happened at the same time may have had another. What a figure does not say, its sentence does not say either. Figures that nothing was ever heard for are not spoken of. Of a past burst it knows what alerts and events say: alerts reach back 90 days.',
  unit: 'sentences',
  basis: 'figures',
  proxy: false,
  method,
} as const;

/**
 * The brief: sentences that follow from the figures; the same figures give the same words.
 *
 * @param against compares the brand’s stories with those of days that no verdict compares; without it such days are not spoken of
 */
export function briefOf(
  figures: readonly Figure[],
  facts: Known,
  against: StoriesAgainst = () => undefined,
): RankingFigure {
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
  const ofWeeks = recentSentences(figures, facts, '28', against);
  const saidBelow = new Set(ofWeeks.map(({ text }) => text));
  const ofWeek = recentSentences(figures, facts, '7', against).map((sentence) =>
    sentence.brief !== undefined && saidBelow.has(sentence.text)
      ? { ...sentence, text: sentence.brief }
      : sentence,
  );
  const rows = [...rowsOf(7, ofWeek), ...rowsOf(28, ofWeeks), ...rowsOf(365, yearSentences(figures, facts))];
  return { ...brief, kind: 'ranking', brands: { [own]: { rows } }, period: { from: startOf(28), to } };
}
