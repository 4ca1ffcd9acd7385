import type { APIRoute } from 'astro';
import { readData } from '../../../data.ts';
import { coverageRows } from '../../../view/coverage.ts';

/** The coverage of each source: stretches of the last nights, and months. */
export const GET: APIRoute = () => {
  const { about, runs } = readData();
  const rows = about ? coverageRows(about, runs) : [];
  return Response.json({
    v: 1,
    asOf: about?.asOf ?? null,
    sources: rows.map(({ source, stretches, months }) => ({
      id: source.id,
      label: source.label,
      group: source.group,
      stretches,
      months,
    })),
  });
};
