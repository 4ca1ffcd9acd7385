import type { Figure, RankingFigure, SeriesFigure } from '#contract';
import { kindOf } from './written.ts';

type Row = RankingFigure['brands'][string]['rows'][number];
/** What a sentence rests on, so that its mentions can be listed. */
export type Rest = NonNullable<Row['rests']>[number];

export type Sentence = {
  id: string;
  name: string;
  text: string;
  weight: number;
  figure: string;
  /** A change by its name and size alone, for where there is no room for its sentence. */
  short?: string;
  /** What stands in its place where a later section says all of it. */
  brief?: string;
  rests?: readonly Rest[];
  /** Ids of mentions to quote. */
  mentions?: readonly string[];
};

/** What a section of the brief tells of: the last so many days, or the same four weeks a year apart. */
export type Window = '7' | '28' | 'year';
export const daysOf: Readonly<Record<Window, number>> = { 7: 7, 28: 28, year: 28 };
/** How long ago the earlier days of a comparison begin. */
export const reachOf: Readonly<Record<Window, number>> = { 7: 14, 28: 56, year: 392 };
export const before: Readonly<Record<Window, string>> = {
  7: 'the week before',
  28: 'the four weeks before',
  year: 'the same four weeks a year ago',
};

/** What a figure's change in a window is held against: of a survey asked in waves, the wave before. */
export function beforeOf({ waves }: SeriesFigure, brand: string, window: Window): string {
  const wave = waves?.[brand];
  if (!wave) return before[window];
  return window === 'year' && wave.year
    ? `the wave a year before (${waveText(wave.year)})`
    : `the wave before (${waveText(wave.before)})`;
}

/** The days of a wave: 2026-10 of a whole month, 2026-10-01 to 2026-10-10. */
export function waveText({ from, to }: Days): string {
  if (from === to) return from;
  const month = from.slice(0, 7);
  const ends = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0));
  const isMonth = from === `${month}-01` && to === ends.toISOString().slice(0, 10);
  return isMonth ? month : `${from} to ${to}`;
}

export type Brand = { id: string; name: string };
export type Days = { from: string; to: string };

/** Figures that exist in the plural: "stories fell, there were 186". */
export const arePlural = (figure: string): boolean => ['stories', 'mentions', 'sites'].includes(figure);

/** A title within a sentence: abbreviations stay as they are. */
export const inSentence = (title: string): string =>
  title.replace(/\p{L}+/gu, (word) => (/\p{Lu}\p{L}*\p{Lu}/u.test(word) ? word : word.toLowerCase()));

/** A sentence within a sentence. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const isSeries = (figure: Figure): figure is SeriesFigure => figure.kind === 'series';

/** The level of a series over a window; of the year the same as of four weeks, which it compares. */
export const levelOf = (figure: SeriesFigure, brand: string, window: Window) =>
  window === '7' ? figure.windows?.[brand]?.['7'] : figure.headline?.[brand];

/** A change that is worth a word in a meeting: a quarter more or less of what is counted … */
const worthOfRatio = Math.log(1.25);
/** … or a twentieth of the scale: 10 points of a net, 5 of a share, a fifth of a star. */
function worthOf(unit: string): number {
  const kind = kindOf(unit);
  if (kind === 'stars') return 0.2;
  if (kind === 'percent') return 5;
  return unit.includes('200') ? 20 : 10;
}

/**
 * How much a change matters: what it is at the least (the end of its interval that is nearer to no change), by what is
 * worth a word. So neither a small change that is sure nor a large one that may be chance leads. Of counts and indices on the
 * log scale, where half as much and twice as much are as far from nothing.
 */
export function weightOf(difference: number, low: number, high: number, unit: string): number {
  const kind = kindOf(unit);
  const near = difference >= 0 ? low : high;
  if (kind !== 'count' && kind !== 'index') return Math.max(0, Math.sign(difference) * near) / worthOf(unit);
  return near <= -1 ? 0 : Math.max(0, Math.sign(difference) * Math.log(1 + near)) / worthOfRatio;
}

/** The weight of so many stories more than usual, by how much they add to those of the window. */
export const weightOfExcess = (excess: number, usual: number): number =>
  Math.log(1 + Math.max(0, excess) / Math.max(1, usual)) / worthOfRatio;

/** A cost in stars over all reviews that is worth a word. */
const worthOfCost = 0.1;
export const weightOfCost = (low: number): number => Math.max(0, low) / worthOfCost;

/**
 * Sentences that tell no change of the window start from these. What stands as it stood matters less than what surely
 * moved, and more than what perhaps did.
 */
export const weights = {
  standing: 0.5,
  event: 0.3,
  // Before all that moved, since it says what that is held against.
  held: 1000,
  // After all that surely moved, however little.
  others: -1,
  also: -1.5,
  coverage: -2,
  steady: -3,
  past: -3.5,
  unknown: -4,
} as const;
/** A competitor's change weighs so much of the own brand's. */
export const ofOthers = 0.6;
