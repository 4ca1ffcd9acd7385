import { decodeXML } from 'entities';
import type { Unreadable } from '../types.ts';
import { declaresEntities, tooDeep } from './feed/read-xml.ts';
import { walkXml } from './feed/walk-xml.ts';
import { isPageAt } from './feed/web-page.ts';

export type Outlines = {
  /** What `xmlUrl` says, in the order of the document, however deep it stands. */
  addresses: string[];
  outlines: number;
  /** Outlines that name no feed and hold none. */
  withoutAddress: number;
  /** False where the document ends before its end. */
  whole: boolean;
};

/** Reads the outlines of an OPML document (opml.org/spec2): folders within folders, and feeds in them. */
export function readOutlines(text: string): Outlines | Unreadable {
  if (text.trim() === '') return { status: 'failed', reason: 'empty_body', detail: 'the list is empty' };
  const found: Outlines = { addresses: [], outlines: 0, withoutAddress: 0, whole: false };
  let isOpml = false;
  let hasEntities = false;
  let isHtml = false;
  /** For each open outline whether it names a feed or holds an outline. */
  const used: boolean[] = [];

  const { problem } = walkXml(text, (walk) => ({
    open(name, attributes, depth) {
      if (depth === 1) {
        isOpml = name === 'opml';
        isHtml = name === 'html';
        if (!isOpml) walk.stop();
        return;
      }
      if (name !== 'outline') return;
      found.outlines += 1;
      const address = decodeXML(attributes.get('xmlurl') ?? '').trim();
      if (address !== '') found.addresses.push(address);
      if (used.length > 0) used[used.length - 1] = true;
      used.push(address !== '');
    },
    close(name, depth) {
      if (name === 'outline' && used.pop() === false) found.withoutAddress += 1;
      if (depth === 1 && isOpml) {
        found.whole = true;
        walk.stop();
      }
    },
    text() {},
    cdata() {},
    declaration(value) {
      hasEntities = /<!ENTITY|^ENTITY/i.test(value);
      if (hasEntities) walk.stop();
    },
  }));
  if (hasEntities) return declaresEntities;
  if (problem) return tooDeep(problem);
  if (isHtml) return isPageAt(text);
  return isOpml
    ? found
    : { status: 'changed', reason: 'not_a_list', detail: 'the document is no OPML: no list of feeds' };
}
