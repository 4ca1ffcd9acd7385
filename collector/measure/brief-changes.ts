import type { Figure, SeriesFigure, Verdict } from '#contract';
import {
  arePlural,
  type Brand,
  before,
  type Days,
  daysOf,
  inSentence,
  levelOf,
  ofOthers,
  type Rest,
  reachOf,
  type Sentence,
  upperFirst,
  type Window,
  weightOf,
  weights,
} from './brief-sentence.ts';
import {
  countText,
  kindOf,
  listed,
  numberText,
  signedText,
  sizeText,
  spanText,
  valueText,
} from './written.ts';

type Word = Verdict['verdict'];
const moved: readonly Word[] = ['up', 'down', 'perhaps up', 'perhaps down'];
/** Under so many a ratio is shown, and said to rest on few. */
const fewestForShown = 30;
/** What chance alone takes for a change: |z| above 1.96. */
const byChance = 0.05;
/** Sentences about competitors, the weightiest: nobody has ninety seconds for more. */
const mostOfOthers = 4;

const verdictOf = (figure: SeriesFigure, brand: string, window: Window): Verdict | undefined =>
  figure.verdicts[brand]?.[window];

const isRatio = (unit: string): boolean => !['count', 'index'].includes(kindOf(unit));

/**
 * Whether a series ever had a basis for the brand. What the config has no source for (no article, no survey, no themes of
 * a lens) never had one, and is not spoken of.
 */
export const everHeard = (figure: SeriesFigure, brand: string): boolean =>
  [...Object.values(figure.windows?.[brand] ?? {}), ...Object.values(figure.brands[brand] ?? {}).flat()].some(
    ({ value, n }) => value !== null && (n > 0 || kindOf(figure.unit) === 'count'),
  );

/** What made most of a change, where that is known: awareness follows the stories. */
function partOf(
  why: Figure | undefined,
  brand: string,
  figure: string,
  window: Window,
): { text: string; rests: Rest[] } {
  const of = figure === 'awareness' ? 'stories' : figure;
  const first =
    why?.kind === 'ranking'
      ? why.brands[brand]?.rows.find(({ id }) => id.startsWith(`${window}:${of}:`))
      : undefined;
  if (!first || first.value === null || first.low === null || first.high === null)
    return { text: '', rests: [] };
  const unit = first.unit === 'stories' ? 'stories' : 'points';
  const range = `${signedText(first.low)} to ${signedText(first.high)}`;
  return {
    text: ` The largest part of it: ${first.name}, ${signedText(first.value)} ${unit} (${range}), with ${countText(first.parts.after ?? 0, 'stories')} after ${numberText(first.parts.before ?? 0, 0)}.`,
    rests: [{ figure: 'why', brand, row: first.id }],
  };
}

/** Where the figure stands now, with its interval and basis. */
function levelText(figure: SeriesFigure, brand: string, window: Window): string {
  const now = levelOf(figure, brand, window);
  if (!now || now.value === null) return '';
  const { unit } = figure;
  const written = (value: number): string => valueText(value, unit);
  if (arePlural(figure.id)) return ` There were ${written(now.value)} of them.`;
  return now.low === null || now.high === null
    ? ` It stands at ${written(now.value)}${kindOf(unit) === 'percent' ? '' : ` ${unit}`}.`
    : ` It stands at ${written(now.value)} (${written(now.low)} to ${written(now.high)}), from ${countText(now.n, figure.basis)}.`;
}

const fewText = ({ unit, basis }: SeriesFigure, { n }: Verdict): string =>
  isRatio(unit) && Math.min(...n) < fewestForShown
    ? ` Few stand behind it: ${numberText(n[0], 0)} before, ${countText(n[1], basis)} after.`
    : '';

/** The sentence of one series that moved; of `others` only what is more than perhaps. */
export function changeSentences(
  figure: SeriesFigure,
  brand: Brand,
  window: Window,
  { own, why, days }: { own: boolean; why?: Figure | undefined; days: Days },
): Sentence[] {
  const verdict = verdictOf(figure, brand.id, window);
  if (!verdict || !moved.includes(verdict.verdict)) return [];
  const perhaps = verdict.verdict.startsWith('perhaps');
  if (perhaps && !own) return [];
  const { difference, low, high, n } = verdict;
  const title = own ? figure.title : `${brand.name}: ${inSentence(figure.title)}`;
  const part = partOf(why, brand.id, figure.id, window);
  const made = {
    id: `${figure.id}-${brand.id}`,
    name: own ? figure.title : brand.name,
    figure: figure.id,
    rests: [{ figure: figure.id, brand: brand.id, ...days }, ...part.rests],
  };
  if (difference === null || low === null || high === null)
    // From nothing there is no ratio. Stories are counted; an index of what never was says nothing.
    return n[0] === 0 && n[1] > 0 && arePlural(figure.id)
      ? [
          {
            ...made,
            rests: made.rests.slice(0, 1),
            text: `${title} rose from nothing in ${before[window]} to ${numberText(n[1], 0)}.`,
            weight: own ? 1 : ofOthers,
          },
        ]
      : [];
  const verb = `${perhaps ? 'perhaps ' : ''}${verdict.verdict.endsWith('up') ? 'rose' : 'fell'}`;
  return [
    {
      ...made,
      text: `${title} ${verb} by ${sizeText(difference, figure.unit)} against ${before[window]} (${spanText(low, high, figure.unit)}): ${
        perhaps ? 'chance alone does as much less than once in twenty times' : 'more than chance explains'
      }.${levelText(figure, brand.id, window)}${fewText(figure, verdict)}${part.text}`,
      weight: weightOf(difference, low, high, figure.unit) * (own ? 1 : ofOthers),
    },
  ];
}

/** What competitors did: what is sure, a sentence each; what perhaps moved, all in one. */
export function otherSentences(
  series: readonly SeriesFigure[],
  others: readonly Brand[],
  window: Window,
  days: Days,
): Sentence[] {
  const sure = series
    .flatMap((figure) =>
      others.flatMap((other) => changeSentences(figure, other, window, { own: false, days })),
    )
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, mostOfOthers);
  const compared = series.flatMap((figure) =>
    others.flatMap((other) => {
      const verdict = verdictOf(figure, other.id, window);
      return verdict && verdict.difference !== null && verdict.low !== null && verdict.high !== null
        ? [
            {
              figure,
              other,
              word: verdict.verdict,
              weight: weightOf(verdict.difference, verdict.low, verdict.high, figure.unit),
            },
          ]
        : [];
    }),
  );
  const perhaps = compared
    .filter(({ word }) => word.startsWith('perhaps'))
    .sort((a, b) => b.weight - a.weight);
  if (perhaps.length === 0) return sure;
  const named = perhaps
    .slice(0, mostOfOthers)
    .map(
      ({ figure, other, word }) =>
        `${inSentence(figure.title)} of ${other.name} (${word.replace('perhaps ', '')})`,
    );
  return [
    ...sure,
    {
      id: 'others-perhaps',
      name: 'Competitors',
      text: `Of ${countText(compared.length, 'comparisons')} of competitors with ${before[window]}, ${numberText(perhaps.length, 0)} perhaps moved, where chance alone brings about ${numberText(Math.max(1, Math.round(byChance * compared.length)), 0)}${perhaps.length > mostOfOthers ? '; the clearest' : ''}: ${listed(named)}.`,
      weight: weights.others,
      figure: perhaps[0]?.figure.id ?? 'stories',
      rests: perhaps
        .slice(0, mostOfOthers)
        .map(({ figure, other }) => ({ figure: figure.id, brand: other.id, ...days })),
    },
  ];
}

/** What did not move, and what can't be told, in one sentence each. */
export function restSentences(
  series: readonly SeriesFigure[],
  brand: string,
  window: Window,
  days: Days,
  history: { days: number; begins: string },
): Sentence[] {
  const heard = series.filter((figure) => everHeard(figure, brand));
  const of = (...words: Word[]): SeriesFigure[] =>
    heard.filter((figure) => {
      const word = verdictOf(figure, brand, window)?.verdict;
      return word !== undefined && words.includes(word);
    });
  const rests = (figures: readonly SeriesFigure[]): Rest[] =>
    figures.map(({ id }) => ({ figure: id, brand, ...days }));
  const named = (figure: SeriesFigure): string => {
    const least = Math.min(...(verdictOf(figure, brand, window)?.n ?? [fewestForShown]));
    const few = isRatio(figure.unit) && least < fewestForShown ? ` (n = ${numberText(least, 0)})` : '';
    return `${inSentence(figure.title)}${few}`;
  };
  const titles = (figures: readonly SeriesFigure[]): string =>
    listed(figures.map(({ title }) => inSentence(title)));
  // A change of an index that is not known is none to speak of.
  const steady = of('no clear change').filter((figure) => levelOf(figure, brand, window)?.value !== null);
  const [few, changed] = [of('too little data'), of('coverage changed')];
  const isShort = history.days < reachOf[window];
  return [
    ...(steady.length > 0
      ? [
          {
            id: 'steady',
            name: 'No clear change',
            text: `No clear change of ${listed(steady.map(named))} against ${before[window]}: what moved lies within what chance explains.`,
            weight: weights.steady,
            figure: steady[0]?.id ?? 'coverage',
            rests: rests(steady),
          },
        ]
      : []),
    ...(changed.length > 0
      ? [
          {
            id: 'not-comparable',
            name: 'Not comparable',
            text: `${upperFirst(titles(changed))} can’t be compared with ${before[window]}: the sources covered changed too much.`,
            weight: weights.coverage,
            figure: 'coverage',
          },
        ]
      : []),
    ...(few.length > 0
      ? [
          {
            id: 'too-little',
            name: isShort ? 'Too short a history' : 'Too little data',
            text: isShort
              ? `The history is too short to tell a change of ${titles(few)} against ${before[window]}: it begins on ${history.begins}, and that takes ${reachOf[window]} days.`
              : `There is too little data to tell a change of ${titles(few)} against ${before[window]}.`,
            weight: weights.unknown,
            figure: few[0]?.id ?? 'coverage',
            rests: rests(few),
          },
        ]
      : []),
  ];
}

/** That little was covered, before all else, since it bears on all else. */
export function coverageSentences(
  figure: Figure | undefined,
  brand: string,
  window: Exclude<Window, 'year'>,
  history: { days: number; begins: string },
): Sentence[] {
  const wellCovered = 0.9;
  const now = figure && figure.kind === 'series' ? levelOf(figure, brand, window)?.coverage : undefined;
  const wanted = daysOf[window];
  const isShort = history.days < wanted;
  const isThin = now !== undefined && now !== null && now < wellCovered;
  if (!isShort && !isThin) return [];
  const span = window === '7' ? 'the last week' : 'the last four weeks';
  const short = `The history holds ${numberText(history.days, 0)} of the ${wanted} days of ${span}: it begins on ${history.begins}.`;
  const thin = isThin
    ? `Only ${numberText(100 * now, 0)} % of what was to be read in ${span} was read: what follows speaks of that part.`
    : '';
  return [
    {
      id: 'coverage',
      name: 'Coverage',
      text: [...(isShort ? [short] : []), ...(thin ? [thin] : [])].join(' '),
      weight: Number.POSITIVE_INFINITY,
      figure: 'coverage',
    },
  ];
}
