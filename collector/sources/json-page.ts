import { z } from 'zod';
import type { Answer, Page, RawItem, Unreadable } from '../types.ts';
import { decodeText } from './feed/decode-text.ts';
import { parseExactly } from './feed/read-json.ts';
import { isPageAt } from './feed/web-page.ts';

/** A stray entry is left out; where more of a page than this is odd, the source has changed what it gives. */
const mostOddShare = 0.1;

/** Fields that may be missing; what is of another kind than promised counts as missing. */
export const maybeText = z.string().optional().catch(undefined);
export const maybeTrue = z.boolean().optional().catch(undefined);
/** A count that can be one: Steam is known to state 4,294,967,295 votes where it means less than none. */
export const maybeCount = z.int().min(0).max(1e9).optional().catch(undefined);
/** Ids are texts, also where they are written as numbers. */
export const idText = z.union([z.string().min(1).max(200), z.int().transform(String)]);

export const changed = (reason: string, detail: string): Unreadable => ({
  status: 'changed',
  reason,
  detail,
});

/**
 * Reads an answer that is to be one JSON document. A web page is told apart; what begins as JSON and does not end as it
 * broke off, which is another matter than a document that was never JSON.
 */
export function readJsonPage(
  answer: Answer,
  read: (value: unknown) => Page | Unreadable,
): Page | Unreadable {
  const decoded = decodeText(answer.body, answer.headers['content-type']);
  if (!('text' in decoded)) return decoded;
  const text = decoded.text.trim();
  if (text === '') return { status: 'failed', reason: 'empty_body', detail: 'the answer is empty' };
  if (text.startsWith('<')) {
    return /<html|<!doctype html/i.test(text.slice(0, 2000))
      ? isPageAt(text)
      : changed('not_json', 'markup came instead of JSON');
  }
  const parsed = parseExactly(text);
  if (parsed) return read(parsed.value);
  const brokeOff = /^[{[]/.test(text) && (!answer.whole || !/[}\]]$/.test(text));
  return brokeOff ? { items: [], whole: false } : changed('not_json', 'the answer is no JSON');
}

export type Sifted = { items: RawItem[]; odd?: string; notices?: string[] };

/**
 * The items of those entries that have the shape that the source promises. Where none has it any more, the source has
 * changed; where over a tenth has not, the page vouches for no time.
 * @param itemOf gives nothing for an entry that is left out on purpose
 * @param told what they are and must have: `['reviews', 'an id and a thumb']`
 */
export function sift<Shape extends z.ZodType>(
  entries: readonly unknown[],
  shape: Shape,
  itemOf: (entry: z.output<Shape>) => RawItem | undefined,
  [what, must]: readonly [what: string, must: string],
): Sifted | Unreadable {
  const read = entries.map((entry) => shape.safeParse(entry));
  const good = read.filter((entry) => entry.success);
  const odd = entries.length - good.length;
  const found = `${odd} of ${entries.length} ${what} lack ${must}`;
  if (odd > 0 && good.length === 0) return changed('odd_items', found);
  const items = good.flatMap(({ data }) => itemOf(data) ?? []);
  if (odd === 0) return { items };
  return odd > entries.length * mostOddShare ? { items, odd: found } : { items, notices: [found] };
}
