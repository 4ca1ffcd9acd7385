import type {
  About,
  Config,
  Label,
  Mention,
  Published,
  Replay,
  Run,
  Score,
  Signal,
  SurveyLine,
} from '#contract';
import { type Calendar, dayName, makeCalendar } from './calendar.ts';
import { coverageDays } from './coverage-days.ts';
import { gatherLabels, type LabelFacts } from './labels.ts';
import {
  columns,
  intentBits,
  type Loose,
  loyaltyOf,
  noColumns,
  opinionOf,
  type Rows,
  type ThemeOfRow,
  toFive,
  toneValues,
} from './rows.ts';
import { type SourceFacts, sourceFacts, usualRates } from './source-facts.ts';
import { noCell, saidCell, scoredCell } from './tone-cells.ts';

/** All that figures are made of. Nothing else is looked at: the same input gives the same bytes. */
export type MeasureInput = {
  config: Config;
  demo: boolean;
  /** Sources of the config, labelled, by the caller. */
  sources: About['sources'];
  notRead?: NonNullable<About['notRead']>;
  damage?: NonNullable<About['damage']>;
  unlabelled?: NonNullable<About['unlabelled']>;
  themes: About['themes'];
  mentions: Iterable<Mention>;
  scores: Iterable<Score>;
  runs: readonly Run[];
  published: readonly Published[];
  replays?: readonly Replay[];
  signals?: readonly Signal[];
  /** What the answers to surveys add up to. */
  surveys?: readonly SurveyLine[];
  /** Rows of `labels.csv`, in their order. */
  labels?: readonly Label[];
  /** When things were taken out on request, a moment for each. */
  forgotten?: readonly string[];
  /** Whether a mention's words may not serve to measure a scorer: its labels then correct nothing but itself. */
  notMeasured?: (mention: Mention) => boolean;
  now: Date;
  configHash: string;
  commit: string | null;
  repository: string | null;
  /** Only headlines and the verdicts beside them are wanted: the series are left empty, which takes a third of the time. */
  headlinesOnly?: boolean;
};

export type Facts = {
  config: Config;
  configHash: string;
  /** The lines themselves, for figures that read their words. */
  mentions: Iterable<Mention>;
  calendar: Calendar;
  brands: { id: string; name: string }[];
  themes: About['themes'];
  /** Sites by the numbers of `Rows.site`. */
  sites: readonly string[];
  /** BCP 47 tags of the languages that judgements name; `und` first. */
  languages: readonly string[];
  rows: Rows[];
  sources: SourceFacts[];
  /** Day number (since 1970) of the series' first day, and how many days it has; the last is the day before `now`. */
  first: number;
  days: number;
  /** By brand: the first day on which it was looked for; days before are unknown, not 0. */
  joined: number[];
  published: readonly Published[];
  replays: readonly Replay[];
  signals: readonly Signal[];
  /** Name of today, the unfinished day. */
  today: string;
  scorers: { by: string; mentions: number }[];
  /** Usual stories of each source on a covered day, over all brands. */
  rates: Float64Array;
  labels: LabelFacts;
  /** Rows of `labels.csv`, in their order. */
  labelRows: readonly Label[];
  /** When things were taken out on request. */
  forgotten: readonly string[];
  headlinesOnly: boolean;
};

/** Longest series: what is older stays in the lines but is in no figure. */
const longestDays = 3653;

function interner(known = new Map<string, number>()): (text: string) => number {
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, known.size);
    return known.size - 1;
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

type Judgement = {
  story: number;
  relevant: boolean;
  tone: number;
  language: number;
  /** Cell of the scorer's judgement; `noCell` where it gave none. */
  cell: number;
  themes: readonly ThemeOfRow[];
  intents: Score['intents'];
  by: string;
};
const noThemes: readonly ThemeOfRow[] = [];

/** Judgements by brand and id of the mention; of two on the same mention the later line counts. */
function judgementsOf(
  scores: Iterable<Score>,
  brandOf: ReadonlyMap<string, number>,
  storyOf: (story: string) => number,
  themeOf: ReadonlyMap<string, number>,
  languageOf: (tag: string) => number,
  labels: ReturnType<typeof gatherLabels>,
): Map<string, Judgement>[] {
  const judged = [...brandOf].map(() => new Map<string, Judgement>());
  for (const score of scores) {
    const brand = brandOf.get(score.brand ?? '');
    if (brand === undefined) continue;
    const { label, p } = score.tone;
    const cell = label === 'unscored' ? noCell : scoredCell(label, p);
    labels.judged(brand, cell, p);
    judged[brand]?.set(score.id, {
      story: storyOf(score.story),
      relevant: score.relevant,
      tone: toneValues[score.tone.label],
      language: languageOf(score.lang),
      cell,
      // A theme that brand.yml has no more says nothing.
      themes: score.themes.length === 0 ? noThemes : themesIn(score, themeOf),
      intents: score.intents,
      by: score.by,
    });
  }
  return judged;
}

const themesIn = (score: Score, themeOf: ReadonlyMap<string, number>): ThemeOfRow[] =>
  score.themes.flatMap(({ id, tone }): ThemeOfRow[] => {
    const theme = themeOf.get(id);
    return theme === undefined ? [] : [[theme, toneValues[tone]]];
  });

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
  const sites = new Map([['', 0]]);
  const siteOf = interner(sites);
  const docOf = interner();
  const themeOf = new Map(input.themes.map(({ id }, index) => [id, index]));
  const languages = new Map([['und', 0]]);
  const labels = gatherLabels(input.labels ?? [], brandOf, input.notMeasured ?? (() => false));
  const judged = judgementsOf(input.scores, brandOf, storyOf, themeOf, interner(languages), labels);
  labels.toStories((brand, id) => judged[brand]?.get(id)?.story);

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

  const loose = brands.map(noColumns);
  const firstSeen = brands.map(() => Number.POSITIVE_INFINITY);
  const seen = brands.map(() => new Set<string>());
  const scorers = new Map<string, number>();
  // By source: the brand that all its lines rate, -1 where they do not.
  const alone = new Map<string, number>();
  for (const mention of input.mentions) {
    const brand = brandOf.get(mention.brand ?? '');
    if (brand === undefined) continue;
    const score = judged[brand]?.get(mention.id);
    labels.meet(mention, score?.relevant ? score.cell : undefined);
    if (score && !score.relevant) continue;
    const known = seen[brand] as Set<string>;
    if (known.has(mention.id)) continue;
    known.add(mention.id);
    const rated = mention.rating ? brand : -1;
    alone.set(mention.source, (alone.get(mention.source) ?? rated) === rated ? rated : -1);
    const to = loose[brand] as Loose;
    to.id.push(mention.id);
    to.time.push(Date.parse(mention.publishedAt));
    to.source.push(addSource(mention.source, mention.group));
    to.site.push(siteOf(mention.site));
    const story = score?.story ?? storyOf(mention.doc);
    to.story.push(story);
    to.doc.push(docOf(mention.doc));
    const said = labels.toneOf(brand, mention, story);
    to.tone.push(said === undefined ? (score?.tone ?? Number.NaN) : toneValues[said]);
    to.language.push(score?.language ?? 0);
    to.cell.push(said === undefined ? (score?.cell ?? noCell) : saidCell(said));
    to.opinion.push(opinionOf(mention.rating, score?.intents ?? []));
    to.loyal.push(loyaltyOf(score?.intents ?? []));
    to.intents.push(intentBits(score?.intents ?? []));
    to.stars.push(mention.rating ? toFive(mention.rating) : Number.NaN);
    to.themes.push(score?.themes ?? noThemes);
    firstSeen[brand] = Math.min(firstSeen[brand] as number, Date.parse(mention.firstSeenAt));
    if (score) scorers.set(score.by, (scorers.get(score.by) ?? 0) + 1);
  }
  for (const source of input.sources) addSource(source.id, source.group);
  for (const id of attempts.keys()) if (!sourceIds.has(id)) addSource(id, 'other');

  // By id, so that the order of lines changes nothing, not even the last digit of a sum.
  const inOrder = [...sourceIds].sort(([a], [b]) => (a < b ? -1 : 1));
  const rank = new Uint16Array(inOrder.length);
  for (const [at, [, { index }]] of inOrder.entries()) rank[index] = at;
  for (const { source } of loose) {
    for (let row = 0; row < source.length; row++) source[row] = rank[source[row] as number] as number;
  }

  const listed = new Map(input.sources.map((source) => [source.id, source]));
  const rows = loose.map((one) => columns(one, calendar, first, days));
  const sources = inOrder.map(([id, { group }]) =>
    sourceFacts(
      id,
      group,
      listed.get(id),
      alone.get(id),
      attempts.get(id),
      brandIds,
      first,
      days,
      firstNight,
    ),
  );
  return {
    config,
    configHash: input.configHash,
    mentions: input.mentions,
    calendar,
    brands,
    themes: input.themes,
    sites: [...sites.keys()],
    languages: [...languages.keys()],
    rows,
    sources,
    first,
    days,
    joined: joinedDays(brandIds, firstSeen, input.published, calendar, first, today),
    published: input.published,
    replays: input.replays ?? [],
    signals: input.signals ?? [],
    today: dayName(today),
    scorers: [...scorers]
      .map(([by, mentions]) => ({ by, mentions }))
      .sort((a, b) => b.mentions - a.mentions || (a.by < b.by ? -1 : 1)),
    rates: usualRates(sources, rows, days),
    labels: labels.facts(),
    labelRows: input.labels ?? [],
    forgotten: input.forgotten ?? [],
    headlinesOnly: input.headlinesOnly ?? false,
  };
}
