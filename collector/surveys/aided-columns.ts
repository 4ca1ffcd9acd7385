import type { FileColumn } from './answer-kinds.ts';
import { nameFinder } from './find-names.ts';
import { isBare, readMark } from './marks.ts';
import type { Refusal, SurveyTools } from './survey-tools.ts';

/** Of the cells of a column, the part that may be beyond reading: over it the file is refused, under it the row. */
export const mostUnread = 0.1;
const examplesShown = 3;

/** The brands that somebody knows from a list, or what stands there instead of an answer. */
type Known = { ids: readonly string[] } | { unread: string };
export type AidedReader = {
  /** Brands that the file asks about. */
  asked: readonly string[];
  read(cells: readonly string[]): Known;
  /** Sentences on what of it counts for nobody. */
  notices: string[];
};

/** What a header may call the brand of its column by: "Which of these do you know? - Selected Choice - Bluebird", "… [Bluebird]". */
function tailOf(name: string): { head: string; tail: string } | undefined {
  const found = /^(.*)(?:\s[-–—]\s|:\s|\[)(.+?)\]?$/.exec(name);
  return found ? { head: found[1] as string, tail: found[2] as string } : undefined;
}

const headerOf = ({ shown, option }: FileColumn): string => option?.name ?? shown;

/** Examples of what can't be read, for people. */
export const examplesOf = (cells: readonly string[], shown: (cell: string) => string): string =>
  [...new Set(cells)].slice(0, examplesShown).map(shown).join(', ');

/**
 * How the columns of a question with a list are read. A column either bears the names of what was chosen, or it is that of
 * one brand and bears a mark: 1 and 0, yes and no, x and nothing. Which of the two is told by all of its cells. One that can't be
 * understood refuses the file: a brand would be known by nobody, and nothing would say why.
 */
export function aidedReader(
  columns: readonly FileColumn[],
  tools: SurveyTools,
  shown: (cell: string) => string,
): AidedReader | Refusal {
  const find = nameFinder(tools);
  const folded = (text: string) => tools.fold(tools.plain(text)).replace(/\s+/g, ' ').trim();
  const only = (text: string) => {
    const { ids } = find(text);
    return ids.length === 1 ? ids[0] : undefined;
  };
  const brandOf = ({ names, option }: FileColumn): string | undefined => {
    if (option) return only(option.name);
    for (const name of names.toReversed()) {
      const parts = tailOf(name);
      const id = (parts && only(parts.tail)) ?? (parts?.head.includes('?') ? undefined : only(name));
      if (id !== undefined) return id;
    }
    return undefined;
  };
  const read = columns.map((column) => {
    const texts = column.cells.map(folded).filter((text) => text !== '');
    // SurveyMonkey's numbers: whoever ticks the third box has a 3 in its column, and nobody anything else.
    const number = String(column.option?.number);
    const isNumbered = texts.length > 0 && texts.every((text) => text === number);
    const markOf = (text: string) => (isNumbered && text === number ? true : readMark(text));
    const unread = texts.filter((text) => markOf(text) === undefined);
    const isMarked = texts.length > 0 && unread.length <= mostUnread * texts.length;
    return { column, brand: brandOf(column), texts, markOf, isMarked };
  });
  const anyMarked = read.some(({ isMarked }) => isMarked);
  // A column of the question that is empty throughout is that of a brand which nobody ticked.
  const isOfMarks = ({ isMarked, texts }: (typeof read)[number]) =>
    isMarked || (texts.length === 0 && anyMarked);
  const named = (header: string) => `\`aided\` names "${header}"`;
  if (anyMarked && !read.some((one) => isOfMarks(one) && one.brand !== undefined)) {
    const { column, texts } = read.find(({ isMarked }) => isMarked) as (typeof read)[number];
    return {
      refused: `${named(column.shown)}, which holds marks (${examplesOf(texts, shown)}) and bears the name of no brand: name the columns that are called as the brands are, or one with the names of those that were chosen`,
    };
  }
  for (const { column, brand, texts, isMarked } of read) {
    if (isMarked || texts.length === 0) continue;
    const isNamed = texts.some((text) => find(text).ids.length > 0);
    const bare = texts.filter(isBare);
    const strange = brand !== undefined && !isNamed ? texts : bare;
    if (strange.length > mostUnread * texts.length)
      return {
        refused: `${named(column.shown)}, which holds ${examplesOf(strange, shown)}: that is neither a name of a brand nor 1 or 0, yes or no, x or nothing; export the answers as words`,
      };
  }
  // A box of its own holds one text throughout, or none: that of what it stands for.
  const isBox = ({ texts }: (typeof read)[number]) => columns.length > 1 && new Set(texts).size <= 1;
  const withOptions = read.every((one) => one.column.option !== undefined || isOfMarks(one) || isBox(one));
  const seen = new Set(
    read.flatMap((one) => [
      ...(one.brand === undefined ? [] : [one.brand]),
      ...(isOfMarks(one) ? [] : one.texts.flatMap((text) => find(text).ids)),
    ]),
  );
  const aside = read
    .filter((one) => one.isMarked && one.brand === undefined)
    .map(({ column }) => headerOf(column));
  return {
    notices:
      aside.length === 0
        ? []
        : [`marks under no name of the panel, counted for no brand: ${aside.join(', ')}`],
    // Of a list in one cell nobody can tell what else was on it; of columns, which brands they are about.
    asked: tools.brands.map(({ id }) => id).filter((id) => !withOptions || seen.has(id)),
    read(cells) {
      const ids: string[] = [];
      for (const [at, one] of read.entries()) {
        const text = folded(cells[at] ?? '');
        const mark = isOfMarks(one) ? one.markOf(text) : undefined;
        if (mark === false || text === '') continue;
        if (mark === true) {
          if (one.brand !== undefined) ids.push(one.brand);
          continue;
        }
        const { ids: found } = find(cells[at] ?? '');
        // In a column of marks, words are those of "Other", unless a brand's is meant.
        if (found.length === 0 && (isOfMarks(one) ? one.brand !== undefined : isBare(text)))
          return { unread: cells[at] ?? '' };
        ids.push(...found);
      }
      return { ids };
    },
  };
}
