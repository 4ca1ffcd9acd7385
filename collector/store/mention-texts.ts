import { isUtf8 } from 'node:buffer';
import { Mention } from '#contract';
import { fromLine } from './lines.ts';
import { fillMentions, halvesOf, type Words } from './mention-columns.ts';
import { scanLines } from './scan-line.ts';

/** A mention's words, and where they stood; its id in two halves. */
export type Text = Pick<Mention, 'brand' | 'source' | 'site' | 'title' | 'excerpt'> & {
  idHigh: number;
  idLow: number;
};
export type Wanted = (idHigh: number, idLow: number, brand: string | null) => boolean;

const newline = 0x0a;

/** Visits the words of the mentions of a file that are wanted. What cannot be read was named when the file was read in full. */
export function visitTexts(bytes: Buffer, wanted: Wanted, visit: (text: Text) => void): void {
  const isText = isUtf8(bytes);
  const filling = fillMentions(1);
  const scan = scanLines(bytes);
  const endOfLine = (from: number): number => {
    const found = bytes.indexOf(newline, from);
    return found === -1 ? bytes.length : found;
  };
  while (!scan.isAtEnd()) {
    const begins = scan.place();
    const head = isText ? filling.head(bytes, scan) : undefined;
    if (head) {
      const { idHigh, idLow, brand } = head;
      // Most lines are passed over here, before the rest of them is looked at.
      if (!wanted(idHigh, idLow, brand)) {
        scan.moveTo(endOfLine(scan.place()) + 1);
        continue;
      }
      scan.moveTo(begins);
      if (filling.scan(bytes, scan)) {
        visit({ ...filling.forget(), ...wordsAt(bytes, filling.words) });
        continue;
      }
    }
    const ends = endOfLine(begins);
    scan.moveTo(ends + 1);
    const read = fromLine(bytes.toString('utf8', begins, ends), Mention);
    if (!('line' in read)) continue;
    const [idHigh, idLow] = halvesOf(read.line.id);
    if (wanted(idHigh, idLow, read.line.brand)) visit({ ...read.line, idHigh, idLow });
  }
}

/** Title and excerpt, as a line has them. */
export const wordsAt = (
  bytes: Buffer,
  { titleFrom, titleTo, excerptFrom, excerptTo }: Words,
): Pick<Mention, 'title' | 'excerpt'> => ({
  title: textAt(bytes, titleFrom, titleTo),
  excerpt: textAt(bytes, excerptFrom, excerptTo),
});

/** What stands between two quotes. */
function textAt(bytes: Buffer, from: number, to: number): string {
  const written = bytes.toString('utf8', from, to);
  return written.includes('\\') ? JSON.parse(`"${written}"`) : written;
}
