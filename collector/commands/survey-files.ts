import type { Config, SurveySettings } from '#contract';
import { importSurvey, type SurveyReport } from '../import-surveys.ts';
import type { Store } from '../store/open-store.ts';
import { filesLike } from './import-files.ts';
import type { OpenRim } from './rim.ts';

/** The survey's files in inbox/, with their bytes. */
async function filesOf(survey: SurveySettings, configDir: string, { readLocal }: Pick<OpenRim, 'readLocal'>) {
  const patterns = [survey.file ?? `inbox/${survey.id}*.csv`].flat();
  const names = [...new Set(patterns.flatMap((pattern) => filesLike(pattern, configDir)))];
  return Promise.all(names.map(async (file) => ({ file, bytes: await readLocal(file) })));
}

/** Reads the files of these surveys; stores what they add up to, unless it is a dry run. */
export async function readSurveyFiles(
  surveys: readonly SurveySettings[],
  { config, configDir }: { config: Config; configDir: string },
  store: Store,
  rim: Pick<OpenRim, 'readLocal'>,
  how: Parameters<typeof importSurvey>[4],
): Promise<SurveyReport[]> {
  const reports: SurveyReport[] = [];
  for (const survey of surveys)
    reports.push(await importSurvey(survey, await filesOf(survey, configDir, rim), config, store, how));
  return reports;
}

const rowsNamed = 10;
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What became of a survey, in lines for people. Says of the cells that are no answers what stands there, never of comments. */
export function surveyWords(report: SurveyReport, dryRun: boolean): string[] {
  const { survey, status, why, files, rows, leftOut, withheld, segmented, comments, from, to } = report;
  const lines =
    status === 'ok'
      ? [
          `${survey}  ok  ${counted(rows, 'row')}, ${report.counted} counted in ${counted(report.lines, 'line')}` +
            (from === undefined ? '' : `, ${from} to ${to}`) +
            (dryRun ? '; nothing was written (--dry-run)' : ''),
        ]
      : [`${survey}  ${status}: ${why}; nothing of it was stored`];
  const left = [
    [leftOut.blank, 'without an answer'],
    [leftOut.preview, 'of previews or tests'],
    [leftOut.unfinished, 'unfinished'],
    [leftOut.repeated, 'of somebody whose later answer counts'],
    [leftOut.rejected, 'rejected'],
    [leftOut.weightless, 'of weight 0'],
    [leftOut.standing, 'left as they stand stored, added up with days that the file has not'],
    [
      withheld,
      'withheld, since fewer than five came together even in a month (an export with more of it takes them in)',
    ],
  ].flatMap(([count, what]) => (count ? [`${count} ${what}`] : []));
  if (left.length > 0) lines.push(`${survey}: not counted: ${left.join(', ')}`);
  const untold = segmented.rows - segmented.own;
  if (untold > 0)
    lines.push(
      `${survey}: ${untold} of ${counted(segmented.rows, 'answer')} with a segment count in the total alone, since fewer than five of theirs came on a day: figures by segment rest on the others`,
    );
  const { unaided, aided } = report.namedNone;
  if (unaided > 0)
    lines.push(
      `${survey}: ${unaided} left the question without a list blank, and count as asked who named none`,
    );
  if (aided > 0)
    lines.push(`${survey}: ${aided} left the question with a list blank, and count as asked who know none`);
  for (const { file, rejected, personal, notices } of files) {
    for (const { row, why } of rejected.slice(0, rowsNamed))
      lines.push(`${survey}: ${file} row ${row}: ${why}`);
    if (rejected.length > rowsNamed)
      lines.push(`${survey}: ${file}: ${rejected.length - rowsNamed} more rows rejected; --json lists all`);
    for (const notice of notices) lines.push(`${survey}: ${file}: ${notice}`);
    if (personal.length > 0)
      lines.push(`${survey}: ${file}: columns about people, not read: ${personal.join(', ')}`);
  }
  if (comments.read > 0)
    lines.push(
      `${survey}: ${counted(comments.read, 'comment')} scored, no word of them stored` +
        (comments.withheld > 0 ? `; ${comments.withheld} in counts under five, withheld` : ''),
    );
  return lines;
}
