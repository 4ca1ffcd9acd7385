import { dayMs, msToDay } from './calendar.ts';
import { categoryBrand, contradicted, type FacetKey } from './facets.ts';
import type { Row } from './heard.ts';
import { type Pack, valuesAt } from './pack.ts';
import { safeLink } from './safe-link.ts';

/** Mentions in one file of texts: few, since a rare filter shows few of each file it asks for. */
export const textsInFile = 50;

type Rest = Pick<Row, 'dateFlag' | 'p' | 'byTeam' | 'version' | 'rating'> & {
  /** Not scored yet: the pack counts such a mention as unscored. */
  unjudged?: true;
  themes?: Row['themes'];
};

/** What the pack does not hold of a row, in this order; the rest only where there is any. */
export type RowText = [
  id: string,
  story: string,
  publishedAt: string,
  url: string | null,
  title: string,
  excerpt: string,
  rest?: Rest,
];

export function toText({ themes, intents, ...row }: Row): RowText {
  const rest: Rest = {
    ...(row.dateFlag ? { dateFlag: row.dateFlag } : {}),
    ...(row.p ? { p: row.p } : {}),
    ...(row.byTeam ? { byTeam: row.byTeam } : {}),
    ...(row.version === undefined ? {} : { version: row.version }),
    ...(row.rating ? { rating: row.rating } : {}),
    ...(row.tone === null ? { unjudged: true as const } : {}),
    ...(themes.length > 0 ? { themes } : {}),
  };
  const { id, story, publishedAt, url, title, excerpt } = row;
  return Object.keys(rest).length > 0
    ? [id, story, publishedAt, url, title, excerpt, rest]
    : [id, story, publishedAt, url, title, excerpt];
}

/** A row of the pack with its text: what `toRow` made of the mention. */
export function rowOf({ days, facets }: Pack, at: number, text: RowText): Row {
  const [id, story, publishedAt, url, title, excerpt, rest = {}] = text;
  const { unjudged, themes = [], ...more } = rest;
  const ids = (key: FacetKey): string[] => valuesAt(facets[key], at).map((value) => value.id);
  const [brand = categoryBrand] = ids('brand');
  const [tone = 'unscored'] = ids('tone');
  const touchpoints = ids('touchpoint');
  const segments = ids('segment');
  return {
    id,
    brand: brand === categoryBrand ? null : brand,
    source: ids('source')[0] ?? '',
    group: ids('group')[0] ?? '',
    site: ids('site')[0] ?? '',
    url,
    host: safeLink(url)?.host ?? '',
    title,
    excerpt,
    publishedAt,
    day: msToDay((days[at] ?? 0) * dayMs),
    story,
    lang: ids('lang')[0] ?? 'und',
    tone: unjudged ? null : (tone as Row['tone']),
    themes,
    intents: ids('intent'),
    ...more,
    ...(ids('rating').includes(contradicted) ? { ratingConflict: true as const } : {}),
    ...(touchpoints.length > 0 ? { touchpoints } : {}),
    ...(segments.length > 0 ? { segments } : {}),
  };
}
