import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SurveyLine } from '#contract';
import { fromLines, type Lines, type Problem, toLine } from './lines.ts';
import { aLink, isLink } from './open-folder.ts';
import { diskError, StoreError } from './store-error.ts';
import { type Prepared, prepare, type WriteOptions } from './write-whole.ts';

export const surveysFolder = 'surveys';
export const surveyOfFile = (name: string): string | undefined =>
  /^([a-z0-9][a-z0-9-]{0,39})\.jsonl$/.exec(name)?.[1];

/** `surveys/<id>.jsonl`: what answers add up to, a file a survey. Small, and read anew every time. */
export function openSurveys(dir: string, options: WriteOptions) {
  const folder = join(dir, surveysFolder);
  const pathOf = (id: string) => join(folder, `${id}.jsonl`);
  const labelOf = (id: string) => `${surveysFolder}/${id}.jsonl`;

  function bytesOf(id: string): Buffer {
    try {
      return lstatSync(pathOf(id), { throwIfNoEntry: false }) ? readFileSync(pathOf(id)) : Buffer.alloc(0);
    } catch (error) {
      throw diskError(pathOf(id), error);
    }
  }

  function readOne(id: string): Lines<SurveyLine> {
    if (isLink(pathOf(id))) return { lines: [], problems: [{ file: labelOf(id), line: 0, why: aLink }] };
    return fromLines(bytesOf(id), SurveyLine, labelOf(id));
  }

  /** All lines of all surveys, by their ids. */
  function read(): Lines<SurveyLine> {
    if (isLink(folder)) return { lines: [], problems: [{ file: surveysFolder, line: 0, why: aLink }] };
    const names = lstatSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
    const all = names.flatMap((name) => {
      const id = surveyOfFile(name);
      return id === undefined ? [] : [readOne(id)];
    });
    return {
      lines: all.flatMap(({ lines }) => lines),
      problems: all.flatMap(({ problems }): Problem[] => problems),
    };
  }

  /**
   * Prepares the file of a survey with other lines; nothing where its bytes stay the same.
   * @throws StoreError where a line of it cannot be read, since it would be lost
   */
  function prepareLines(id: string, made: readonly SurveyLine[]): Prepared[] {
    for (const path of [folder, pathOf(id)]) if (isLink(path)) throw new StoreError(path, aLink);
    const [problem] = readOne(id).problems;
    if (problem) throw new StoreError(pathOf(id), `line ${problem.line} ${problem.why}; mend it first`);
    const bytes = Buffer.from(made.map((line) => toLine(SurveyLine, line, labelOf(id))).join(''));
    if (bytes.equals(bytesOf(id))) return [];
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw diskError(folder, error);
    }
    return [prepare(pathOf(id), 0, bytes, options)];
  }

  return { read, readOne, prepareLines };
}
