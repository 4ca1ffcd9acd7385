import { type Intent, intents as inOrder, type Rating, type ToneLabel } from '#contract';
import { namesReplaced } from '../names.ts';
import { brandToken, otherToken } from '../tone/tokens.ts';
import { recommend, warn } from './cues/advice.ts';
import { barriers } from './cues/barriers.ts';
import { compare } from './cues/comparison.ts';
import { idioms } from './cues/idioms.ts';
import { join, leave, stay } from './cues/loyalty.ts';
import { complain, praise } from './cues/opinions.ts';
import { ask, suggest } from './cues/requests.ts';
import { compile, matchAt, type Pattern, type Span } from './pattern.ts';
import { counted } from './precision.ts';
import { isQuestion } from './questions.ts';
import type { Barrier, CueRule } from './rule.ts';
import { isMark, type Sentence, sentencesOf, them, us } from './sentences.ts';
import { wordClasses } from './word-classes.ts';

/** Version of the rules by which intents are read. */
export const intentRule = 'intent-cues@3';

/** What a reader of intents may know besides the text. */
export type IntentContext = {
  /** BCP 47 tag of the text's language. Other languages than English have no intents. */
  lang: string;
  /** Names of the brand that is asked about; those of the others of the panel. */
  brand: readonly string[];
  others: readonly string[];
  /** Group of the source. News reports what others mean: there only what somebody says of themselves counts. */
  group: string;
  /** True for talk of the category: whoever is named in it, only questions and wishes count. */
  aboutNobody?: boolean;
  rating?: Rating | undefined;
  /** Tone of a sentence toward the brand. Asked for only where a cue depends on it. */
  toneOf: (sentence: string) => ToneLabel;
};

const rules: readonly CueRule[] = [
  recommend,
  warn,
  stay,
  leave,
  join,
  suggest,
  ask,
  complain,
  praise,
  compare,
].flat();

type Cue = { pattern: Pattern; rule?: CueRule; barrier?: Barrier };
const byWord = new Map<string, Cue[]>();
function index(written: string, meaning: Omit<Cue, 'pattern'>): void {
  const cue = { pattern: compile(written), ...meaning };
  for (const word of cue.pattern.anchors) {
    const known = byWord.get(word);
    if (known) known.push(cue);
    else byWord.set(word, [cue]);
  }
}
// Idioms first, so that they are found before what they hold.
for (const { cues } of idioms) for (const cue of cues) index(cue, {});
for (const barrier of barriers) for (const cue of barrier.cues) index(cue, { barrier });
for (const rule of rules) for (const cue of rule.cues) index(cue, { rule });

const negations = new Set(wordClasses['neg']);
/** Words before a cue that make it somebody else's, a wish, or a condition. */
const unsaid = new Set(
  `if unless until till wish wished doubt unsure wonder wondering whether hope hoped before said says say told tell tells
  asked why who how nearly almost used supposed wanted wants would've should've or expected pretend imagine expecting
  claims claim heard hear promise promised photos photo wait`.split(/\s+/),
);
/** Words before a cue that make what is done or advised somebody else's; praise and complaints are about them. */
const somebodyElse = new Set(['they', 'he', 'she', 'people', 'everybody']);
const ofTheBrand: readonly Intent[] = ['praise', 'complain', 'suggest'];
const turns = new Set([
  'but',
  'and',
  'so',
  'yet',
  'because',
  'although',
  'though',
  'however',
  'still',
  'then',
]);
const firstPerson = new Set(['i', "i'm", "i'd", "i'll", "i've", 'im', 'ive', 'my', 'me', 'myself']);
const lowest = 0.4;
const highest = 0.8;
/** What talk of a category can be without being of any brand. */
const ofNobody: readonly Intent[] = ['ask', 'suggest'];

/** Where the clause of a place begins: after a mark or a turn of the argument. */
function clauseStart({ words }: Sentence, at: number): number {
  let from = at;
  while (from > 0 && !isMark(words[from - 1]) && !turns.has(words[from - 1] as string)) from -= 1;
  return from;
}

function isSaid(sentence: Sentence, { from }: Span, intent: Intent): boolean {
  for (let at = clauseStart(sentence, from); at < from; at += 1) {
    const word = sentence.words[at] as string;
    if (negations.has(word) || unsaid.has(word)) return false;
    if (somebodyElse.has(word) && !ofTheBrand.includes(intent)) return false;
  }
  return true;
}

/** A condition that follows within the clause: "I would stay if …". Who is addressed is none: "if you like tea". */
function isConditional({ words }: Sentence, { to }: Span): boolean {
  for (let at = to; at < words.length && !isMark(words[at]); at += 1) {
    if (words[at] !== 'if' && words[at] !== 'unless') continue;
    const next = words[at + 1];
    return next !== 'you' && next !== "you're" && next !== 'ur' && next !== 'u' && next !== 'anyone';
  }
  return false;
}

/** Whether what the words speak of is the brand: it stands in them, or is the nearest that is named. */
function isAboutBrand(sentence: Sentence, { from, to }: Span, before: string | undefined): boolean {
  const { words } = sentence;
  let nearest: string | undefined;
  for (let at = from; at < to; at += 1) {
    if (words[at] === us) return true;
    if (words[at] === them) nearest = them;
  }
  if (nearest) return false;
  const begin = clauseStart(sentence, from);
  let end = to;
  while (end < words.length && !isMark(words[end]) && !turns.has(words[end] as string)) end += 1;
  const inClause = words.slice(begin, end).filter((word) => word === us || word === them);
  if (inClause.length > 0)
    return inClause.includes(us) && !(inClause.includes(them) && nearestOf(words, from, to) === them);
  const named = words.filter((word) => word === us || word === them);
  if (named.length > 0) return named.includes(us);
  return before !== them;
}

function nearestOf(words: readonly string[], from: number, to: number): string | undefined {
  for (let away = 0; away < words.length; away += 1)
    for (const at of [to + away, from - 1 - away])
      if (words[at] === us || words[at] === them) return words[at];
  return undefined;
}

/** Words by which a sentence goes on about what was named before; so does a very short one. */
const pointing = new Set(
  'it they them this their its that these those theyre theirs you your yours guys'.split(' '),
);
const shortest = 5;
const pointsBack = (words: readonly string[]): boolean =>
  words.length <= shortest || words.some((word) => pointing.has(word.replace(/'.*/, '')));

/** Clauses of a sentence, by its marks and the turns of its argument. */
const clausesOf = (text: string): string[] =>
  text
    .split(/[,;:()—–]|\s-\s|\b(?:but|and|although|because)\b/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

function isNear({ words }: Sentence, rule: CueRule, before: string | undefined): boolean {
  if (rule.near === 'reviews') return false;
  if (words.includes(us)) return true;
  return before === us && (rule.away === true || (!words.includes(them) && pointsBack(words)));
}

/** Those of the cued intents that were shown to be right often enough, in the contract's order. */
export const intentsOf = (text: string, context: IntentContext): Intent[] =>
  cuedIntents(text, context).filter((intent) => counted.includes(intent));

/**
 * What the author of a text means to do or have others do with the brand, in the contract's order: cues of words, each
 * gated by the tone of its sentence, by what denies or imagines it, by who speaks and by what it is about.
 */
export function cuedIntents(text: string, context: IntentContext): Intent[] {
  if (context.lang !== 'en' || text.trim() === '') return [];
  const named = namesReplaced(context.brand, context.others, { here: brandToken, there: otherToken })(text);
  const found = new Set<Intent>();
  const barred = new Set<Intent>();
  let before: string | undefined;
  for (const sentence of sentencesOf(named)) {
    readSentence(sentence, before, context, found, barred);
    before = sentence.words.findLast((word) => word === us || word === them) ?? before;
  }
  for (const intent of barred) found.delete(intent);
  if (found.has('leave')) found.delete('stay');
  const share = context.rating ? context.rating.value / context.rating.of : undefined;
  if (share !== undefined && share <= lowest)
    for (const intent of ['recommend', 'praise', 'stay'] as const) found.delete(intent);
  if (share !== undefined && share > highest)
    for (const intent of ['warn', 'leave'] as const) found.delete(intent);
  return inOrder.filter((intent) => found.has(intent) && (!context.aboutNobody || ofNobody.includes(intent)));
}

function readSentence(
  sentence: Sentence,
  before: string | undefined,
  context: IntentContext,
  found: Set<Intent>,
  barred: Set<Intent>,
): void {
  const { words, asked, quoted } = sentence;
  const { group, toneOf } = context;
  const news = group === 'news';
  let tone: ToneLabel | undefined;
  const idiomatic = new Uint8Array(words.length);
  const barredHere = new Set<Intent>();
  const candidates: { rule: CueRule; span: Span }[] = [];
  for (let at = 0; at < words.length; at += 1)
    for (const { pattern, rule, barrier } of byWord.get(words[at] as string) ?? []) {
      if (rule && found.has(rule.intent)) continue;
      const span = matchAt(sentence, pattern, at);
      if (!span) continue;
      if (barrier) {
        for (const intent of barrier.intents) (barrier.within === 'text' ? barred : barredHere).add(intent);
        continue;
      }
      if (rule) candidates.push({ rule, span });
      if (!rule || rule.alone) idiomatic.fill(1, span.from, span.to);
    }
  for (const { rule, span } of candidates) {
    const { intent } = rule;
    if (
      found.has(intent) ||
      barredHere.has(intent) ||
      (!rule.alone && idiomatic.subarray(span.from, span.to).includes(1))
    )
      continue;
    if (asked ? !rule.inQuestions : rule.inQuestions === 'only') continue;
    if (news && (quoted[span.from] === 1 || !words.some((word) => firstPerson.has(word)))) continue;
    if (!rule.anywhere && (!isSaid(sentence, span, intent) || isConditional(sentence, span))) continue;
    if (
      intent === 'compare'
        ? !comparesBrand(sentence, span, before, context)
        : !rule.away && !isAboutBrand(sentence, span, before)
    )
      continue;
    if (rule.near && group !== 'reviews' && !isNear(sentence, rule, before)) continue;
    if (rule.tones) {
      tone ??= toneOf(sentence.text);
      if (!rule.tones.includes(tone)) continue;
    }
    if (intent === 'stay' && clausesOf(sentence.text).some((clause) => toneOf(clause) === 'negative'))
      continue;
    found.add(intent);
  }
  if (
    !news &&
    !found.has('ask') &&
    isQuestion(sentence, group) &&
    (group === 'reviews' || words.includes(us) || (before === us && pointsBack(words))) &&
    isAboutBrand(sentence, { from: 0, to: words.length }, before)
  )
    found.add('ask');
}

/** Words for a second party that has no name. */
const parties = new Set(
  `other others another competition competitors competitor competitor's rival rivals alternatives alternative brands old previous last
  former existing rest`.split(/\s+/),
);

/** A comparison needs two parties: the brand, named or, in a review of it, meant; and one that it is set against. */
function comparesBrand(
  { words, named }: Sentence,
  { from, to }: Span,
  before: string | undefined,
  { brand, group }: IntentContext,
): boolean {
  const others = words.filter((word) => word === them).length;
  const party = (word: string, at: number) => parties.has(word) || named[from + at] === 1;
  const compared = words.slice(from, to);
  if (others === 0 && !compared.some(party)) return false;
  if (group !== 'reviews' && !compared.includes(us) && !compared.includes(them)) return false;
  if (words.includes(us) || brand.length === 0) return true;
  return others < 2 && before !== them && (group === 'reviews' || before === us);
}
