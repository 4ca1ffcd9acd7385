import type { Theme } from '#contract';
import { commonest, smallWords } from './common-words.ts';
import { type Place, readPhrase } from './read-phrase.ts';
import { comparable, type Token, tokensOf } from './tokens.ts';

/** Where a text names a theme, in code units. */
export type Find = { theme: string; from: number; to: number };
/** Finds where a text in NFC names themes, in order of the text. */
export type ThemeFinder = (text: string) => Find[];

/**
 * A phrase of a theme around the place by which it is looked for, with what stands before it read backwards; `voids` where
 * it says that the theme is not meant.
 */
type Entry = {
  theme: number;
  voids: boolean;
  before: readonly Place[];
  anchor: Place;
  after: readonly Place[];
};
type Part = { theme: number; voids: boolean; part: string };
/** A find by places of tokens, or of code units where there are no tokens. */
type Hit = { theme: number; from: number; to: number };

const mostSkipped = 2;
const mostInGap = 3;
/** Distinct words of texts whose phrases are remembered. */
const mostRemembered = 50_000;
const none: readonly Entry[] = [];

const fits = (place: Place, token: Token): boolean => {
  if (place.kind === 'forms') return place.forms.has(token.word);
  if (place.kind === 'stem') return token.word.startsWith(place.stem) && token.word.endsWith(place.end);
  return place.kind === 'written' && token.written === place.written;
};

/** The last token of what `wanted` finds from `at` on in steps of 1 or -1; undefined for none. Of several ways the shortest counts. */
function reach(
  wanted: readonly Place[],
  place: number,
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
): number | undefined {
  const next = wanted[place];
  if (next === undefined) return at - step;
  for (let skipped = 0; skipped <= (next.kind === 'gap' ? mostInGap : mostSkipped); skipped += 1) {
    const here = at + skipped * step;
    const token = tokens[here];
    if ((step === 1 ? token : tokens[here + 1])?.apart) return undefined;
    if (next.kind === 'gap') {
      const end = reach(wanted, place + 1, tokens, here, step);
      if (end !== undefined) return end;
    } else if (token === undefined) return undefined;
    else {
      if (fits(next, token)) {
        const end = reach(wanted, place + 1, tokens, here + step, step);
        if (end !== undefined) return end;
      }
      if (!smallWords.has(token.word)) return undefined;
    }
  }
  return undefined;
}

const frequent = new Set([
  ...commonest,
  ...smallWords,
  ...'good great best bad more new very like get got one time people just any not never no only much many well'.split(
    ' ',
  ),
]);

/** The place of a phrase that fewest words fit: only where one stands, the rest is looked for. */
function anchorOf(places: readonly Place[]): number {
  const cost = (place: Place): number => {
    if (place.kind === 'gap') return Number.POSITIVE_INFINITY;
    if (place.kind !== 'forms') return 1;
    for (const form of place.forms) if (frequent.has(form)) return 1000 + place.forms.size;
    return place.forms.size;
  };
  const costs = places.map(cost);
  return costs.indexOf(Math.min(...costs));
}

const putInto = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

/** Phrases by what their anchor can be, so that a word of a text meets only those that it may be part of. */
function indexOf(themes: readonly Theme[]) {
  const byWord = new Map<string, Entry[]>();
  const byStem = new Map<string, Entry[]>();
  const byLetter = new Map<string, Part[]>();
  const stemLengths = new Set<number>();
  const add = (theme: number, written: string, voids: boolean): void => {
    const phrase = readPhrase(written);
    if ('unusable' in phrase) return;
    if (phrase.part !== undefined) {
      putInto(byLetter, phrase.part.slice(0, 1), { theme, voids, part: phrase.part });
      return;
    }
    for (const places of phrase.places) {
      const at = anchorOf(places);
      const anchor = places[at];
      if (anchor === undefined) continue;
      const entry = {
        theme,
        voids,
        before: places.slice(0, at).reverse(),
        anchor,
        after: places.slice(at + 1),
      };
      if (anchor.kind === 'forms') for (const form of anchor.forms) putInto(byWord, form, entry);
      else if (anchor.kind === 'written') putInto(byWord, comparable(anchor.written), entry);
      else if (anchor.kind === 'stem') {
        putInto(byStem, anchor.stem, entry);
        stemLengths.add(anchor.stem.length);
      }
    }
  };
  for (const [at, { words, except = [] }] of themes.entries()) {
    for (const written of words) add(at, written, false);
    for (const written of except) add(at, written, true);
  }
  return { byWord, byStem, byLetter, stemLengths: Array.from(stemLengths).sort((a, b) => a - b) };
}

/**
 * Reads the words of the themes once. What a theme excepts takes away those of its finds that share a word with it. Time grows
 * with the text, hardly with how many words there are.
 */
export function themeFinder(themes: readonly Theme[]): ThemeFinder {
  const { byWord, byStem, byLetter, stemLengths } = indexOf(themes);
  const ids = themes.map(({ id }) => id);
  const remembered = new Map<string, readonly Entry[]>();

  function entriesOf(word: string): readonly Entry[] {
    const known = remembered.get(word);
    if (known) return known;
    const entries = [...(byWord.get(word) ?? [])];
    for (const length of stemLengths)
      if (length <= word.length) entries.push(...(byStem.get(word.slice(0, length)) ?? []));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, entries.length === 0 ? none : entries);
    return entries;
  }

  return (text) => {
    const found: Hit[] = [];
    const voids: Hit[] = [];
    const note = ({ theme, voids: isVoid }: Entry | Part, from: number, to: number): void => {
      (isVoid ? voids : found).push({ theme, from, to });
    };
    const tokens = tokensOf(text);
    for (const [at, token] of tokens.entries()) {
      const meet = (entries: readonly Entry[]): void => {
        for (const entry of entries) {
          const { anchor, before, after } = entry;
          if (anchor.kind !== 'forms' && !fits(anchor, token)) continue;
          const end = reach(after, 0, tokens, at + 1, 1);
          const start = end === undefined ? undefined : reach(before, 0, tokens, at - 1, -1);
          if (start !== undefined && end !== undefined)
            note(entry, (tokens[start] as Token).from, (tokens[end] as Token).to);
        }
      };
      meet(entriesOf(token.word));
    }
    if (byLetter.size > 0) {
      const low = text.toLowerCase();
      for (let at = 0; at < low.length; at += 1)
        for (const part of byLetter.get(low.charAt(at)) ?? [])
          if (low.startsWith(part.part, at)) note(part, at, at + part.part.length);
    }
    const standing =
      voids.length === 0
        ? found
        : found.filter(
            ({ theme, from, to }) =>
              !voids.some((other) => other.theme === theme && other.from < to && from < other.to),
          );
    return standing.map(({ theme, from, to }) => ({ theme: ids[theme] ?? '', from, to }));
  };
}
