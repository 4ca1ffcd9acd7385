import { decodeHTMLStrict, decodeXML, escapeUTF8 } from 'entities';
import type { RawItem } from '../../types.ts';
import type { Attributes } from './walk-xml.ts';

/** Some text of an item and whether it is HTML or plain. */
type Text = { value: string; html: boolean };
type Ranked = { value: string; rank: number };

/** An item while it is read. */
export type Draft = {
  titles: Text[];
  texts: Text[];
  links: Ranked[];
  dates: Ranked[];
  guid?: string;
  language?: string;
  rating?: number;
  version?: string;
  comments?: number;
  views?: number;
  base?: string;
  authors: string[];
};

export const emptyDraft = (): Draft => ({ titles: [], texts: [], links: [], dates: [], authors: [] });

/** What stood in an element: pieces of text (undecoded), CDATA and markup, in order. */
export type Piece = { kind: 'text' | 'cdata' | 'markup'; value: string };
export type Content = { pieces: Piece[]; attributes: Attributes; atom: boolean };

const has = (pieces: Piece[], kind: Piece['kind']) => pieces.some((piece) => piece.kind === kind);

/** Escaped HTML, where markup within is markup too. */
function readEscaped(pieces: Piece[]): Text {
  const parts = pieces.map(({ kind, value }) => (kind === 'text' ? decodeHTMLStrict(value) : value));
  return { value: parts.join('').trim(), html: true };
}

/** Real markup within XML: what the XML escaped stays escaped. */
function readMarkup(pieces: Piece[]): Text {
  const parts = pieces.map(({ kind, value }) => (kind === 'cdata' ? escapeUTF8(value) : value));
  return { value: parts.join('').trim(), html: true };
}

/** Reads the text of an element: by Atom's `type` and `mode` where it is Atom, as escaped HTML where it is RSS. */
function readText({ pieces, attributes, atom }: Content): Text | undefined {
  if (!atom) return readEscaped(pieces);
  const type = (attributes.get('type') ?? 'text').trim().toLowerCase();
  const mode = attributes.get('mode')?.trim().toLowerCase();
  if (mode === 'base64') return undefined;
  if (type === 'html' || (type === 'text/html' && mode !== 'xml') || mode === 'escaped') {
    return readEscaped(pieces);
  }
  const isText = !type.includes('/') || type.startsWith('text/') || /xml$/.test(type);
  if (!isText) return undefined; // a picture or a file, written as base64
  if (type === 'xhtml' || has(pieces, 'markup')) return readMarkup(pieces);
  return { ...readEscaped(pieces), html: false };
}

const readPlain = ({ pieces }: Content): string =>
  pieces
    .map(({ kind, value }) => (kind === 'text' ? decodeXML(value) : kind === 'cdata' ? value : ''))
    .join('')
    .trim();

const mostAuthors = 20;
const longestName = 200;

/** Names once each, as stated; so few and so short that a hostile list can not become a burden. */
export const namesOfAuthors = (names: readonly (string | undefined)[]): string[] | undefined => {
  const stated = names.map((name) => name?.replace(/\s+/g, ' ').trim() ?? '');
  const kept = [...new Set(stated)].filter((name) => name !== '' && name.length <= longestName);
  return kept.length > 0 ? kept.slice(0, mostAuthors) : undefined;
};

/** Atom's person has its name in an element of its own, beside an address or a page. */
function readPersonName(pieces: Piece[]): string {
  const isName = ({ kind, value }: Piece) => kind === 'markup' && /^<(\w+:)?name>$/.test(value);
  const start = pieces.findIndex(isName);
  const length = pieces.slice(start + 1).findIndex(({ kind }) => kind === 'markup');
  const end = length === -1 ? pieces.length : start + 1 + length;
  return readPlain({ pieces: pieces.slice(start + 1, end), attributes: new Map(), atom: true });
}

const readCount = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

type Take = (draft: Draft, content: Content) => void;

const intoTitle: Take = (draft, content) => {
  const text = readText(content);
  if (text && text.value !== '') draft.titles.push(text);
};
const intoText: Take = (draft, content) => {
  const text = readText(content);
  if (text && text.value !== '') draft.texts.push(text);
};
const asRss =
  (take: Take): Take =>
  (draft, content) =>
    take(draft, { ...content, atom: false });
const intoDate =
  (rank: number): Take =>
  (draft, content) => {
    const value = readPlain(content);
    if (value !== '') draft.dates.push({ value, rank });
  };
const intoLink =
  (rank: number): Take =>
  (draft, content) => {
    const href = content.attributes.get('href');
    const value = (href === undefined ? readPlain(content) : decodeXML(href)).trim();
    const rel = content.attributes.get('rel')?.trim().toLowerCase() ?? 'alternate';
    if (value === '' || rel !== 'alternate') return;
    const type = content.attributes.get('type');
    draft.links.push({ value, rank: rank + (type && !type.includes('html') ? 0.5 : 0) });
  };
const intoGuid: Take = (draft, content) => {
  const value = readPlain(content);
  if (value === '') return;
  draft.guid ??= value;
  const isLink = !content.atom && content.attributes.get('ispermalink')?.toLowerCase() !== 'false';
  if (isLink && /^https?:/i.test(value)) draft.links.push({ value, rank: 5 });
};

const intoAuthors: Take = (draft, { pieces, atom, attributes }) => {
  if (has(pieces, 'markup')) return void draft.authors.push(readPersonName(pieces));
  const written = readPlain({ pieces, atom, attributes });
  if (written.length > 2 * longestName) return;
  // RSS writes `ann@paper.example (Ann Lee)`.
  draft.authors.push(/^\S+@\S+ *\(([^()]+)\)$/.exec(written)?.[1] ?? written);
};

/** What is taken from the children of an item, by their usual name. The first of equal rank stands. */
export const taken: Readonly<Record<string, Take>> = {
  title: intoTitle,
  'atom:title': intoTitle,
  'dc:title': asRss(intoTitle),
  'media:title': asRss(intoTitle),
  description: intoText,
  summary: intoText,
  content: intoText,
  body: intoText,
  'atom:summary': intoText,
  'atom:content': intoText,
  'content:encoded': asRss(intoText),
  'dc:description': asRss(intoText),
  'itunes:summary': asRss(intoText),
  'media:description': asRss(intoText),
  'xhtml:body': (draft, content) => draft.texts.push(readMarkup(content.pieces)),
  'feedburner:origlink': intoLink(0),
  'pheedo:origlink': intoLink(0),
  link: intoLink(1),
  'atom:link': intoLink(2),
  guid: intoGuid,
  id: intoGuid,
  'atom:id': (draft, content) => intoGuid(draft, { ...content, atom: true }),
  pubdate: intoDate(0),
  published: intoDate(0),
  'atom:published': intoDate(0),
  issued: intoDate(1),
  'dc:date': intoDate(2),
  'dcterms:issued': intoDate(2),
  'dcterms:created': intoDate(3),
  created: intoDate(3),
  date: intoDate(3),
  updated: intoDate(4),
  'atom:updated': intoDate(4),
  modified: intoDate(4),
  'dcterms:modified': intoDate(4),
  author: intoAuthors,
  'atom:author': intoAuthors,
  'dc:creator': intoAuthors,
  'itunes:author': intoAuthors,
  language: (draft, content) => {
    draft.language ||= readPlain(content);
  },
  'dc:language': (draft, content) => {
    draft.language ||= readPlain(content);
  },
  'im:rating': (draft, content) => {
    const stars = readPlain(content);
    if (/^[0-5]$/.test(stars)) draft.rating = Number(stars);
  },
  'im:version': (draft, content) => {
    draft.version = readPlain(content);
  },
  'slash:comments': (draft, content) => {
    const count = readCount(readPlain(content));
    if (count !== undefined) draft.comments = count;
  },
  'thr:total': (draft, content) => {
    const count = readCount(readPlain(content));
    if (count !== undefined) draft.comments = count;
  },
  'media:statistics': (draft, { attributes }) => {
    const count = readCount(attributes.get('views') ?? '');
    if (count !== undefined) draft.views = count;
  },
};

const best = (ranked: Ranked[]): string | undefined =>
  ranked.reduce<Ranked | undefined>((a, b) => (a && a.rank <= b.rank ? a : b), undefined)?.value;

/**
 * The item of a draft. It has one flag for title and text: where one of them is HTML, the other is written as HTML too.
 */
export function finished(draft: Draft, feedLanguage: string | undefined): RawItem {
  const title = draft.titles[0];
  const text = draft.texts.reduce<Text | undefined>(
    (longest, next) => (longest && longest.value.length >= next.value.length ? longest : next),
    undefined,
  );
  const html = (title?.html ?? false) || (text?.html ?? false);
  const written = (part: Text | undefined) =>
    part && (html && !part.html ? escapeUTF8(part.value) : part.value);
  const hasAttention = draft.comments !== undefined || draft.views !== undefined;
  return {
    title: written(title),
    text: written(text),
    html,
    link: best(draft.links),
    guid: draft.guid,
    published: best(draft.dates),
    language: draft.language || feedLanguage,
    rating: draft.rating === undefined ? undefined : { value: draft.rating, of: 5 },
    version: draft.version,
    attention: hasAttention ? { comments: draft.comments, views: draft.views } : undefined,
    base: draft.base,
    authors: namesOfAuthors(draft.authors),
  };
}
