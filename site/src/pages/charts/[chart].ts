import type { APIRoute, GetStaticPaths } from 'astro';
import { ready } from '../../context.ts';
import { readData } from '../../data.ts';
import { chartCsv } from '../../view/chart-csv.ts';
import { chartShape, mostRivals, type Period, periods } from '../../view/chart-shape.ts';

/** The shapes of each chart: as JSON for the live chart, as CSV for a spreadsheet. */
export const getStaticPaths = (() => {
  const data = readData();
  if (!data.about) return [];
  return [...data.figures.values()]
    .filter((figure) => figure.kind === 'series')
    .flatMap(({ id }) =>
      periods.flatMap((period) =>
        ['json', 'csv'].map((format) => ({
          params: { chart: `${id}.${period}.${format}` },
          props: { id, period, format },
        })),
      ),
    );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const page = ready(readData());
  const figure = page?.figures.get(String(props['id']));
  if (!page || figure?.kind !== 'series') return new Response(null, { status: 404 });
  const settings = { about: page.about, period: props['period'] as Period, formats: page.formats };
  if (props['format'] === 'csv') {
    const shape = chartShape(figure, { ...settings, rivals: page.about.brands.length });
    return new Response(chartCsv(shape), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
  }
  return Response.json({
    alone: chartShape(figure, { ...settings, rivals: 0 }),
    compared: chartShape(figure, { ...settings, rivals: mostRivals }),
  });
};
