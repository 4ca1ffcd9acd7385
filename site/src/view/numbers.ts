/** How values are written: by the kind of their unit, in the locale of the config. */

/** `points` are nets from −100 to 100; `percent` runs from 0 to 100; `stars` from 1 to 5. */
export type UnitKind = 'count' | 'index' | 'points' | 'percent' | 'stars';

/** The kind of a figure's unit, from the words of the contract. */
export function unitKind(unit: string): UnitKind {
  const text = unit.toLowerCase();
  if (text.startsWith('index')) return 'index';
  if (text.includes('point')) return 'points';
  if (text.includes('%') || text.startsWith('percent') || text.startsWith('per cent')) return 'percent';
  if (text.includes('star') || /1\s?(to|–|-)\s?5/.test(text)) return 'stars';
  return 'count';
}

/** Changes of counts and indices are ratios minus 1; all others are differences in the unit. */
export const changesAsRatio = (kind: UnitKind): boolean => kind === 'count' || kind === 'index';

/** On fewer stories a ratio is drawn hollow, to be read with care. */
export const fewestForInk = 30;

/** On fewer stories than a verdict needs a ratio is a dot of its own: a line through such would tell of moves that nobody made. */
export const fewestForLine = 5;

/** Whether a value is a ratio that no line is drawn through. */
export const isTooFewToJoin = (kind: UnitKind, n: number): boolean =>
  !changesAsRatio(kind) && n < fewestForLine;

/** Whether a value is a ratio on few stories; counts and indices never are. */
export const isThin = (kind: UnitKind, n: number): boolean => !changesAsRatio(kind) && n < fewestForInk;

/** How many decimals a value of a kind is written with. */
export const decimals: Readonly<Record<UnitKind, number>> = {
  count: 0,
  index: 0,
  points: 0,
  percent: 0,
  stars: 1,
};

export type Formats = {
  /** A plain number with at most `digits` decimals. */
  number(value: number, digits?: number): string;
  /** A value of a kind: `+13`, `31%`, `4.2`, `1,204`. */
  value(value: number, kind: UnitKind): string;
  /** The size of a change, without its sign: `18%`, `9 points`. */
  change(difference: number, kind: UnitKind): string;
  /** A change with its sign. */
  signedChange(difference: number, kind: UnitKind): string;
  /** A share of 1 as a percentage. */
  share(share: number): string;
  /** `Tue, 3 Nov 2026`, from milliseconds on the axis of days. */
  day(ms: number): string;
  /** `3 Nov 2026`. */
  date(ms: number): string;
  /** First and last day, with the year of both where they differ: `13 – 15 Apr 2026`, `29 Dec 2025 – 4 Jan 2026`. */
  dates(from: number, to: number): string;
  /** `3 Nov`. */
  shortDay(ms: number): string;
  /** `Nov 2026`. */
  month(ms: number): string;
  /** `Nov`. */
  shortMonth(ms: number): string;
  /** Date and time of an instant in the zone of the config. */
  moment(instant: string): string;
};

/** Intl writes a hyphen for the minus sign in most locales; figures want the sign. */
const withMinus = (text: string): string => text.replaceAll('-', '−');

export function makeFormats(locale: string, zone: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>();
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    // What rounds to nothing has no sign.
    const made = numbers.get(key) ?? new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    numbers.set(key, made);
    return withMinus(made.format(Object.is(value, -0) ? 0 : value));
  };
  // Made when first needed: each costs a reader's browser a millisecond.
  const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) => {
    let made: Intl.DateTimeFormat | undefined;
    return () => {
      made ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
      return made;
    };
  };
  const day = dates({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const date = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = dates({ day: 'numeric', month: 'short' });
  const month = dates({ month: 'short', year: 'numeric' });
  const shortMonth = dates({ month: 'short' });
  const moment = dates({
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });

  // Every chart of a site names the same weeks, and a range takes Intl ten times as long as a day.
  const ranges = new Map<string, string>();
  const datesOf = (from: number, to: number): string => {
    const key = `${from} ${to}`;
    // Thin spaces differ between versions of the locale data, and some fonts lack them.
    const text =
      ranges.get(key) ??
      date()
        .formatRange(from, to)
        .replaceAll(/[\u2009\u202f]/g, ' ');
    ranges.set(key, text);
    return text;
  };

  const value = (amount: number, kind: UnitKind): string => {
    const digits = decimals[kind];
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    if (kind === 'points') return format(amount, { ...options, signDisplay: 'exceptZero' });
    if (kind === 'percent') return format(amount / 100, { ...options, style: 'percent' });
    return format(amount, options);
  };
  const change = (difference: number, kind: UnitKind, signDisplay: 'never' | 'exceptZero'): string => {
    if (changesAsRatio(kind))
      return format(difference, { style: 'percent', maximumFractionDigits: 0, signDisplay });
    const digits = decimals[kind];
    return format(difference, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay });
  };
  return {
    number: (amount, digits = 0) => format(amount, { maximumFractionDigits: digits }),
    value,
    change: (difference, kind) => change(difference, kind, 'never'),
    signedChange: (difference, kind) => change(difference, kind, 'exceptZero'),
    share: (share) => format(share, { style: 'percent', maximumFractionDigits: 0 }),
    day: (ms) => day().format(ms),
    date: (ms) => date().format(ms),
    dates: datesOf,
    shortDay: (ms) => shortDay().format(ms),
    month: (ms) => month().format(ms),
    shortMonth: (ms) => shortMonth().format(ms),
    moment: (instant) => moment().format(Date.parse(instant)),
  };
}
