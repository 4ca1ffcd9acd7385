import type { ToneReport } from '#contract';

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : (share * 100).toFixed(1);
const error = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
const shortName = (by: string): string => by.split('@')[0] ?? by;

const [nameWidth, numberWidth] = [26, 11];
const row = (name: string, values: readonly string[]): string =>
  `${name.padEnd(nameWidth)}${values.map((value) => value.padStart(numberWidth)).join('')}`.trimEnd();

/** A report for people, in at most 100 columns while there are no more than five scorers. */
export function reportTable({ peers, sets, means, surest, netTone, cost }: ToneReport): string[] {
  const first = peers[0] ?? '';
  const names = peers.map(shortName);
  const meanOf = (key: Exclude<keyof ToneReport['means'][number], 'by'>) =>
    means.map((mean) => percent(mean[key]));
  const sections: [string, ToneReport['sets'], 'macroF1' | 'twoClass', string][] = [
    [
      'Macro-F1 in %, whole texts, three classes',
      sets.filter(({ kind, classes }) => kind === 'whole' && classes === 3),
      'macroF1',
      'mean',
    ],
    [
      'Macro-F1 in %, toward a name',
      sets.filter(({ kind, classes }) => kind === 'toward' && classes === 3),
      'macroF1',
      'mean',
    ],
    ['Accuracy in %, two classes', sets.filter(({ classes }) => classes === 2), 'twoClass', 'mean'],
  ];
  const meanKeys = { 0: 'macroF1', 1: 'towardMacroF1', 2: 'twoClass' } as const;
  const lines: string[] = [`scorers: ${peers.join(', ')}`];
  for (const [at, [title, rows, key, last]] of sections.entries()) {
    if (rows.length === 0) continue;
    lines.push('', row(title.length > nameWidth ? title : title, []), row('', [...names, 'ECE', 'texts']));
    for (const { set, scores, texts } of rows)
      lines.push(
        row(set.slice(0, nameWidth - 2), [
          ...peers.map((by) => percent(scores[by]?.[key])),
          percent(scores[first]?.ece),
          String(texts),
        ]),
      );
    lines.push(row(last, meanOf(meanKeys[at as keyof typeof meanKeys])));
  }
  lines.push(
    '',
    row('All sets', names),
    row('mean accuracy, three', meanOf('accuracy')),
    row('mean ECE', meanOf('ece')),
  );
  lines.push(
    row(
      'texts per CPU-second',
      cost.speed.map(({ textsPerCpuSecond }) => String(textsPerCpuSecond)),
    ),
    row(
      'times AFINN',
      cost.speed.map(({ timesAfinn }) => (timesAfinn === null ? '–' : timesAfinn.toFixed(2))),
    ),
  );
  if (netTone.sets.length > 0) {
    lines.push(
      '',
      `Net tone of groups of ${netTone.groupSize}: mean absolute error, -1 to 1`,
      row('', ['natural', 'shifted']),
    );
    for (const { by, how, natural, shifted } of netTone.errors)
      lines.push(row(`${shortName(by)}, ${how}`, [error(natural), error(shifted)]));
  }
  for (const { by, all, surest: sure } of surest)
    lines.push(`${by}: ${percent(all)}% right; of the surest 60% of texts ${percent(sure)}%`);
  const { process: ran, weightBytes } = cost;
  lines.push(
    ran === null
      ? 'earshot tone could not be run as a process of its own'
      : `earshot tone --json: ${ran.texts} texts, ${ran.textsPerCpuSecond} a CPU-second from start to end, ${ran.peakMemoryMb} MB at most`,
    `weights: ${(weightBytes / 1e6).toFixed(2)} MB`,
  );
  const broken = sets.filter(({ malformed }) => malformed > 0);
  for (const { set, malformed } of broken)
    lines.push(`${set}: ${malformed} lines are not of the layout and were left out`);
  return lines;
}
