import type { Figure, SeriesFigure, Verdict } from '#contract';
import {
  arePlural,
  type Brand,
  before,
  beforeOf,
  type Days,
  inSentence,
  levelOf,
  ofOthers,
  type Rest,
  type Sentence,
  type Window,
  waveText,
  weightOf,
} from './brief-sentence.ts';
import { countText, kindOf, numberText, signedText, sizeText, spanText, valueText } from './written.ts';

export type Word = Verdict['verdict'];
const moved: readonly Word[] = ['up', 'down', 'perhaps up', 'perhaps down'];
/** Under so many a ratio is shown, and said to rest on few. */
export const fewestForShown = 30;

export const verdictOf = (figure: SeriesFigure, brand: string, window: Window): Verdict | undefined =>
  figure.verdicts[brand]?.[window];

export const isRatio = (unit: string): boolean => !['count', 'index'].includes(kindOf(unit));

/**
 * Whether a series ever had a basis for the brand. What the config has no source for (no article, no survey, no themes of
 * a lens) never had one, and is not spoken of.
 */
export const everHeard = (figure: SeriesFigure, brand: string): boolean =>
  [...Object.values(figure.windows?.[brand] ?? {}), ...Object.values(figure.brands[brand] ?? {}).flat()].some(
    ({ value, n }) => value !== null && (n > 0 || kindOf(figure.unit) === 'count'),
  );

/** The part that moved most otherwise than the rest, where there is one: awareness follows the stories. */
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
  const isCount = first.unit === 'stories';
  const range = `${signedText(first.low)} to ${signedText(first.high)}`;
  return {
    // A count's part is told where it moved beyond its share, which the largest part need not have done.
    text: ` ${isCount ? 'More than its share of it' : 'The largest part of it'}: ${first.name}, ${signedText(first.value)} ${isCount ? 'stories' : 'points'} (${range}), with ${countText(first.parts.after ?? 0, 'stories')} after ${numberText(first.parts.before ?? 0, 0)}.`,
    rests: [{ figure: 'why', brand, row: first.id }],
  };
}

/** Where the figure stands now, with its interval and basis; where labels correct it, the corrected value first. */
function levelText(figure: SeriesFigure, brand: string, window: Window, isNamed: boolean): string {
  const now = levelOf(figure, brand, window);
  if (!now || now.value === null) return '';
  const { unit } = figure;
  const written = (value: number): string => valueText(value, unit);
  if (arePlural(figure.id))
    return ` There were ${isNamed ? countText(now.value, figure.basis) : `${written(now.value)} of them`}.`;
  const it = isNamed ? figure.title : 'It';
  if (now.low === null || now.high === null)
    return ` ${it} stands at ${written(now.value)}${kindOf(unit) === 'percent' ? '' : ` ${unit}`}.`;
  const counted = `${written(now.value)} (${written(now.low)} to ${written(now.high)})`;
  const right = correctedOf(figure, brand, window);
  const wave = figure.waves?.[brand];
  const from = `${countText(now.n, figure.basis)}${wave ? ` of ${waveText(wave)}` : ''}`;
  return right && right.value !== null && right.low !== null && right.high !== null
    ? ` ${it} stands at ${written(right.value)} (${written(right.low)} to ${written(right.high)}) once the scorer’s error is corrected, ${counted} as counted, from ${from}.`
    : ` ${it} stands at ${counted}, from ${from}.`;
}

const correctedOf = (figure: SeriesFigure, brand: string, window: Window) =>
  window === '7' ? figure.corrected?.[brand]?.windows?.['7'] : figure.corrected?.[brand]?.headline;

const fewText = ({ unit, basis }: SeriesFigure, { n }: Verdict): string =>
  isRatio(unit) && Math.min(...n) < fewestForShown
    ? ` Few stand behind it: ${numberText(n[0], 0)} before, ${countText(n[1], basis)} after.`
    : '';

/** A change by its size with sign and its interval: `+60%, +10 to +130%`, `−5 points, −8 to −2`. */
export function shortChange(difference: number, low: number, high: number, unit: string): string {
  const size = sizeText(difference, unit);
  const sign = /^\d/.test(size) ? (difference < 0 ? '−' : '+') : '';
  return `${sign}${size}, ${spanText(low, high, unit)}`;
}

type Told = Verdict & { difference: number; low: number; high: number };
type Moved = { figure: SeriesFigure; verdict: Told };
const isTold = (verdict: Verdict | undefined): verdict is Told =>
  verdict !== undefined &&
  moved.includes(verdict.verdict) &&
  verdict.difference !== null &&
  verdict.low !== null &&
  verdict.high !== null;
const verbOf = ({ verdict }: Told): string =>
  `${verdict.startsWith('perhaps') ? 'perhaps ' : ''}${verdict.endsWith('up') ? 'rose' : 'fell'}`;

/** Awareness counts the stories that are carried: where both go one way, that is one thing to tell. */
const together: readonly string[] = ['awareness', 'stories'];

/** What moved, that which goes together in one. */
function movedTogether(series: readonly SeriesFigure[], brand: string, window: Window): Moved[][] {
  const all = series.flatMap((figure): Moved[] => {
    const verdict = verdictOf(figure, brand, window);
    return isTold(verdict) ? [{ figure, verdict }] : [];
  });
  const pair = together.flatMap((id) => all.filter(({ figure }) => figure.id === id));
  const [one, other] = pair;
  const goOneWay = one && other && Math.sign(one.verdict.difference) === Math.sign(other.verdict.difference);
  return goOneWay
    ? [pair, ...all.filter((each) => !pair.includes(each)).map((each) => [each])]
    : all.map((each) => [each]);
}

/** The sentences of what moved of a brand; of `others` only what is more than perhaps. */
export function changeSentences(
  series: readonly SeriesFigure[],
  brand: Brand,
  window: Window,
  { own, why, days }: { own: boolean; why?: Figure | undefined; days: Days },
): Sentence[] {
  const heard = series.filter((figure) => {
    const verdict = verdictOf(figure, brand.id, window);
    return own || !verdict?.verdict.startsWith('perhaps');
  });
  return [
    ...movedTogether(heard, brand.id, window).map((parts) =>
      changeSentence(parts, brand, window, own, why, days),
    ),
    ...heard.flatMap((figure) => fromNothing(figure, brand, window, own, days)),
  ];
}

function changeSentence(
  parts: readonly Moved[],
  brand: Brand,
  window: Window,
  own: boolean,
  why: Figure | undefined,
  days: Days,
): Sentence {
  const { figure } = parts.at(-1) as Moved;
  const [first] = parts as [Moved];
  const title = own ? first.figure.title : `${brand.name}: ${inSentence(first.figure.title)}`;
  const part = partOf(why, brand.id, figure.id, window);
  const by = ({ figure: { unit }, verdict: { difference, low, high } }: Moved): string =>
    `by ${sizeText(difference, unit)} (${spanText(low, high, unit)})`;
  const also = parts
    .slice(1)
    .map((other) => {
      const verb = verbOf(other.verdict) === verbOf(first.verdict) ? '' : `${verbOf(other.verdict)} `;
      return ` and ${inSentence(other.figure.title)} ${verb}${by(other)}`;
    })
    .join('');
  return {
    id: `${figure.id}-${brand.id}`,
    name: own ? first.figure.title : brand.name,
    figure: figure.id,
    rests: [
      ...parts.map((one) => {
        const { from, to } = one.figure.waves?.[brand.id] ?? days;
        return { figure: one.figure.id, brand: brand.id, from, to };
      }),
      ...(own ? part.rests : []),
    ],
    text: `${title} ${verbOf(first.verdict)} ${by(first)}${also} against ${beforeOf(figure, brand.id, window)}.${parts
      .map((one) => levelText(one.figure, brand.id, window, parts.length > 1))
      .join('')}${parts.map((one) => fewText(one.figure, one.verdict)).join('')}${own ? part.text : ''}`,
    short: parts
      .map(({ figure: { title: of, unit }, verdict }) => {
        const whose = own ? inSentence(of) : `${inSentence(of)} of ${brand.name}`;
        const perhaps = verdict.verdict.startsWith('perhaps') ? 'perhaps ' : '';
        return `${whose} (${perhaps}${shortChange(verdict.difference, verdict.low, verdict.high, unit)})`;
      })
      .join(', '),
    weight:
      Math.max(
        ...parts.map(({ figure: { unit }, verdict: { difference, low, high } }) =>
          weightOf(difference, low, high, unit),
        ),
      ) * (own ? 1 : ofOthers),
  };
}

/** From nothing there is no ratio. Stories are counted; an index of what never was says nothing. */
function fromNothing(
  figure: SeriesFigure,
  brand: Brand,
  window: Window,
  own: boolean,
  days: Days,
): Sentence[] {
  const verdict = verdictOf(figure, brand.id, window);
  if (!verdict || !moved.includes(verdict.verdict) || verdict.difference !== null) return [];
  const { n } = verdict;
  if (n[0] !== 0 || n[1] === 0 || !arePlural(figure.id)) return [];
  const title = own ? figure.title : `${brand.name}: ${inSentence(figure.title)}`;
  return [
    {
      id: `${figure.id}-${brand.id}`,
      name: own ? figure.title : brand.name,
      figure: figure.id,
      rests: [{ figure: figure.id, brand: brand.id, ...days }],
      text: `${title} rose from nothing in ${before[window]} to ${numberText(n[1], 0)}.`,
      weight: own ? 1 : ofOthers,
    },
  ];
}
