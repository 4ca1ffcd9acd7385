import { code, mostBytes, wholeLines } from '../night/issue-text.ts';
import type { Part, Sample } from '../select/compare-queries.ts';
import {
  count,
  failedSources,
  isSame,
  keptUnknown,
  nothingStored,
  notInFigures,
  type QueryReport,
  showBrandQuery,
  showHeadline,
} from './query-report.ts';

const longestText = 300;
/** Text of others as code: it can address nobody, close nothing and load nothing. */
const inert = (text: string): string =>
  code(text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text);

/** A link where it is plain and leads to no place that would be told of it, as issues of GitHub are; else code. */
function address(url: string): string {
  const host = URL.parse(url)?.hostname ?? '';
  const isPlain = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./~%-]*)?(?:\?[\w./~%=&-]*)?$/.test(url);
  return isPlain && url.length <= longestText && !/(?:^|\.)github\.com$/.test(host) ? `<${url}>` : inert(url);
}

const sampleLine = ({ date, site, title, url, reason }: Sample): string =>
  [
    `- ${date}`,
    inert(site),
    inert(title),
    ...(url === null ? [] : [address(url)]),
    ...(reason === '' ? [] : [`· ${inert(reason)}`]),
  ].join(' ');

const section = (head: string, part: Part): string[] => [
  '',
  head,
  '',
  ...part.samples.map(sampleLine),
  ...(part.count > part.samples.length ? [`- … and ${part.count - part.samples.length} more`] : []),
];

/**
 * The report as Markdown for a comment on a pull request, below GitHub's limit. Titles, addresses and queries come from
 * people who may mean harm; all of it is code.
 */
export function queryMarkdown(report: QueryReport): string {
  const { compared, brands, figures, sources, notices } = report;
  const lines = [`### ${inert(compared.after)} compared with ${inert(compared.before)}`];
  for (const notice of notices) lines.push('', inert(notice));
  if (brands.length === 0) lines.push('', 'No query differs.');
  // What must be seen stands before the samples, which may be cut.
  if (figures.length > 0) {
    lines.push('', `#### Figures over the last 28 days`, '', notInFigures, '');
    lines.push('| figure | brand | before | after |', '| --- | --- | --- | --- |');
    for (const effect of figures)
      lines.push(
        `| ${effect.title} | ${inert(effect.brand)} | ${showHeadline(effect.before)} | ${isSame(effect) ? 'unchanged' : showHeadline(effect.after)} |`,
      );
  }
  const failed = failedSources(report);
  if (failed.length > 0) {
    lines.push(
      '',
      `Not known: what ${count(failed.length, 'source')} of ${sources?.length ?? 0} would give.`,
      '',
    );
    for (const { id, status, reason = '' } of failed) lines.push(`- ${inert(`${id} ${status} ${reason}`)}`);
  }
  for (const { id, before, after, stored, gained } of brands) {
    const { counted, lost, unknown, regained } = stored;
    lines.push('', `#### ${inert(id)}`, '');
    lines.push(`- before: ${inert(showBrandQuery(before))}`, `- after: ${inert(showBrandQuery(after))}`);
    const already = lost.already > 0 ? `; ${lost.already} of them the query as it was would drop too` : '';
    lines.push(...section(`**Lost: ${lost.count}** of ${count(counted, 'stored mention')}${already}`, lost));
    if (lost.reasons.length > 0)
      lines.push('', 'Why:', '', ...lost.reasons.map((one) => `- ${one.count} × ${inert(one.reason)}`));
    if (unknown.count > 0)
      lines.push(...section(`**Cannot be told: ${unknown.count}.** ${keptUnknown}`, unknown));
    if (regained.count > 0)
      lines.push(...section(`**Back: ${regained.count}** that an earlier query dropped`, regained));
    if (gained === null) lines.push('', `**Gained:** no source was read. ${nothingStored}`);
    else lines.push(...section(`**Gained tonight: ${gained.count}.** ${nothingStored}`, gained));
  }
  return wholeLines(lines, mostBytes);
}
