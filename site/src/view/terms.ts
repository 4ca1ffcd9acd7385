import type { About } from '#contract';
import { words } from '../words.ts';
import { dayToMs } from './calendar.ts';
import type { Formats } from './numbers.ts';

type Source = About['sources'][number];

/** What sources of one type allow that stand under the same words. */
export type Allowance = {
  type: string;
  terms: Omit<NonNullable<Source['terms']>, 'accepted'>;
  /** Labels, each once. */
  sources: string[];
  /** Which condition is met, by whoever listed the source, with the sources that this was said of. */
  accepted: { text: string; sources: string[] }[];
};

/** One allowance for each type in use, in the order of the config; more, where a host has words of its own. */
export function allowancesOf({ sources }: Pick<About, 'sources'>): Allowance[] {
  const alike = Map.groupBy(sources, ({ type, terms }) => `${type} ${terms?.quote} ${terms?.from}`);
  return [...alike.values()].flatMap((own) => {
    const [{ type, terms } = {}] = own;
    if (type === undefined || !terms) return [];
    const { accepted: _, ...allowed } = terms;
    const labels = (some: Source[]): string[] => [...new Set(some.map(({ label }) => label))];
    const accepting = Map.groupBy(own, (source) => source.terms?.accepted);
    const accepted = [...accepting].flatMap(([text, some]) =>
      text === undefined ? [] : [{ text, sources: labels(some) }],
    );
    return [{ type, terms: allowed, sources: labels(own), accepted }];
  });
}

/** Types that say the same in the same words, such as feeds and lists of feeds, stand together. */
export function joined(allowances: Allowance[]): (Allowance & { types: string[] })[] {
  const alike = Map.groupBy(allowances, ({ terms }) => `${terms.quote} ${terms.from}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        ...first,
        types: group.map(({ type }) => type),
        sources: [...new Set(group.flatMap(({ sources }) => sources))],
        accepted: group.flatMap(({ accepted }) => accepted),
      },
    ];
  });
}

/** When the words were read, as it was noted: a day, a month, or a season in words. */
export function readWhen(when: string, formats: Formats): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return words.terms.readOn(formats.date(dayToMs(when)));
  if (/^\d{4}-\d{2}$/.test(when)) return words.terms.readIn(formats.month(dayToMs(`${when}-01`)));
  return words.terms.readIn(when);
}
