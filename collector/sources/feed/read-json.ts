import { z } from 'zod';
import type { RawItem, Unreadable } from '../../types.ts';
import { namesOfAuthors } from './item-fields.ts';
import type { FeedPage } from './older-page.ts';
import { mostItems } from './read-xml.ts';

const text = z.string().optional().catch(undefined);
const Author = z.looseObject({ name: text }).optional().catch(undefined);
/** JSON Feed, 1 and 1.1 (jsonfeed.org). Fields of the wrong type count as missing. */
const JsonItem = z.looseObject({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  language: text,
  author: Author,
  authors: z.array(Author).optional().catch(undefined),
});
type JsonItem = z.infer<typeof JsonItem>;
const JsonFeed = z.looseObject({
  version: z.string().regex(/jsonfeed\.org|^1(\.\d)?$/),
  language: text,
  next_url: text,
  items: z.array(z.unknown()),
});

/** Gives numbers as they are written where they are too long to be exact, so that two ids stay two. */
function exactly(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) ? (context?.source ?? value) : value;
}

/** A hundred thousand items of a few fields, of which the first thousand are kept, have as many. */
const mostValues = 600_000;
const [quote, backslash, comma, bracket, brace] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/** Whether a text holds so many values that reading it would take seconds, in which no other source could be read. */
export function isTooComplex(json: string): boolean {
  let values = 0;
  for (let i = 0; i < json.length; i++) {
    const sign = json.charCodeAt(i);
    if (sign === quote) {
      for (i++; i < json.length && json.charCodeAt(i) !== quote; i++) {
        if (json.charCodeAt(i) === backslash) i++;
      }
    } else if (sign === comma || sign === bracket || sign === brace) {
      values++;
      if (values > mostValues) return true;
    }
  }
  return false;
}

export function parseExactly(json: string): { value: unknown } | undefined {
  if (isTooComplex(json)) return undefined;
  try {
    return { value: JSON.parse(json, exactly as (key: string, value: unknown) => unknown) };
  } catch {
    return undefined;
  }
}

/** A document that broke off, closed behind its last complete item: `{ …, "items": [ { … }, { … }` + `]}`. */
export function mended(json: string): string | undefined {
  const open: string[] = [];
  let inString = false;
  let end = -1;
  for (let i = 0; i < json.length; i++) {
    const sign = json[i];
    if (inString) {
      if (sign === '\\') i++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') open.push(sign);
    else if (sign === '}' || sign === ']') {
      open.pop();
      if (open.length === 2 && open[0] === '{' && open[1] === '[') end = i + 1;
      if (open.length === 0) return undefined; // it did end, and is wrong for another reason
    }
  }
  return end === -1 ? undefined : `${json.slice(0, end)}]}`;
}

const escaped = (plain: string) => plain.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function itemOf(item: JsonItem, language: string | undefined): RawItem {
  const plain = [item.content_text, item.summary].reduce((a, b) =>
    (b?.length ?? 0) > (a?.length ?? 0) ? b : a,
  );
  const html = (item.content_html?.length ?? 0) > (plain?.length ?? 0);
  return {
    title: item.title === undefined ? undefined : html ? escaped(item.title) : item.title,
    text: html ? item.content_html : plain,
    html,
    link: item.url ?? item.external_url,
    guid: item.id,
    published: item.date_published ?? item.date_modified,
    language: item.language ?? language,
    authors: namesOfAuthors([item.author, ...(item.authors ?? [])].map((author) => author?.name)),
  };
}

/** Reads a JSON Feed; of one that broke off, the complete items. */
export function readJson(json: string): FeedPage | Unreadable {
  if (isTooComplex(json)) {
    return {
      status: 'failed',
      reason: 'too_complex',
      detail: `the document is JSON of more than ${mostValues} values`,
    };
  }
  const parsed = parseExactly(json);
  const rest = parsed ? undefined : mended(json);
  const value = (parsed ?? (rest === undefined ? undefined : parseExactly(rest)))?.value;
  if (value === undefined) {
    return { status: 'failed', reason: 'bad_json', detail: 'the document begins like JSON and is none' };
  }
  const feed = JsonFeed.safeParse(value);
  if (!feed.success) {
    return { status: 'changed', reason: 'not_a_feed', detail: 'the document is JSON, but no JSON Feed' };
  }
  const { items: found, language, next_url: older } = feed.data;
  const items = found.slice(0, mostItems).flatMap((entry) => {
    const item = JsonItem.safeParse(entry);
    return item.success ? [itemOf(item.data, language)] : [];
  });
  if (found.length > 0 && items.length === 0) {
    return { status: 'changed', reason: 'not_a_feed', detail: 'none of the items of the JSON Feed is one' };
  }
  return {
    items,
    whole: parsed !== undefined,
    ...(found.length > mostItems ? { capped: 'item_cap' } : {}),
    ...(older === undefined ? {} : { older }),
  };
}
