import { wholeWords } from '../names.ts';
import { brandToken, otherToken } from './tokens.ts';

/** A text whose names stand behind placeholders. */
export type Hidden = {
  text: string;
  /** What the target is called in the text, where that is a thing ("delivery") and no name; in lower case. */
  things: readonly string[] | undefined;
};

/** A pattern that is made when a text first holds one of the pieces without which it finds nothing: making it costs more than a text. */
type Late = { pieces: readonly string[]; anyCase: boolean; pattern(): RegExp };

type Span = readonly [from: number, to: number];

type Finder = {
  /** Where the names stand, as words of their own, in any case and in the genitive; null for no names. */
  whole: ((text: string) => Span[]) | null;
  otherwise: Late;
  alone: Late;
  own: ReadonlySet<string>;
  /** Names of one word as the team writes them, which are also common words: "Gap" beside "gap". */
  written: ReadonlySet<string>;
  /** Names of things, in lower case as they are given. */
  things: ReadonlySet<string>;
};

// Words that stand in many names, and do not make out one alone.
const shared = new Set(
  `the and of for new united national international general american royal first bank group company corporation corp inc ltd
  limited llc plc co holdings industries technologies technology systems services partners capital motors airlines airways
  foods stores stock stocks shares market markets fund funds india america china president minister prime senator governor
  former chief mr mrs ms dr sir lady st san los las north south east west jr sr air bakery bar beans beer books bread brewery
  brothers burger burgers cafe café care cars city club coffee college computer computers credit data digital energy express
  finance fitness food games garden global health home homes hospital hotel hotels house insurance kitchen lab labs life
  media mill mobile music network networks news oil online park pharma phone phones pictures pizza post power restaurant
  roasters school shop software solutions sons sports steel street studio studios tea telecom times toys travel trust
  university water wine works world`.split(/\s+/),
);
const fewestLetters = 3;
const titles = '(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Sir|President|Senator|Governor|Minister|Judge|Justice)';

const isThing = (name: string): boolean => name === name.toLowerCase() && /\p{Ll}/u.test(name);

const bounded = (inner: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})(?:['’]s)?(?![\\p{L}\\p{N}])`, flags);

function late(pieces: readonly string[], anyCase: boolean, make: () => RegExp): Late {
  let made: RegExp | undefined;
  return {
    pieces,
    anyCase,
    pattern() {
      made ??= make();
      return made;
    },
  };
}

/** Names whose marks and spaces are written otherwise: "Coca Cola", "McDonalds". */
function otherwise(brand: readonly string[]): Late {
  const names = brand
    .filter((name) => /[^\p{L}\p{N}]/u.test(name.trim()))
    .map((name) => name.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((parts) => parts.length > 0 && parts.join('').length >= fewestLetters);
  return late(
    names.map(([first = '']) => first.toLowerCase()),
    true,
    () => bounded(names.map((parts) => parts.join("[\\s\\-–.&'’]*")).join('|'), 'giu'),
  );
}

/** Single words of names, where they stand alone: "Clinton" of "Hillary Clinton", but not in "Bill Clinton". */
function partsAlone(brand: readonly string[], others: readonly string[]): Late {
  const taken = new Set(others.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const words = new Set<string>();
  for (const name of brand) {
    const parts = name.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (isThing(name) || parts.length < 2) continue;
    for (const part of parts)
      if (/^\p{Lu}/u.test(part) && part.length >= fewestLetters)
        if (!shared.has(part.toLowerCase()) && !taken.has(part.toLowerCase())) words.add(part);
  }
  const before = `(?<!(?!${titles}\\b)(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}]+)[ \\-])`;
  return late([...words], false, () =>
    bounded(`${before}(?:${[...words].join('|')})(?! \\p{Lu}\\p{Ll}|-\\p{L})`, 'gu'),
  );
}

/** Puts the target's token for what a late pattern finds. */
function replacedBy({ pieces, anyCase, pattern }: Late, text: string): string {
  if (pieces.length === 0) return text;
  const held = anyCase ? text.toLowerCase() : text;
  return pieces.some((piece) => held.includes(piece)) ? text.replace(pattern(), ` ${brandToken} `) : text;
}

const plainName = /^[\x20-\x7e]+$/;
// Letters beyond ASCII that a pattern without case takes for letters of ASCII.
const folded = /[\u017F\u212A]/;
const endsInWord = /[\p{L}\p{N}]$/u;
const beginsWithWord = /^[\p{L}\p{N}]/u;
const genitive = /^['’]s(?![\p{L}\p{N}])/iu;

/**
 * One name of plain letters, found without a pattern: making one for each of many targets takes longer than all the rest. Finds
 * what the pattern of `wholeWords` finds; a test holds the two together.
 */
export function onePlainName(name: string): ((text: string) => Span[]) | undefined {
  if (!plainName.test(name)) return undefined;
  const low = name.toLowerCase();
  let pattern: RegExp | null | undefined;
  return (text) => {
    const held = text.toLowerCase();
    if (held.length !== text.length || folded.test(text)) {
      pattern ??= wholeWords([name]);
      return pattern ? spansBy(pattern)(text) : [];
    }
    const spans: Span[] = [];
    for (let at = held.indexOf(low); at >= 0; at = held.indexOf(low, at)) {
      const end = at + low.length;
      const rest = text.slice(end, end + 4);
      if (endsInWord.test(text.slice(Math.max(0, at - 2), at))) at += 1;
      else if (genitive.test(rest)) {
        spans.push([at, end + 2]);
        at = end + 2;
      } else if (beginsWithWord.test(rest)) at += 1;
      else {
        spans.push([at, end]);
        at = end;
      }
    }
    return spans;
  };
}

export const spansBy =
  (pattern: RegExp) =>
  (text: string): Span[] =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }): Span => [index, index + found.length]);

function wholeNames(brand: readonly string[], others: readonly string[]): Finder['whole'] {
  const [name, ...more] = [...brand, ...others];
  const plain = name !== undefined && name !== '' && more.length === 0 ? onePlainName(name) : undefined;
  if (plain) return plain;
  const pattern = wholeWords([...brand, ...others]);
  return pattern && spansBy(pattern);
}

const finders = new WeakMap<readonly string[], WeakMap<readonly string[], Finder>>();

function finderOf(given: readonly string[], others: readonly string[]): Finder {
  const known = finders.get(given)?.get(others);
  if (known) return known;
  const brand = given.map((name) => name.trim());
  const finder: Finder = {
    whole: wholeNames(brand, others),
    otherwise: otherwise(brand),
    alone: partsAlone(brand, others),
    own: new Set(brand.map((name) => name.toLowerCase())),
    written: new Set(brand.filter((name) => !isThing(name) && /^[\p{L}\p{M}]+$/u.test(name))),
    things: new Set(brand.filter(isThing)),
  };
  const byOthers = finders.get(given) ?? new WeakMap<readonly string[], Finder>();
  finders.set(given, byOthers.set(others, finder));
  return finder;
}

/**
 * Puts `brandToken` for every name of the target and `otherToken` for every name of the others. Longer names go first, so that
 * "Bluebird Air" is not taken for "Bluebird"; a name of one word that is also a common word counts in lower case only where
 * it is nowhere written as a name; then single words of longer names. A thing that is an opinion itself ("late") is marked
 * and stays. Remembered by the lists themselves.
 */
export function hideNames(
  text: string,
  brand: readonly string[],
  others: readonly string[],
  isOpinion: (word: string) => boolean = () => false,
): Hidden {
  const { whole, otherwise, alone, own, written, things: ofThings } = finderOf(brand, others);
  if (whole === null) return { text, things: undefined };
  const things = new Set<string>();
  const bare = (found: string): string => {
    const name = found.toLowerCase();
    return own.has(name) ? name : name.replace(/['’]s$/, '');
  };
  const spans = whole(text);
  const asName = spans.some(([from, to]) => {
    const found = text.slice(from, to);
    return written.has(found) || written.has(found.replace(/['’]s$/, ''));
  });
  const standIn = (found: string): string => {
    const name = bare(found);
    if (!own.has(name)) return ` ${otherToken} `;
    if (asName && found === found.toLowerCase() && !ofThings.has(name)) return found;
    if (!ofThings.has(name)) return ` ${brandToken} `;
    things.add(name);
    return isOpinion(name) ? ` ${brandToken} ${found} ` : ` ${brandToken} `;
  };
  let [replaced, after] = ['', 0];
  for (const [from, to] of spans) {
    replaced += text.slice(after, from) + standIn(text.slice(from, to));
    after = to;
  }
  replaced += text.slice(after);
  return {
    text: replacedBy(alone, replacedBy(otherwise, replaced)),
    things: things.size === 0 ? undefined : [...things].flatMap((thing) => thing.split(/\s+/)),
  };
}
