import type { BreakdownFigure, Figure, RankingFigure, SeriesFigure, Verdict } from '#contract';
import { dayName } from './calendar.ts';
import type { Facts } from './facts.ts';
import { listed, numberText, signedText, sizeText, spanText, valueText } from './written.ts';

const method = 'brief@2';
type Row = RankingFigure['brands'][string]['rows'][number];
type Window = '7' | '28';
const windows: readonly Window[] = ['7', '28'];
const span: Record<Window, string> = { 7: 'the week before', 28: 'the four weeks before' };
/** Sentences without a change rank by these; a change by how many times its half interval it is. */
const weights = {
  alert: 4,
  pain: 3,
  emerging: 2.5,
  step: 1.5,
  coverage: 1,
  steady: 0.5,
  unknown: 0.1,
} as const;
/** A competitor's change weighs so much of the own brand's. */
const ofOthers = 0.6;
const wellCovered = 0.9;
/** Sentences about competitors, the strongest: nobody has ninety seconds for more. */
const mostOfOthers = 4;

type Sentence = {
  id: string;
  name: string;
  text: string;
  weight: number;
  figure: string;
  mentions?: readonly string[];
};

const moved: readonly Verdict['verdict'][] = ['up', 'down', 'perhaps up', 'perhaps down'];
/** Figures that say the same as another one, which says it better. */
const echoes = new Set(['mentions', 'sites', 'coverage']);

/** A title within a sentence: abbreviations stay as they are. */
const inSentence = (title: string): string => (title === title.toUpperCase() ? title : title.toLowerCase());

const isSeries = (figure: Figure): figure is SeriesFigure => figure.kind === 'series';

/** How far a change lies beyond its interval: 1 where the interval just touches nothing. */
function strength({ difference, low, high }: Verdict): number {
  if (difference === null || low === null || high === null || high <= low) return 0;
  return Math.abs(difference) / ((high - low) / 2);
}

/** What made most of a change, where that is known: awareness follows the stories. */
function partText(why: Figure | undefined, brand: string, figure: string, window: Window): string {
  if (why?.kind !== 'ranking') return '';
  const of = figure === 'awareness' ? 'stories' : figure;
  const first = why.brands[brand]?.rows.find(({ id }) => id.startsWith(`${window}:${of}:`));
  if (!first || first.value === null || first.low === null || first.high === null) return '';
  const unit = first.unit === 'stories' ? 'stories' : 'points';
  const range = `${signedText(first.low)} to ${signedText(first.high)}`;
  return ` The largest part of it: ${first.name}, ${signedText(first.value)} ${unit} (${range}), with ${numberText(first.parts.after ?? 0, 0)} stories after ${numberText(first.parts.before ?? 0, 0)}.`;
}

function changeSentence(
  figure: SeriesFigure,
  brand: { id: string; name: string },
  window: Window,
  own: boolean,
  why?: Figure,
): Sentence[] {
  const verdict = figure.verdicts[brand.id]?.[window];
  if (!verdict || !moved.includes(verdict.verdict)) return [];
  const { difference, low, high, n } = verdict;
  if (difference === null || low === null || high === null)
    return n[0] === 0 && n[1] > 0
      ? [
          {
            id: `${figure.id}-${brand.id}`,
            name: own ? figure.title : brand.name,
            text: `${own ? figure.title : `${brand.name}: ${inSentence(figure.title)}`} rose from nothing to ${numberText(n[1], 0)} against ${span[window]}.`,
            weight: own ? 1 : ofOthers,
            figure: figure.id,
          },
        ]
      : [];
  const perhaps = verdict.verdict.startsWith('perhaps');
  const rose = verdict.verdict.endsWith('up');
  const now = figure.headline?.[brand.id];
  const level =
    window === '28' && now && now.value !== null
      ? now.low === null || now.high === null
        ? ` It stands at ${valueText(now.value, figure.unit)}${figure.unit === '%' ? '' : ` ${figure.unit}`}.`
        : ` It stands at ${valueText(now.value, figure.unit)} (${valueText(now.low, figure.unit)} to ${valueText(now.high, figure.unit)}), from ${numberText(now.n, 0)} ${figure.basis}.`
      : '';
  const verb = `${perhaps ? 'perhaps ' : ''}${rose ? 'rose' : 'fell'}`;
  const title = own ? figure.title : `${brand.name}: ${inSentence(figure.title)}`;
  return [
    {
      id: `${figure.id}-${brand.id}`,
      name: own ? figure.title : brand.name,
      text: `${title} ${verb} by ${sizeText(difference, figure.unit)} against ${span[window]} (${spanText(low, high, figure.unit)}): ${
        perhaps ? 'chance explains as much less than once in twenty' : 'more than chance explains'
      }.${level}${partText(why, brand.id, figure.id, window)}`,
      weight: strength(verdict) * (own ? 1 : ofOthers) * (perhaps ? 0.5 : 1),
      figure: figure.id,
    },
  ];
}

/** What did not move, and what can't be told, in one sentence each. */
function restSentences(series: readonly SeriesFigure[], brand: string, window: Window): Sentence[] {
  const of = (...words: Verdict['verdict'][]): string[] =>
    series.flatMap((figure) => {
      const verdict = figure.verdicts[brand]?.[window]?.verdict;
      return verdict && words.includes(verdict) ? [inSentence(figure.title)] : [];
    });
  const [steady, few, changed] = [of('no clear change'), of('too little data'), of('coverage changed')];
  return [
    ...(steady.length > 0
      ? [
          {
            id: 'steady',
            name: 'No clear change',
            text: `No clear change of ${listed(steady)}: what moved lies within what chance explains.`,
            weight: weights.steady,
            figure: 'coverage',
          },
        ]
      : []),
    ...(changed.length > 0
      ? [
          {
            id: 'not-comparable',
            name: 'Not comparable',
            text: `${listed(changed)} can't be compared with ${span[window]}: the sources covered changed too much.`.replace(
              /^./,
              (first) => first.toUpperCase(),
            ),
            weight: weights.coverage,
            figure: 'coverage',
          },
        ]
      : []),
    ...(few.length > 0
      ? [
          {
            id: 'too-little',
            name: 'Too little data',
            text: `There is too little to tell a change of ${listed(few)}.`,
            weight: weights.unknown,
            figure: 'coverage',
          },
        ]
      : []),
  ];
}

function painSentences(figure: Figure | undefined, brand: string): Sentence[] {
  if (figure?.kind !== 'ranking') return [];
  const rows = figure.brands[brand]?.rows ?? [];
  const [dearest] = rows;
  const isSure = dearest !== undefined && (dearest.low ?? 0) > 0;
  // Without a cost in stars that is sure, what most stories complain of, whatever ranks first.
  const first = isSure ? dearest : [...rows].sort((a, b) => (b.parts.reach ?? 0) - (a.parts.reach ?? 0))[0];
  if (!first) return [];
  const { value, low, high, parts, name } = first;
  const reach =
    parts.reach === undefined
      ? ''
      : ` ${numberText(parts.reach, 0)} % of the stories of 90 days complain of it.`;
  const cost =
    value !== null && low !== null && high !== null && low > 0
      ? `Complaints about ${name} cost most: they go with ${numberText(value, 2)} stars less over all reviews (${numberText(low, 2)} to ${numberText(high, 2)}).`
      : `Most complained of is ${name}.`;
  return [
    {
      id: 'first-to-fix',
      name: 'To fix first',
      text: cost + reach,
      weight: weights.pain,
      figure: figure.id,
      mentions: first.mentions,
    },
  ];
}

const stepNames: Readonly<Record<string, string>> = {
  discover: 'discovering',
  compare: 'comparing',
  buy: 'buying',
  deliver: 'delivery',
  use: 'using',
  support: 'support',
  pay: 'paying',
  renew: 'staying',
  leave: 'leaving',
};

/** The weakest step is one whose interval lies below nothing: else none is said to be weak. */
function stepSentences(figure: Figure | undefined, brand: string): Sentence[] {
  if (figure?.kind !== 'breakdown') return [];
  type Step = BreakdownFigure['brands'][string]['rows'][number];
  const weak = (figure.brands[brand]?.rows ?? [])
    .filter(({ high, n }: Step) => high !== null && high < 0 && n >= 30)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
  if (!weak || weak.value === null || weak.low === null || weak.high === null) return [];
  const step = stepNames[weak.by.touchpoint ?? ''] ?? weak.by.touchpoint ?? '';
  return [
    {
      id: 'weakest-step',
      name: 'Weakest step',
      text: `The weakest step of the journey is ${step}: net tone ${valueText(weak.value, figure.unit)} (${valueText(weak.low, figure.unit)} to ${valueText(weak.high, figure.unit)}) over 90 days, from ${numberText(weak.n, 0)} stories.`,
      weight: weights.step,
      figure: figure.id,
    },
  ];
}

function rankedSentences(
  figure: Figure | undefined,
  brand: string,
  from: string,
  write: (row: Row) => Omit<Sentence, 'figure' | 'mentions'>,
): Sentence[] {
  if (figure?.kind !== 'ranking') return [];
  return (figure.brands[brand]?.rows ?? [])
    .filter(({ to }) => to === undefined || to >= from)
    .map((row) => ({ ...write(row), figure: figure.id, mentions: row.mentions }));
}

function coverageSentences(figure: Figure | undefined, brand: string): Sentence[] {
  const now = figure?.kind === 'series' ? figure.headline?.[brand]?.coverage : undefined;
  if (now === undefined || now === null || now >= wellCovered) return [];
  return [
    {
      id: 'coverage',
      name: 'Coverage',
      text: `Only ${numberText(100 * now, 0)} % of what was to be read in the last four weeks was: what follows speaks of that part.`,
      // Before all else, since it bears on all else.
      weight: Number.POSITIVE_INFINITY,
      figure: 'coverage',
    },
  ];
}

/** The sentences of one window for the brand, what matters most first. */
function sentencesOf(
  figures: readonly Figure[],
  facts: Pick<Facts, 'brands' | 'first' | 'days'>,
  window: Window,
): Sentence[] {
  const [brand, ...others] = facts.brands;
  if (!brand) return [];
  const series = figures.filter(isSeries).filter(({ id }) => !echoes.has(id));
  const of = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
  const from = dayName(facts.first + Math.max(0, facts.days - Number(window)));
  const all = [
    ...series.flatMap((figure) => changeSentence(figure, brand, window, true, of('why'))),
    ...series
      .flatMap((figure) => others.flatMap((other) => changeSentence(figure, other, window, false)))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
      .slice(0, mostOfOthers),
    ...rankedSentences(of('alerts'), brand.id, from, ({ id, name, text = '' }) => ({
      id,
      name,
      text: text.includes(name) ? text : `${name}: ${text}`,
      weight: weights.alert,
    })).slice(0, 3),
    ...(window === '28'
      ? rankedSentences(of('emerging'), brand.id, from, ({ id, name, n }) => ({
          id,
          name: 'New in the talk',
          text: `New in the talk: “${name}”, in ${numberText(n, 0)} stories of the last four weeks.`,
          weight: weights.emerging,
        })).slice(0, 3)
      : []),
    // What speaks of more than a week is not said of the week again.
    ...(window === '28'
      ? [...painSentences(of('priorities'), brand.id), ...stepSentences(of('journey'), brand.id)]
      : []),
    ...(window === '28' ? coverageSentences(of('coverage'), brand.id) : []),
    ...restSentences(series, brand.id, window),
  ];
  return all.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** What the brief is, in words, as figures of the registry say it. */
export const brief = {
  id: 'brief',
  title: 'Brief',
  question: 'What should somebody know who has ninety seconds?',
  formula:
    'Sentences over the last 7 and the last 28 days, each made from one figure: changes whose verdict is up, down or perhaps, with what makes most of them, alerts, what to fix first, the weakest step of the journey, what is new in the talk, and what did not move. A change ranks by how many times its half interval it is, a competitor’s by six tenths of that; the others by fixed weights.',
  limits:
    'Of what moved it names the largest part, and no cause. What a figure does not say, its sentence does not say either.',
  unit: 'sentences',
  basis: 'figures',
  proxy: false,
  method,
} as const;

/** The brief: sentences that follow from the figures alone; the same figures give the same words. */
export function briefOf(
  figures: readonly Figure[],
  facts: Pick<Facts, 'brands' | 'first' | 'days'>,
): RankingFigure {
  const own = facts.brands[0]?.id ?? '';
  const to = dayName(facts.first + Math.max(0, facts.days - 1));
  const startOf = (window: Window): string => dayName(facts.first + Math.max(0, facts.days - Number(window)));
  const rows = windows.flatMap((window) =>
    sentencesOf(figures, facts, window).map(
      ({ id, name, text, figure, mentions }): Row => ({
        id: `${window}-${id}`,
        name,
        value: null,
        low: null,
        high: null,
        n: 1,
        parts: { days: Number(window) },
        mentions: [...(mentions ?? [])],
        figure,
        from: startOf(window),
        to,
        text,
      }),
    ),
  );
  return { ...brief, kind: 'ranking', brands: { [own]: { rows } }, period: { from: startOf('28'), to } };
}
