/** Values of figures as sentences write them: British English, a true minus, no sign on what rounds to nothing. */

const formats = new Map<number, Intl.NumberFormat>();
/** `1,204` */
export const numberText = (value: number, digits: number): string => {
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits, signDisplay: 'negative' });
    formats.set(digits, format);
  }
  return format.format(value).replaceAll('-', '−');
};
const signed = (value: number, digits: number): string => {
  const text = numberText(value, digits);
  return value > 0 && text !== '0' ? `+${text}` : text;
};

/** `+12`, `−3`: a whole number with its sign. */
export const signedText = (value: number): string => signed(value, 0);

type Kind = 'count' | 'index' | 'points' | 'percent' | 'stars';

export function kindOf(unit: string): Kind {
  const text = unit.toLowerCase();
  if (text.startsWith('index')) return 'index';
  if (text.includes('point')) return 'points';
  if (text.includes('%')) return 'percent';
  return text.startsWith('stars') ? 'stars' : 'count';
}

/** `+14`, `37 %`, `4.2`, `1,204`. */
export function valueText(value: number, unit: string): string {
  const kind = kindOf(unit);
  if (kind === 'points') return signed(value, 0);
  if (kind === 'percent') return `${numberText(value, 0)} %`;
  return numberText(value, kind === 'stars' ? 1 : 0);
}

/** `14 points`, `0.3 stars`, `18 %` of a count or index. Without its sign. */
export function sizeText(difference: number, unit: string): string {
  const kind = kindOf(unit);
  const size = Math.abs(difference);
  if (kind === 'count' || kind === 'index') return `${numberText(100 * size, 0)} %`;
  if (kind === 'stars') return `${numberText(size, 1)} stars`;
  return `${numberText(size, 0)} points`;
}

/** `+5 to +19`: the ends of an interval of a change. */
export function spanText(low: number, high: number, unit: string): string {
  const kind = kindOf(unit);
  const scale = kind === 'count' || kind === 'index' ? 100 : 1;
  const digits = kind === 'stars' ? 1 : 0;
  const end = kind === 'count' || kind === 'index' ? ' %' : '';
  return `${signed(scale * low, digits)} to ${signed(scale * high, digits)}${end}`;
}

/** `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
