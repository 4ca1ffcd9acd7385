import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';
import type { Row } from '../../../../view/heard.ts';
import { mentionCsv, monthsAsTables } from '../../../../view/mention-csv.ts';
import { mentionRows } from '../../../../view/mention-rows.ts';

/** The mentions of one month as a table, of the newest months. */
export const getStaticPaths = (() => {
  const { about, mentions } = readData();
  if (!about) return [];
  const { months } = mentionRows(about, mentions);
  return monthsAsTables(months).map((month) => ({ params: { month }, props: { rows: months.get(month) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(mentionCsv(props['rows'] as Row[]), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
