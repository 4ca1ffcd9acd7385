// A full stop after a letter or digit and before a space ends a sentence; so does a turn of the argument.
const clauseEnd =
  /[.!?…。！？]+(?=\s|$)|[;\n]|\s(?=(?:but|however|although|though|whereas|except)\s)|(?<=[。！？])/giu;
const mostClauses = 60;

/** The parts of a text that may each have a tone of their own. */
export const clausesOf = (text: string): string[] =>
  text
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, mostClauses);
