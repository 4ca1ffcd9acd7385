import { compile, matchAt } from './pattern.ts';
import { isMark, type Sentence, us } from './sentences.ts';

/**
 * How questions begin that want an answer. Others are left alone: most of what ends with a question mark in talk is meant to make a
 * point, "who would pay for that?".
 */
const openings = [
  'does|do|has|have|is|did|can|could|would|will|are anyone|anybody|someone|somebody|any !ever|else|see|feel|think',
  'anyone|anybody|any1 else? here? know|tried|used|have|had|got|using|use|with|been|recommend|ordered|bought|switched|getting|having|noticed|eaten|seen|heard|experienced|experiencing|able|compared|dealt|worked !of',
  'any ~1 experience|experiences|tips|advice|idea|ideas|recommendations|thoughts|news|reason|suggestions|opinions|chance|plans',
  'thoughts|opinions|experiences|tips on|about|with|for',
  'how {adv}* do|does|can|would|should i|we|you|they|@us|the|it|one|your|these !feel|figure|know|sleep',
  'how {adv}* long|much|many|old|big|soon|often|far|fast|late|reliable|easy is|are|do|does|did|will|before|does|until|@us|it|the|to',
  "how is|are|was|were|did|'s @us|the|your|their !still|like|even|fuck|hell|not",
  'where can|do|does|is|are|did|could|would i|we|you|they|@us|the|my|it|your|one|these|this !else|start',
  'what time|size|sizes|year|model|colour|color|version|date|day|plan|price',
  "what is|are|'s the|your|@us !point|hell|fuck|problem|matter|deal",
  "what's|whats the|your !point|hell|fuck|problem|matter|deal",
  'what do|did|would you|people|folks|guys think|recommend|suggest|use|get|order|prefer|like',
  'what ~1 do|would|should you|i|we ~1 get|order|do|need|use|buy|recommend|say',
  'what happens|happened|about',
  'what {adv}* would you get',
  'which ~2 is|are|one|would|do|should|@us|of',
  'which @us|one|model|of|is|are|ones',
  'when does|do|is|will|are|did|can|would @us|the|they|it|you|i|we|your|my',
  'who has|have|here|owns|makes|runs|sells|is|else used|tried|owns|has|@us|the|had|using !cares',
  'who owns|makes|runs|sells|has|have ~2',
  'why is|does|are|do|did|has|was my|our !life',
  'is|are|was|were it|there|this|that|these|they {adv}* safe|worth|possible|true|any|a|normal|ok|okay|compatible|legit|available|still|easy|better|only|an|open|free|waterproof|good|machine|dishwasher !joke',
  'is|are|was|were|will|does|do|did|has|have|can @us !seriously|kidding|serious|joking|just|please ~1',
  'is|are|does|do|will|has|have|did the|their|your|my @us ~1',
  'is|are|does|do|will|can|did the|their|your ~3 still|work|worth|good|include|come|run|fit|available|compatible|valid|safe|open',
  'do|can|could|should|may i {adv}* need|have|get|use|buy|order|pay|cancel|return|bring|switch|go|take|ask|upgrade|reset|still|add|change|avoid',
  'do|does|can|will|are|is you|they|it ~2 deliver|ship|sell|have|offer|still|take|accept|open|work|fit|know|do|support|plan|stock|come|need|run|include|serve|charge|use|recommend|cover|contain|expire !even|what',
  'would|do you {adv}* recommend|suggest|buy|choose|prefer|stay',
  'have|has you|anyone|people ever? tried|used|been|bought|eaten|had|seen|noticed|switched|ordered|dealt',
  'can|could|would you|someone|anyone|somebody|anybody {adv}* tell|explain|recommend|confirm|help|point|share|suggest|advise|send|please',
  'am i right|missing|correct|doing',
  'should i|we {adv}* switch|buy|get|go|choose|upgrade|wait|cancel|return|avoid|stay|order|try|add',
  'can this|it|these|they|the be|work|handle|take|do|run|fit|hold|stream|play',
  'does|do|is|are|will this|it|these|the ~2 work|fit|have|come|need|support|run|include|waterproof|compatible|worth|good|with|any|also|still|last|hold',
].map((opening) => compile(`^^ ${opening}`));
/** What stands before a question: greetings, and the name of who is asked. */
const greetings = new Set(
  `hey hi hello so and ok okay but well also now oh um please @us @them guys folks everyone question quick one sorry curious serious
  honest genuine just though out of curiosity`.split(/\s+/),
);
const rude = new Set(['fuck', 'hell', 'heck', 'earth', 'fucking', 'wtf', 'seriously', 'shit', 'dare']);
/** Words left to be asked with: "Really?" is no question. */
const fewestWords = 3;
/** Words of a post that may lack its mark. */
const mostUnmarked = 10;

/** Whether a sentence is a question that wants an answer. In posts the mark may be missing after a plain "does @us …". */
export function isQuestion(sentence: Sentence, group: string): boolean {
  const { words, asked, quoted } = sentence;
  let first = 0;
  while (first < words.length - 1 && (isMark(words[first]) || greetings.has(words[first] as string)))
    first += 1;
  const rest = words.slice(first);
  if (quoted[first] === 1 || rest.length < fewestWords - 1 || rest.some((word) => rude.has(word)))
    return false;
  if (!asked) {
    const said = rest.filter((word) => !isMark(word)).length;
    const posted = group !== 'reviews' && said > fewestWords && said <= mostUnmarked;
    return (
      posted &&
      words[first - 1] !== 'so' &&
      /^(?:does|is|are|do|can|will)$/.test(rest[0] as string) &&
      rest[1] === us
    );
  }
  if (words.includes(us) && words.includes('@them') && words.includes('or')) return true;
  if (words.includes(us) && rest.length <= 4 && /^(?:thoughts|opinions)$/.test(rest[0] as string))
    return true;
  const told = { ...sentence, words: rest, named: sentence.named.subarray(first) };
  return openings.some((opening) =>
    rest.some(
      (word, at) => at < 8 && opening.anchors.includes(word) && matchAt(told, opening, at) !== undefined,
    ),
  );
}
