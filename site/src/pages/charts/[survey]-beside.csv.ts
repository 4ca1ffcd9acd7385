import type { APIRoute, GetStaticPaths } from 'astro';
import { ready } from '../../context.ts';
import { readData } from '../../data.ts';
import { besideTalk } from '../../view/agreement.ts';
import { chartCsv } from '../../view/chart-csv.ts';

/** A survey and the public talk that stands in for it, as their chart shows both. */
function besideOf(id: string) {
  const page = ready(readData());
  const figure = page?.figures.get(id);
  if (!page || figure?.kind !== 'series') return null;
  const { about, figures, formats } = page;
  return besideTalk(figure, figures, { about, period: 'all', formats })?.shape ?? null;
}

export const getStaticPaths = (() =>
  [...readData().figures.keys()]
    .filter((id) => besideOf(id) !== null)
    .map((survey) => ({ params: { survey } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(chartCsv(besideOf(params['survey'] ?? '')), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
