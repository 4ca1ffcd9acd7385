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
  while (!scan.isAtEnd()) {
    const begins = scan.place();
    if (isText && filling.scan(bytes, scan)) {
      const id = bytes.toString('latin1', begins + idFrom, begins + idFrom + idDigits);
      const names = filling.forget();
      if (!wanted({ id, brand: names.brand })) continue;
      const { titleFrom, titleTo, excerptFrom, excerptTo } = filling.words;
      const title = bytes.toString('utf8', titleFrom, titleTo);
      visit({ id, ...names, title, excerpt: bytes.toString('utf8', excerptFrom, excerptTo) });
      continue;
    }
    const found = bytes.indexOf(newline, begins);
    const ends = found === -1 ? bytes.length : found;
    scan.moveTo(ends + 1);
    const read = fromLine(bytes.toString('utf8', begins, ends), Mention);
    if ('line' in read && wanted(read.line)) visit(read.line);
  }
}
