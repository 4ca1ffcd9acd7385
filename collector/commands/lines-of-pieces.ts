/** A line without its end; null where it was longer than may be held in memory, and was let go by. */
export type WholeLine = string | null;

/** Code units: a text of 10 MB is read, an input without any line's end does not fill the memory. */
export const longestLine = 2 ** 25;

/**
 * Puts together lines of text that comes in pieces. Ends are \n or \r\n; the last line may lack its end, and a byte order mark
 * before the first is no part of it.
 */
export function lineReader(longest: number = longestLine): {
  /** The lines that end in this piece. */
  read(piece: string): WholeLine[];
  /** The last line, where it lacks its end. */
  end(): WholeLine[];
} {
  let begun: string[] = [];
  let length = 0;
  let first = true;

  function keep(part: string): void {
    length += part.length;
    if (length > longest) begun = [];
    else if (part !== '') begun.push(part);
  }
  function whole(): WholeLine {
    const line = length > longest ? null : begun.join('').replace(/\r$/, '');
    begun = [];
    length = 0;
    return line;
  }
  return {
    read(piece) {
      const lines: WholeLine[] = [];
      let from = first && piece.startsWith('\ufeff') ? 1 : 0;
      if (piece !== '') first = false;
      for (let to = piece.indexOf('\n', from); to >= 0; to = piece.indexOf('\n', from)) {
        keep(piece.slice(from, to));
        lines.push(whole());
        from = to + 1;
      }
      keep(piece.slice(from));
      return lines;
    },
    end: () => (length === 0 ? [] : [whole()]),
  };
}
