import { decodeHTML } from 'entities';
import { looksLikeMarkup, textOfHtml } from './html-text.ts';

/** Code units of one text that are read; what lies beyond is cut. A book chapter is about 40,000. */
export const longestText = 100_000;
/** Code points of a title that are kept. */
export const longestTitle = 300;
// Markup is usually longer than the text it holds.
const longestMarkup = 4 * longestText;
// Real writing stacks at most four marks on a letter; more is made to spill over the lines around it.
const mostMarks = 4;
const mostRounds = 8;

const plainAscii = /^[\x20-\x7e]*$/;
const control = /\p{Cc}/gu;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]/g;
// Bidirectional controls can make a text read as another; the rest is invisible and splits words for a search.
const invisible =
  /(?!\p{Variation_Selector}|[\u200c\u200d])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;
const joiners = /[\u200c\u200d]/;
// Scripts in which a joiner changes the spelling: Persian plurals, Indic conjuncts.
const joiningScript =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const letterOrMark = /[\p{L}\p{M}]/u;
const emojiBefore = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const emojiAfter = /\p{Extended_Pictographic}/u;
// The longest emoji in use, a couple with two skin tones, has three.
const mostEmojiJoins = 4;
const heapedMarks = new RegExp(`([\\p{M}\\u200c\\u200d]{${mostMarks}})[\\p{M}\\u200c\\u200d]+`, 'gu');

/** Keeps a joiner only where the writing around it needs it. */
function keepNeededJoiners(text: string): string {
  if (!joiners.test(text)) return text;
  const points = Array.from(text);
  const kept: string[] = [];
  let joins = 0;
  for (const [at, point] of points.entries()) {
    if (point !== '\u200c' && point !== '\u200d') {
      kept.push(point);
      if (!emojiBefore.test(point)) joins = 0;
      continue;
    }
    const before = kept.at(-1) ?? '';
    if (joiningScript.test(before) && letterOrMark.test(before)) kept.push(point);
    else if (point === '\u200d' && emojiBefore.test(before) && emojiAfter.test(points[at + 1] ?? '')) {
      joins += 1;
      if (joins <= mostEmojiJoins) kept.push(point);
    }
  }
  return kept.join('');
}

const limitMarks = (text: string): string => text.replace(heapedMarks, '$1');

/**
 * Plain text made fit to be stored and searched: well-formed, in Unicode's NFC, on one line, without control, bidirectional
 * or invisible characters, with at most four marks on a letter. Doing it twice changes nothing. Linear in the length.
 */
export function tidy(text: string): string {
  if (plainAscii.test(text)) return text.includes('  ') ? text.replace(/ +/g, ' ').trim() : text.trim();
  const visible = text.toWellFormed().replace(lineBreaks, ' ').replace(control, '').replace(invisible, '');
  // What one step takes away may bring together what another step looks at; two rounds do for any real text.
  let settled = visible;
  for (let round = 0; round < mostRounds; round += 1) {
    // Marks are limited before NFC, since putting a long heap of them in order takes quadratic time.
    const next = limitMarks(keepNeededJoiners(settled)).normalize('NFC');
    if (next === settled) break;
    settled = next;
  }
  return settled.replace(/\s+/g, ' ').trim();
}

/** Cuts at a code-unit length without leaving half a character. */
const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/, '');

/**
 * What a field says, as plain text. HTML is read once, and once more where the whole of it was escaped twice, which feeds
 * often do; after that, what looks like markup is shown as text.
 */
export function cleanText(field: string, { html }: { html: boolean }): string {
  if (!html) return cut(tidy(cut(field, longestText)), longestText);
  const first = textOfHtml(cut(field, longestMarkup));
  let text = first.text;
  if (!first.hadMarkup && looksLikeMarkup(text)) text = textOfHtml(text).text;
  else if (text.includes('&')) text = decodeHTML(text);
  return cut(tidy(cut(text, longestText)), longestText);
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first 300 code points at most, without cutting through what readers see as one character. */
export function cutTitle(title: string): string {
  if (title.length <= longestTitle) return title;
  const points = Array.from(title.slice(0, 2 * longestTitle + 2));
  if (points.length <= longestTitle) return title;
  const head = points.slice(0, longestTitle).join('');
  const upTo = graphemes.segment(points.join('')).containing(head.length)?.index ?? head.length;
  // A single "character" longer than a title is made to break pages; it is cut through.
  return (upTo === 0 ? head : head.slice(0, upTo)).trimEnd();
}
