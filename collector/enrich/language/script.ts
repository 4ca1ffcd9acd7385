import { letterKinds, letterTable } from './letters.ts';

/** Scripts other than Latin, the frequent first, and the languages that can be told by what is written in each. */
const languagesOf = new Map(
  Object.entries({
    Han: ['zh', 'ja'],
    Hiragana: ['ja'],
    Katakana: ['ja'],
    Cyrillic: ['ru', 'uk', 'bg', 'sr', 'be'],
    Arabic: ['ar', 'fa', 'ur', 'ku'],
    Hangul: ['ko'],
    Devanagari: ['hi', 'mr'],
    Greek: ['el'],
    Hebrew: ['he'],
    Thai: ['th'],
    Bengali: ['bn'],
    Tamil: ['ta'],
    Telugu: ['te'],
    Gujarati: ['gu'],
    Gurmukhi: ['pa'],
    Kannada: ['kn'],
    Malayalam: ['ml'],
    Oriya: ['or'],
    Sinhala: ['si'],
    Georgian: ['ka'],
    Armenian: ['hy'],
    Ethiopic: ['am'],
    Khmer: ['km'],
    Lao: ['lo'],
    Myanmar: ['my'],
    Tibetan: ['bo'],
  }).map(([script, languages]) => [
    script,
    { languages, pattern: new RegExp(`\\p{Script=${script}}`, 'gu') },
  ]),
);
/** A sign of these says as much as two letters and more. */
const dense = new Set(['Han', 'Hiragana', 'Katakana', 'Hangul']);
const latinLanguages = `az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo`;
const latin = { languages: latinLanguages.split(' '), other: /\p{Script=Latin}+/gu };

const anyOther = /[^\p{Script=Latin}\P{L}]/u;

/** How many letters are Latin, and how many of another script. */
function lettersOf(text: string): { latin: number; other: number } {
  const kindOf = letterTable();
  const found = { latin: 0, other: 0 };
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf[text.charCodeAt(at)];
    if (kind === letterKinds.latin) found.latin += 1;
    else if (kind === letterKinds.other) found.other += 1;
  }
  return found;
}

export type Written = {
  /** Languages that the text can be in, as far as its script tells. */
  languages: readonly string[];
  /** The text without words of other scripts. */
  text: string;
  /** Letters of that script; a sign that is a syllable or a word counts double. */
  letters: number;
};

/**
 * What a text is written in. Beside another script, Latin words in capitals or with a capital are names and say nothing; those in
 * small letters are held against it, so that an English text that quotes a Russian title stays English.
 */
export function writtenIn(text: string): Written {
  const { latin: latinLetters, other } = lettersOf(text);
  // N-grams of another script speak for no language that is written in Latin: they may stay.
  const asLatin: Written = { languages: latin.languages, text, letters: latinLetters };
  if (other === 0) return asLatin;
  const counts = new Map<string, number>();
  let left = other;
  for (const [script, { pattern }] of languagesOf) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) counts.set(script, count * (dense.has(script) ? 2 : 1));
    left -= count;
    if (left <= 0) break;
  }
  // Japanese is written in three scripts, and Chinese in one of them.
  const kana = (counts.get('Hiragana') ?? 0) + (counts.get('Katakana') ?? 0);
  if (kana > 0 && kana * 8 >= (counts.get('Han') ?? 0)) {
    counts.set('Hiragana', kana + (counts.get('Han') ?? 0));
    counts.delete('Han');
  }
  const [most] = Array.from(counts).sort(([, a], [, b]) => b - a);
  if (most === undefined) return asLatin;
  const [script, letters] = most;
  const small = Array.from(text.matchAll(/(?<!\p{L})\p{Ll}\p{Script=Latin}*/gu)).filter(
    ([word]) => !anyOther.test(word),
  );
  if (letters <= small.reduce((sum, [word]) => sum + word.length, 0)) return asLatin;
  if (letters * 4 < latinLetters) return asLatin;
  return {
    languages: languagesOf.get(script)?.languages ?? [],
    text: text.replace(latin.other, ' '),
    letters,
  };
}
