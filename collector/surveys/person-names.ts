import { givenNames } from './given-names.ts';

type Fold = (text: string) => string;

const title = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|mlle|monsieur|madame|sra|sig)\.?\s+\p{L}/iu;
/** Programs are called MS Teams. */
const notTitle = /^MS\s/;
/** J. Smith, j. r. smith. */
const initialFirst = /^(\p{L})\.(?:\s|(?=\p{Lu}))((?:\p{L}\.\s?)?)(\p{L}{2,}(?:[-'’]\p{L}+)?)$/u;
/** Smith, J. */
const initialLast = /^\p{L}[\p{L}'’-]+,\s?(?:\p{L}\.\s?){1,2}$/u;
/** jane.smith, as accounts are called. */
const dotted = /^\p{L}{2,}[._]\p{L}{2,}$/u;
/** N. America, U.S. West: parts of the world, and no initials. */
const partsOfTheWorld = /^(?:[nsewo]|u\.?\s?[ks]|e\.?\s?u|d\.?\s?c)\.?\s/i;
/** Words of what is named after people, or like them: Max Plan, Alice Springs, Paul Smith Store, Team Anna, San Diego. */
const ofThings = new Set(
  `plan plus pro premium basic free lite max mini business enterprise standard starter team group squad desk department region area zone
  district store shop market cafe outlet branch filiale gmbh ag kg inc llc ltd co corp sons company bank hotel school university college
  hospital church museum airport station park springs beach city town island islands hill hills valley river lake bay county san santa
  santo sant saint st sao port fort mount new nuevo nueva los las cape point villa north south east west the and of
  plaza square garden gardens house arcade quay mall center centre street avenue road`.split(/\s+/),
);
/** The commonest family names, where they are written first and without a blank; those that begin everyday words as well are left out. */
const familyFirst =
  /^(?:[王李张張刘劉陈陳杨楊赵趙吴吳孙孫]\p{sc=Han}{2}|[김박최정강조윤임][\p{sc=Hangul}]{2}|(?:佐藤|鈴木|高橋|田中|渡辺|渡邊|伊藤|山本|中村|小林|加藤|吉田|山田|佐々木|松本|井上|木村|斎藤|清水)\s?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,3})$/u;

const wordsOf = (text: string, fold: Fold): string[] =>
  fold(text)
    .split(dotted.test(text) ? /[._]/ : /[\s,]+/)
    .filter((word) => word !== '');
const isGiven = (word: string | undefined): boolean => givenNames.has((word ?? '').split('-')[0] ?? '');

/** Whether a text is the name of a person beyond doubt: Jane Doe, doe jane, Doe, Jane, Dr Doe, j. doe, Jane D. */
export function isPersonName(text: string, fold: Fold, { isOfPlaces }: { isOfPlaces: boolean }): boolean {
  if (/\d/.test(text)) return false;
  const words = wordsOf(text, fold);
  if (words.some((word) => ofThings.has(word.replace(/['’.]s?$/, '')))) return false;
  if (title.test(text) && !notTitle.test(text)) return true;
  if (initialFirst.test(text) && !partsOfTheWorld.test(text.replace(/\./g, '. '))) return true;
  if (!isOfPlaces && initialLast.test(text)) return true;
  if (words.length < 2 || words.length > 4) return false;
  if (/,/.test(text)) return isGiven(words.at(-1)) || isGiven(words[1]);
  // Reggio Emilia is a place.
  return isGiven(words[0]) || (!isOfPlaces && words.length === 2 && isGiven(words[1]));
}

/** Whether a text may well be a name, among others that may: Anna, 김민수; Okafor, Chidi, unless it is of places. */
export function mayBeName(text: string, fold: Fold, { isOfPlaces }: { isOfPlaces: boolean }): boolean {
  const words = wordsOf(text, fold);
  return (
    isPersonName(text, fold, { isOfPlaces }) ||
    (words.length === 1 && isGiven(words[0])) ||
    familyFirst.test(text) ||
    (!isOfPlaces && (initialFirst.test(text) || /^\p{L}[\p{L}'’-]+,\s?\p{L}[\p{L}'’-]+$/u.test(text)))
  );
}
