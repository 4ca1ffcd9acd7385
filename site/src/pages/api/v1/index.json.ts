import type { APIRoute } from 'astro';
import { readData } from '../../../data.ts';
import { byMonth, toRow } from '../../../view/heard.ts';

/** What the static API holds. */
export const GET: APIRoute = () => {
  const { about, figures, mentions, missing } = readData();
  if (!about) return Response.json({ v: 1, asOf: null, missing, figures: [], mentions: [] });
  const months = byMonth(mentions.map((mention) => toRow(mention, about.time.zone)));
  return Response.json({
    v: 1,
    asOf: about.asOf,
    demo: about.demo,
    zone: about.time.zone,
    brands: about.brands,
    config: about.config,
    commit: about.commit,
    figures: [...figures.values()].map(({ id, title, kind, unit, method }) => ({
      id,
      title,
      kind,
      unit,
      method,
      file: `figures/${id}.json`,
    })),
    mentions: [...months].map(([month, rows]) => ({
      month,
      count: rows.length,
      file: `mentions/${month}.json`,
    })),
    accuracy: 'accuracy.json',
    coverage: 'coverage.json',
  });
};
