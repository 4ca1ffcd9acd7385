import { hashOf, joined } from './hashing.ts';
import { brandToken, isPlaceholder, isWord, type Tokens } from './tokens.ts';

const prepositions = new Set(
  'of to in on at by for from with about against over under into than as and or like via including'.split(
    ' ',
  ),
);
const speech = new Set(
  `said says say told tells added adds wrote writes tweeted tweets announced explained noted argued claimed insisted asked
  replied`.split(/\s+/),
);
const grammar = new Set(
  `a an the of to in on at by for from with about against over under into than as and or but nor so yet while if because
  that which who whom whose where when what is are was were be been being am has have had do does did will would shall
  should may might can could must not no it its this these those he she they we i you his her their our your my him them
  us there then also just very more most less least only even still too up down out off after before since until during
  between among through per via`.split(/\s+/),
);
const openEnds = new Set(['.', '!', '?', '!!', '??', '?!', '...', ':', '"', '(', ')']);
/** From this share of words with a capital on, capitals are the style of a headline and mark no names. */
const titledShare = 0.6;
const reach = 12;
const longestFrame = 5;

/** Whether a word holds a sentence together and names nothing. */
export const isGrammar = (token: string): boolean => grammar.has(token);
export const isPreposition = (token: string): boolean => prepositions.has(token);
export const isSpeech = (token: string): boolean => speech.has(token);

/** 1 for the words that are likely names of others: with a capital, in the midst of a sentence that is no headline. */
export function otherNames({ list, capital }: Tokens): Uint8Array {
  const names = new Uint8Array(list.length);
  let [words, capitals] = [0, 0];
  for (let at = 0; at < list.length; at += 1) {
    if (!isWord(list[at] as string) || isPlaceholder(list[at] as string)) continue;
    words += 1;
    capitals += capital[at] as number;
  }
  const titled = capitals > words * titledShare;
  for (let at = 0; at < list.length; at += 1) {
    const token = list[at] as string;
    if (token === brandToken) continue;
    if (isPlaceholder(token)) names[at] = 1;
    else if (!titled && capital[at] === 1 && at > 0 && !openEnds.has(list[at - 1] as string)) names[at] = 1;
  }
  return names;
}

const calendar = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december i`.split(/\s+/),
);

/** Whether a text names another than the target, as far as capitals tell. Days and months are nobody. */
export function namesAnother(tokens: Tokens): boolean {
  const names = otherNames(tokens);
  return tokens.list.some((token, at) => names[at] === 1 && !calendar.has(token));
}

/** A word as far as frames tell words apart. */
type Framed = { hash: number; valence: number };

const marks = {
  before: 0x2101,
  after: 0x2202,
  both: 0x2303,
  word: 0x2404,
  opinion: 0x2505,
  frame: 0x2606,
  way: 0x2707,
  wayWord: 0x2808,
  thing: 0x2909,
  things: 0x2a0a,
} as const;
const kinds = {
  target: 1,
  good: 2,
  bad: 3,
  notGood: 4,
  notBad: 5,
  name: 6,
  word: 7,
  start: 8,
  end: 9,
  says: 10,
} as const;

function kindBefore(list: readonly string[], names: Uint8Array, at: number): number {
  const token = list[at - 1];
  if (token === undefined || openEnds.has(token) || token === ',' || token === ';') return kinds.start;
  if (prepositions.has(token)) return hashOf(token);
  return grammar.has(token) ? 0 : names[at - 1] === 1 ? kinds.name : kinds.word;
}

function kindAfter(list: readonly string[], at: number): number {
  const token = list[at + 1];
  if (token === undefined || !isWord(token)) return kinds.end;
  if (speech.has(token)) return kinds.says;
  return grammar.has(token) ? hashOf(token) : kinds.word;
}

/**
 * Hashes of the part that the target plays: what stands right before and after it, each word of its clause under that part,
 * what lies between it and an opinion, and the frame of the sentence around it: grammar, opinions and names without the
 * words that the sentence is about. Where the target is a thing and no name, its own words too.
 */
export function frameHashes(
  { list, negated, things = [] }: Tokens,
  words: readonly Framed[],
  names: Uint8Array,
  clause: Uint8Array,
  put: (seed: number, hash: number) => void,
): void {
  const frame: number[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const kind = frameKind(at);
    const last = frame[frame.length - 1];
    if ((kind === kinds.name || kind === kinds.word) && last === kind) continue;
    frame.push(kind);
  }
  for (let at = 0; at < frame.length; at += 1) {
    if (frame[at] !== kinds.target) continue;
    for (let from = Math.max(0, at - longestFrame + 1); from <= at; from += 1) {
      let hash = at - from;
      for (let to = from; to < Math.min(frame.length, from + longestFrame); to += 1) {
        hash = joined(hash, frame[to] as number);
        if (to >= at && to > from) put(marks.frame, hash);
      }
    }
  }
  for (let at = 0; at < list.length; at += 1) if (list[at] === brandToken) around(at);
  for (const thing of things) put(marks.thing, hashOf(thing));
  if (things.length > 1) put(marks.things, hashOf(things.join(' ')));

  function frameKind(at: number): number {
    const token = list[at] as string;
    if (token === brandToken) return kinds.target;
    const { valence, hash } = words[at] as Framed;
    const turned = negated[at] === 1;
    if (valence > 0) return turned ? kinds.notGood : kinds.good;
    if (valence < 0) return turned ? kinds.notBad : kinds.bad;
    if (grammar.has(token) || speech.has(token) || !isWord(token)) return hash;
    return names[at] === 1 ? kinds.name : kinds.word;
  }

  function around(target: number): void {
    const before = kindBefore(list, names, target);
    const after = kindAfter(list, target);
    put(marks.before, before);
    put(marks.after, after);
    put(marks.both, joined(before, after));
    // The way from the target outward: prepositions, marks and names that lie between.
    for (const step of [-1, 1]) {
      const side = step < 0 ? 0x10000 : 0x20000;
      let [way, ways] = [0, 0];
      for (let far = 1; far <= reach; far += 1) {
        const at = target + far * step;
        const token = list[at];
        if (token === undefined) break;
        const { hash, valence } = words[at] as Framed;
        const turned = negated[at] as number;
        if (clause[at] === 1 && isWord(token) && !grammar.has(token) && !isPlaceholder(token)) {
          put(marks.word + side + turned * 0x40000, joined(before, hash));
          if (valence !== 0) put(marks.opinion + side, joined(before, (valence > 0 ? 2 : 4) + turned));
        }
        if (valence !== 0) {
          put(marks.way + side, joined(way, valence > 0 !== (turned === 1) ? 1 : 2));
          put(marks.wayWord + side, joined(way, hash));
        }
        if (ways < 3 && (prepositions.has(token) || !isWord(token) || names[at] === 1)) {
          const met = names[at] === 1 ? kinds.name : hash;
          way = joined(way, met);
          ways += 1;
        }
      }
    }
  }
}
