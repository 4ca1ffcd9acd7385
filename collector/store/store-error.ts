/** Something that would have harmed the data, so that nothing was written. The command line answers with exit code 3. */
export class StoreError extends Error {
  readonly code = 'would_harm';
  /** File or folder that it is about. */
  readonly file: string;

  constructor(file: string, why: string, cause?: unknown) {
    super(`${file}: ${why}`, { cause });
    this.name = 'StoreError';
    this.file = file;
  }
}

/** What the disk said, in a sentence that names the file. */
export function diskError(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new StoreError(file, meanings[code] ?? (error as Error).message, error);
}

const meanings: Record<string, string> = {
  ENOSPC: 'the disk is full; nothing was changed',
  EDQUOT: 'the quota of the disk is used up; nothing was changed',
  EFBIG: 'the file may not grow any further; nothing was changed',
  EROFS: 'the disk is read-only; nothing was changed',
  EACCES: 'no permission to write here; nothing was changed',
  EPERM: 'no permission to write here; nothing was changed',
};
