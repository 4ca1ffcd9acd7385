import { makeCalendar } from './calendar.ts';
import type { Facts } from './facts.ts';
import { type ReadTexts, sayingIn } from './read-texts.ts';
import { type PlainRows, type Rows, withIds } from './rows.ts';

/** Facts without what reads and reckons: another thread can take them, and looks at the same columns. */
export type PlainFacts = Omit<Facts, 'texts' | 'saying' | 'calendar' | 'rows' | 'category'> & {
  rows: PlainRows[];
  category: PlainRows;
};

const plainRows = ({ id: _, ...rows }: Rows): PlainRows => rows;

export const plainFacts = ({
  texts: _,
  saying: __,
  calendar: ___,
  rows,
  category,
  ...rest
}: Facts): PlainFacts => ({
  ...rest,
  rows: rows.map(plainRows),
  category: plainRows(category),
});

export const factsFrom = ({ rows, category, ...rest }: PlainFacts, texts: ReadTexts): Facts => ({
  ...rest,
  texts,
  saying: sayingIn(texts),
  calendar: makeCalendar(rest.config.time),
  rows: rows.map(withIds),
  category: withIds(category),
});
