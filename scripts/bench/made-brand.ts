import type { Facts, MeasureInput } from '../../collector/measure/facts.ts';
import {
  bluebird,
  configWith,
  daysBetween,
  nightly,
  poisson,
  type Said,
  said,
  source,
  world,
} from '../../collector/measure/invented-world.fixture.ts';

/** A source of a made brand: how many stories it tells on a day, and what each of them says. */
export type MadeSource = {
  id: string;
  group?: string;
  /** Expected stories of a brand by day, 0 for the first. */
  rate(day: number, brand: number): number;
  /** What one story says, by draws of chance. */
  story?(day: number, brand: number): Said;
  /** Days that it was read, as numbers; all where left out. */
  from?: number;
  to?: number;
  dark?: readonly number[];
};

/** Beside the brand of the team. */
export const rivals = [bluebird, { id: 'kettle', name: 'Kettle & Co' }];

/** A Monday. */
const firstDay = '2024-01-01';
const dayMs = 86_400_000;
export const nameOf = (day: number): string =>
  new Date(Date.parse(firstDay) + day * dayMs).toISOString().slice(0, 10);

/** Lines and ledger of brands whose truth is known: so many days, one draw of chance each. */
export function madeBrand(
  sources: readonly MadeSource[],
  days: number,
  random: () => number,
  { brands = 1, parts = {} }: { brands?: 1 | 2 | 3; parts?: Omit<Partial<MeasureInput>, 'now'> } = {},
): MeasureInput {
  const lines: ReturnType<typeof said>[] = [];
  const names = daysBetween(firstDay, nameOf(days - 1));
  for (const [day, name] of names.entries())
    for (const { id, group = 'news', rate, story, from = 0, to = days - 1, dark = [] } of sources)
      for (let brand = 0; brand < brands; brand++) {
        const heard = day >= from && day <= to && !dark.includes(day);
        const count = poisson(rate(day, brand), random);
        for (let one = 0; one < count; one++) {
          // Drawn also where nobody listens, so that worlds with and without a source tell the same stories.
          const what = story?.(day, brand) ?? {};
          if (heard)
            lines.push(
              said(name, {
                source: id,
                group,
                brand: brand === 0 ? 'northwind' : (rivals[brand - 1]?.id ?? ''),
                ...what,
              }),
            );
        }
      }
  return world({
    now: `${nameOf(days)}T08:00:00Z`,
    config: configWith({ competitors: rivals.slice(0, brands - 1) }),
    sources: sources.map(({ id, group = 'news', to }) =>
      source(id, { group, planned: to === undefined || to >= days - 1 }),
    ),
    runs: sources.flatMap(({ id, from = 0, to = days - 1, dark = [] }) =>
      nightly(id, nameOf(from), nameOf(to), { dark: dark.map(nameOf) }),
    ),
    said: lines,
    ...parts,
  });
}

/** The same as they were after so many days: what came later is not seen. */
export function asOf(facts: Facts, days: number): Facts {
  return {
    ...facts,
    days,
    sources: facts.sources.map((one) => ({ ...one, covered: one.covered.subarray(0, days) })),
  };
}
