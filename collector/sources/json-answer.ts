import { z } from 'zod';
import type { Answer, Page, RawItem, Unreadable } from '../types.ts';
import { decodeText } from './feed/decode-text.ts';
import { mended, parseExactly } from './feed/read-json.ts';
import { isPageAt } from './feed/web-page.ts';

/** A stray item is left out; where more of a page than this is odd, the source has changed what it gives. */
const mostOddShare = 0.1;

/** Fields of answers. What is no such thing counts as missing; ids stay texts, since numbers of their size are not exact. */
export const Text = z.string().optional().catch(undefined);
export const Count = z.int().min(0).optional().catch(undefined);
export const Id = z.union([z.string().regex(/^[\w-]{1,64}$/), z.int().min(0).transform(String)]);
export const Link = z.string().regex(/^https?:\/\/\S+$/i);
/** Seconds since 1970, before the year 5000. */
export const Epoch = z.int().min(1).max(95_000_000_000);

/** The text of an answer, which may be anything but empty. */
export function textOf(answer: Answer): { text: string } | Unreadable {
  const decoded = decodeText(answer.body, answer.headers['content-type']);
  if (!('text' in decoded)) return decoded;
  const text = decoded.text.trim();
  return text === '' ? { status: 'failed', reason: 'empty_body', detail: 'the answer is empty' } : { text };
}

function parsed(text: string): { value: unknown; whole: boolean } | undefined {
  const all = parseExactly(text);
  if (all) return { value: all.value, whole: true };
  // A list is closed behind its last complete item as well, if it stands in an object.
  const isList = text.startsWith('[');
  const rest = mended(isList ? `{"items":${text}` : text);
  const start = rest === undefined ? undefined : parseExactly(rest);
  if (!start) return undefined;
  return { value: isList ? (start.value as { items: unknown }).items : start.value, whole: false };
}

/**
 * Reads a text as the JSON of an API, or says what came instead. Of a document that broke off it gives the complete items
 * of its first list, with `whole` false.
 */
export function jsonIn(text: string): { value: unknown; whole: boolean } | Unreadable {
  if (text.startsWith('<')) {
    return /<html|<!doctype html/i.test(text.slice(0, 2000))
      ? isPageAt(text)
      : { status: 'changed', reason: 'not_json', detail: 'markup came instead of JSON' };
  }
  if (!/^[[{]/.test(text)) return { status: 'changed', reason: 'not_json', detail: 'the answer is no JSON' };
  return (
    parsed(text) ?? {
      status: 'failed',
      reason: 'bad_json',
      detail: 'the answer begins like JSON and is none',
    }
  );
}

/** The JSON of an answer; `whole` is false where the connection or the document ended early. */
export function jsonOf(answer: Answer): { value: unknown; whole: boolean } | Unreadable {
  const read = textOf(answer);
  if (!('text' in read)) return read;
  const json = jsonIn(read.text);
  return 'value' in json ? { ...json, whole: json.whole && answer.whole } : json;
}

/** What an API says of its own troubles under HTTP 200, in its own words. */
export const apiError = (host: string, message: string): Unreadable => ({
  status: 'failed',
  reason: 'api_error',
  detail: `${host} says: "${message.slice(0, 200).toWellFormed()}"`,
});

type Kind<Shape> = {
  shape: z.ZodType<Shape>;
  /** Nothing where it is in shape and yet not to be kept. */
  itemOf: (entry: Shape) => RawItem | undefined;
  /** What the entries are, and what an odd one lacks: `stories`, `an id or a date`. */
  what: string;
  lacks: string;
};

/**
 * Items of the entries that are in shape. A few others are told of; where they are over a tenth the page is `odd`, and
 * where nothing is in shape the source has changed.
 */
export function itemsOf<Shape>(
  entries: readonly unknown[],
  { shape, itemOf, what, lacks }: Kind<Shape>,
): { items: RawItem[]; entries: Shape[]; told: Pick<Page, 'odd' | 'notices'> } | Unreadable {
  const sound = entries.flatMap((entry) => {
    const read = shape.safeParse(entry);
    return read.success ? [read.data] : [];
  });
  const odd = entries.length - sound.length;
  const found = `${odd} of ${entries.length} ${what} lack ${lacks}`;
  if (sound.length === 0 && odd > 0) return { status: 'changed', reason: 'odd_items', detail: found };
  const told = odd === 0 ? {} : odd > entries.length * mostOddShare ? { odd: found } : { notices: [found] };
  return { items: sound.flatMap((entry) => itemOf(entry) ?? []), entries: sound, told };
}
