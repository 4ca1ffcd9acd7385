import { isUtf8 } from 'node:buffer';
import { Mention } from '#contract';
import { fromLine } from './lines.ts';
import { fillMentions } from './mention-columns.ts';
import { scanLines } from './scan-line.ts';

type Text = Pick<Mention, 'id' | 'brand' | 'source' | 'site' | 'title' | 'excerpt'>;

const newline = 0x0a;
/** `{"v":1,"id":"` */
const idFrom = 13;
const idDigits = 16;

/** Visits the words of the mentions of a file that are wanted. What cannot be read was named when the file was read in full. */
export function visitTexts(
  bytes: Buffer,
  wanted: (mention: Pick<Text, 'id' | 'brand'>) => boolean,
  visit: (text: Text) => void,
): void {
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
    const id = head && bytes.toString('latin1', begins + idFrom, begins + idFrom + idDigits);
    if (head && id !== undefined) {
      // Most lines are passed over here, before the rest of them is looked at.
      if (!wanted({ id, brand: head.brand })) {
        scan.moveTo(endOfLine(scan.place()) + 1);
        continue;
      }
      scan.moveTo(begins);
      if (filling.scan(bytes, scan)) {
        const names = filling.forget();
        const { titleFrom, titleTo, excerptFrom, excerptTo } = filling.words;
        const title = textAt(bytes, titleFrom, titleTo);
        visit({ id, ...names, title, excerpt: textAt(bytes, excerptFrom, excerptTo) });
        continue;
      }
    }
    const ends = endOfLine(begins);
    scan.moveTo(ends + 1);
    const read = fromLine(bytes.toString('utf8', begins, ends), Mention);
    if ('line' in read && wanted(read.line)) visit(read.line);
  }
}

/** What stands between two quotes. */
function textAt(bytes: Buffer, from: number, to: number): string {
  const written = bytes.toString('utf8', from, to);
  return written.includes('\\') ? JSON.parse(`"${written}"`) : written;
}
