import type {
  About,
  Config,
  Figure,
  Label,
  Mention,
  Published,
  Replay,
  Run,
  Score,
  Signal,
  SurveyLine,
} from '#contract';
import type { Judged, Said } from '../types.ts';
import { type Calendar, dayName, makeCalendar } from './calendar.ts';
import { coverageDays } from './coverage-days.ts';
import { idHalves, idText, numberIds } from './id-numbers.ts';
import { gatherJudgements, type Judgements } from './judgements.ts';
import { gatherLabels, type LabelFacts } from './labels.ts';
import { saidBy } from './line-values.ts';
import { cellIn, highIn, intentsIn, isRelevant, packJudgement, packMention, toneIn } from './packed.ts';
import type { PlainFacts } from './plain-facts.ts';
import { type FindSaying, type ReadTexts, sayingIn, wordsOf } from './read-texts.ts';
import { columns, type Loose, noColumns, opinionOf, type Rows, toFive, toneValues } from './rows.ts';
import { type SourceFacts, sourceFacts, usualRates } from './source-facts.ts';
import { noCell, saidCell } from './tone-cells.ts';

/** All that figures are made of. Nothing else is looked at: the same input gives the same bytes. */
export type MeasureInput = {
  config: Config;
  demo: boolean;
  /** Sources of the config, labelled, by the caller. */
  sources: About['sources'];
  notRead?: NonNullable<About['notRead']>;
  /** Told when all lines are read, and after each figure: what the step needed is gone, so that it is a good moment to clear up. */
  stepDone?: () => void;
  /** Asked once all lines are read. */
  damage?: () => About['damage'];
  unlabelled?: NonNullable<About['unlabelled']>;
  themes: About['themes'];
  mentions: Iterable<Mention> | Iterable<Said>;
  scores: Iterable<Score> | Iterable<Judged>;
  /** The words of mentions; not needed where `mentions` are whole lines. */
  texts?: ReadTexts;
  /** Which mentions say what; found by reading all words where left out. */
  saying?: FindSaying;
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
  notMeasured?: (mention: Pick<Mention, 'source' | 'url'>) => boolean;
  now: Date;
  configHash: string;
  commit: string | null;
  repository: string | null;
  /**
   * Begins to make figures in another thread, and gives what waits for them; undefined where that is not worth it. Those that
   * did not come are made here.
   */
  beside?: (facts: PlainFacts, figures: readonly string[]) => (() => Figure[]) | undefined;
  /** Only headlines and the verdicts beside them are wanted: the series are left empty, which takes a third of the time. */
  headlinesOnly?: boolean;
};

export type Facts = {
  config: Config;
  configHash: string;
  /** The words of mentions, for the few figures that read them. */
  texts: ReadTexts;
  saying: FindSaying;
  calendar: Calendar;
  brands: { id: string; name: string }[];
  themes: About['themes'];
  /** Sites by the numbers of `Rows.site`. */
  sites: readonly string[];
  /** Versions of apps by the numbers of `Rows.version`; 0 is none. */
  versions: readonly string[];
  /** BCP 47 tags of the languages that judgements name; `und` first. */
  languages: readonly string[];
  rows: Rows[];
  /** Talk of the category, which names no brand of the panel. */
  category: Rows;
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

/** What stands for the judgement of a mention that has none. */
const unjudged = packJudgement({ tone: Number.NaN, cell: noCell, relevant: false, intents: 0 });

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

/** Reads every line once and lays it out in columns; time and memory grow with the number of lines only. */
export function gatherFacts(input: MeasureInput): Facts {
  const { config } = input;
  const calendar = makeCalendar(config.time);
  const brands = [config.brand, ...config.competitors].map(({ id, name }) => ({ id, name }));
  const brandIds = brands.map((brand) => brand.id);
  const brandOf = new Map(brandIds.map((id, index) => [id, index]));
  // Talk of the category, which names no brand, stands after the last of them.
  const unbranded = brands.length;
  const heardOf = new Map([...brandOf, ['', unbranded]]);
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

  // Of documents, and of stories: a story bears the id of its first document.
  const docs = numberIds();
  const sites = new Map([['', 0]]);
  const siteOf = interner(sites);
  const versions = new Map([['', 0]]);
  const versionOf = interner(versions);
  const themeOf = new Map(input.themes.map(({ id }, index) => [id, index]));
  const languages = new Map([['und', 0]]);
  const scorers = new Map<string, number>();
  const labels = gatherLabels(input.labels ?? [], brandOf, input.notMeasured ?? (() => false));
  const numberOf = { language: interner(languages), scorer: interner(scorers) };
  const judged = gatherJudgements(input.scores, heardOf, docs, themeOf, numberOf, labels);
  labels.toStories((brand, id) => {
    const { ids, story } = judged[brand] as Judgements;
    const judgement = ids.find(...idHalves(id));
    return judgement < 0 ? undefined : story.at(judgement);
  });

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

  const loose = judged.map(noColumns);
  const firstSeen = brands.map(() => Number.POSITIVE_INFINITY);
  const judgedBy = new Float64Array(scorers.size);
  // By source: the brand that all its lines rate, -1 where they do not.
  const alone = new Map<string, number>();
  for (const line of input.mentions as Iterable<Mention | Said>) {
    const brand = heardOf.get(line.brand ?? '');
    if (brand === undefined) continue;
    const isBranded = brand !== unbranded;
    const mention = saidBy(line);
    const { idHigh, idLow, docHigh, docLow, source, group, rating } = mention;
    const scores = judged[brand] as Judgements;
    const score = scores.ids.find(idHigh, idLow);
    const counts = score >= 0 && isRelevant(scores.said.at(score));
    const labelled = labels.any && isBranded;
    const id = labelled ? idText(idHigh, idLow) : '';
    if (labelled)
      labels.meet(
        { id, brand: mention.brand, group, source, url: mention.origin },
        counts ? cellIn(scores.said.at(score)) : undefined,
      );
    if (score >= 0 && !counts) continue;
    const to = loose[brand] as Loose;
    if (score >= 0 ? to.isMet[score] === 1 : to.unjudged.find(idHigh, idLow) >= 0) continue;
    if (score >= 0) to.isMet[score] = 1;
    const rated = rating ? brand : -1;
    if (isBranded) {
      const known = alone.get(source);
      if (known === undefined) alone.set(source, rated);
      else if (known !== rated && known !== -1) alone.set(source, -1);
    }
    to.time.push(mention.publishedAt);
    to.source.push(addSource(source, group));
    to.site.push(siteOf(mention.site));
    const story = score < 0 ? docs.numberOf(docHigh, docLow) : scores.story.at(score);
    to.story.push(story);
    // Most stories begin with this very document: one that is at hand need not be looked up.
    const isStory = docs.high(story) === docHigh && docs.low(story) === docLow;
    to.doc.push(isStory ? story : docs.numberOf(docHigh, docLow));
    const said = labelled ? labels.toneOf(brand, { id, brand: mention.brand }, story) : undefined;
    const judgement = score < 0 ? unjudged : scores.said.at(score);
    to.said.push(
      packMention({
        tone: said === undefined ? toneIn(judgement) : toneValues[said],
        cell: said === undefined ? cellIn(judgement) : saidCell(said),
        opinion: opinionOf(rating, intentsIn(judgement)),
      }),
    );
    to.stars.push(rating ? toFive(rating) : Number.NaN);
    to.version.push(mention.version === null ? 0 : versionOf(mention.version));
    to.textLength.push(mention.length);
    to.seen.push(mention.firstSeenAt);
    to.judgement.push(score < 0 ? -1 - to.unjudged.numberOf(idHigh, idLow) : score);
    if (!isBranded) continue;
    firstSeen[brand] = Math.min(firstSeen[brand] as number, mention.firstSeenAt);
    if (score >= 0) {
      const by = highIn(scores.by.at(score));
      judgedBy[by] = (judgedBy[by] as number) + 1;
    }
  }
  for (const source of input.sources) addSource(source.id, source.group);
  for (const id of attempts.keys()) if (!sourceIds.has(id)) addSource(id, 'other');

  // By id, so that the order of lines changes nothing, not even the last digit of a sum.
  const inOrder = [...sourceIds].sort(([a], [b]) => (a < b ? -1 : 1));
  const rank = new Uint16Array(inOrder.length);
  for (const [at, [, { index }]] of inOrder.entries()) rank[index] = at;
  for (const { source } of loose) {
    const column = source.values();
    for (let row = 0; row < column.length; row++) column[row] = rank[column[row] as number] as number;
  }

  const texts = input.texts ?? wordsOf(input.mentions as Iterable<Mention>);
  const listed = new Map(input.sources.map((source) => [source.id, source]));
  const documents = docs.size();
  docs.release();
  const all: Rows[] = [];
  while (loose.length > 0) {
    const [one, judgements] = [loose.shift() as Loose, judged.shift() as Judgements];
    all.push(columns(one, judgements, calendar, [first, days], documents));
  }
  const rows = all.slice(0, unbranded);
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
    texts,
    saying: input.saying ?? sayingIn(texts),
    calendar,
    brands,
    themes: input.themes,
    sites: [...sites.keys()],
    versions: [...versions.keys()],
    languages: [...languages.keys()],
    rows,
    category: all[unbranded] as Rows,
    sources,
    first,
    days,
    joined: joinedDays(brandIds, firstSeen, input.published, calendar, first, today),
    published: input.published,
    replays: input.replays ?? [],
    signals: input.signals ?? [],
    today: dayName(today),
    scorers: [...scorers]
      .map(([by, number]) => ({ by, mentions: judgedBy[number] as number }))
      .filter(({ mentions }) => mentions > 0)
      .sort((a, b) => b.mentions - a.mentions || (a.by < b.by ? -1 : 1)),
    rates: usualRates(sources, rows, days),
    labels: labels.facts(),
    labelRows: input.labels ?? [],
    forgotten: input.forgotten ?? [],
    headlinesOnly: input.headlinesOnly ?? false,
  };
}
