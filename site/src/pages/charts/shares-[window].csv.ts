import type { APIRoute, GetStaticPaths } from 'astro';
import { ready } from '../../context.ts';
import { readData } from '../../data.ts';
import { comparison, comparisonCsv } from '../../view/comparison.ts';
import { defaultView, type View, windowsOf } from '../../view/views.ts';

/** Shares of the panel over each window, as their bars show them. */
export const getStaticPaths = (() => {
  const { about, figures } = readData();
  if (!about || figures.get('share-of-voice')?.kind !== 'series') return [];
  const view = defaultView(about);
  return windowsOf(about, view.brand).map((window) => ({
    params: { window },
    props: { view: { ...view, window } },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const view = props['view'] as View;
  const page = ready(readData(), view);
  const figure = page?.figures.get('share-of-voice');
  if (!page || figure?.kind !== 'series') return new Response(null, { status: 404 });
  const made = comparison(figure, page.about, page.formats, view.window);
  return new Response(comparisonCsv(made), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
