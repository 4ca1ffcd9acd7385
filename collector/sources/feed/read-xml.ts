import { decodeXML } from 'entities';
import type { RawItem, Unreadable } from '../../types.ts';
import { type Content, type Draft, emptyDraft, finished, type Piece, taken } from './item-fields.ts';
import { trackNamespaces } from './namespaces.ts';
import type { FeedPage } from './older-page.ts';
import { type Attributes, type Visitor, type Walk, walkXml } from './walk-xml.ts';
import { isPageAt } from './web-page.ts';

/** Items kept of one document; the rest is a gap that the status `capped` shows. */
export const mostItems = 1000;

type Family = 'rss' | 'atom';
const roots = new Map<string, Family>([
  ['rss', 'rss'],
  ['rdf', 'rss'],
  ['channel', 'rss'],
  ['feed', 'atom'],
]);
const htmlRoots = new Set([
  'html',
  'head',
  'body',
  'script',
  'style',
  'meta',
  'title',
  'form',
  'main',
  'div',
  'p',
]);
/** Roots that other vocabularies have too need one of these, so that their documents do not pass for a quiet feed. */
const marks = new Set(['channel', 'item', 'entry', 'title', 'id', 'updated', 'link']);
/** Elements whose children belong to the item around them. */
const wrappers = new Set(['media:group', 'media:community', 'media:content']);

export const declaresEntities: Unreadable = {
  status: 'failed',
  reason: 'doctype_entities',
  detail: 'the document declares entities of its own, which are never expanded',
};
export const tooDeep = (problem: 'too_deep' | 'too_complex'): Unreadable => ({
  status: 'failed',
  reason: problem,
  detail:
    problem === 'too_deep'
      ? 'the document nests elements more than 64 deep'
      : 'an element of the document has over 256 attributes',
});
const isNoFeed: Unreadable = {
  status: 'changed',
  reason: 'not_a_feed',
  detail: 'neither RSS nor Atom nor JSON Feed',
};

/** Of the feed itself. */
const isOfChannel = new Set(['language', 'dc:language', 'generator']);
/** Where older items are: pages of a feed, or its archives (RFC 5005). */
const olderRels = ['next', 'prev-archive'];
const isWordPress = (generator: string) => /wordpress\.(org|com)/i.test(generator);

type Capture = { name: string; depth: number; pieces: Piece[]; attributes: Attributes };
/** A draft of an item, and how deep its element lies. */
type OpenItem = { draft: Draft; depth: number; parents: string[] };

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function resolved(base: string | undefined, within: string | undefined): string | undefined {
  if (base === undefined) return within;
  return URL.parse(decodeXML(base), within)?.href ?? within;
}

/** Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, also where they are not quite well-formed. `url` is the base of links. */
export function readXml(text: string, url: string): FeedPage | Unreadable {
  const items: RawItem[] = [];
  let family: Family | undefined;
  let sawHtml = false;
  let calledHtml = false;
  let sawFeed = false;
  let doctypes = 0;
  let sawEntities = false;
  let ended = false;
  let capped = false;
  let language: string | undefined;
  let wordPress = false;
  const older = new Map<string, string>();

  const visit = (walk: Walk): Visitor => {
    const namespaces = trackNamespaces();
    const bases: (string | undefined)[] = [];
    let rootDepth = 0;
    let item: OpenItem | undefined;
    let capture: Capture | undefined;
    let ofChannel: { name: string; pieces: Piece[] } | undefined;

    const keep = (kind: Piece['kind'], value: string) => {
      capture?.pieces.push({ kind, value });
      ofChannel?.pieces.push({ kind, value });
    };
    const findRoot = (name: string, attributes: Attributes, depth: number) => {
      const found = roots.get(localName(name));
      const foreign = found === 'atom' && /^(?!.*atom).*\w/i.test(attributes.get('xmlns') ?? '');
      if (found && !sawHtml && !foreign) {
        family = found;
        sawFeed = found === 'rss' && localName(name) !== 'rdf';
        sawFeed ||= [...attributes.values()].some((value) => /atom|rss|netscape/i.test(value));
        rootDepth = depth;
        language = attributes.get('xml:lang');
      } else if (name === 'html' || name === 'head' || name === 'body') {
        sawHtml = true;
        walk.stop();
      } else if (depth === 1 && htmlRoots.has(name)) sawHtml = true;
    };
    const noteLink = (attributes: Attributes) => {
      const rel = attributes.get('rel')?.trim().toLowerCase() ?? '';
      const href = decodeXML(attributes.get('href') ?? '').trim();
      if (olderRels.includes(rel) && href !== '' && !older.has(rel)) older.set(rel, href);
    };
    const beginItem = (attributes: Attributes, depth: number, base: string | undefined) => {
      if (items.length >= mostItems) {
        capped = true;
        return walk.stop();
      }
      item = { draft: emptyDraft(), depth, parents: [] };
      const about = attributes.get('rdf:about');
      if (about) item.draft.guid = decodeXML(about);
      if (about && /^https?:/i.test(about)) item.draft.links.push({ value: decodeXML(about), rank: 6 });
      const href = attributes.get('href');
      if (href) item.draft.links.push({ value: decodeXML(href), rank: 4 });
      const lang = attributes.get('xml:lang');
      if (lang) item.draft.language = lang;
      if (base !== undefined && base !== url) item.draft.base = base;
    };
    const beginField = (name: string, attributes: Attributes, depth: number, base: string | undefined) => {
      if (!item) return;
      const isChild = depth === item.depth + 1 + item.parents.length;
      if (isChild && Object.hasOwn(taken, name)) {
        capture = { name, depth, pieces: [], attributes };
        if (localName(name) === 'link' && attributes.has('xml:base') && base) item.draft.base = base;
      }
      if (isChild && wrappers.has(name)) item.parents.push(name);
    };

    return {
      open(written, attributes, depth) {
        namespaces.declare(attributes);
        const base = resolved(attributes.get('xml:base'), bases.at(-1) ?? url);
        bases.push(base);
        if (!family) return findRoot(written, attributes, depth);
        const name = namespaces.usual(written, attributes);
        if (capture) return keep('markup', `<${written}>`);
        const local = name.startsWith('atom:') ? localName(name) : name;
        sawFeed ||= marks.has(local);
        if (!item && (local === 'item' || local === 'entry')) return beginItem(attributes, depth, base);
        if (item) return beginField(name, attributes, depth, base);
        if (isOfChannel.has(local)) ofChannel = { name: local, pieces: [] };
        if (local === 'link') noteLink(attributes);
        if (local === 'generator') wordPress ||= isWordPress(attributes.get('uri') ?? '');
      },
      close(written, depth) {
        bases.pop();
        if (!family) return;
        if (capture && depth === capture.depth && item) {
          const content: Content = {
            pieces: capture.pieces,
            attributes: capture.attributes,
            atom: family === 'atom' || capture.name.startsWith('atom:'),
          };
          taken[capture.name]?.(item.draft, content);
          capture = undefined;
        } else if (capture) keep('markup', `</${written}>`);
        else if (item && depth === item.depth) {
          items.push(finished(item.draft, language));
          item = undefined;
        } else if (item && depth === item.depth + item.parents.length) item.parents.pop();
        else if (ofChannel) {
          const { name, pieces } = ofChannel;
          const written = pieces.map(({ value }) => value).join('');
          if (name === 'generator') wordPress ||= isWordPress(written);
          else language ||= written.trim();
          ofChannel = undefined;
        }
        if (depth === rootDepth) {
          ended = true;
          walk.stop();
        }
      },
      text: (value) => keep('text', value),
      cdata: (value) => keep('cdata', value),
      declaration(value) {
        if (/<!ENTITY|^ENTITY/i.test(value)) sawEntities = true;
        if (/^DOCTYPE/i.test(value) && !family) doctypes++;
        if (/^DOCTYPE\s+html\b/i.test(value)) calledHtml = true;
        if (sawEntities || doctypes > 1) walk.stop();
      },
    };
  };

  const { problem } = walkXml(text, visit);
  if (sawEntities || doctypes > 1) return declaresEntities;
  if (problem) return tooDeep(problem);
  if (!family) return sawHtml || calledHtml ? isPageAt(text) : isNoFeed;
  if (ended && !sawFeed) return isNoFeed;
  const [olderAddress] = olderRels.flatMap((rel) => older.get(rel) ?? []);
  return {
    items,
    whole: ended || capped,
    ...(capped ? { capped: 'item_cap' } : {}),
    ...(olderAddress === undefined ? {} : { older: olderAddress }),
    ...(wordPress ? { wordPress } : {}),
  };
}
