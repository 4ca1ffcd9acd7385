import { type Intent, intents, type Rating } from '#contract';
import type { Calendar } from './calendar.ts';

/** One brand's mentions in columns, by time of publication (then id): row i of each column is one mention. */
export type Rows = {
  length: number;
  /** Id of the mention. */
  id: readonly string[];
  /** Day within the series, 0 = `facts.first`; negative or beyond the end outside of it. */
  day: Int32Array;
  source: Uint16Array;
  site: Int32Array;
  /** Row of the story's mention before this one, -1 for its first. */
  previous: Int32Array;
  /** -1, 0, 1; NaN where it is not scored. */
  tone: Float64Array;
  /** Index in `facts.languages`. */
  language: Uint16Array;
  /** What is known of the tone, as `tone-cells.ts` has it; `noCell` where nothing is. */
  cell: Uint8Array;
  /** 1 promoter, 0 passive, -1 detractor; NaN without an opinion. */
  opinion: Float64Array;
  /** 1 where the author stays with the brand, 0 where they leave; NaN where neither is said, or both are. */
  loyal: Float64Array;
  /** Intents, a bit each, in the contract's order; see `hasIntent`. */
  intents: Uint16Array;
  /** The document, the same number for the same one about another brand. */
  doc: Int32Array;
  /** Rating on 1 to 5; NaN without one, and on copies of a document that came before. */
  stars: Float64Array;
  /** 1 where the source had not carried this story on this day yet. */
  carried: Uint8Array;
  /** First row of each day, with one more entry for the end. */
  starts: Int32Array;
  themes: ThemeColumns;
};

/** What rows say of themes: those of row i stand from `starts[i]` to `starts[i + 1]`. */
export type ThemeColumns = {
  starts: Int32Array;
  /** Index in `facts.themes`. */
  theme: Uint16Array;
  /** -1, 0, 1; NaN where it is not scored. */
  tone: Float32Array;
};

/** A theme of a mention as it is gathered: its index and its tone. */
export type ThemeOfRow = readonly [theme: number, tone: number];

export const toneValues = { negative: -1, neutral: 0, positive: 1, unscored: Number.NaN } as const;

/** A rating on 1 to 5: the scale's ends stay ends; a thumb is 1 or 5; a 0 on a scale that begins with 1 counts as 1. */
export function toFive(rating: Rating): number {
  const worst = rating.of > 1 ? 1 : 0;
  const share = (Math.max(rating.value, worst) - worst) / (rating.of - worst);
  return 1 + 4 * share;
}

/** NPS's own cuts: the best tenth of the scale promotes, up to six tenths detract. Without a rating the intents decide. */
export function opinionOf(rating: Rating | undefined, intents: readonly string[]): number {
  if (rating) {
    if (rating.value * 10 >= rating.of * 9) return 1;
    return rating.value * 10 <= rating.of * 6 ? -1 : 0;
  }
  const recommends = intents.includes('recommend');
  const warns = intents.includes('warn');
  if (!recommends && !warns) return Number.NaN;
  return recommends === warns ? 0 : recommends ? 1 : -1;
}

/** 1 for the intent to stay, 0 for the one to leave; NaN for neither and for both. */
export function loyaltyOf(intents: readonly string[]): number {
  const stays = intents.includes('stay');
  return stays === intents.includes('leave') ? Number.NaN : stays ? 1 : 0;
}

/** Intents as bits. */
export const intentBits = (carried: readonly Intent[]): number =>
  carried.reduce((bits, intent) => bits | (1 << intents.indexOf(intent)), 0);
export const hasIntent = ({ intents: bits }: Rows, row: number, intent: Intent): boolean =>
  ((bits[row] as number) & (1 << intents.indexOf(intent))) !== 0;

/** The same columns as they are gathered, in the order of the lines. */
export type Loose = {
  id: string[];
  time: number[];
  source: number[];
  site: number[];
  story: number[];
  doc: number[];
  tone: number[];
  language: number[];
  cell: number[];
  opinion: number[];
  loyal: number[];
  intents: number[];
  stars: number[];
  themes: (readonly ThemeOfRow[])[];
};

/** A brand's columns with nothing in them yet. */
export const noColumns = (): Loose => ({
  id: [],
  time: [],
  source: [],
  site: [],
  story: [],
  doc: [],
  tone: [],
  language: [],
  cell: [],
  opinion: [],
  loyal: [],
  intents: [],
  stars: [],
  themes: [],
});

function themeColumns(themes: readonly (readonly ThemeOfRow[])[], order: Uint32Array): ThemeColumns {
  const starts = new Int32Array(order.length + 1);
  for (const [row, at] of order.entries())
    starts[row + 1] = (starts[row] as number) + (themes[at]?.length ?? 0);
  const theme = new Uint16Array(starts[order.length] ?? 0);
  const tone = new Float32Array(theme.length);
  for (const [row, at] of order.entries())
    for (const [nth, [id, value]] of (themes[at] ?? []).entries()) {
      theme[(starts[row] as number) + nth] = id;
      tone[(starts[row] as number) + nth] = value;
    }
  return { starts, theme, tone };
}

/** Sorts gathered columns by time and finds what came before each row. */
export function columns(loose: Loose, calendar: Calendar, first: number, days: number): Rows {
  const { id, time } = loose;
  const length = time.length;
  const order = Uint32Array.from(time, (_, row) => row).sort((a, b) => {
    const apart = (time[a] as number) - (time[b] as number);
    return apart !== 0 ? apart : (id[a] as string) < (id[b] as string) ? -1 : 1;
  });
  const from = (column: number[]) => (row: number) => column[row] as number;
  const day = Int32Array.from(order, (row) => calendar.dayAt(time[row] as number) - first);
  const source = Uint16Array.from(order, from(loose.source));
  const previous = new Int32Array(length).fill(-1);
  const carried = new Uint8Array(length).fill(1);
  const stars = Float64Array.from(order, from(loose.stars));
  const lastOfStory = new Map<number, number>();
  const seenDocs = new Set<number>();
  for (let row = 0; row < length; row++) {
    const at = order[row] as number;
    const story = loose.story[at] as number;
    const doc = loose.doc[at] as number;
    previous[row] = lastOfStory.get(story) ?? -1;
    lastOfStory.set(story, row);
    for (let j = previous[row] as number; j >= 0 && day[j] === day[row]; j = previous[j] as number) {
      if (source[j] !== source[row]) continue;
      carried[row] = 0;
      break;
    }
    if (seenDocs.has(doc)) stars[row] = Number.NaN;
    seenDocs.add(doc);
  }
  const starts = new Int32Array(days + 1);
  let row = 0;
  for (let d = 0; d <= days; d++) {
    while (row < length && (day[row] as number) < d) row++;
    starts[d] = row;
  }
  return {
    length,
    id: Array.from(order, (at) => id[at] as string),
    day,
    source,
    site: Int32Array.from(order, from(loose.site)),
    previous,
    tone: Float64Array.from(order, from(loose.tone)),
    language: Uint16Array.from(order, from(loose.language)),
    cell: Uint8Array.from(order, from(loose.cell)),
    opinion: Float64Array.from(order, from(loose.opinion)),
    loyal: Float64Array.from(order, from(loose.loyal)),
    intents: Uint16Array.from(order, from(loose.intents)),
    doc: Int32Array.from(order, from(loose.doc)),
    stars,
    carried,
    starts,
    themes: themeColumns(loose.themes, order),
  };
}
