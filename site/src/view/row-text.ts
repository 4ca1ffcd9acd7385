import { words } from '../words.ts';
import type { Row } from './heard.ts';

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
  const say = words.mentions;
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
