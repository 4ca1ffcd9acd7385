/**
 * The words of texts, as the search finds them: without case and accents, signs between them set aside. Where a script puts
 * no spaces between words, single signs and pairs of neighbours stand in. Pages and scripts must cut alike, whatever
 * language data their engines have, so nothing here asks for a dictionary.
 */

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Extended_Pictographic}';
const letters = '\\p{L}\\p{N}\\p{M}';
const pieces = new RegExp(`([${unspaced}]+)|(?:(?![${unspaced}])[${letters}])+`, 'gu');
// Words of letters without accents, which most are, are folded by their case alone.
const plain = /^[a-z0-9]+$/;
const longestWord = 40;

const fold = (word: string): string => {
  const low = word.toLowerCase();
  if (plain.test(low)) return low.slice(0, longestWord);
  const bare = low
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return [...bare].slice(0, longestWord).join('');
};

type Piece = { at: number; text: string; unspaced: boolean };
function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(pieces))
    yield { at: match.index, text: match[0], unspaced: match[1] !== undefined };
}

const pairsOf = (run: string): string[] => {
  const signs = [...fold(run)];
  return [...signs, ...signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)];
};

/** What a text can be found by, each once. */
export function wordsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const piece of piecesOf(text)) {
    if (piece.unspaced) for (const pair of pairsOf(piece.text)) found.add(pair);
    else {
      const word = fold(piece.text);
      if (word !== '') found.add(word);
    }
  }
  return found;
}

/** The words of a text in their order, as they stand side by side; of an unspaced run its signs. */
export const tokensOf = (text: string): string[] =>
  [...piecesOf(text)].flatMap((piece) => (piece.unspaced ? [...fold(piece.text)] : fold(piece.text) || []));

/** A word that is sought: the beginning of a word, or all of it. */
export type Term = { text: string; whole: boolean };

/** The words of a search. A single letter is sought as a word of its own, since half of all texts have one that begins so. */
export function termsOf(search: string): Term[] {
  const terms = new Map<string, Term>();
  for (const piece of piecesOf(search)) {
    if (piece.unspaced) {
      const pairs = pairsOf(piece.text);
      const signs = [...fold(piece.text)].length;
      for (const text of signs === 1 ? pairs : pairs.slice(signs)) terms.set(text, { text, whole: true });
    } else {
      const text = fold(piece.text);
      if (text !== '') terms.set(text, { text, whole: [...text].length === 1 });
    }
  }
  return [...terms.values()];
}

const fits = (word: string, { text, whole }: Term): boolean =>
  whole ? word === text : word.startsWith(text);

/** Whether a text holds a word for each term. */
export function holdsAll(text: string, terms: readonly Term[]): boolean {
  const words = [...wordsIn(text)];
  return terms.every((term) => words.some((word) => fits(word, term)));
}

/** The text in its parts, those marked that a term has found; joined they are the text. */
export function markedParts(text: string, terms: readonly Term[]): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let done = 0;
  const mark = (from: number, to: number): void => {
    if (from > done) parts.push({ text: text.slice(done, from), marked: false });
    const last = parts.at(-1);
    if (last?.marked && from === done) last.text += text.slice(from, to);
    else parts.push({ text: text.slice(from, to), marked: true });
    done = to;
  };
  if (terms.length > 0)
    for (const piece of piecesOf(text)) {
      if (!piece.unspaced) {
        const word = fold(piece.text);
        if (terms.some((term) => fits(word, term))) mark(piece.at, piece.at + piece.text.length);
        continue;
      }
      const signs = [...piece.text];
      let at = piece.at;
      for (const [place, sign] of signs.entries()) {
        const pairs = [sign, `${sign}${signs[place + 1] ?? ''}`, `${signs[place - 1] ?? ''}${sign}`].map(
          fold,
        );
        if (terms.some(({ text: sought }) => pairs.includes(sought))) mark(at, at + sign.length);
        at += sign.length;
      }
    }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}
