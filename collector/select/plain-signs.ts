/** A text as it stands, and the same with the digits, dashes, spaces and signs of all scripts as ASCII has them, sign for sign. */
export type Signs = { shown: string; plain: string };

const wide = /[\uff01-\uff5e]/g;
const wideBy = 0xff01 - 0x21;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const smallAt = /\ufe6b/g;
/** Of two code units: what is replaced would shift the rest. */
const digits = /(?![\u{10000}-\u{10ffff}])\p{Nd}/gu;

/** Unicode has the digits of a script in one row, 0 to 9. */
function zeroToNine(digit: string): string {
  let zero = digit.charCodeAt(0);
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return String((digit.charCodeAt(0) - zero) % 10);
}

export function readSigns(text: string): Signs {
  if (!/\P{ASCII}/u.test(text)) return { shown: text, plain: text };
  const plain = text
    .replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - wideBy))
    .replace(dashes, '-')
    .replace(spaces, ' ')
    .replace(smallAt, '@')
    .replace(digits, (digit) => (digit < '\u0080' ? digit : zeroToNine(digit)));
  return { shown: text, plain };
}

/** Puts something else in the place of what is found in the plain signs; all around it stays as it stands. */
export function replaceSigns(
  { shown, plain }: Signs,
  pattern: RegExp,
  by: (found: RegExpExecArray, shown: string) => string | undefined,
): Signs {
  const made = { shown: '', plain: '' };
  let from = 0;
  for (const found of plain.matchAll(pattern)) {
    const end = found.index + found[0].length;
    const instead = by(found, shown.slice(found.index, end));
    if (instead === undefined) continue;
    made.shown += shown.slice(from, found.index) + instead;
    made.plain += plain.slice(from, found.index) + instead;
    from = end;
  }
  return { shown: made.shown + shown.slice(from), plain: made.plain + plain.slice(from) };
}
