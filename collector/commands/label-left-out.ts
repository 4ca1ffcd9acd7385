const mostReasons = 200;

/** What was left out of a sheet, a line a reason, each row by its number in a spreadsheet: `sheet.csv, rows 3 and 7–9: …`. */
export function leftOutLines(file: string, left: readonly { row: number; why: string }[]): string[] {
  const reasons = [...Map.groupBy(left, ({ why }) => why)].map(
    ([why, some]) => `${file}, ${rowsOf(some.map(({ row }) => row))}: ${why}`,
  );
  const more = reasons.length - mostReasons;
  return more > 0
    ? [...reasons.slice(0, mostReasons), `… and ${more} reasons more: --json lists every row`]
    : reasons;
}

function rowsOf(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${numbers.length === 1 ? 'row' : 'rows'} ${words.join(', ')}`;
}
