import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';

/** Each figure as it was measured. */
export const getStaticPaths = (() => {
  const { about, figures } = readData();
  return about ? [...figures.keys()].map((id) => ({ params: { id } })) : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const figure = readData().figures.get(params['id'] ?? '');
  return figure ? Response.json(figure) : new Response(null, { status: 404 });
};
