import type { Row } from './heard.ts';

/** What a row of mentions says about where its text comes from; used by the page and by the filters' script alike. */

/** The language of a row's text as `lang` takes it; nothing where it is not known. */
export const langOf = ({ lang }: Pick<Row, 'lang'>): string | undefined =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) && lang !== 'und' ? lang : undefined;

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** The host to show beside the name of a source: empty where that name is the host already, or where there is none. */
export const hostBeside = (host: string, source: string): string =>
  bare(host) === bare(source) ? '' : bare(host);
