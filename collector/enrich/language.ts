import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#contract';
import { isMalay } from './language/malay.ts';
import { type NgramTable, readNgrams } from './language/ngram-table.ts';
import { ngramsOf } from './language/ngrams-of.ts';
import { reviewWordsIn } from './language/review-words.ts';
import { writtenIn } from './language/script.ts';
import { ownNamesOf, wholeWords } from './names.ts';

/** Version of all that decides what language a text is told to be in; a change makes old judgements stale. */
export const languageRule = 'language@4';

/** Code units that are looked at. */
const longest = 600;
const fewestLetters = 3;
const fewestOutside = 2;
const quoted = /["“„«»][^"“”„«»]{3,80}["”“«»]/gu;
const noLanguage = /https?:\/\/\S+|[@#][\p{L}\p{N}_…]+/gu;

// What speaks for a language before anything is read, in units of an n-gram's weight (53–260): it counts in a text of two
// words, and hardly in a headline. Most of what is collected about a brand is English; the rare are met more often by mistake.
const beforehand = new Map([
  ...['en', 'zh', 'hi'].map((first) => [first, 70] as const),
  ...'ar de es fr it ja ms nl pl pt ru tr'.split(' ').map((frequent) => [frequent, 0] as const),
  ...'cs da fa fi hu no ro sv uk vi'.split(' ').map((less) => [less, -30] as const),
]);
const rare = -100;

/** Mean weight that n-grams of a known language have at least; words of no known one have less, such as Hindi in Latin letters. */
const leastKnown = 30;
/** Fewer n-grams than this may all be unknown by chance. */
const fewestForUnknown = 5;

/**
 * What words that begin with a capital weigh less, where others stand beside them: half the headlines about a brand hold English
 * names, whatever their language.
 */
const ofSmall = 0.5;
const fewestSmall = 3;

/** What a common word of reviews speaks for its language, as n-grams do: more than English has beforehand. */
const ofReviewWord = 200;

type Opened = NgramTable & { placeOf: ReadonlyMap<string, number> };
let opened: Opened | undefined;
function openTable(): Opened {
  if (opened) return opened;
  const table = readNgrams(readFileSync(join(import.meta.dirname, 'language', 'ngrams.bin')));
  opened = { ...table, placeOf: new Map(table.languages.map((language, at) => [language, at])) };
  return opened;
}

/** The likeliest of some languages, by the n-grams of eld. */
function likeliest(text: string, languages: readonly string[]): string {
  const reviewed = reviewWordsIn(text);
  if (reviewed === 'und') return 'und';
  const table = openTable();
  const { all, small } = ngramsOf(text);
  const sums = new Float64Array(table.languages.length);
  table.add(all, sums, 1);
  let ngrams = all.length;
  if (small.length >= fewestSmall) {
    table.add(small, sums, ofSmall);
    ngrams += ofSmall * small.length;
  }
  let [best, most, weight] = ['und', Number.NEGATIVE_INFINITY, 0];
  for (const language of languages) {
    const sum = sums[table.placeOf.get(language) ?? -1] ?? 0;
    const byWords = ofReviewWord * (reviewed.get(language) ?? 0);
    const favoured = sum + byWords + (beforehand.get(language) ?? rare);
    if (favoured > most) [best, most, weight] = [language, favoured, sum + byWords];
  }
  return all.length >= fewestForUnknown && weight < leastKnown * ngrams ? 'und' : best;
}

/** The text without addresses, handles and tags, and without what stands in quotation marks if words are left: titles are. */
function ownWords(text: string): string {
  const bare = /[@#]|:\/\//.test(text) ? text.replace(noLanguage, ' ') : text;
  if (!/["“”„«»]/.test(bare)) return bare;
  const rest = bare.replace(quoted, ' ');
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) >= fewestOutside ? rest : bare;
}

/**
 * The language of a text as a BCP 47 tag, or `und` where it holds words of no language that is known. A script that one language
 * is written in decides; else what is known of its words. Where a few words could be in several, they are taken for English
 * rather than lost: "great app" is.
 * @param otherwise what a text is said to be in that holds too little to tell.
 */
export function detectLanguage(text: string, otherwise = 'und'): string {
  const written = writtenIn(ownWords(text.slice(0, longest)));
  if (written.letters < fewestLetters) return otherwise;
  const [only, second] = written.languages;
  if (only === undefined) return 'und';
  const language = second === undefined ? only : likeliest(written.text, written.languages);
  return language === 'ms' && !isMalay(text) ? 'id' : language;
}

/** Tells languages of texts that name these: in two or three words, a name would decide which language they are in. */
export function languageBeside(names: readonly string[]): typeof detectLanguage {
  const pattern = wholeWords(names);
  return pattern === null
    ? detectLanguage
    : (text, otherwise) => detectLanguage(text.replace(pattern, ' '), otherwise);
}

type Panel = Pick<Config, 'brand' | 'competitors'>;
const ofPanels = new WeakMap<Panel, typeof detectLanguage>();
/** The same for the names of all brands of a config; made once. */
export function languageOfPanel(config: Panel): typeof detectLanguage {
  const known = ofPanels.get(config);
  if (known) return known;
  const made = languageBeside([config.brand, ...config.competitors].flatMap(ownNamesOf));
  ofPanels.set(config, made);
  return made;
}
