import type { About, Config, Mention, Published, Rating, Run, Score } from '#contract';
import { type Calendar, dayName, makeCalendar } from './calendar.ts';
import { type Attempts, coverageDays } from './coverage-days.ts';

/** All that figures are made of. Nothing else is looked at: the same input gives the same bytes. */
export type MeasureInput = {
  config: Config;
  demo: boolean;
  /** Sources of the config, labelled, by the caller. */
  sources: About['sources'];
  themes: About['themes'];
  mentions: Iterable<Mention>;
  scores: Iterable<Score>;
  runs: readonly Run[];
  published: readonly Published[];
  now: Date;
  configHash: string;
  commit: string | null;
  repository: string | null;
};

/** One brand's mentions in columns, by time of publication (then id): row i of each column is one mention. */
export type Rows = {
  length: number;
  /** Day within the series, 0 = `facts.first`; negative or beyond the end outside of it. */
  day: Int32Array;
  source: Uint16Array;
  site: Int32Array;
  /** Row of the story's mention before this one, -1 for its first. */
  previous: Int32Array;
  /** -1, 0, 1; NaN where it is not scored. */
  tone: Float64Array;
  /** 1 promoter, 0 passive, -1 detractor; NaN without an opinion. */
  opinion: Float64Array;
  /** Rating on 1 to 5; NaN without one, and on copies of a document that came before. */
  stars: Float64Array;
  /** 1 where the source had not carried this story on this day yet. */
  carried: Uint8Array;
  /** First row of each day, with one more entry for the end. */
  starts: Int32Array;
};

export type SourceFacts = {
  id: string;
  group: string;
  /** Index of the one brand it speaks of, null for the others. */
  boundTo: number | null;
  /** 1 on covered days. */
  covered: Uint8Array;
  coveredDays: number;
  /** First and last day on which it was to be read; null where it never was. */
  planned: [from: number, to: number] | null;
  /** False once it is gone from the config. */
  listed: boolean;
};

export type Facts = {
  config: Config;
  calendar: Calendar;
  brands: { id: string; name: string }[];
  rows: Rows[];
  sources: SourceFacts[];
  /** Day number (since 1970) of the series' first day, and how many days it has; the last is the day before `now`. */
  first: number;
  days: number;
  /** By brand: the first day on which it was looked for; days before are unknown, not 0. */
  joined: number[];
  published: readonly Published[];
  /** Name of today, the unfinished day. */
  today: string;
  scorers: { by: string; mentions: number }[];
  /** Usual stories of each source on a covered day, over all brands. */
  rates: Float64Array;
};

/** Longest series: what is older stays in the lines but is in no figure. */
const longestDays = 3653;

const toneValues = { negative: -1, neutral: 0, positive: 1, unscored: Number.NaN } as const;

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

function interner(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, known.size);
    return known.size - 1;
  };
}

type Loose = {
  id: string[];
  time: number[];
  source: number[];
  site: number[];
  story: number[];
  doc: number[];
  tone: number[];
  opinion: number[];
  stars: number[];
};

function columns(loose: Loose, calendar: Calendar, first: number, days: number): Rows {
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
    day,
    source,
    site: Int32Array.from(order, from(loose.site)),
    previous,
    tone: Float64Array.from(order, from(loose.tone)),
    opinion: Float64Array.from(order, from(loose.opinion)),
    stars,
    carried,
    starts,
  };
}

function sourceFacts(
  id: string,
  group: string,
  listed: About['sources'][number] | undefined,
  attempts: Attempts | undefined,
  brandIds: readonly string[],
  first: number,
  days: number,
  firstNight: number,
): SourceFacts {
  const covered = new Uint8Array(days);
  for (const [from, to] of attempts?.covered ?? []) {
    covered.fill(1, Math.max(0, from - first), Math.max(0, to - first + 1));
  }
  const bound = listed?.brand === undefined ? -1 : brandIds.indexOf(listed.brand);
  // A source that left the config was planned as long as it was asked. Days before the very first night are planned
  // for the sources of that night: what a feed still held of them is thin, and its coverage should say so.
  const toBeRead = attempts !== undefined && (listed === undefined || listed.planned);
  return {
    id,
    group: listed?.group ?? group,
    boundTo: bound < 0 ? null : bound,
    covered,
    coveredDays: covered.reduce((sum, one) => sum + one, 0),
    planned: toBeRead
      ? [
          attempts.firstAttempt <= firstNight ? 0 : attempts.firstAttempt - first,
          listed ? days - 1 : Math.min(days - 1, attempts.lastAttempt - first),
        ]
      : null,
    listed: listed !== undefined,
  };
}

/** A brand joined when it first stands in what was published, unless its mentions were seen before, or it was always there. */
function joinedDays(
  brandIds: readonly string[],
  firstSeen: readonly number[],
  published: readonly Published[],
  calendar: Calendar,
  first: number,
  today: number,
): number[] {
  let firstNight = Number.POSITIVE_INFINITY;
  const firstNamed = new Map<string, number>();
  for (const line of published) {
    const day = calendar.dayAt(Date.parse(line.at));
    firstNight = Math.min(firstNight, day);
    firstNamed.set(line.brand, Math.min(day, firstNamed.get(line.brand) ?? day));
  }
  return brandIds.map((id, brand) => {
    const seen = firstSeen[brand] as number;
    const joined = Math.min(
      firstNamed.get(id) ?? today,
      Number.isFinite(seen) ? calendar.dayAt(seen) : today,
    );
    return joined <= firstNight ? 0 : Math.max(0, joined - first);
  });
}

/**
 * Usual stories of each source on a covered day, over all brands; one day at the average rate is added, so that
 * a source that was never covered weighs as an average one.
 */
function usualRates(facts: Omit<Facts, 'rates'>): Float64Array {
  const stories = new Float64Array(facts.sources.length);
  for (const rows of facts.rows) {
    for (let row = rows.starts[0] ?? 0; row < (rows.starts[facts.days] ?? 0); row++) {
      const source = rows.source[row] as number;
      if (rows.carried[row] && facts.sources[source]?.covered[rows.day[row] as number]) {
        stories[source] = (stories[source] as number) + 1;
      }
    }
  }
  const total = stories.reduce((sum, one) => sum + one, 0);
  const sourceDays = facts.sources.reduce((sum, source) => sum + source.coveredDays, 0);
  const average = total > 0 ? total / sourceDays : 1;
  return stories.map((count, s) => (count + average) / ((facts.sources[s]?.coveredDays ?? 0) + 1));
}

/** Reads every line once and lays it out in columns; time and memory grow with the number of lines only. */
export function gatherFacts(input: MeasureInput): Facts {
  const { config } = input;
  const calendar = makeCalendar(config.time);
  const brands = [config.brand, ...config.competitors].map(({ id, name }) => ({ id, name }));
  const brandIds = brands.map((brand) => brand.id);
  const brandOf = new Map(brandIds.map((id, index) => [id, index]));
  const today = calendar.dayAt(input.now.getTime());
  const attempts = coverageDays(input.runs, calendar);

  let first = today;
  let firstNight = Number.POSITIVE_INFINITY;
  for (const { covered, firstAttempt } of attempts.values()) {
    first = Math.min(first, covered[0]?.[0] ?? today);
    firstNight = Math.min(firstNight, firstAttempt);
  }
  first = Math.max(first, today - longestDays);
  const days = today - first;

  const storyOf = interner();
  const siteOf = interner();
  siteOf('');
  const docOf = interner();
  type Judged = { story: number; relevant: boolean; tone: number; intents: readonly string[]; by: string };
  const judged = brands.map(() => new Map<string, Judged>());
  for (const score of input.scores) {
    const brand = brandOf.get(score.brand ?? '');
    if (brand === undefined) continue;
    judged[brand]?.set(score.id, {
      story: storyOf(score.story),
      relevant: score.relevant,
      tone: toneValues[score.tone.label],
      intents: score.intents,
      by: score.by,
    });
  }

  const sourceIds = new Map<string, { index: number; group: string }>();
  const addSource = (id: string, group: string): number => {
    const known = sourceIds.get(id);
    if (known) {
      if (group < known.group) known.group = group;
      return known.index;
    }
    sourceIds.set(id, { index: sourceIds.size, group });
    return sourceIds.size - 1;
  };

  const loose: Loose[] = brands.map(() => ({
    id: [],
    time: [],
    source: [],
    site: [],
    story: [],
    doc: [],
    tone: [],
    opinion: [],
    stars: [],
  }));
  const firstSeen = brands.map(() => Number.POSITIVE_INFINITY);
  const seen = brands.map(() => new Set<string>());
  const scorers = new Map<string, number>();
  for (const mention of input.mentions) {
    const brand = brandOf.get(mention.brand ?? '');
    if (brand === undefined) continue;
    const score = judged[brand]?.get(mention.id);
    if (score && !score.relevant) continue;
    const known = seen[brand] as Set<string>;
    if (known.has(mention.id)) continue;
    known.add(mention.id);
    const to = loose[brand] as Loose;
    to.id.push(mention.id);
    to.time.push(Date.parse(mention.publishedAt));
    to.source.push(addSource(mention.source, mention.group));
    to.site.push(siteOf(mention.site));
    to.story.push(score?.story ?? storyOf(mention.doc));
    to.doc.push(docOf(mention.doc));
    to.tone.push(score?.tone ?? Number.NaN);
    to.opinion.push(opinionOf(mention.rating, score?.intents ?? []));
    to.stars.push(mention.rating ? toFive(mention.rating) : Number.NaN);
    firstSeen[brand] = Math.min(firstSeen[brand] as number, Date.parse(mention.firstSeenAt));
    if (score) scorers.set(score.by, (scorers.get(score.by) ?? 0) + 1);
  }
  for (const source of input.sources) addSource(source.id, source.group);
  for (const id of attempts.keys()) addSource(id, '\u{10ffff}');

  // By id, so that the order of lines changes nothing, not even the last digit of a sum.
  const inOrder = [...sourceIds].sort(([a], [b]) => (a < b ? -1 : 1));
  const rank = new Uint16Array(inOrder.length);
  for (const [at, [, { index }]] of inOrder.entries()) rank[index] = at;
  for (const { source } of loose) {
    for (let row = 0; row < source.length; row++) source[row] = rank[source[row] as number] as number;
  }

  const listed = new Map(input.sources.map((source) => [source.id, source]));
  const facts = {
    config,
    calendar,
    brands,
    rows: loose.map((one) => columns(one, calendar, first, days)),
    sources: inOrder.map(([id, { group }]) =>
      sourceFacts(id, group, listed.get(id), attempts.get(id), brandIds, first, days, firstNight),
    ),
    first,
    days,
    joined: joinedDays(brandIds, firstSeen, input.published, calendar, first, today),
    published: input.published,
    today: dayName(today),
    scorers: [...scorers]
      .map(([by, mentions]) => ({ by, mentions }))
      .sort((a, b) => b.mentions - a.mentions || (a.by < b.by ? -1 : 1)),
  };
  return { ...facts, rates: usualRates(facts) };
}
