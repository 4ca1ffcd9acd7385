import type { Prepared } from './write-whole.ts';

/**
 * Prepares all files, so that a full disk changes none of them; only then does one after another take its name, in an
 * order in which being killed in between does no harm.
 * @param stored takes the name of each part that stands whole
 */
export function writeAll(parts: readonly [string, () => Prepared[]][], stored: string[]): void {
  const prepared: [string, Prepared[]][] = [];
  try {
    for (const [what, files] of parts) prepared.push([what, files()]);
    for (const [, files] of prepared) for (const file of files) file.verify();
    for (const [what, files] of prepared) {
      for (const [done, file] of files.entries()) {
        takeName(file, done > 0 ? `a part of ${what}` : undefined);
      }
      stored.push(what);
    }
  } catch (error) {
    for (const [, files] of prepared) for (const file of files) file.discard();
    throw error;
  }

  function takeName(file: Prepared, before: string | undefined): void {
    try {
      file.takeName();
    } catch (error) {
      if (before !== undefined) stored.push(before);
      throw error;
    }
  }
}
