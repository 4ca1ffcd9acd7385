import type { SeriesFigure } from '#contract';
import { words } from '../words.ts';
import { writeFilter } from './filter.ts';
import type { Formats } from './numbers.ts';
import { languageName } from './row-text.ts';

/** Languages that are named; the rest are counted together. */
const mostNamed = 4;

export type UnscoredText = {
  /** For beside a value: `412 of 9,300 mentions without a tone`. */
  short: string;
  /** Which languages, and what becomes of those mentions. */
  long: string;
  /** For the address of the explorer. */
  query: string;
};

/** What a figure of tone does not count, in words; null where the figure counts none, or everything has a tone. */
export function unscoredText(
  { unscored }: Pick<SeriesFigure, 'unscored'>,
  brand: string,
  { number }: Pick<Formats, 'number'>,
): UnscoredText | null {
  const counts = unscored && Object.hasOwn(unscored, brand) ? unscored[brand] : undefined;
  if (!counts || counts.mentions === 0) return null;
  const say = words.unscored;
  const known = counts.languages.flatMap(({ lang, mentions }) => {
    const name = languageName(lang);
    return name === undefined ? [] : [{ name, mentions }];
  });
  const sum = (list: readonly { mentions: number }[]) =>
    list.reduce((total, { mentions }) => total + mentions, 0);
  // One language more says less than its name would take.
  const named = known.length === mostNamed + 1 ? known : known.slice(0, mostNamed);
  const others = sum(known.slice(named.length));
  const untold = counts.mentions - sum(known);
  const parts = [
    ...named.map(({ name, mentions }) => say.language(name, number(mentions))),
    ...(others > 0 ? [say.language(say.others, number(others))] : []),
    ...(untold > 0 ? [say.language(say.untold, number(untold))] : []),
  ];
  return {
    short: say.short(number(counts.mentions), number(counts.of)),
    long: say.long(number(counts.mentions), number(counts.of), parts.join(', '), counts.mentions === 1),
    query: writeFilter({ brand, tone: 'unscored' }),
  };
}
