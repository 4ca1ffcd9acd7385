import type { Part, Sample } from '../select/compare-queries.ts';
import {
  count,
  failedSources,
  keptUnknown,
  nothingStored,
  notInFigures,
  type QueryReport,
  showBrandQuery,
  showEffect,
} from './query-report.ts';

const sampleLine = ({ date, site, title, url, reason }: Sample): string =>
  `  ${date}  ${site || '–'}  ${title || '(without a title)'}${url === null ? '' : `  ${url}`}${reason === '' ? '' : `  [${reason}]`}`;

const withSamples = (head: string, part: Part): string[] => [
  head,
  ...part.samples.map(sampleLine),
  ...(part.count > part.samples.length ? [`  … and ${part.count - part.samples.length} more`] : []),
];

/** The report in lines for people. */
export function queryWords(report: QueryReport): string[] {
  const { compared, brands, figures, sources, notices } = report;
  if (brands.length === 0)
    return [...notices, `No query differs between ${compared.before} and ${compared.after}.`];
  const lines = [...notices, `${compared.after}, compared with ${compared.before}`];
  for (const { id, before, after, stored, gained } of brands) {
    const { counted, lost, unknown, regained } = stored;
    lines.push('', `${id}`, `  before  ${showBrandQuery(before)}`, `  after   ${showBrandQuery(after)}`);
    const already = lost.already > 0 ? `; ${lost.already} of them the query as it was would drop too` : '';
    lines.push(...withSamples(`lost: ${lost.count} of ${count(counted, 'stored mention')}${already}`, lost));
    for (const { reason, count: times } of lost.reasons) lines.push(`  ${times} × ${reason}`);
    if (unknown.count > 0)
      lines.push(...withSamples(`cannot be told: ${unknown.count}. ${keptUnknown}`, unknown));
    if (regained.count > 0)
      lines.push(
        ...withSamples(
          `back: ${count(regained.count, 'stored mention')} that an earlier query dropped`,
          regained,
        ),
      );
    if (gained === null) lines.push(`gained: no source was read. ${nothingStored}`);
    else lines.push(...withSamples(`gained tonight: ${gained.count}. ${nothingStored}`, gained));
  }
  lines.push('', `figures over the last 28 days. ${notInFigures}`);
  for (const effect of figures) lines.push(`  ${showEffect(effect)}`);
  for (const { id, status, reason, detail } of failedSources(report))
    lines.push(
      `${id}: ${status}${reason === undefined ? '' : `, ${reason}`}${detail === undefined ? '' : `: ${detail}`}; what it holds is not known`,
    );
  if (sources !== null) lines.push(`${count(sources.length, 'source')} read. Nothing was written.`);
  else lines.push('Nothing was written.');
  return lines;
}
