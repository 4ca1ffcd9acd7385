import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';
import { byMonth, type Row, toRow } from '../../../../view/heard.ts';
import { mentionCsv, monthsAsTables } from '../../../../view/mention-csv.ts';

/** The mentions of one month as a table, of the newest months. */
export const getStaticPaths = (() => {
  const { about, mentions } = readData();
  if (!about) return [];
  const months = byMonth(mentions.map((mention) => toRow(mention, about.time.zone)));
  return monthsAsTables(months).map((month) => ({ params: { month }, props: { rows: months.get(month) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(mentionCsv(props['rows'] as Row[]), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
