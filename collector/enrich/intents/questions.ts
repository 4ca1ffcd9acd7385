import { isMark, type Sentence, them, us } from './sentences.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const greetings = set(
  'hey hi hello so and ok okay but well also now oh um please @us @them guys folks everyone all question help quick one',
);
const openers = set(
  `does do did is are was were will can could should has have would am any anyone anybody which what what's whats where
  where's when how how's hows who whose which why whats`,
);
/** How questions begin that want no answer. */
const rhetorical = [
  'why would',
  'why do people',
  'why so',
  'why is @us like',
  'why did i',
  'why bother',
  'why not',
  'why even',
  'why on',
  'why the',
  "why doesn't @us",
  "why don't",
  "why can't",
  "why isn't",
  'why should',
  'why must',
  'why pay',
  'why is it so',
  'why is this',
  'who knew',
  "who doesn't",
  'who cares',
  'who needs',
  'who else',
  'who wants',
  'who wouldn',
  "who wouldn't",
  "who's with",
  'who would have',
  'who even',
  'who the',
  'what more',
  'what were',
  'what a',
  'what the',
  'what is not',
  "what's not",
  'what else',
  'what could',
  'what kind of',
  'what on',
  'what is wrong',
  "what's wrong with",
  "what's the point",
  'what is the point',
  'how hard',
  'how dare',
  'how good',
  'how could',
  'how many times',
  'how can they',
  'how can you',
  'how about',
  'how great',
  'how cool',
  'how cute',
  'how is @us still',
  'how on',
  'how the',
  'how is this',
  'how is that',
  'where else',
  'where do i start',
  'when do people',
  'when will people',
  'when will they learn',
  'is it too much',
  'is it just me',
  'are you kidding',
  'are you serious',
  'are you joking',
  'are you mad',
  'am i the only',
  'is that too',
  'is this a joke',
  'is this some',
  'can i give',
  'can you believe',
  'can @us please',
  'can you please',
  'could you please',
  'could @us please',
  'can we please',
  'can we talk',
  'can they',
  'can we just',
  'do you know what',
  'do you even',
  'do they even',
  'do they not',
  'did you know',
  'did they',
  'have you no',
  'have they',
  'has the world',
  'would i',
  'would you believe',
  'will they ever',
  "isn't",
  'should you go',
  'do i',
  'did i',
  'do you really',
  'do we really',
  'is there anything',
  'can it get',
  'could it',
].map((words) => words.split(' '));
const realAfterAll = [
  'do i need',
  'do i have',
  'do i get',
  'do i',
  'how can i',
  'should i',
  'what kind of',
  'did they change',
  'have they changed',
  'what could i',
  'can they',
].map((words) => words.split(' '));
const fewestWords = 3;

/**
 * Whether a sentence is a question that wants an answer: it ends as one and begins with a word that asks. Rhetorical ones are told by
 * how they begin. In posts the mark may be missing after a plain "does @us …".
 */
export function isQuestion({ words, asked, quoted }: Sentence, group: string): boolean {
  let first = 0;
  while (
    first < words.length - 1 &&
    (isMark(words[first]) || (greetings.has(words[first] as string) && !openers.has(words[first] as string)))
  )
    first += 1;
  const begins = (row: readonly string[]): boolean => row.every((word, at) => words[first + at] === word);
  const left = words.length - first;
  if (quoted[first] === 1 || left < fewestWords - 1) return false;
  if (!asked) {
    const posted = group !== 'reviews' && group !== 'news' && left <= 10;
    return posted && /^(?:does|is|are|do|can|will)$/.test(words[first] as string) && words[first + 1] === us;
  }
  if (words.includes(us) && words.includes(them) && words.includes('or')) return true;
  if (!openers.has(words[first] as string) || left < fewestWords) return false;
  if (realAfterAll.some(begins) && group !== 'reviews') return true;
  return !rhetorical.some(begins);
}
