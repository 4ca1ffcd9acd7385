import { encodeXML } from 'entities';
import type { SeriesFigure, VerdictWord } from '#contract';
import { words } from '../words.ts';
import { dataWords } from '../words-data.ts';
import { verdictName, verdictOf } from './answer.ts';
import { intervalText, levelOf } from './headline.ts';
import { type Formats, unitKind } from './numbers.ts';
import { tokens } from './tokens.ts';
import { verdictShapes } from './verdict-shapes.ts';

const height = 22;
const padding = 8;
const markSize = 12;
const longestName = 32;

/**
 * About how wide a text is at 11 px in the faces that a badge asks for, in pixels. It is then set to just that width
 * (`textLength`), so that it fits whatever face the reader has.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (/[\u0300-\u036f\u200b-\u200f\u2066-\u2069]/.test(char)) continue;
    if (/[ijlI|.,:;'!() \u2009\u202f]/.test(char)) width += 3.9;
    else if (/[mwMW%@]/.test(char)) width += 10;
    else if (/[A-Z&+±−–—]/.test(char)) width += 7.9;
    else if (code >= 0x1100 && (code < 0x2000 || code > 0x2e7f)) width += 11.5;
    else width += 6.6;
  }
  return Math.ceil(width);
}

/** Characters that XML has no room for, or that turn the text around them, are left out; long names are cut. */
function shown(name: string): string {
  const safe = [...name].filter(
    (char) => !/^[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]$/u.test(char),
  );
  return safe.length > longestName ? `${safe.slice(0, longestName - 1).join('')}…` : safe.join('');
}

export type BadgeText = {
  /** Brand and figure. */
  name: string;
  /** Value and interval. */
  value: string;
  verdict: VerdictWord | undefined;
  /** The whole of it in a sentence. */
  alt: string;
};

/** What a badge says of a figure, over the last 28 days. */
export function badgeText(
  figure: SeriesFigure,
  brand: { id: string; name: string },
  asOf: string,
  formats: Formats,
): BadgeText {
  const kind = unitKind(figure.unit);
  const level = levelOf(figure, brand.id);
  const judged = verdictOf(figure, brand.id);
  const verdict = judged?.verdict;
  const interval =
    level?.value == null ? '' : intervalText(level.value, level.low, level.high, kind, formats);
  const value =
    level?.value == null
      ? words.noValue
      : [
          formats.value(level.value, kind),
          // A range beside a value reads as a second value without brackets.
          ...(interval === '' ? [] : [interval.startsWith('±') ? interval : `(${interval})`]),
        ].join(' ');
  return {
    name: `${shown(brand.name)} · ${figure.title.toLocaleLowerCase()}`,
    value,
    verdict,
    alt: dataWords.badgeAlt(
      shown(brand.name),
      figure.title,
      value,
      figure.unit,
      judged === undefined ? '' : verdictName(judged),
      formats.moment(asOf),
    ),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The badge: a picture with its own words, which needs no font, script or sheet from anywhere. */
export function badgeSvg({ name, value, verdict, alt }: BadgeText, colour: string): string {
  const { accent, ink, paper } = tokens('light', colour) as Record<'accent' | 'ink' | 'paper', string>;
  const [nameWidth, valueWidth] = [textWidth(name), textWidth(value)];
  const left = nameWidth + 2 * padding;
  const mark = verdict === undefined ? 0 : markSize + 5;
  const width = left + valueWidth + mark + 2 * padding;
  const text = (at: number, length: number, words: string): string =>
    `<text x="${at}" y="15" textLength="${length}" lengthAdjust="spacingAndGlyphs">${encodeXML(words)}</text>`;
  const shape = verdict === undefined ? undefined : verdictShapes[verdict];
  const drawn = shape
    ? `<path transform="translate(${left + padding} ${(height - markSize) / 2}) scale(${rounded(markSize / 16) || 0.75})" d="${shape.d}" stroke="${paper}" stroke-width="1.8" fill="${shape.look === 'full' ? paper : 'none'}"${shape.look === 'dashed' ? ' stroke-dasharray="2.4 2.2"' : ''}/>`
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${encodeXML(`${name}: ${value}`)}</title><desc id="d">${encodeXML(alt)}</desc>`,
    `<clipPath id="r"><rect width="${width}" height="${height}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="${height}" fill="${ink}"/><rect x="${left}" width="${width - left}" height="${height}" fill="${accent}"/></g>`,
    `<g fill="${paper}" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`,
    text(padding, nameWidth, name),
    drawn,
    text(left + padding + mark, valueWidth, value),
    '</g></svg>',
    '',
  ].join('\n');
}
