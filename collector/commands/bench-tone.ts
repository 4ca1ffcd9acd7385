import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { ModelCard } from '#contract';
import { usualScorer } from '../enrich/scorers.ts';
import { modelCard } from './bench/card.ts';
import { toneReport } from './bench/report.ts';
import { reportTable } from './bench/report-table.ts';
import { testSetsOf } from './bench/test-sets.ts';
import { type CommonOptions, readTime } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The card that a file holds; none where it holds anything else. */
function cardAt(file: string): ModelCard | undefined {
  try {
    return ModelCard.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * `earshot bench tone DIR`: how well and how fast the scorers tell tone, on labelled texts: DIR/NAME/test.tsv with lines of
 * `label<TAB>text`, or of `label<TAB>from<TAB>to<TAB>target<TAB>sentence`; labels are neg, neu and pos. Every scorer and VADER are
 * asked about the same texts in one run. `--card FILE` also writes the model card that the Method page shows.
 */
export async function benchToneCommand(
  folder: string,
  options: CommonOptions & { card?: string },
  world: World,
): Promise<ExitCode> {
  const dir = resolve(world.cwd, folder);
  if (!isFolder(dir)) throw new CommandError(`there is no folder ${folder}`);
  const card = options.card === undefined ? undefined : resolve(world.cwd, options.card);
  if (card !== undefined && !isFolder(dirname(card)))
    throw new CommandError(`--card ${options.card}: there is no such folder to write it in`);
  const found = testSetsOf(dir);
  const sets = found.filter(({ texts }) => texts.length > 0);
  for (const { set, malformed } of found.filter(({ texts }) => texts.length === 0))
    world.err(plainLine(`${set}: none of ${malformed} lines is of the layout; labels are neg, neu and pos`));
  if (sets.length === 0) throw new CommandError(`${folder} holds no NAME/test.tsv with labelled texts`);
  const report = await toneReport(sets, {
    root: world.root,
    usual: usualScorer,
    tell: (text) => world.err(plainLine(text)),
  });
  if (card !== undefined && !options.dryRun) {
    const notice = readFileSync(join(world.root, 'collector', 'enrich', 'tone', 'NOTICE'), 'utf8');
    const date = (options.now === undefined ? world.clock() : readTime(options.now))
      .toISOString()
      .slice(0, 10);
    const made = ModelCard.parse(modelCard(report, { notice, date, before: cardAt(card) }));
    await writeFileAtomic(card, `${JSON.stringify(made, null, 2)}\n`);
    world.err(plainLine(`${options.card}: the model card of ${made.scorer} is written`));
  }
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  else for (const line of reportTable(report)) world.out(line === '' ? '\n' : `${line}\n`);
  return 0;
}
