import { type Intent, intents, type Rating } from '#contract';
import type { Calendar } from './calendar.ts';
import { type Growing, growingNumbers, growingWhole } from './growing.ts';
import { type IdNumbers, idText, numberIds } from './id-numbers.ts';
import type { Judgements } from './judgements.ts';
import { cellIn, intentsIn, lowIn, opinionIn, themeIn, toneIn } from './packed.ts';

/** One brand's mentions in columns, by time of publication (then id): row i of each column is one mention. */
export type Rows = {
  length: number;
  /** Id of a row's mention, and the halves of it. */
  id(row: number): string;
  idHigh: Uint32Array;
  idLow: Uint32Array;
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
  /** Characters of title or excerpt, whichever is longer. */
  textLength: Int32Array;
  /** When it was published and when it was first seen, in milliseconds since 1970. */
  published: Float64Array;
  seen: Float64Array;
  /** Rating on 1 to 5; NaN without one, and on copies of a document that came before. */
  stars: Float64Array;
  /** Index in `facts.versions`, 0 where none is told. */
  version: Int32Array;
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

export const toneValues = { negative: -1, neutral: 0, positive: 1, unscored: Number.NaN } as const;

/** A rating on 1 to 5: the scale's ends stay ends; a thumb is 1 or 5; a 0 on a scale that begins with 1 counts as 1. */
export function toFive(rating: Rating): number {
  const worst = rating.of > 1 ? 1 : 0;
  const share = (Math.max(rating.value, worst) - worst) / (rating.of - worst);
  return 1 + 4 * share;
}

/** NPS's own cuts: the best tenth of the scale promotes, up to six tenths detract. Without a rating the intents, as bits, decide. */
export function opinionOf(rating: Rating | undefined, carried: number): number {
  if (rating) {
    if (rating.value * 10 >= rating.of * 9) return 1;
    return rating.value * 10 <= rating.of * 6 ? -1 : 0;
  }
  const recommends = hasBit(carried, 'recommend');
  const warns = hasBit(carried, 'warn');
  if (!recommends && !warns) return Number.NaN;
  return recommends === warns ? 0 : recommends ? 1 : -1;
}

/** 1 for the intent to stay, 0 for the one to leave; NaN for neither and for both. */
export function loyaltyOf(carried: number): number {
  const stays = hasBit(carried, 'stay');
  return stays === hasBit(carried, 'leave') ? Number.NaN : stays ? 1 : 0;
}

/** Intents as bits. */
export const intentBits = (carried: readonly Intent[]): number =>
  carried.reduce((bits, intent) => bits | (1 << intents.indexOf(intent)), 0);
const hasBit = (bits: number, intent: Intent): boolean => (bits & (1 << intents.indexOf(intent))) !== 0;
export const hasIntent = ({ intents: bits }: Rows, row: number, intent: Intent): boolean =>
  hasBit(bits[row] as number, intent);

/** The same columns as they are gathered, in the order of the lines. */
export type Loose = {
  /** 1 for the judgements whose mention is gathered. */
  isMet: Uint8Array;
  /** The mentions that have no judgement. */
  unjudged: IdNumbers;
  time: Growing<Float64Array>;
  source: Growing<Int32Array>;
  site: Growing<Int32Array>;
  story: Growing<Int32Array>;
  doc: Growing<Int32Array>;
  /** Tone, cell and opinion, as `packMention` has them. */
  said: Growing<Int32Array>;
  stars: Growing<Float64Array>;
  version: Growing<Int32Array>;
  textLength: Growing<Int32Array>;
  seen: Growing<Float64Array>;
  /** Number of its judgement; where it has none, -1 less its number among those. */
  judgement: Growing<Int32Array>;
};

/** A brand's columns with nothing in them yet. */
export const noColumns = ({ ids }: Judgements): Loose => ({
  isMet: new Uint8Array(ids.size()),
  unjudged: numberIds(),
  time: growingNumbers(),
  source: growingWhole(),
  site: growingWhole(),
  story: growingWhole(),
  doc: growingWhole(),
  said: growingWhole(),
  stars: growingNumbers(),
  version: growingWhole(),
  textLength: growingWhole(),
  seen: growingNumbers(),
  judgement: growingWhole(),
});

function themeColumns(loose: Loose, judged: Judgements, order: Uint32Array): ThemeColumns {
  const starts = column(Int32Array, order.length + 1);
  const from = (judgement: number) => (judgement > 0 ? judged.themesTo.at(judgement - 1) : 0);
  for (let row = 0; row < order.length; row++) {
    const judgement = loose.judgement.at(order[row] as number);
    const count = judgement < 0 ? 0 : judged.themesTo.at(judgement) - from(judgement);
    starts[row + 1] = (starts[row] as number) + count;
  }
  const theme = column(Uint16Array, starts[order.length] ?? 0);
  const tone = column(Float32Array, theme.length);
  for (let row = 0; row < order.length; row++) {
    const at = starts[row] as number;
    const count = (starts[row + 1] as number) - at;
    const first = count === 0 ? 0 : from(loose.judgement.at(order[row] as number));
    for (let nth = 0; nth < count; nth++) {
      theme[at + nth] = themeIn(judged.themes.at(first + nth));
      tone[at + nth] = toneIn(judged.themes.at(first + nth));
    }
  }
  return { starts, theme, tone };
}

type Column = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;
type Made<C extends Column> = { new (memory: SharedArrayBuffer): C; readonly BYTES_PER_ELEMENT: number };

/** A column of zeros in memory that another thread can look at too: of a million rows, a copy would be a hundred megabytes. */
const column = <C extends Column>(made: Made<C>, length: number): C =>
  new made(new SharedArrayBuffer(length * made.BYTES_PER_ELEMENT));

/** A gathered column in the order of the rows, in as few bytes as it needs. */
function inOrder<C extends Column>(made: Made<C>, gathered: Growing, order: Uint32Array): C {
  const values = gathered.values();
  const sorted = column(made, order.length);
  for (let row = 0; row < order.length; row++) sorted[row] = values[order[row] as number] as number;
  return sorted;
}

/** Rows without what reads them: all of it can be handed to another thread. */
export type PlainRows = Omit<Rows, 'id'>;

export const withIds = (rows: PlainRows): Rows => ({ ...rows, id: textsOfIds(rows.idHigh, rows.idLow) });
/** Made by itself, so that it holds on to nothing but these two columns. */
const textsOfIds =
  (high: Uint32Array, low: Uint32Array) =>
  (row: number): string =>
    idText(high[row] as number, low[row] as number);

/**
 * Sorts gathered columns by time and finds what came before each row.
 *
 * @param documents how many documents there are, over all brands; a story bears the number of one
 */
export function columns(
  loose: Loose,
  judged: Judgements,
  calendar: Calendar,
  [first, days]: readonly [number, number],
  documents: number,
): Rows {
  const time = loose.time.values();
  const length = time.length;
  const highOf = (at: number): number => {
    const judgement = loose.judgement.at(at);
    return judgement < 0 ? loose.unjudged.high(-1 - judgement) : judged.ids.high(judgement);
  };
  const lowOf = (at: number): number => {
    const judgement = loose.judgement.at(at);
    return judgement < 0 ? loose.unjudged.low(-1 - judgement) : judged.ids.low(judgement);
  };
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row++) order[row] = row;
  order.sort(
    (a, b) => (time[a] as number) - (time[b] as number) || highOf(a) - highOf(b) || lowOf(a) - lowOf(b),
  );
  const day = column(Int32Array, length);
  for (let row = 0; row < length; row++)
    day[row] = calendar.dayAt(time[order[row] as number] as number) - first;
  const source = inOrder(Uint16Array, loose.source, order);
  const doc = inOrder(Int32Array, loose.doc, order);
  const story = inOrder(Int32Array, loose.story, order);
  const stars = inOrder(Float64Array, loose.stars, order);
  const previous = column(Int32Array, length).fill(-1);
  const carried = column(Uint8Array, length).fill(1);
  const lastOfStory = new Int32Array(documents).fill(-1);
  const isSeen = new Uint8Array(documents);
  for (let row = 0; row < length; row++) {
    const [ofStory, ofDoc] = [story[row] as number, doc[row] as number];
    previous[row] = lastOfStory[ofStory] as number;
    lastOfStory[ofStory] = row;
    for (let j = previous[row] as number; j >= 0 && day[j] === day[row]; j = previous[j] as number) {
      if (source[j] !== source[row]) continue;
      carried[row] = 0;
      break;
    }
    if (isSeen[ofDoc] === 1) stars[row] = Number.NaN;
    isSeen[ofDoc] = 1;
  }
  const starts = column(Int32Array, days + 1);
  let row = 0;
  for (let d = 0; d <= days; d++) {
    while (row < length && (day[row] as number) < d) row++;
    starts[d] = row;
  }
  const [high, low] = [column(Uint32Array, length), column(Uint32Array, length)];
  const [language, intents] = [column(Uint16Array, length), column(Uint16Array, length)];
  const [tone, opinion, loyal] = [0, 0, 0].map(() => column(Float64Array, length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const cell = column(Uint8Array, length);
  for (let row = 0; row < length; row++) {
    const at = order[row] as number;
    high[row] = highOf(at);
    low[row] = lowOf(at);
    const judgement = loose.judgement.at(at);
    language[row] = judgement < 0 ? 0 : lowIn(judged.by.at(judgement));
    intents[row] = judgement < 0 ? 0 : intentsIn(judged.said.at(judgement));
    const said = loose.said.at(at);
    tone[row] = toneIn(said);
    cell[row] = cellIn(said);
    opinion[row] = opinionIn(said);
    loyal[row] = loyaltyOf(intents[row] as number);
  }
  const rows = withIds({
    length,
    idHigh: high,
    idLow: low,
    day,
    source,
    site: inOrder(Int32Array, loose.site, order),
    previous,
    tone,
    language,
    cell,
    opinion,
    loyal,
    intents,
    doc,
    published: inOrder(Float64Array, loose.time, order),
    textLength: inOrder(Int32Array, loose.textLength, order),
    seen: inOrder(Float64Array, loose.seen, order),
    stars,
    version: inOrder(Int32Array, loose.version, order),
    carried,
    starts,
    themes: themeColumns(loose, judged, order),
  });
  releaseAll(loose);
  releaseAll(judged);
  return rows;
}

/** What was gathered goes when its rows stand, so that no more than one brand is held twice. */
function releaseAll(gathered: Loose | Judgements): void {
  for (const one of Object.values<Growing | IdNumbers | Uint8Array>(gathered))
    if ('release' in one) one.release();
}
