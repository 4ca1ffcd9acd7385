/** Digits that a figure keeps: more would claim a precision that no figure has, and differ between machines. */
const significantDigits = 6;

/** Rounds to six significant digits; whole numbers (counts) stay exact, and -0 becomes 0. */
export function round(value: number): number {
  if (Number.isInteger(value)) return value + 0;
  return Number(value.toPrecision(significantDigits)) + 0;
}

export const roundOrNull = (value: number | null): number | null => (value === null ? null : round(value));
