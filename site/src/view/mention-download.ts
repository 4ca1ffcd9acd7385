import type { Row } from './heard.ts';
import { mentionCsv } from './mention-csv.ts';

/** What is shown, as a file: all mentions that pass the filter, not only those on the page. */

/** The table that the API has of months, with the mark by which spreadsheets know UTF-8 in a file. */
export const mentionsCsv = (rows: readonly Row[]): string => `\uFEFF${mentionCsv(rows)}`;

/** The same as JSON, as `api/v1/mentions` gives mentions, with the address that shows them. */
export const mentionsJson = (rows: readonly Row[], address: string): string =>
  `${JSON.stringify({ v: 1, address, mentions: rows }, null, 1)}\n`;
