import { wholeWords } from '../names.ts';
import { brandToken, otherToken } from './tokens.ts';

/** A text whose names stand behind placeholders. */
export type Hidden = {
  text: string;
  /** What the target is called in the text, where that is a thing ("delivery") and no name; in lower case. */
  things: readonly string[] | undefined;
};

type Finder = {
  whole: RegExp | null;
  otherwise: RegExp | null;
  alone: RegExp | null;
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

/** Names whose marks and spaces are written otherwise: "Coca Cola", "McDonalds". */
function otherwise(brand: readonly string[]): RegExp | null {
  const forms = brand
    .filter((name) => /[^\p{L}\p{N}]/u.test(name.trim()))
    .map((name) => name.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((parts) => parts.length > 0 && parts.join('').length >= fewestLetters)
    .map((parts) => parts.join("[\\s\\-–.&'’]*"));
  return forms.length === 0 ? null : bounded(forms.join('|'), 'giu');
}

/** Single words of names, where they stand alone: "Clinton" of "Hillary Clinton", but not in "Bill Clinton". */
function partsAlone(brand: readonly string[], others: readonly string[]): RegExp | null {
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
  return words.size === 0
    ? null
    : bounded(`${before}(?:${[...words].join('|')})(?! \\p{Lu}\\p{Ll}|-\\p{L})`, 'gu');
}

const finders = new WeakMap<readonly string[], WeakMap<readonly string[], Finder>>();

function finderOf(given: readonly string[], others: readonly string[]): Finder {
  const known = finders.get(given)?.get(others);
  if (known) return known;
  const brand = given.map((name) => name.trim());
  const finder: Finder = {
    whole: wholeWords([...brand, ...others]),
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
  let asName = false;
  if (written.size > 0)
    for (const [found] of text.matchAll(whole))
      if (written.has(found) || written.has(found.replace(/['’]s$/, ''))) asName = true;
  const replaced = text.replace(whole, (found) => {
    const name = bare(found);
    if (!own.has(name)) return ` ${otherToken} `;
    if (asName && found === found.toLowerCase() && !ofThings.has(name)) return found;
    if (!ofThings.has(name)) return ` ${brandToken} `;
    things.add(name);
    return isOpinion(name) ? ` ${brandToken} ${found} ` : ` ${brandToken} `;
  });
  let hidden = replaced;
  for (const pattern of [otherwise, alone])
    if (pattern !== null) hidden = hidden.replace(pattern, ` ${brandToken} `);
  return {
    text: hidden,
    things: things.size === 0 ? undefined : [...things].flatMap((thing) => thing.split(/\s+/)),
  };
}
