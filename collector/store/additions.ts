import type { z } from 'zod';
import type { Mention, Published, Run } from '#contract';
import { toLine } from './lines.ts';

/** A line to be written: its text with its end, its value, and its key where lines of its folder have one. */
export type Addition<T> = { text: string; value: T; key?: string | undefined };

export const publishedKey = (line: Published): string => `${line.at} ${line.figure} ${line.brand}`;

export const monthOf = (at: string): string => at.slice(0, 7);

/** Lines ready to be written. Throws StoreError where one breaks the contract. */
export function additions<T>(
  schema: z.ZodType<T>,
  values: readonly T[],
  folder: string,
  keyOf?: (value: T) => string,
): Addition<T>[] {
  return values.map((value) => ({ text: toLine(schema, value, folder), value, key: keyOf?.(value) }));
}

/** The order in which a night's mentions are stored: it depends on nothing but them. */
export function byPlace(a: Mention, b: Mention): number {
  const pairs: [string, string][] = [
    [a.source, b.source],
    [a.publishedAt, b.publishedAt],
    [a.id, b.id],
    [a.brand ?? '', b.brand ?? ''],
  ];
  for (const [left, right] of pairs) if (left !== right) return left < right ? -1 : 1;
  return 0;
}

export function byKey(a: Addition<unknown>, b: Addition<unknown>): number {
  return (a.key ?? '') < (b.key ?? '') ? -1 : 1;
}

export function firstOfEachKey<T>(
  lines: readonly Addition<T>[],
  known: { has(key: string): boolean },
): Addition<T>[] {
  const seen = new Set<string>();
  return lines.filter(({ key = '' }) => {
    if (seen.has(key) || known.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function byMonth<T>(
  lines: readonly Addition<T>[],
  monthOfLine: (line: Addition<T>) => string,
): [string, Addition<T>[]][] {
  return [...Map.groupBy(lines, monthOfLine)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The ledger says what was stored: mentions that another run stored in the meantime count as known, and those that were
 * forgotten in the meantime (`gone`, keys) as forgotten.
 */
export function asStored(
  runs: readonly Run[],
  all: readonly Addition<Mention>[],
  fresh: readonly Addition<Mention>[],
  gone: ReadonlySet<string | undefined>,
): Run[] {
  const stored = new Set(fresh);
  const left = Map.groupBy(
    all.filter((line) => !stored.has(line)),
    (line) => line.value.source,
  );
  return runs.map((run) => {
    const lines = (left.get(run.source) ?? []).slice(0, run.kept);
    if (lines.length === 0) return run;
    const dropped = { ...run.dropped };
    for (const { key } of lines) {
      const reason = gone.has(key) ? 'forgotten' : 'known';
      dropped[reason] = (dropped[reason] ?? 0) + 1;
    }
    return { ...run, kept: run.kept - lines.length, dropped };
  });
}
