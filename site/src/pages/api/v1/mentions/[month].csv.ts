import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';
import { mentionCsv, monthsAsTables } from '../../../../view/mention-csv.ts';
import { mentionRows } from '../../../../view/mention-rows.ts';

/** The mentions of one month as a table, of the newest months. */
export const getStaticPaths = (() => {
  const { about, mentions } = readData();
  if (!about) return [];
  const { months } = mentionRows(about, mentions);
  return monthsAsTables(months).map((month) => ({ params: { month }, props: { month } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { about, mentions } = readData();
  if (!about) return new Response(null, { status: 404 });
  const { months, rowsOf } = mentionRows(about, mentions);
  return new Response(mentionCsv(rowsOf(months.get(String(props['month'])) ?? [])), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
