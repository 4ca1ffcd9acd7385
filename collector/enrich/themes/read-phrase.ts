import { commonest, smallWords } from './common-words.ts';
import { comparable, unspaced } from './tokens.ts';
import { formsOf } from './word-forms.ts';

/** One place of a phrase: a word in some forms, a stem, or a gap. */
export type Place =
  | { kind: 'forms'; forms: ReadonlySet<string> }
  /** In this very case. */
  | { kind: 'written'; written: string }
  | { kind: 'stem'; stem: string; end: string }
  | { kind: 'gap' };

/** What a written word or phrase stands for: phrases of which any may be found, or a part of a text without spaces. */
export type Phrase = { places: Place[][]; part?: never } | { part: string; places?: never };

const mostWays = 400;
const fewestOfStem = 3;
/** Of commonest words alone a phrase must have more than these: "out of it" may tell something, "out of" does not. */
const mostCommon = 2;

const simpleGroup: RegExp = /(?<=^|\s)\(([\p{L}\p{M}\p{N}'’]+(?:\|[\p{L}\p{M}\p{N}'’]+)*)\)(?=\s|$)/gu;

/**
 * Puts every alternative of `(a|b c)` in its place; undefined where parentheses don't match. Alternatives of one word each stay
 * together, as `<a|b>`: they are one place of the phrase.
 */
function waysOf(written: string): string[] | undefined {
  const group = /\(([^()]*)\)/.exec(written);
  if (group === null) return /[()]/.test(written) ? undefined : [written];
  const [before, after] = [written.slice(0, group.index), written.slice(group.index + group[0].length)];
  const ways: string[] = [];
  for (const choice of (group[1] ?? '').split('|')) {
    const rest = waysOf(before + choice + after);
    if (rest === undefined || ways.length + rest.length > mostWays) return undefined;
    ways.push(...rest);
  }
  return ways;
}

/** With a hyphen, with a space, or as one word: check-out, check out, checkout. */
const hyphensOf = (way: string): string[] =>
  /[\p{L}\p{N}][-‐‑][\p{L}\p{N}]/u.test(way)
    ? [way.replace(/[-‐‑]/g, ' '), way.replace(/[-‐‑]/g, '')]
    : [way];

/** The place of one word: any of its forms, after `=` this form alone, and with a capital in this case alone. */
function placeOf(word: string, exactly: boolean): Place {
  const star = word.indexOf('*');
  if (star >= 0)
    return {
      kind: 'stem',
      stem: comparable(word.slice(0, star)),
      end: comparable(word.slice(star + 1).replaceAll('*', '')),
    };
  if (exactly && word !== word.toLowerCase()) return { kind: 'written', written: word };
  return { kind: 'forms', forms: new Set(exactly ? [comparable(word)] : formsOf(comparable(word))) };
}

const remembered = new Map<string, Place[]>();
const mostRemembered = 20_000;

/** The places of a part between spaces: one, or several of "24/7". */
function placesOfPart(part: string): Place[] {
  if (part === '*') return [{ kind: 'gap' }];
  if (part.startsWith('<')) {
    const forms = part
      .slice(1, -1)
      .split('|')
      .flatMap((choice) => formsOf(comparable(choice)));
    return [{ kind: 'forms', forms: new Set(forms) }];
  }
  const words = part.match(/[\p{L}\p{M}\p{N}*]+(?:['’][\p{L}\p{M}*]+)*/gu) ?? [];
  return words.map((word) => placeOf(word, part.startsWith('=')));
}

function placesOf(way: string): Place[] {
  return way
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const known = remembered.get(part);
      if (known) return known;
      if (remembered.size >= mostRemembered) remembered.clear();
      const places = placesOfPart(part);
      remembered.set(part, places);
      return places;
    });
}

/** Reads a word or phrase as brand.yml writes it (see Themes in data/README.md), or says why it finds nothing of use. */
export function readPhrase(written: string): Phrase | { unusable: string } {
  const text = written.normalize('NFC').trim();
  if (unspaced.test(text)) return { part: text.toLowerCase() };
  const ways = waysOf(text.replace(/[<>]/g, ' ').replace(simpleGroup, '<$1>'));
  if (ways === undefined)
    return {
      unusable: 'has a parenthesis too many or too few, or too many alternatives: (a|b) stands for a or b',
    };
  const places: Place[][] = [];
  for (const way of ways.flatMap(hyphensOf)) {
    const read = placesOf(way);
    while (read[0]?.kind === 'gap') read.shift();
    while (read.at(-1)?.kind === 'gap') read.pop();
    const reason = reasonAgainst(read);
    if (reason !== undefined) return { unusable: reason };
    places.push(read);
  }
  return { places };
}

function reasonAgainst(read: readonly Place[]): string | undefined {
  if (read.length === 0) return 'holds no letter or digit, so that it finds nothing';
  for (const place of read)
    if (place.kind === 'stem' && place.stem.length < fewestOfStem)
      return `finds too much: before * stand at least ${fewestOfStem} letters`;
  const words = read.filter((place) => place.kind !== 'gap');
  const tells = (place: Place): boolean =>
    place.kind !== 'forms' ||
    Array.from(place.forms).some((word) => !smallWords.has(word) && !commonest.has(word));
  return words.length > mostCommon || words.some(tells)
    ? undefined
    : 'stands in nearly every text, so that it tells nothing';
}
