import type { Figure, SeriesFigure } from '#contract';
import { everHeard, fewestForShown, isRatio, verdictOf, type Word } from './brief-changes.ts';
import {
  before,
  beforeOf,
  type Days,
  daysOf,
  inSentence,
  levelOf,
  type Rest,
  reachOf,
  type Sentence,
  upperFirst,
  type Window,
  weights,
} from './brief-sentence.ts';
import { listed, numberText } from './written.ts';

/** What did not move, and what can't be told, in one sentence each. */
export function restSentences(
  series: readonly SeriesFigure[],
  brand: string,
  window: Window,
  days: Days,
  history: { days: number; begins: string },
): Sentence[] {
  // Waves of a survey are held against each other, not against these days.
  const heard = series.filter((figure) => everHeard(figure, brand) && !figure.waves?.[brand]);
  const sameWaves = series.filter(
    (figure) => figure.waves?.[brand] && verdictOf(figure, brand, window)?.verdict === 'no clear change',
  );
  const of = (...words: Word[]): SeriesFigure[] =>
    heard.filter((figure) => {
      const word = verdictOf(figure, brand, window)?.verdict;
      return word !== undefined && words.includes(word);
    });
  const rests = (figures: readonly SeriesFigure[]): Rest[] =>
    figures.map(({ id }) => ({ figure: id, brand, ...days }));
  const named = (figure: SeriesFigure): string => {
    const n = verdictOf(figure, brand, window)?.n;
    // Whichever of the two is small: the page shows the later beside its value.
    const few =
      n && isRatio(figure.unit) && Math.min(...n) < fewestForShown
        ? ` (n = ${numberText(n[1], 0)}, ${numberText(n[0], 0)} before)`
        : '';
    return `${inSentence(figure.title)}${few}`;
  };
  const titles = (figures: readonly SeriesFigure[]): string =>
    listed(figures.map(({ title }) => inSentence(title)));
  // A change of an index that is not known is none to speak of.
  const steady = of('no clear change').filter((figure) => levelOf(figure, brand, window)?.value !== null);
  const [few, changed] = [of('too little data'), of('coverage changed')];
  const isShort = history.days < reachOf[window];
  // Talked about, and without an index: what it waits for is neither more talk nor better coverage.
  const index = series.find(({ id }) => id === 'awareness');
  const stories = series.find(({ id }) => id === 'stories');
  const waits =
    window === '28' &&
    index !== undefined &&
    history.days >= daysOf[28] &&
    !everHeard(index, brand) &&
    (stories ? (levelOf(stories, brand, window)?.n ?? 0) : 0) > 0;
  return [
    ...(waits
      ? [
          {
            id: 'no-base',
            name: index.title,
            text: `${index.title} has no index yet: its base of 100 is the first 28 covered days, and of a brand that was not spoken of on them the 28 after its first story; those are not over yet, or hold no other story.`,
            weight: weights.unknown,
            figure: index.id,
          },
        ]
      : []),
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
    ...sameWaves.map((figure) => ({
      id: `steady-${figure.id}`,
      name: 'No clear change',
      text: `No clear change of ${named(figure)} against ${beforeOf(figure, brand, window)}: what moved lies within what chance explains.`,
      weight: weights.steady,
      figure: figure.id,
    })),
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
  // Days before the history begins were not to be read: what it is short of is said of its own accord.
  const read =
    now === undefined || now === null || history.days === 0
      ? 1
      : Math.min(1, (now * wanted) / Math.min(wanted, history.days));
  if (!isShort && read >= wellCovered) return [];
  const span = window === '7' ? 'the last week' : 'the last four weeks';
  const short = `The history holds ${numberText(history.days, 0)} of the ${wanted} days of ${span}: it begins on ${history.begins}.`;
  const percent = read < 0.01 ? 'Less than 1%' : `Only ${numberText(100 * read, 0)}%`;
  const ofThem = isShort ? 'on these days' : `in ${span}`;
  const thin =
    read === 0
      ? `Nothing of what was to be read ${ofThem} was read: no source answered, so no figure can tell anything of that time. That nothing was heard does not mean that nothing was said.`
      : `${percent} of what was to be read ${ofThem} was read: what follows speaks of that part.`;
  return [
    {
      id: 'coverage',
      name: 'Coverage',
      text: [...(isShort ? [short] : []), ...(read < wellCovered ? [thin] : [])].join(' '),
      weight: Number.POSITIVE_INFINITY,
      figure: 'coverage',
    },
  ];
}
