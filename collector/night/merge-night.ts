import { Forgotten, forgottenKey, type Signal, State, signalKey, stateText } from '#contract';

/** One file before the night, as the night left it, and as it is now where it shall go. Empty where there is none. */
export type Versions = { base: string; ours: string; theirs: string };

/**
 * The night's change of a file of lines, made again on a file that others changed meanwhile: their lines stay in their
 * order, the night's new ones follow. A line whose key is there already is left out: who pushed first stands.
 * @param keyOf key of a line, undefined where lines of this file have none
 * What was forgotten, here or there, is in neither.
 * @param taken keys that others added, in this file or another
 * @returns the text, the lines of ours that were left out, and those of either side that were forgotten
 */
export function mergeLines(
  { base, ours, theirs }: Versions,
  keyOf: (line: string) => string | undefined,
  { taken, isForgotten = () => false }: { taken: ReadonlySet<string>; isForgotten?: IsForgotten },
): { text: string; leftOut: string[]; forgotten: string[] } {
  const removed = without(linesOf(base), linesOf(ours));
  const kept = without(linesOf(theirs), removed).filter((line) => !isForgotten(line));
  const present = new Set(kept.map(keyOf));
  const rewritten = new Set(removed.map(keyOf));
  const isNew = (line: string) => {
    if (isForgotten(line)) return false;
    const key = keyOf(line);
    if (key === undefined) return true;
    if (present.has(key)) return false;
    return rewritten.has(key) || !taken.has(key);
  };
  const added = without(linesOf(ours), linesOf(base));
  const text = asText([...kept, ...added.filter(isNew)]);
  return {
    text,
    leftOut: added.filter((line) => !isNew(line)),
    forgotten: [...linesOf(theirs), ...added].filter(isForgotten),
  };
}

/**
 * The ledger says what was stored: of a night's attempts, mentions that others had stored meanwhile count as known.
 * @param ours the ledger as the night left it, `base` as it was before
 * @param leftOut lines of mentions; each belongs to the attempt of its source at the moment it was first seen
 */
export function correctLedger(
  { base, ours }: Omit<Versions, 'theirs'>,
  leftOut: readonly string[],
  isForgotten: IsForgotten = () => false,
): string {
  const reasons = new Map<string, string[]>();
  for (const line of leftOut) {
    const { source, firstSeenAt } = fieldsOf(line);
    const attempt = `${firstSeenAt} ${source}`;
    const reason = isForgotten(line) ? 'forgotten' : 'known';
    reasons.set(attempt, [...(reasons.get(attempt) ?? []), reason]);
  }
  const old = countsOf(linesOf(base));
  const lines = linesOf(ours).map((line) => {
    const times = old.get(line) ?? 0;
    old.set(line, times - 1);
    return times > 0 ? line : correctAttempt(line, reasons);
  });
  return asText(lines);
}

/** Takes what it corrects from the reasons. */
function correctAttempt(line: string, reasons: Map<string, string[]>): string {
  const run = fieldsOf(line);
  const attempt = `${run.at} ${run.source}`;
  if (typeof run.kept !== 'number') return line;
  const left = (reasons.get(attempt) ?? []).splice(0, run.kept);
  if (left.length === 0) return line;
  const dropped = { ...(run.dropped as Record<string, number> | undefined) };
  for (const reason of left) dropped[reason] = (dropped[reason] ?? 0) + 1;
  return JSON.stringify({ ...run, kept: run.kept - left.length, dropped });
}

/** What stands in a line; nothing where it is damaged. */
function fieldsOf(line: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(line));
  } catch {
    return {};
  }
}

const asText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** The lines of the first list that the second does not have, each as often as it is in excess. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const counts = countsOf(others);
  return lines.filter((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count <= 0;
  });
}

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Key of a line of mentions or scores; undefined for a damaged line, which is nobody's double. */
export function keyOfLine(line: string): string | undefined {
  try {
    const { id, brand } = JSON.parse(line);
    return typeof id === 'string' ? `${id} ${brand ?? ''}` : undefined;
  } catch {
    return undefined;
  }
}

/** Key of a line of daily counts. */
export function keyOfSignal(line: string): string | undefined {
  const fields = fieldsOf(line);
  return typeof fields.day === 'string' ? signalKey(fields as Signal) : undefined;
}

/** Key of a line of `forgotten.jsonl`. */
export function keyOfMark(line: string): string | undefined {
  const mark = Forgotten.safeParse(fieldsOf(line));
  return mark.success ? forgottenKey(mark.data) : undefined;
}

/** Whether a line of mentions or scores speaks of something that was forgotten. */
export type IsForgotten = (line: string) => boolean;

/** @param texts of `forgotten.jsonl`, as several commits have it */
export function forgottenIn(texts: readonly string[]): IsForgotten {
  const marks = new Set(texts.flatMap(linesOf).map(keyOfMark));
  marks.delete(undefined);
  if (marks.size === 0) return () => false;
  return (line) => {
    const { id, doc } = fieldsOf(line);
    return marks.has(`id ${id}`) || marks.has(`doc ${doc}`);
  };
}

/**
 * What two nights remember: ours, being the later one to arrive, and theirs for sources that we did not read. A source
 * that asked either of them to stay away is left alone for the longer time.
 */
export function mergeState({ ours, theirs }: Versions): string {
  const [our, their] = [stateOf(ours), stateOf(theirs)];
  if (!their || !our) return ours;
  const sources = new Map(Object.entries(their.sources));
  for (const [id, state] of Object.entries(our.sources)) {
    const theirTime = sources.get(id)?.nextAllowedAt;
    const isLonger = theirTime !== undefined && theirTime > (state.nextAllowedAt ?? '');
    sources.set(id, isLonger ? { ...state, nextAllowedAt: theirTime } : state);
  }
  return stateText({ ...our, sources: Object.fromEntries(sources) });
}

function stateOf(text: string): State | undefined {
  try {
    return State.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
