import { intentsWords, judgedWords, mentionsWords, notScoredWord, toneWords } from '../words-mentions.ts';
import type { Row } from './heard.ts';
import type { Formats } from './numbers.ts';

/** What a row of mentions says about where its text comes from; used by the page and by the filters' script alike. */

/** The language of a row's text as `lang` takes it; nothing where it is not known. */
export const langOf = ({ lang }: Pick<Row, 'lang'>): string | undefined =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) && lang !== 'und' ? lang : undefined;

/**
 * What a row is told by: its title; without one its text; with neither, words of ours that say why. `forget --before` takes
 * title, text and link together, and leaves the rating; a review may have been a rating alone.
 */
export function headOf(row: Pick<Row, 'title' | 'excerpt' | 'url' | 'rating' | 'lang'>): {
  kind: 'title' | 'text' | 'none';
  text: string;
  lang: string | undefined;
} {
  if (row.title !== '') return { kind: 'title', text: row.title, lang: langOf(row) };
  if (row.excerpt !== '') return { kind: 'text', text: row.excerpt, lang: langOf(row) };
  const say = mentionsWords;
  const text = row.url !== null ? say.noTitle : row.rating ? say.noText : say.removed;
  return { kind: 'none', text, lang: undefined };
}

/** Whether there is anything to read or to follow. */
export const hasWords = ({ title, excerpt, url }: Pick<Row, 'title' | 'excerpt' | 'url'>): boolean =>
  title !== '' || excerpt !== '' || url !== null;

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** The host to show beside the name of a source: empty where that name is the host already, or where there is none. */
export const hostBeside = (host: string, source: string): string =>
  bare(host) === bare(source) || bare(source).startsWith(`${bare(host)} (`) ? '' : bare(host);

const labels = ['negative', 'neutral', 'positive'] as const;
/** Below this probability a tone is called unsure, whichever of the three is the likeliest. */
const fewestSure = 0.5;
/** No scorer is surer than this. */
const mostSure = 0.99;

/** How a row's tone is called, and how sure it is: `negative` and `83% sure`; without a tone, why there is none. */
export function toneTextOf(
  row: Pick<Row, 'tone' | 'p' | 'byTeam' | 'lang' | 'title' | 'excerpt'>,
  formats: Pick<Formats, 'share'>,
): { word: string; sure: string } {
  const { tone, p } = row;
  if (tone === null) return { word: notScoredWord, sure: '' };
  if (tone === 'unscored') return { word: toneWords.unscored, sure: unscoredFor(row) };
  if (row.byTeam) return { word: toneWords[tone], sure: judgedWords.byTeam };
  const share = p?.[labels.indexOf(tone)];
  if (share === undefined) return { word: toneWords[tone], sure: '' };
  return {
    word: toneWords[tone],
    sure:
      share < fewestSure ? judgedWords.unsure : judgedWords.sure(formats.share(Math.min(share, mostSure))),
  };
}

function unscoredFor(row: Pick<Row, 'lang' | 'title' | 'excerpt'>): string {
  if (row.title === '' && row.excerpt === '') return judgedWords.noText;
  const language = languageName(row.lang);
  return language === undefined ? judgedWords.noLanguage : judgedWords.noModel(language);
}

const languages = new Intl.DisplayNames(['en'], { type: 'language' });
/** A language in the words of the pages; undefined where it is not known. */
export function languageName(lang: string): string | undefined {
  const tag = langOf({ lang });
  try {
    return tag && languages.of(tag);
  } catch {
    return undefined;
  }
}

/** The language of a row, where it is not that of the pages, and not said already as what has no model. */
export const foreignLanguage = (row: Pick<Row, 'lang' | 'tone'>): string | undefined =>
  row.lang === 'en' || row.tone === 'unscored' ? undefined : languageName(row.lang);

const from = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;

/** What an author means to do, in words. */
export const intentName = (intent: string): string => from(intentsWords, intent) ?? intent;

/** The tone of a theme, to be heard after its name; seen it is a shape. */
export function themeToneText(tone: string): string {
  const word = from(toneWords, tone);
  return word === undefined ? '' : judgedWords.themeTone(word);
}

/** A rating in words: `4 of 5`, `thumb up`. */
export function ratingText(
  { value, of }: NonNullable<Row['rating']>,
  formats: Pick<Formats, 'number'>,
): string {
  if (of === 1 && (value === 0 || value === 1)) return judgedWords.thumb[value];
  return mentionsWords.rating(formats.number(value, 1), formats.number(of, 1));
}

/** What is said of a rating that the text contradicts; empty where it does not. */
export function conflictText(
  row: Pick<Row, 'rating' | 'ratingConflict'>,
  formats: Pick<Formats, 'number'>,
): string {
  const { rating } = row;
  if (!row.ratingConflict || !rating) return '';
  const stars =
    rating.of === 5 ? judgedWords.stars(formats.number(rating.value, 1)) : ratingText(rating, formats);
  // Only a rating that takes a side is contradicted, and only by the other side.
  const reads = rating.value * 2 > rating.of ? 'negative' : 'positive';
  return judgedWords.conflict(stars, toneWords[reads]);
}
