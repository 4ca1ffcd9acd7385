import type { About } from '#contract';
import type { Heard } from '../data.ts';
import { byMonth, partsOf, type Row, toRow } from './heard.ts';

/** Above so many bytes in all, the months are compressed: a published site has little more than ten times that. */
const mostPlain = 24_000_000;
/** Of a row as JSON, besides its texts and its link, which stands there twice. */
const restOfRow = 500;

export type MentionRows = {
  /** Newest first. */
  rows: Row[];
  months: Map<string, Row[]>;
  /** The name of each month's file, compressed where all together are large. */
  files: { month: string; count: number; file: string }[];
};

const made = new WeakMap<readonly Heard[], MentionRows>();

/** The mentions as rows, made once for all pages of a build. */
export function mentionRows(about: About, mentions: readonly Heard[]): MentionRows {
  const known = made.get(mentions);
  if (known) return known;
  const parts = partsOf(about);
  const rows = mentions.map((mention) => toRow(mention, about.time.zone, parts));
  const months = byMonth(rows);
  const bytes = rows.reduce(
    (sum, { title, excerpt, url }) =>
      sum + restOfRow + title.length + excerpt.length + 2 * (url?.length ?? 0),
    0,
  );
  const ending = bytes > mostPlain ? '.json.gz' : '.json';
  const files = [...months].map(([month, { length }]) => ({
    month,
    count: length,
    file: `${month}${ending}`,
  }));
  made.set(mentions, { rows, months, files });
  return { rows, months, files };
}
