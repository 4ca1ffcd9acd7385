import { commonest, smallWords } from './common-words.ts';

const doubled = /[^aeiou][aeiou][bdgklmnprt]$/;

/** Words that British and American English write in two ways, as the ends of what is written alike before. */
const spellings: readonly [british: RegExp, american: string, back: RegExp, again: string][] = [
  [/^(col|flav|hon|lab|harb|behavi|neighb|rum|sav|vap|od|hum|arm|favo?)our$/, '$1or', /^(col|flav|hon|lab|harb|behavi|neighb|rum|sav|vap|od|hum|arm)or$/, '$1our'],
  [/^(cent|theat|lit|met|fib)re$/, '$1er', /^(cent|theat|lit|fib)er$/, '$1re'],
  [/^(.{3,})is(e|ation|ing|er)$/, '$1iz$2', /^(.{3,})iz(e|ation|ing|er)$/, '$1is$2'],
  [/^(catal|dial|anal)ogue$/, '$1og', /^(catal|dial|anal)og$/, '$1ogue'],
  [/^(def|off|lic)ence$/, '$1ense', /^(def|off|lic)ense$/, '$1ence'],
  [/^programme$/, 'program', /^program$/, 'programme'],
  [/^mould(y?)$/, 'mold$1', /^mold(y?)$/, 'mould$1'],
  [/^(fulfi|enro|insta)l$/, '$1ll', /^(fulfi|enro|insta)ll$/, '$1l'],
  [/^jewellery$/, 'jewelry', /^jewelry$/, 'jewellery'],
  [/^(gr)ey$/, '$1ay', /^(gr)ay$/, '$1ey'],
  [/^(c)osy$/, '$1ozy', /^(c)ozy$/, '$1osy'],
]; // biome-ignore format: one pair of spellings a line reads as a table

/** The word, and as it is written on the other side of the Atlantic. */
function spellingsOf(word: string): string[] {
  for (const [british, american, back, again] of spellings) {
    if (british.test(word)) return [word, word.replace(british, american)];
    if (back.test(word)) return [word, word.replace(back, again)];
  }
  return [word];
}

function endingsOf(word: string): string[] {
  if (smallWords.has(word) || commonest.has(word)) return [word];
  if (!/^[a-z]{3,}$/.test(word)) return [word, `${word}s`];
  if (word.endsWith('y') && !/[aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1);
    return [word, `${stem}ies`, `${stem}ied`, `${word}ing`];
  }
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  const stems = doubled.test(word) ? [word, word + word.at(-1)] : [word];
  const plural = /(?:s|x|z|ch|sh)$/.test(word) ? 'es' : 's';
  return [word, word + plural, ...stems.flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}

/**
 * A word with its usual English endings, in British and American writing: deliver, delivers, delivered, delivering; colours,
 * coloring. Words are in small letters and without apostrophes, as `tokensOf` gives them.
 */
export const formsOf = (word: string): string[] => Array.from(new Set(spellingsOf(word).flatMap(endingsOf)));
