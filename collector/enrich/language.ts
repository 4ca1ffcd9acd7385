import { eld } from 'eld/large';

/**
 * Lead in score that the first language must have over the second. With it, of English texts under 25 characters 91 % are
 * told and 3 % are mistaken; of those up to 60 characters 99 % and 0.2 %.
 */
const fewestLead = 0.02;
const fewestLetters = 3;
/** Code units that are looked at; the detector itself stops at about 350. */
const longest = 600;
const notLanguage = /https?:\/\/\S+|[@#][\p{L}\p{N}_…]+|[\p{N}\p{P}\p{S}]+/gu;

/** The language of a text as a BCP 47 tag, or `und` where the text is too short or could be several. */
export function detectLanguage(text: string): string {
  const letters = text.slice(0, longest).replace(notLanguage, ' ').trim();
  if (letters.replaceAll(' ', '').length < fewestLetters) return 'und';
  const [first, second] = Object.entries(eld.detect(letters).getScores());
  if (!first || first[1] - (second?.[1] ?? 0) < fewestLead) return 'und';
  return first[0];
}
