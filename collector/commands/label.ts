import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Accuracy, fewestLabels, Label, labelsThatCount, type Mention, mentionKey } from '#contract';
import { notForModels } from '../sources/not-for-models.ts';
import { labelOf, sourcesOf } from '../sources/sources-of.ts';
import { readLabelRows } from '../store/label-rows.ts';
import { labelsName, sheetTextOf } from '../store/labels-file.ts';
import { openStore } from '../store/open-store.ts';
import { askerFor } from './label-ask.ts';
import { type Drawn, drawStories, poolOf } from './label-draw.ts';
import { leftOutLines } from './label-left-out.ts';
import { type Merge, mergeSheet } from './label-merge.ts';
import { type Asker, type Card, holdSession } from './label-session.ts';
import { sheetOf } from './label-sheet.ts';
import { accuracyNow } from './label-status.ts';
import { count } from './query-report.ts';
import { type CommonOptions, readSetting, type Setting } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

export type LabelOptions = CommonOptions & {
  n?: number;
  brand?: string;
  teaching?: number;
  days?: number;
  seed?: string;
  by?: string;
  export?: string;
  import?: string;
  status?: boolean;
};

const usual = { n: 50, teaching: 25, days: 365, seed: 'labels' } as const;
const mostNamed = 20;
const largestSheet = 20_000_000;

/**
 * `earshot label`: asks people for the tone of mentions, and keeps what they say in `labels.csv`: on the terminal, or by a sheet
 * that goes out with `--export` and comes back with `--import`. Then tells how well the scorer does on them.
 */
export async function labelCommand(options: LabelOptions, world: World, asker?: Asker): Promise<ExitCode> {
  const setting = await readSetting(options, world);
  const by = checkedBy(options.by);
  const asked = [options.export, options.import, options.status].filter(Boolean).length;
  if (asked > 1) throw new CommandError('of --export, --import and --status one at a time');
  if (setting.demo && !options.status && !options.export)
    throw new CommandError('the mentions are those of the demo: nobody wrote them');
  const store = openStore(setting.dataDir);
  const table = store.readLabels();
  const tell = (text: string) => world.err(plainLine(text));
  for (const { line, why } of table.problems)
    tell(`data/${labelsName}${line === 0 ? '' : `:${line}`} ${why}`);
  const labels = table.rows.map(({ label }) => label);
  const mentions = store.readMentions().lines;
  const clauseOf = notForModels(sourcesOf(setting.config, store.readState().state));
  const barredBy = (mention: Pick<Mention, 'source' | 'url'>) => clauseOf(mention)?.name;
  const day = setting.now.toISOString().slice(0, 10);
  const panel = [setting.config.brand, ...setting.config.competitors];
  const brand = options.brand ?? setting.config.brand.id;

  if (options.import !== undefined) return importSheet(options.import);
  if (options.status) return report({});
  const names = new Map(panel.map(({ id, name }) => [id, name]));
  const name = names.get(brand);
  if (name === undefined)
    throw new CommandError(`no brand has the id "${brand}"; there are: ${[...names.keys()].join(', ')}`);
  const pool = poolOf(
    brand,
    { mentions, scores: store.readScores().lines, labels: labelsThatCount(labels) },
    { now: setting.now, days: options.days ?? usual.days, barredBy },
  );
  const share = (options.teaching ?? usual.teaching) / 100;
  const wanted = options.n ?? (options.export === undefined ? usual.n : sheetSize(share));
  const teaching = Math.round(wanted * share);
  const { asked: drawn, known } = drawStories(pool, {
    random: wanted - teaching,
    teaching,
    seed: `${options.seed ?? usual.seed} ${brand}`,
  });
  tellBarred(pool.barred);
  if (known.length > 0) {
    if (!options.dryRun && !setting.demo) await store.addLabels(known);
    tell(
      `${count(known.length, 'label')} of before came up in the lot: counted as drawn by lot from now on.`,
    );
  }
  if (drawn.length === 0)
    tell('There is nothing left to ask about in this time; --days reaches further back.');
  return options.export === undefined ? askAll() : exportSheet(options.export);

  async function askAll(): Promise<ExitCode> {
    const session = await holdSession(
      drawn,
      {
        ask: asker ?? askerFor(world),
        save: async (label) => (options.dryRun ? undefined : store.addLabels([label])),
        cardOf: (one) => cardOf(one, name as string, sourceName),
      },
      { brand, day, ...(by === undefined ? {} : { by }) },
    );
    tell(
      `${session.answered} labelled, ${session.skipped} skipped, ${session.left} left${options.dryRun ? '; nothing was written (--dry-run)' : ''}.`,
    );
    if (session.answered > 0 && !options.dryRun) tell(commitIt(world, setting));
    return report({ session });
  }

  async function exportSheet(path: string): Promise<ExitCode> {
    const file = resolve(world.cwd, path);
    if (existsSync(file))
      throw new CommandError(`${path} is there already, perhaps with answers in it: name another file`);
    if (drawn.length === 0) return report({ exported: null });
    if (!options.dryRun) await writeFileAtomic(file, sheetOf(drawn, sourceName));
    const byLot = drawn.filter((one) => one.drawn === 'random').length;
    tell(
      `${shown(file)}: ${count(drawn.length, 'row')}, ${byLot} of them drawn by lot${options.dryRun ? ' would be written (--dry-run)' : ''}. Write negative, neutral or positive in the column "tone", toward ${name}; leave it empty to skip a row. Then: npm run -s earshot -- label --import ${shown(file)} --by a`,
    );
    return report({ exported: { file: shown(file), rows: drawn.length, byLot } });
  }

  async function importSheet(path: string): Promise<ExitCode> {
    const file = resolve(world.cwd, path);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile()) throw new CommandError(`${path}: there is no such file`);
    if (stats.size > largestSheet) throw new CommandError(`${path}: is over 20 MB, and no sheet of labels`);
    const sheet = readLabelRows(sheetTextOf(readFileSync(file)), shown(file));
    const merge = mergeSheet(
      labels,
      sheet.rows,
      {
        mentions: new Map(mentions.map((mention) => [mentionKey(mention), mention])),
        brands: panel,
        barredBy,
      },
      { day, ...(by === undefined ? {} : { by }) },
    );
    const rowOf = new Map(sheet.begins.map((line, at) => [line, at + 1]));
    const left = [...sheet.problems, ...merge.left]
      .sort((a, b) => a.line - b.line)
      .map(({ line, why }) => ({ row: rowOf.get(line) ?? line, why }));
    for (const line of leftOutLines(shown(file), left)) tell(line);
    const unread = sheet.problems.length + merge.strange;
    if (unread > 0 && sheet.rows.length === merge.strange)
      throw new CommandError(`${shown(file)}: no row of it could be read, and nothing was written`);
    if (!options.dryRun) await store.addLabels(merge.add);
    tellMerge(merge, { blank: sheet.blank, left: left.length });
    if (merge.add.length > 0 && !options.dryRun) tell(commitIt(world, setting));
    const { add, barred, left: _left, ...rest } = merge;
    return report({
      imported: {
        added: add.length,
        blank: sheet.blank,
        leftOut: left,
        barred: Object.fromEntries(barred),
        ...rest,
      },
    });
  }

  function tellMerge(merge: Merge, { blank, left }: { blank: number; left: number }): void {
    const { agreement, conflicts } = merge;
    tell(
      `${count(merge.add.length, 'label')} added, ${merge.known} already there, ${left} left out, ${blank} without an answer${options.dryRun ? '; nothing was written (--dry-run)' : ''}.`,
    );
    for (const { mention, before, now } of conflicts.slice(0, mostNamed)) {
      const title = mentions.find(({ id }) => id === mention)?.title ?? '';
      tell(`m${mention} was ${before}, and is ${now} here: "${title.slice(0, 80)}"`);
    }
    if (conflicts.length > mostNamed)
      tell(`… and ${conflicts.length - mostNamed} more: --json lists all of them`);
    if (conflicts.length > 0) tell('Of two labels the last counts: the one of this sheet.');
    if (agreement.n > 0) tell(agreementText({ ...agreement, same: agreement.same / agreement.n }));
  }

  function tellBarred(barred: ReadonlyMap<string, number>): void {
    for (const [place, number] of barred)
      tell(
        `${count(number, 'mention')} of ${place} left out: its terms forbid to measure a model by its words.`,
      );
  }

  function sourceName(id: string): string {
    const source = sourcesOf(setting.config, store.readState().state).find((one) => one.id === id);
    return source === undefined ? id : labelOf(source);
  }

  function shown(file: string): string {
    return relative(world.cwd, file) || file;
  }

  /** How things stand now, for people and as JSON. */
  function report(what: object): ExitCode {
    const accuracy = accuracyNow(
      setting,
      openStore(setting.dataDir),
      (mention) => barredBy(mention) !== undefined,
    );
    for (const line of standing(accuracy, setting, brand)) tell(line);
    if (options.json) world.out(`${JSON.stringify({ ...what, accuracy: accuracy ?? null }, null, 2)}\n`);
    return options.status && table.problems.length > 0 ? 1 : 0;
  }
}

function commitIt({ cwd }: World, { dataDir }: Setting): string {
  const file = relative(cwd, join(dataDir, labelsName)) || labelsName;
  return `Saved in ${file}. Commit and push it: git add ${file} && git commit -m "data: label" && git push`;
}

function checkedBy(by: string | undefined): string | undefined {
  if (by === undefined) return undefined;
  const read = Label.shape.by.safeParse(by.toLowerCase());
  if (!read.success)
    throw new CommandError(`--by "${by}": ${read.error.issues[0]?.message ?? 'not understood'}`);
  return read.data;
}

function cardOf({ mention }: Drawn, brand: string, sourceName: (id: string) => string): Card {
  return {
    title: `toward ${brand}`,
    lines: [
      ...(mention.title === '' ? [] : [mention.title]),
      ...(mention.excerpt === '' || mention.excerpt === mention.title ? [] : [mention.excerpt]),
      `${sourceName(mention.source)}, ${mention.publishedAt.slice(0, 10)}${mention.url === null ? '' : `, ${mention.url}`}`,
    ],
  };
}

/** Rows of a sheet that holds as many drawn by lot as a correction takes, beside its share of teaching ones. */
const sheetSize = (teaching: number): number =>
  teaching < 1 ? Math.ceil(fewestLabels / (1 - teaching)) : fewestLabels;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const agreementText = ({ n, same, kappa }: { n: number; same: number; kappa: number | null }): string =>
  `Two people agree on ${percent(same)} of ${count(n, 'mention')} that both labelled${kappa === null ? '' : ` (Cohen's kappa ${kappa.toFixed(2)}; 1 is always, 0 is by chance)`}.`;

function standing(accuracy: Accuracy | undefined, { config }: Setting, asked: string): string[] {
  const found =
    accuracy === undefined
      ? ['Nothing is labelled yet.']
      : [
          `${count(accuracy.labelled, 'mention')} labelled in all${accuracy.gone > 0 ? `; ${count(accuracy.gone, 'row')} of labels.csv name a mention that is not there` : ''}.`,
        ];
  for (const { id, name } of [config.brand, ...config.competitors]) {
    const { random, measured } = accuracy?.brands[id] ?? { random: 0, measured: null };
    if (random === 0 && id !== asked) continue;
    found.push(
      measured === null
        ? `${name}: ${random} labelled by lot; ${fewestLabels - random} more by lot are needed until the scorer's error is measured and figures are corrected.`
        : `${name}: the scorer is right on ${percent(measured.right.value)} (${percent(measured.right.low)} to ${percent(measured.right.high)}) of ${random} drawn by lot; macro-F1 ${percent(measured.macroF1.value)} (${percent(measured.macroF1.low)} to ${percent(measured.macroF1.high)}).`,
    );
  }
  if (accuracy?.agreement) found.push(agreementText(accuracy.agreement));
  return found;
}
