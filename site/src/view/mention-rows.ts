import type { About } from '#contract';
import type { Heard } from '../data.ts';
import { byMonth, partsOf, type Row, toRow } from './heard.ts';
import { safeLink } from './safe-link.ts';

/** Above so many bytes in all, the months are compressed: a published site has little more than ten times that. */
const mostPlain = 24_000_000;
/** Of a row as JSON, besides its texts and its link, which stands there twice. */
const restOfRow = 500;

export type MentionRows = {
  count: number;
  /** The mentions of each month, newest first. */
  months: Map<string, readonly Heard[]>;
  /** The name of each month's file, compressed where all together are large. */
  files: { month: string; count: number; file: string }[];
  /** Mentions as rows, made when they are asked for: all at once would not fit beside the build. */
  rowsOf(mentions: readonly Heard[]): Row[];
};

const made = new WeakMap<readonly Heard[], MentionRows>();

/** The mentions by month, sorted once for all pages of a build. */
export function mentionRows(about: About, mentions: readonly Heard[]): MentionRows {
  const known = made.get(mentions);
  if (known) return known;
  const { zone } = about.time;
  const parts = partsOf(about);
  const months = byMonth(mentions, zone);
  const ending = passes(mentions, mostPlain) ? '.json.gz' : '.json';
  const rows: MentionRows = {
    count: mentions.length,
    months,
    files: [...months].map(([month, { length }]) => ({ month, count: length, file: `${month}${ending}` })),
    rowsOf: (some) => some.map((mention) => toRow(mention, zone, parts)),
  };
  made.set(mentions, rows);
  return rows;
}

/** Whether mentions take more than so many bytes as rows; no more of them are looked at than it takes to know. */
function passes(mentions: readonly Heard[], most: number): boolean {
  let bytes = 0;
  for (const { title, excerpt, url } of mentions) {
    bytes += restOfRow + title.length + excerpt.length + 2 * (safeLink(url)?.href.length ?? 0);
    if (bytes > most) return true;
  }
  return false;
}
