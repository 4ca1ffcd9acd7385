import { type Label, labelColumns, labelMark, type Mention, mentionKey } from '#contract';
import { cohensKappa } from '../measure/accuracy.ts';
import { twiceIn } from '../measure/labels.ts';
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

/** Two people, or one twice, said different things of a mention. */
export type Conflict = { mention: string; brand: string; before: Label['tone']; now: Label['tone'] };

export type Merge = {
  add: Label[];
  /** Rows that stand there already. */
  known: number;
  /** Rows whose mention is not there, or whose brand is none of the panel. */
  gone: number;
  /** Rows of places whose terms forbid it, by the name of the place. */
  barred: Map<string, number>;
  conflicts: Conflict[];
  /** How the sheet agrees with the labels of before on the mentions of both. */
  agreement: { n: number; same: number; kappa: number | null };
};

/** What a sheet that came back adds to the labels. A row that says again what its person said before adds nothing. */
export function mergeSheet(
  before: readonly Label[],
  sheet: readonly Label[],
  lines: { mentions: ReadonlyMap<string, Mention>; barredBy: (mention: Mention) => string | undefined },
  row: { day: string; by?: string },
): Merge {
  const keyOf = ({ mention, brand }: Label) => mentionKey({ id: mention, brand });
  const own = (label: Label) => `${keyOf(label)} ${label.by ?? ''}`;
  const lastOwn = new Map(before.map((label) => [own(label), label]));
  const last = new Map(before.map((label) => [keyOf(label), label]));
  const merge: Merge = {
    add: [],
    known: 0,
    gone: 0,
    barred: new Map(),
    conflicts: [],
    agreement: { n: 0, same: 0, kappa: null },
  };
  const twos: Label[] = [];
  for (const read of sheet) {
    const label: Label = {
      ...read,
      day: read.day ?? row.day,
      ...(row.by === undefined ? {} : { by: row.by }),
    };
    const mention = lines.mentions.get(keyOf(label));
    const place = mention && lines.barredBy(mention);
    if (mention === undefined) merge.gone += 1;
    else if (place !== undefined) merge.barred.set(place, (merge.barred.get(place) ?? 0) + 1);
    else {
      const other = last.get(keyOf(label));
      if (other !== undefined) {
        twos.push({ ...other, by: 'a' }, { ...label, by: 'b' });
        if (other.tone !== label.tone)
          merge.conflicts.push({
            mention: label.mention,
            brand: label.brand,
            before: other.tone,
            now: label.tone,
          });
      }
      if (lastOwn.get(own(label))?.tone === label.tone) merge.known += 1;
      else merge.add.push(label);
      lastOwn.set(own(label), label);
    }
  }
  const twice = twiceIn(twos);
  merge.agreement = {
    n: twice.length,
    same: twice.filter(([a, b]) => a === b).length,
    kappa: cohensKappa(twice),
  };
  return merge;
}
