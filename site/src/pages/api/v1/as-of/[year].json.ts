import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';
import { asOfYear, yearsOf } from '../../../../view/as-of-year.ts';

/** What each night of a year published, beside what the same days give today: of the team's own brand. */
export const getStaticPaths = (() => {
  const { about, restated } = readData();
  if (!about) return [];
  return [...yearsOf(restated, about.brands[0]?.id ?? '', about.time.zone).keys()].map((year) => ({
    params: { year },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { about, restated } = readData();
  const brand = about?.brands[0]?.id ?? '';
  return Response.json(asOfYear(restated, brand, about?.time.zone ?? 'UTC', params['year'] ?? ''));
};
