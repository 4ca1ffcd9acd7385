import { Forgotten, forgottenKey } from '#contract';
import { openKeyedFile } from './keyed-file.ts';
import type { Problem } from './lines.ts';
import type { WriteOptions } from './write-whole.ts';

export const forgottenName = 'forgotten.jsonl';

export type ForgottenMarks = {
  /** Whether a mention, or all that is known of it, was forgotten. */
  has(mention: { id?: string; doc?: string }): boolean;
  readonly size: number;
  /** When each was forgotten. */
  moments: readonly string[];
  problems: Problem[];
};

/** `forgotten.jsonl`: hashes of what must not be collected again. */
export function openForgotten(dir: string, options: WriteOptions) {
  const file = openKeyedFile(dir, forgottenName, Forgotten, forgottenKey, options);

  function read(): ForgottenMarks {
    const { lines, problems } = file.read();
    const keys = new Set(lines.map(forgottenKey));
    return {
      has: ({ id = '', doc = '' }) => keys.has(`id ${id}`) || keys.has(`doc ${doc}`),
      size: keys.size,
      moments: lines.map(({ at }) => at),
      problems,
    };
  }

  return { read, prepareAppend: file.prepareAppend };
}
