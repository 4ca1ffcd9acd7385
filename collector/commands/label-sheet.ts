import { labelColumns, labelMark } from '#contract';
import { csvCell } from '../store/csv-text.ts';
import type { Drawn } from './label-draw.ts';

const shownColumns = ['title', 'text', 'source', 'published', 'link'] as const;

/**
 * A sheet for colleagues: a row a mention, the tone empty. RFC 4180 with a byte order mark, so that spreadsheets read its
 * letters; what they would take for a formula is made text. Neither the scorer's judgement nor the stars are in it.
 */
export function sheetOf(drawn: readonly Drawn[], sourceName: (id: string) => string): string {
  const rows = drawn.map(({ mention, drawn: way }) => {
    const cells: Record<(typeof labelColumns)[number], string> = {
      mention: labelMark(mention.id),
      brand: mention.brand ?? '',
      tone: '',
      drawn: way,
      day: '',
      by: '',
    };
    const shown = [
      mention.title,
      mention.excerpt,
      sourceName(mention.source),
      mention.publishedAt.slice(0, 10),
      mention.url ?? '',
    ];
    return [...labelColumns.map((column) => cells[column]), ...shown];
  });
  const lines = [[...labelColumns, ...shownColumns], ...rows].map((cells) =>
    cells.map((cell) => csvCell(cell)).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
