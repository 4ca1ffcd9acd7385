import type { z } from 'zod';
import type { ApiIndex } from '../api-schema.ts';
import type { Data } from '../data.ts';
import { yearsOf } from './as-of-year.ts';
import { monthsAsTables } from './mention-csv.ts';
import { mentionRows } from './mention-rows.ts';

type Index = z.infer<typeof ApiIndex>;

/** What the static API holds: names of files below `api/v1/`, of badges and embeds below the site. */
export function apiIndex(data: Data, schemas: readonly string[]): Index {
  const { about, figures, mentions, missing, restated } = data;
  if (!about) return { v: 1, asOf: null, missing, figures: [], mentions: [] };
  const { zone } = about.time;
  const brand = about.brands[0]?.id ?? '';
  const { months, files } = mentionRows(about, mentions);
  const tables = new Set(monthsAsTables(months));
  return {
    v: 1,
    asOf: about.asOf,
    demo: about.demo,
    zone,
    brands: about.brands,
    config: about.config,
    commit: about.commit,
    figures: [...figures.values()].map((figure) => ({
      id: figure.id,
      title: figure.title,
      kind: figure.kind,
      unit: figure.unit,
      method: figure.method,
      file: `figures/${figure.id}.json`,
      csv: `figures/${figure.id}.csv`,
      ...(figure.kind === 'series' && figure.headline?.[brand] ? { badge: `badge/${figure.id}.svg` } : {}),
      ...(figure.kind === 'series' ? { embed: `embed/${figure.id}/` } : {}),
    })),
    mentions: files.map(({ month, count, file }) => ({
      month,
      count,
      file: `mentions/${file}`,
      ...(tables.has(month) ? { csv: `mentions/${month}.csv` } : {}),
    })),
    asOfYears: [...yearsOf(restated, brand, zone)].map(([year, nights]) => ({
      year,
      nights,
      file: `as-of/${year}.json`,
    })),
    accuracy: 'accuracy.json',
    coverage: 'coverage.json',
    schemas: Object.fromEntries(schemas.map((name) => [name, `schema/${name}.json`])),
  };
}
