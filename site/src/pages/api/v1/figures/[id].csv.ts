import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';
import { figureCsv } from '../../../../view/figure-csv.ts';

/** Each figure as a table. */
export const getStaticPaths = (() => {
  const { about, figures } = readData();
  return about ? [...figures.keys()].map((id) => ({ params: { id } })) : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const figure = readData().figures.get(params['id'] ?? '');
  if (!figure) return new Response(null, { status: 404 });
  return new Response(figureCsv(figure), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
