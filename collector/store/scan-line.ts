/**
 * Reads lines as the collector writes them straight from their bytes, without a string or an object for each. It knows one
 * way of writing only; whatever is written otherwise is for `fromLine` to read, so that nothing is taken here that the
 * contract would refuse. The file must be valid UTF-8.
 */
export type LineScan = ReturnType<typeof scanLines>;

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const zero = 0x30;
const mostDigits = 15;
const powersOfTen = Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);
const secondMs = 1000;
const dayMs = 86_400_000;

/** A piece of a line that is always the same, such as `","doc":"`. */
export const piece = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

/** What was read last stands in the fields until something else is. */
export function scanLines(bytes: Uint8Array) {
  let at = 0;
  const scan = {
    /** The text read last: its bytes, and its length as strings count it (UTF-16). */
    from: 0,
    to: 0,
    units: 0,
    /** The number, or the moment in milliseconds, that was read last. */
    number: 0,
    /** The 16 hexadecimal digits read last. */
    high: 0,
    low: 0,
    place: () => at,
    moveTo(place: number): void {
      at = place;
    },
    isAtEnd: () => at >= bytes.length,
    /** Whether these bytes come next; if so they are passed. */
    passes(wanted: Uint8Array): boolean {
      for (let nth = 0; nth < wanted.length; nth++) if (bytes[at + nth] !== wanted[nth]) return false;
      at += wanted.length;
      return true;
    },
    /** Whether the line ends here; if so its end is passed. */
    endsLine(): boolean {
      if (at < bytes.length && bytes[at] !== newline) return false;
      at++;
      return true;
    },
    /** The rest of a text without escapes, and its closing quote. */
    text(): boolean {
      let continued = 0;
      let astral = 0;
      scan.from = at;
      for (let end = at; end < bytes.length; end++) {
        const byte = bytes[end] as number;
        if (byte === quote) {
          scan.to = end;
          scan.units = end - at - continued + astral;
          at = end + 1;
          return true;
        }
        if (byte < 0x20 || byte === backslash) return false;
        if (byte >= 0x80) {
          if (byte < 0xc0) continued++;
          else if (byte >= 0xf0) astral++;
        }
      }
      return false;
    },
    /** The same of a text that may hold escapes; its length is that of what they stand for. */
    textWithEscapes(): boolean {
      const begins = at;
      if (scan.text()) return true;
      let less = 0;
      for (let end = begins; end < bytes.length; end++) {
        const byte = bytes[end] as number;
        if (byte === quote) {
          scan.from = begins;
          scan.to = end;
          scan.units = end - begins - less;
          at = end + 1;
          return true;
        }
        if (byte < 0x20) return false;
        if (byte === backslash) {
          const more = escapeAt(end);
          if (more === 0) return false;
          less += more;
          end += more;
        } else if (byte >= 0x80 && byte < 0xc0) less++;
        else if (byte >= 0xf0) less--;
      }
      return false;
    },
    /** 16 hexadecimal digits. */
    hex(): boolean {
      const high = hexAt(at);
      const low = hexAt(at + 8);
      if (high < 0 || low < 0) return false;
      scan.high = high;
      scan.low = low;
      at += 16;
      return true;
    },
    /** A number of 0 or more, of at most 15 digits and without exponent: its digits over a power of ten are then exact. */
    amount(): boolean {
      const begins = at;
      let digits = digitsFrom(begins);
      if (digits < 0 || at === begins || (bytes[begins] === zero && at > begins + 1)) return false;
      let decimals = 0;
      if (bytes[at] === 0x2e) {
        at++;
        const point = at;
        const whole = digits;
        digits = digitsFrom(point);
        decimals = at - point;
        if (decimals === 0 || point - 1 - begins + decimals > mostDigits) return false;
        digits += whole * (powersOfTen[decimals] as number);
      }
      scan.number = decimals === 0 ? digits : digits / (powersOfTen[decimals] as number);
      return true;
    },
    /** A whole number of 0 or more. */
    count(): boolean {
      const begins = at;
      const digits = digitsFrom(begins);
      if (at === begins || at - begins > mostDigits || (bytes[begins] === zero && at > begins + 1))
        return false;
      scan.number = digits;
      return true;
    },
    /** `2026-11-20T05:17:00Z`, of a day that there is. */
    instant(): boolean {
      const [year, month, day] = [fixed(4, 0, dash), fixed(2, 5, dash), fixed(2, 8, letterT)];
      const [hour, minute, second] = [fixed(2, 11, colon), fixed(2, 14, colon), fixed(2, 17, letterZ)];
      if (year < 0 || month < 1 || month > 12) return false;
      if (day < 1 || day > daysIn(year, month)) return false;
      if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
      scan.number = dayNumber(year, month, day) * dayMs + ((hour * 60 + minute) * 60 + second) * secondMs;
      at += 20;
      return true;
    },
  };
  return scan;

  /** How many bytes of an escape stand after its backslash; it stands for one unit. 0 where it is none. */
  function escapeAt(from: number): number {
    const letter = bytes[from + 1] ?? 0;
    if (letter !== letterU) return shortEscapes.includes(letter) ? 1 : 0;
    for (let nth = 2; nth < 6; nth++) if (!isHexDigit(bytes[from + nth] ?? 0)) return 0;
    return 5;
  }

  function hexAt(from: number): number {
    let value = 0;
    for (let nth = 0; nth < 8; nth++) {
      const byte = bytes[from + nth] ?? 0;
      const digit =
        byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
      if (digit === -1) return -1;
      value = (value << 4) | digit;
    }
    return value >>> 0;
  }

  /** Passes digits; of more than can be exact the value is not to be used. */
  function digitsFrom(from: number): number {
    let value = 0;
    at = from;
    for (;;) {
      const digit = (bytes[at] ?? 0) - zero;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      at++;
    }
    return at - from > mostDigits ? -1 : value;
  }

  function fixed(digits: number, after: number, end: number): number {
    let value = 0;
    for (let nth = at + after; nth < at + after + digits; nth++) {
      const digit = (bytes[nth] ?? 0) - zero;
      if (!(digit >= 0 && digit <= 9)) return -1;
      value = value * 10 + digit;
    }
    return bytes[at + after + digits] === end ? value : -1;
  }
}

const letterU = 0x75;
const shortEscapes = piece('"\\\\/bfnrt');
const isHexDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
const dash = 0x2d;
const letterT = 0x54;
const colon = 0x3a;
const letterZ = 0x5a;

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Days since 1970-01-01 of a day of the Gregorian calendar (Hinnant's days_from_civil), for years from 0 on. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
