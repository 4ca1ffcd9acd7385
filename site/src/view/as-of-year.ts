import type { z } from 'zod';
import type { Restated } from '#contract';
import type { ApiAsOf } from '../api-schema.ts';
import { dayIn } from './calendar.ts';

type Year = z.infer<typeof ApiAsOf>;
type Row = NonNullable<Year['figures'][string][number]>;

const columns = [
  'value',
  'low',
  'high',
  'n',
  'coverage',
  'verdict',
  'today',
  'todayLow',
  'todayHigh',
  'moved',
];

/** Years in which nights published, with how many. */
export function yearsOf(restated: Restated | null, brand: string, zone: string): Map<string, number> {
  const years = new Map<string, number>();
  for (const { at } of restated?.brands[brand] ?? []) {
    const year = dayIn(zone, at).slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return years;
}

/** The nights of a year in columns, since names of fields would be nine tenths of the file. */
export function asOfYear(restated: Restated | null, brand: string, zone: string, year: string): Year {
  const nights = (restated?.brands[brand] ?? []).filter(({ at }) => dayIn(zone, at).startsWith(year));
  const ids = [...new Set(nights.flatMap(({ figures }) => figures.map(({ figure }) => figure)))];
  return {
    v: 1,
    year,
    brand,
    nights: nights.map(({ at, config, commit, since, figures }) => ({
      at,
      period: figures[0]?.period ?? at.slice(0, 10),
      config,
      commit,
      since,
    })),
    columns,
    figures: Object.fromEntries(
      ids.map((id) => [
        id,
        nights.map(({ figures }): Row | null => {
          const line = figures.find(({ figure }) => figure === id);
          if (!line) return null;
          const { then, now, moved } = line;
          return [
            then.value,
            then.low,
            then.high,
            then.n,
            then.coverage,
            then.verdict,
            now?.value ?? null,
            now?.low ?? null,
            now?.high ?? null,
            moved,
          ];
        }),
      ]),
    ),
  };
}
