import type { APIRoute, GetStaticPaths } from 'astro';
import { readData } from '../../../../data.ts';
import { byMonth, type Row, toRow } from '../../../../view/heard.ts';

/** The mentions of one month, newest first, with the judgement on each. */
export const getStaticPaths = (() => {
  const { about, mentions } = readData();
  if (!about) return [];
  const months = byMonth(mentions.map((mention) => toRow(mention, about.time.zone)));
  return [...months].map(([month, rows]) => ({ params: { month }, props: { rows } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props }) =>
  Response.json({ v: 1, month: params['month'], mentions: props['rows'] as Row[] });
