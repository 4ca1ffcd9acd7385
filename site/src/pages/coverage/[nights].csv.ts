import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../data.ts';
import { coverageCsv, coverageRows, quartersOf } from '../../view/coverage.ts';

/** The ledger as a table: the last nights, and every quarter. */
export const getStaticPaths = (() => {
  const { about, runs } = readData();
  if (!about) return [];
  return [
    { params: { nights: 'nights' }, props: {} },
    ...quartersOf(about, runs).map(({ id, nights, to }) => ({
      params: { nights: id },
      props: { nights, to },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { about, runs } = readData();
  if (!about) return new Response(null, { status: 404 });
  const { nights, to } = props as { nights?: number; to?: string };
  return new Response(coverageCsv(coverageRows(about, runs, nights, to)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
