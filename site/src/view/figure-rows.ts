import type { About, BreakdownFigure, RankingFigure, Verdict } from '#contract';
import { words } from '../words.ts';
import { pageWords } from '../words-pages.ts';
import { verdictName } from './answer.ts';
import { behindPart, behindRow } from './behind.ts';
import { spanOf } from './calendar.ts';
import { box } from './chart-paths.ts';
import { withDays } from './dated-text.ts';
import { tenths } from './emerging.ts';
import { changeWords, rangeText } from './headline.ts';
import { type Formats, fewestForInk, type UnitKind, unitKind } from './numbers.ts';
import { languageName } from './row-text.ts';
import { valueTicks } from './ticks.ts';

export type FigureRow = {
  name: string;
  value: string;
  interval: string;
  n: string;
  thin: boolean;
  id: string;
  /** What it says, in a sentence; empty where the numbers say it all. */
  text: string;
  /** What else makes a row of a ranking, as words under the heads of `partHeads`; of a breakdown its change. */
  parts: string[];
  /** Ids of mentions that show it. */
  mentions: readonly string[];
  /** Address of all that is behind it, below the base path; null where no list holds that. */
  list: string | null;
  coverage: string;
  /** Positions in thousandths of the figure's scale, which all brands share. */
  at: number | null;
  low: number | null;
  high: number | null;
  zero: number | null;
};

type Line = {
  id: string;
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  parts: Readonly<Record<string, number>>;
  change?: Verdict | undefined;
  text?: string | undefined;
  mentions: readonly string[];
  list: string | null;
  coverage: number | null;
};

/** Parts of a ranking that are shown, in their order: a value, with its interval in parts called …Low and …High. */
const shownParts = ['reach', 'trend', 'advocates'] as const;
/** Parts that are counts or shares without an interval. */
const plainParts = [
  'before',
  'sites',
  'suggest',
  'ask',
  'compare',
  'wins',
  'losses',
  'even',
  'leftFor',
  'cameFrom',
] as const;
const plainAmong = (lines: readonly Line[]) =>
  plainParts.filter((part) => lines.some(({ parts }) => parts[part] !== undefined));
const partsAmong = (lines: readonly Line[]) =>
  shownParts.filter((part) => lines.some(({ parts }) => parts[part] !== undefined));

function partText(parts: Line['parts'], part: (typeof shownParts)[number], formats: Formats): string {
  const [value, low, high] = [parts[part], parts[`${part}Low`], parts[`${part}High`]];
  if (value === undefined || low === undefined || high === undefined) return words.figure.tooFew;
  const write = (one: number): string =>
    part === 'reach'
      ? formats.value(one, 'percent')
      : part === 'trend'
        ? formats.signedChange(one, 'points')
        : formats.number(one, 1);
  return `${write(value)} (${words.interval.range(write(low), write(high))})`;
}

function linesOf(
  figure: BreakdownFigure | RankingFigure,
  brand: string,
  about: About,
  formats: Formats,
): Line[] {
  if (figure.kind === 'ranking')
    return (figure.brands[brand]?.rows ?? []).map((row) => ({
      ...row,
      list: behindRow(figure, brand, row),
      coverage: null,
    }));
  const nameOf = (key: string, id: string): string => {
    if (key === 'theme') return about.themes.find((theme) => theme.id === id)?.name ?? id;
    if (key === 'touchpoint') return words.figure.touchpoints[id] ?? id;
    if (key === 'lens') return (pageWords.journey.lens as Readonly<Record<string, string>>)[id] ?? id;
    if (key === 'month') return formats.month(spanOf(id)?.from ?? 0);
    if (key === 'source') return about.sources.find((source) => source.id === id)?.label ?? id;
    if (key === 'language') return languageName(id) ?? words.judged.noLanguage;
    if (key === 'site' && id === '') return words.figure.noSite;
    return id;
  };
  const all = figure.brands[brand]?.rows ?? [];
  // Where parts of several kinds stand in one table each says of which it is; what is told by the same kinds in each row need not.
  const kinds = new Set(all.flatMap(({ by }) => Object.keys(by)));
  const areAlike = all.every(({ by }) => Object.keys(by).length === kinds.size);
  const called = (key: string, id: string): string =>
    !areAlike && key !== 'month'
      ? words.figure.partOf(words.figure.kinds[key] ?? key, nameOf(key, id))
      : nameOf(key, id);
  return all.map((row) => ({
    ...row,
    id: Object.values(row.by).join(' '),
    parts: {},
    mentions: [],
    list: behindPart(figure, brand, row.by, about),
    name: Object.entries(row.by)
      .map(([key, id]) => called(key, id))
      .join(', '),
  }));
}

/** A change in words: its size where there is one to speak of, else its verdict. */
const changeOf = (change: Verdict | undefined, kind: UnitKind, formats: Formats): string =>
  changeWords(change, kind, formats) || verdictName(change ?? { verdict: 'too little data' });

/** The rows of a breakdown or ranking as words and places on one scale, by brand, the own brand first. */
export function rowsOf(
  figure: BreakdownFigure | RankingFigure,
  about: About,
  formats: Formats,
): {
  brands: { id: string; name: string; own: boolean; rows: FigureRow[] }[];
  scale: { low: string; high: string };
  /** Heads of what `FigureRow.parts` hold. */
  partHeads: string[];
} {
  const kind = unitKind(figure.unit);
  const brands = about.brands.flatMap(({ id, name }, index) =>
    figure.brands[id] ? [{ id, name, own: index === 0, lines: linesOf(figure, id, about, formats) }] : [],
  );
  const ends = brands
    .flatMap(({ lines }) => lines.flatMap(({ value, low, high }) => [value, low, high]))
    .filter((v): v is number => v !== null);
  // A cost in stars may be below one: only a level keeps to the scale of ratings.
  const scale = valueTicks(ends.length ? ends : [0], kind === 'stars' ? 'count' : kind, formats);
  const isSize = kind === 'stars' || kind === 'count';
  // A cost may lie below nothing, and its interval does where it is unsure: cut off there it would seem surely none.
  const low = isSize ? Math.min(...ends, 0) : scale.low;
  const high = isSize ? Math.max(...ends, 0) || 1 : scale.high;
  const place = (v: number | null): number | null =>
    v === null ? null : Math.min(1, Math.max(0, (v - low) / (high - low))) * box;
  const write = (v: number): string => (isSize ? formats.number(v, 2) : formats.value(v, kind));
  const all = brands.flatMap(({ lines }) => lines);
  const parts = partsAmong(all);
  const plain = plainAmong(all);
  const changes = all.some(({ change }) => change !== undefined);
  // A change counts what it compares: what was before is then no share.
  const sharesBefore = kind === 'percent';
  const made = brands.map(({ id, name, own, lines }) => ({
    id,
    name,
    own,
    rows: lines.map((line) => ({
      id: line.id,
      name: line.name,
      mentions: line.mentions,
      list: line.list,
      coverage: line.coverage === null ? '' : formats.share(line.coverage),
      text: withDays(line.text ?? '', formats),
      parts: [
        ...parts.map((part) => partText(line.parts, part, formats)),
        ...plain.map((part) => {
          const value = line.parts[part];
          // What could not be told is no 0.
          if (value === undefined) return words.noPart;
          return part === 'before' && sharesBefore ? tenths(value, formats) : formats.number(value);
        }),
        ...(changes ? [changeOf(line.change, kind, formats)] : []),
      ],
      value:
        line.value === null
          ? figure.kind === 'ranking'
            ? words.figure.tooFew
            : words.noValue
          : write(line.value),
      interval:
        line.value === null || line.low === null || line.high === null
          ? ''
          : isSize
            ? words.interval.range(write(line.low), write(line.high))
            : rangeText(line.low, line.high, kind, formats),
      n: formats.number(line.n),
      thin: line.n < fewestForInk,
      at: place(line.value),
      low: place(line.low),
      high: place(line.high),
      zero: low < 0 ? place(0) : null,
    })),
  }));
  return {
    brands: made,
    scale: { low: write(low), high: write(high) },
    partHeads: [
      ...parts.map((part) => words.figure.parts[part]),
      ...plain.map((part) =>
        part === 'before' && !sharesBefore ? words.figure.countBefore : words.figure.parts[part],
      ),
      ...(changes ? [words.figure.parts.change] : []),
    ],
  };
}
