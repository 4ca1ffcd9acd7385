import { mentionsWords as say } from '../words-mentions.ts';
import { dayToMs } from './calendar.ts';
import { type FacetKey, facetKeys } from './facets.ts';
import { countings, type Filter, writeFilter } from './filter.ts';
import type { Formats } from './numbers.ts';

/** Something that a filter asks for, in words, and the query that asks for all but it. */
export type Chip = { of: string; text: string; without: string };

/** What a filter asks for, one by one, to be taken off again. */
export function chipsOf(
  filter: Filter,
  name: (facet: FacetKey, id: string) => string,
  { number, date }: Pick<Formats, 'number' | 'date'>,
): Chip[] {
  const without = (change: Partial<Filter>): string => writeFilter({ ...filter, ...change });
  const chips: Chip[] = [];
  if (filter.q !== '') chips.push({ of: say.text, text: say.asked.q(filter.q), without: without({ q: '' }) });
  for (const key of facetKeys)
    for (const id of filter[key])
      chips.push({
        of: say.facets[key],
        text: name(key, id),
        without: without({ [key]: filter[key].filter((one) => one !== id) }),
      });
  for (const key of ['from', 'to'] as const)
    if (filter[key] !== '')
      chips.push({
        of: say.days,
        text: say.asked[key](date(dayToMs(filter[key]))),
        without: without({ [key]: '' }),
      });
  const counting = countings.find((one) => one === filter.told);
  if (counting)
    chips.push({ of: say.counted, text: say.countings[counting], without: without({ told: '' }) });
  for (const key of ['id', 'story'] as const)
    if (filter[key].length > 0)
      chips.push({
        of: say.ids,
        text: say.asked[key](number(filter[key].length)),
        without: without({ [key]: [] }),
      });
  return chips;
}
