/**
 * What a clause says of a theme that it names, where not all of its words do: parts of a list that each say something of their own, what is
 * excepted from the rest, what is denied, and what was so before.
 */

const past =
  /,?\s*\b(?:which|that|who)\s+(?:used to|once|was once|were once|had been)\b[^,.;]{0,80},?|\bused to\b[^.;]{0,80}?(?:,|\b(?:but|and|yet))\s+(?=[^.;]{0,80}\bnow\b)|\b(?:was|were)\b[^.;,]{0,80}?(?:,|,?\s+but)\s+(?=now\b)/giu;

/** The clause without what was so before and no longer is: "the app, which used to be awful, is now wonderful". */
export const ofToday = (clause: string): string =>
  /\bnow\b/iu.test(clause) ? clause.replace(past, ' ').replace(/ {2,}/g, ' ') : clause;

const exception =
  /\b(?:except(?: for)?|apart from|aside from|other than|with the exception of)\s+[^.;,]{0,80}$/iu;
const whole = /\b(?:all|everything|everyone|everybody|nothing|anything|none|whole|rest)\b/iu;

/**
 * What a place is excepted from: "everything is terrible except the price". A clause that begins with "except" was parted from
 * `previous`.
 */
export function exceptedFrom(clause: string, from: number, previous: string): string | undefined {
  const found = exception.exec(clause);
  if (!found || from < found.index) return undefined;
  const before = found.index === 0 ? previous : clause.slice(0, found.index).trim();
  return whole.test(before) ? before : undefined;
}

const pain =
  '(?:problems?|issues?|troubles?|complaints?|delays?|faults?|glitch(?:es)?|hassles?|bugs?|crash(?:es)?|errors?|drama|hiccups?|difficult(?:y|ies)|hidden|surprise)';
const none =
  "(?:no|zero|without(?: any)?|free of|not an?|not a single|never (?:an?y?|had (?:an?y?)?)|(?:haven[’']t|hadn[’']t|have not|had not|didn[’']t|did not|don[’']t|do not) (?:had|have) (?:an?y?)|(?:have|had) no)";
// Up to two words between, none of which turns it: "no delivery problems", "no problems at all with the app".
const denied = new RegExp(`(?<![\\p{L}’'])${none}\\s+(?:[\\p{L}-]+\\s+){0,2}?${pain}\\b`, 'giu');
const unsolved = /\b(?:solved|resolved|fixed|answered|addressed|acknowledged|admit|admits|admitted)\b/iu;
/** Words between what is denied and a theme that it is denied of. */
const mostAfter = 4;

/** Whether a place of a clause is what no trouble is told of: "no delivery problems", "no hidden fees", "no issues with the app". */
export function isUntroubled(clause: string, { from, to }: { from: number; to: number }): boolean {
  if (unsolved.test(clause)) return false;
  return Array.from(clause.matchAll(denied)).some(({ 0: found, index }) => {
    const end = index + found.length;
    if (to <= index || (from < end && to > index)) return to > index;
    if (from < end) return false;
    const between = clause.slice(end, from);
    return (
      !/[,;:()]|\b(?:but|and|so|because|than|when|since|until)\b/iu.test(between) &&
      between.trim().split(/\s+/).length <= mostAfter
    );
  });
}

const partEnd = /,\s+(?:and\s+|but\s+)?/giu;

/** The part between commas in which a place stands, where other parts name other themes; with where it begins. */
export function partOf(
  clause: string,
  place: { from: number; to: number },
  others: readonly { from: number }[],
): { from: number; text: string } | undefined {
  let from = 0;
  let to = clause.length;
  for (const { 0: found, index } of clause.matchAll(partEnd)) {
    if (index + found.length <= place.from) from = index + found.length;
    else if (index >= place.to) {
      to = index;
      break;
    }
  }
  if (from === 0 && to === clause.length) return undefined;
  if (!others.some((other) => other.from < from || other.from >= to)) return undefined;
  return { from, text: clause.slice(from, to) };
}

const yesOrNo =
  /^[\s"'“‘(¿]*(?:(?:so|and|but|hi|hello|hey|ok|well|also)[,\s]+)*(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|has|have|had|may|might|any(?:one|body)?)\b/iu;

/** Whether a question asks whether something is so, which says nothing of how it is. "Why is it so slow?" does. */
export const asksWhether = (clause: string): boolean => yesOrNo.test(clause);
