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

/** `+14`, `37%`, `4.2`, `1,204`. */
export function valueText(value: number, unit: string): string {
  const kind = kindOf(unit);
  if (kind === 'points') return signed(value, 0);
  if (kind === 'percent') return `${numberText(value, 0)}%`;
  return numberText(value, kind === 'stars' ? 1 : 0);
}

/** A share in percent, `6.2%`; what is above nothing is not written as nothing: `under 0.1%`. */
export function shareText(value: number): string {
  const text = numberText(value, 1);
  return value > 0 && text === '0' ? 'under 0.1%' : `${text}%`;
}

const withUnit = (text: string, unit: string): string =>
  `${text} ${text === '1' ? unit.replace(/s$/, '') : unit}`;

/** `14 points`, `1 point`, `0.3 stars`, `18%` of a count or index; `less than 1 point`. Without its sign. */
export function sizeText(difference: number, unit: string): string {
  const kind = kindOf(unit);
  const size = Math.abs(difference);
  const ratio = kind === 'count' || kind === 'index';
  const text = numberText(ratio ? 100 * size : size, kind === 'stars' ? 1 : 0);
  const isNothing = text === '0';
  const shown = isNothing ? (kind === 'stars' ? '0.1' : '1') : text;
  const whole = ratio ? `${shown}%` : withUnit(shown, kind === 'stars' ? 'stars' : 'points');
  return isNothing ? `less than ${whole}` : whole;
}

/** `12 stories`, `1 story`, `1 story of the panel`: a number of what a figure counts. */
export function countText(n: number, basis: string): string {
  const text = numberText(n, 0);
  return `${text} ${text === '1' ? basis.replace(/^(\S+?)(ies|s)\b/, (_, stem, end) => (end === 'ies' ? `${stem}y` : stem)) : basis}`;
}

/** `+5 to +19`: the ends of an interval of a change. */
export function spanText(low: number, high: number, unit: string): string {
  const kind = kindOf(unit);
  const scale = kind === 'count' || kind === 'index' ? 100 : 1;
  const digits = kind === 'stars' ? 1 : 0;
  const end = kind === 'count' || kind === 'index' ? '%' : '';
  // What is not nothing is not written as nothing: an interval that just leaves 0 out must not seem to hold it.
  const written = (value: number): string => {
    const text = signed(value, digits);
    return text === '0' ? signed(value, digits + 1) : text;
  };
  return `${written(scale * low)} to ${written(scale * high)}${end}`;
}

/** `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
