/**
 * Something that would have harmed the data, or a disk that refuses. The command line answers with exit code 3.
 * The message is the whole truth: what went wrong, and what is stored all the same.
 */
export class StoreError extends Error {
  readonly code = 'would_harm';
  /** File or folder that it is about. */
  readonly file: string;

  constructor(file: string, why: string, cause?: unknown) {
    super(`${file}: ${why}`, { cause });
    this.name = 'StoreError';
    this.file = file;
  }

  /** Adds what became of what was to be written, each part in words. */
  withOutcome(stored: readonly string[], lost: readonly string[]): this {
    const outcome =
      stored.length === 0
        ? `Nothing of this was stored: ${inWords(lost)}.`
        : `Stored: ${inWords(stored)}. Not stored: ${inWords(lost)}; the next run makes up for it.`;
    if (lost.length > 0) this.message = `${this.message}. ${outcome}`;
    return this;
  }
}

const inWords = (names: readonly string[]): string => names.join(', ');

/** What the disk said, in a sentence that names the file. */
export function diskError(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new StoreError(file, meanings[code] ?? (error as Error).message, error);
}

const meanings: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file may not grow any further',
  EROFS: 'the disk is read-only',
  EACCES: 'no permission to read or write here',
  EPERM: 'no permission to read or write here',
  ENOTDIR: 'this, or what it lies in, is a file where a folder is needed',
  EEXIST: 'something else lies here',
  EISDIR: 'this is a folder where a file is needed',
};
