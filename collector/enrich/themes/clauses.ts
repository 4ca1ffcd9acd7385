// "But" does not part what was so from what is now, nor a price from what it is worth.
// A full stop after a letter or digit and before a space ends a sentence; so does a turn of the argument.
const clauseEnd =
  /[.!?…。！？]+(?=\s|$)|[;\n]|\s(?=(?:but(?!\s+(?:[\p{L}’']+\s+){0,3}(?:now|worth)\b)|however|although|though|whereas|except)\s)|(?<=[。！？])/giu;
const mostClauses = 60;

/** The parts of a text that may each have a tone of their own. */
export const clausesOf = (text: string): string[] =>
  text
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, mostClauses);

export type Clause = {
  text: string;
  /** Whether a question mark ends it. */
  asked: boolean;
};

const question = /^["'”’)\]\s]*[!.…]*[?？]/u;

/** Those parts, with whether each is a question. */
export function markedClauses(text: string): Clause[] {
  const anyAsked = /[?？]/.test(text);
  let at = 0;
  return clausesOf(text).map((clause) => {
    at = text.indexOf(clause, at) + clause.length;
    return { text: clause, asked: anyAsked && question.test(text.slice(at, at + 5)) };
  });
}
