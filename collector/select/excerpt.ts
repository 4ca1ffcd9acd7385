import { type Config, excerptLengths } from '#contract';
import type { Span } from './match.ts';

/** Graphemes of excerpt that are kept of a group. */
export function excerptLength(group: string, config: Pick<Config, 'privacy'>): number {
  const own = config.privacy.excerpt;
  const usual: Record<string, number> = excerptLengths;
  return own[group] ?? usual[group] ?? own['other'] ?? excerptLengths.other;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
// Scripts whose every code unit is one grapheme, so that nothing needs to be segmented.
const unitIsGrapheme =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u21ff\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3]*$/;
// A word longer than this is cut through rather than left out.
const longestWord = 30;

/** A place that is not within a character of two code units. */
const besidePair = (text: string, at: number): number =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;

/** Places where graphemes of `text` begin, from `from` up to `to`. */
function boundaries(text: string, from: number, to: number): number[] {
  const window = text.slice(from, to);
  if (unitIsGrapheme.test(window)) return Array.from({ length: window.length + 1 }, (_, at) => from + at);
  const places = Array.from(graphemes.segment(window), ({ index }) => from + index);
  // The window may begin or end within a grapheme; where it is all one, that is cut through.
  if (to >= text.length || places.length < 2) places.push(besidePair(text, Math.min(to, text.length)));
  if (from > 0) places.shift();
  return places;
}

const isSpace = (text: string, at: number): boolean => text[at] === ' ';

/**
 * The part of a text around a span, at most `length` graphemes with the `…` that stand for what was cut; the whole text
 * where it fits. Cut at spaces where there are some near.
 */
export function excerptAround(text: string, span: Span | undefined, length: number): string {
  if (length <= 0 || text === '') return '';
  if (text.length <= length) return text;
  const { at, end } = span ?? { at: 0, end: 0 };
  // Long graphemes make the excerpt shorter than it might be, never longer.
  const places = boundaries(
    text,
    Math.max(0, at - length - 40),
    Math.min(text.length, Math.max(end, at) + length + 40),
  );
  const whole = (places[0] ?? 0) === 0 && places.at(-1) === text.length && places.length - 1 <= length;
  if (whole) return text;

  let match = places.findLastIndex((place) => place <= at);
  if (match < 0) match = 0;
  const matchEnd = Math.max(
    match,
    places.findIndex((place) => place >= end),
  );
  // A third before the match, the rest after it; what one side does not need goes to the other.
  const room = length - 2;
  if (room <= 0)
    return Array.from(graphemes.segment(text.slice(at, besidePair(text, at + 40))), (one) => one.segment)
      .slice(0, length)
      .join('');
  const spare = Math.max(0, room - (matchEnd - match));
  let first = Math.max(0, match - Math.floor(spare / 3));
  let last = Math.min(places.length - 1, first + room);
  first = Math.max(0, Math.min(first, last - room));
  // Only one … is needed where an end of the text is reached.
  if (places[first] === 0) last = Math.min(places.length - 1, first + length - 1);
  else if (places[last] === text.length) first = Math.max(0, last - (length - 1));

  let [start, stop] = [places[first] ?? 0, places[last] ?? text.length];
  if (start > 0 && !isSpace(text, start - 1)) {
    const space = text.indexOf(' ', start);
    if (space >= 0 && space < (places[match] ?? 0) && space - start < longestWord) start = space + 1;
  }
  if (stop < text.length && !isSpace(text, stop)) {
    const space = text.lastIndexOf(' ', stop - 1);
    if (space >= Math.max(end, start + 1) && stop - space < longestWord) stop = space;
  }
  return `${start > 0 ? '…' : ''}${text.slice(start, stop).trim()}${stop < text.length ? '…' : ''}`;
}
