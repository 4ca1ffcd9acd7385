import { gzipSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { ready } from '../../context.ts';
import { readData } from '../../data.ts';
import { alertsOf } from '../../view/alert-list.ts';
import { chartCsv } from '../../view/chart-csv.ts';
import { chartFile } from '../../view/chart-file.ts';
import { chartShape, mostRivals } from '../../view/chart-shape.ts';
import { chartName, periodOf, type View, viewsOf } from '../../view/views.ts';

/** The shapes of each chart in each view that draws it: as JSON for the live chart, compressed, since they all are much alike; as CSV for a spreadsheet. */
export const getStaticPaths = (() => {
  const data = readData();
  const { about } = data;
  if (!about) return [];
  const views = viewsOf(about, 'window');
  const drawn = [
    ...new Map(views.map((view) => [chartName('', view.brand, view.window, about), view])).values(),
  ];
  return [...data.figures.values()]
    .filter((figure) => figure.kind === 'series')
    .flatMap(({ id }) =>
      drawn.flatMap((view) =>
        ['json.gz', 'csv'].map((format) => ({
          params: { chart: `${chartName(id, view.brand, view.window, about)}.${format}` },
          props: { id, view, format },
        })),
      ),
    );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const view = props['view'] as View;
  const page = ready(readData(), view);
  const figure = page?.figures.get(String(props['id']));
  if (!page || figure?.kind !== 'series') return new Response(null, { status: 404 });
  const { about, formats } = page;
  const alerts = alertsOf(about, page.figures, about.brands[0]?.id ?? '', formats);
  const settings = { about, period: periodOf[view.window], formats, alerts };
  if (props['format'] === 'csv') {
    const whole = chartShape(figure, { ...settings, rivals: page.about.brands.length });
    return new Response(chartCsv(whole), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
  }
  const shape = (rivals: number) => chartShape(figure, { ...settings, rivals });
  const { locale, zone } = about.time;
  const file = JSON.stringify(chartFile(shape(0), shape(mostRivals), { locale, zone }));
  return new Response(new Uint8Array(gzipSync(file, { level: 9 })), {
    headers: { 'Content-Type': 'application/gzip' },
  });
};
