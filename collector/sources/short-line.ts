const longest = 400;

/**
 * One line of at most 400 characters without signs that steer: a host's words must not move a terminal's cursor, forge a
 * line, or turn the direction of what follows.
 */
export function shortLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}
