import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { usualScorer } from '../enrich/scorers.ts';
import { toneReport } from './bench/report.ts';
import { reportTable } from './bench/report-table.ts';
import { testSetsOf } from './bench/test-sets.ts';
import type { CommonOptions } from './setting.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

/**
 * `earshot bench tone DIR`: how well and how fast the scorers tell tone, on labelled texts: DIR/NAME/test.tsv with lines of
 * `label<TAB>text`, or of `label<TAB>from<TAB>to<TAB>target<TAB>sentence`; labels are neg, neu and pos. Every scorer and VADER are
 * asked about the same texts in one run.
 */
export async function benchToneCommand(
  folder: string,
  options: CommonOptions & { card?: string },
  world: World,
): Promise<ExitCode> {
  const dir = resolve(world.cwd, folder);
  if (!existsSync(dir)) throw new CommandError(`there is no folder ${folder}`);
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
  if (options.json) world.out(`${JSON.stringify(report, null, 2)}\n`);
  else for (const line of reportTable(report)) world.out(line === '' ? '\n' : `${line}\n`);
  return 0;
}
