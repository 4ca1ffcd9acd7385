import { instant, type Mention, mentionKey, type Replay, type Score } from '#contract';
import { configHash } from '../config/config-hash.ts';
import { judgementConfig, scorerFor, textOf } from '../enrich/enrich.ts';
import { measureAll } from '../measure-all.ts';
import { scoreAnew } from '../score-anew.ts';
import { sourcesOf } from '../sources/sources-of.ts';
import { openStore } from '../store/open-store.ts';
import { aboutFor, headlineEffects } from './headline-effects.ts';
import { count, type Effect, isSame, showEffect } from './query-report.ts';
import { type CommonOptions, readSetting } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

/** Parts of a score, and what they are called. Of a tone only its label counts: probabilities are in no figure. */
const parts = {
  relevant: 'relevance',
  tone: 'tone',
  themes: 'themes',
  story: 'story',
  lang: 'language',
  intents: 'intents',
} as const;
type Part = keyof typeof parts;

/** What a replay does, as `--json` prints it. */
export type ReplayReport = Omit<Replay, 'v'> & {
  dryRun: boolean;
  /** Whether lines were written: not where every score is as it would be made. */
  written: boolean;
  /** Mentions that had no score. */
  first: number;
  /** Scores that say something else than before, by what of them changed. */
  changes: Record<Part, number>;
  /** Some of those whose tone would be another one, over the whole history. */
  examples: { was: string; is: string; text: string }[];
  /** Mentions that keep their score, since their words were taken out. */
  kept: number;
  /** By source that brand.yml has no more: mentions that counted and would not any longer. */
  lostOfGone: Record<string, number>;
  /** Headline figures before and after. */
  figures: Effect[];
};

const mostPlaces = 20;
const mostExamples = 8;
/** Characters of a mention that are shown as an example. */
const longestExample = 90;

/**
 * `earshot replay`: scores the whole history anew with today's config and scorer, stories included; shows what moves, then
 * puts the new scores in the place of the old ones and notes it, for a dated break in the figures.
 * Killed in between, all scores are old and there is no note, or all are new and there is one.
 */
export async function replayCommand(options: CommonOptions, world: World): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const tell = (text: string) => world.err(plainLine(text));
  const store = openStore(setting.dataDir);
  const mentions = store.readMentions();
  const scores = store.readScores();
  const damaged = [...mentions.problems, ...scores.problems];
  if (damaged.length > 0) {
    const places = damaged.slice(0, mostPlaces).map(({ file, line, why }) => `data/${file}:${line} ${why}`);
    if (damaged.length > mostPlaces) places.push(`… and ${damaged.length - mostPlaces} more`);
    throw new CommandError([...places, 'Mend these first; nothing was written.'].join('\n'), 3);
  }
  const { config } = setting;
  const { state } = store.readState();
  const old = new Map(scores.lines.map((score) => [mentionKey(score), score]));
  const made = scoreAnew(config, state, mentions.lines, old);
  const { by } = scorerFor(config);
  const judged = configHash(judgementConfig(config));
  const now = { lines: [...made.values()], problems: [] };
  const about = aboutFor(setting, store, setting.configHash);
  const was = measureAll(config, store, about).files;
  const is = measureAll(config, { ...store, judged: () => now.lines }, about).files;
  const known = new Set(sourcesOf(config, state).map(({ id }) => id));
  const compared = compare(mentions.lines, old, made);
  const report: ReplayReport = {
    at: instant(setting.now),
    dryRun: options.dryRun === true,
    written: false,
    scores: made.size,
    by,
    config: judged,
    ...compared,
    lostOfGone: lostOf(
      mentions.lines.filter(({ source }) => !known.has(source)),
      old,
      made,
    ),
    figures: headlineEffects(
      was,
      is,
      [config.brand, ...config.competitors].map(({ id }) => id),
    ),
  };
  for (const line of words(report)) tell(line);
  const isNew = now.lines.some(
    (score) => JSON.stringify(score) !== JSON.stringify(old.get(mentionKey(score))),
  );
  if (isNew && !report.dryRun) {
    const { at, scores, changed, from } = report;
    const note = { v: 1 as const, at, scores, changed, by, config: judged, from };
    report.written = (await store.replaceScores(now.lines, note)) > 0;
  }
  // A replay that was stopped may have made just these.
  if (!isNew && !report.dryRun) await store.settle();
  tell(outcome(report, isNew));
  if (report.written)
    tell(
      'Measure again, and commit: npm run -s earshot -- measure; git add data && git commit -m "data: replay" && git push',
    );
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

const said = (score: Score, part: Part): string =>
  JSON.stringify(part === 'tone' ? score.tone.label : score[part]);

/** What the new scores say otherwise, and who made those before. */
function compare(
  mentions: readonly Mention[],
  old: ReadonlyMap<string, Score>,
  made: ReadonlyMap<string, Score>,
): Pick<ReplayReport, 'changed' | 'first' | 'changes' | 'examples' | 'kept' | 'from'> {
  const changes: Record<Part, number> = { relevant: 0, tone: 0, themes: 0, story: 0, lang: 0, intents: 0 };
  const from = new Map<string, Replay['from'][number]>();
  const tones: ReplayReport['examples'] = [];
  let [changed, first, kept] = [0, 0, 0];
  for (const mention of mentions) {
    const [before, after] = [old.get(mentionKey(mention)), made.get(mentionKey(mention))];
    if (after === undefined) continue;
    if (before === undefined) {
      first += 1;
      continue;
    }
    // Only what has no words is given back as it was.
    if (before === after) {
      kept += 1;
      continue;
    }
    const { by, config } = before;
    const judge = from.get(`${by} ${config}`) ?? { by, config, scores: 0 };
    from.set(`${by} ${config}`, { ...judge, scores: judge.scores + 1 });
    const differing = (Object.keys(parts) as Part[]).filter(
      (part) => said(before, part) !== said(after, part),
    );
    for (const part of differing) changes[part] += 1;
    if (differing.includes('tone'))
      tones.push({ was: before.tone.label, is: after.tone.label, text: cut(textOf(mention)) });
    if (differing.length > 0) changed += 1;
  }
  const judges = [...from.values()].sort((a, b) => b.scores - a.scores || (a.config < b.config ? -1 : 1));
  // Evenly over the history: those of one night are often copies of one text.
  const step = Math.max(1, tones.length / mostExamples);
  const examples = Array.from(
    { length: Math.min(tones.length, mostExamples) },
    (_, at) => tones[Math.floor(at * step)] as (typeof tones)[number],
  );
  return { changed, first, changes, examples, kept, from: judges };
}

const cut = (text: string): string =>
  text.length > longestExample ? `${text.slice(0, longestExample).trimEnd()}…` : text;

/** By source: mentions that counted and would not any longer. */
function lostOf(
  mentions: readonly Mention[],
  old: ReadonlyMap<string, Score>,
  made: ReadonlyMap<string, Score>,
): Record<string, number> {
  const lost: Record<string, number> = {};
  for (const mention of mentions) {
    const key = mentionKey(mention);
    if (old.get(key)?.relevant === false || made.get(key)?.relevant !== false) continue;
    lost[mention.source] = (lost[mention.source] ?? 0) + 1;
  }
  return lost;
}

function words(report: ReplayReport): string[] {
  const { scores, from, by, config, changed, changes, examples, first, kept, lostOfGone, figures } = report;
  const lines = [`${count(scores, 'score')} by ${by}, config ${config}`];
  for (const judge of from) lines.push(`  of ${judge.scores} by ${judge.by}, config ${judge.config}`);
  if (first > 0) lines.push(`  ${count(first, 'mention')} had none`);
  if (kept > 0) lines.push(`  ${count(kept, 'mention')} without words: the score stays as it is`);
  lines.push(`${count(changed, 'score')} would say something else${changed > 0 ? ':' : ''}`);
  for (const part of Object.keys(parts) as Part[])
    if (changes[part] > 0) {
      lines.push(`  ${parts[part]}: ${changes[part]}`);
      if (part === 'tone')
        lines.push(
          ...examples.map(({ was, is, text }) => `    ${was} → ${is}: ${text.replace(/\s+/g, ' ')}`),
        );
    }
  const gone = Object.entries(lostOfGone).map(([source, times]) => `${source} ${times}`);
  if (gone.length > 0)
    lines.push(
      `  no longer counted, of sources that brand.yml has no more: ${gone.join(', ')}. If one was bound to a brand, put it back before you replay.`,
    );
  lines.push('figures over the last 28 days');
  for (const effect of figures.filter((one) => !isSame(one))) lines.push(`  ${showEffect(effect)}`);
  if (figures.every(isSame)) lines.push('  none of them moves');
  return lines;
}

function outcome({ written, dryRun, scores, changed }: ReplayReport, isNew: boolean): string {
  if (!isNew) return 'Every score is as it would be made today: nothing was written.';
  if (dryRun) return 'Nothing was written (--dry-run).';
  const shown =
    changed > 0 ? ' and noted: the charts show a break at this day' : ' and noted; no figure moves';
  return written
    ? `${count(scores, 'score')} written anew${shown}.`
    : 'Another replay made the same scores meanwhile: nothing was written.';
}
