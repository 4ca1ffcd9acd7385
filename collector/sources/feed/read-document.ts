import type { Answer, Unreadable } from '../../types.ts';
import { decodeText } from './decode-text.ts';
import type { FeedPage } from './older-page.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';

/** Reads any feed document. What it is, its own beginning decides; servers often say something else. */
export function readDocument(
  answer: Pick<Answer, 'body' | 'headers' | 'url' | 'whole'>,
): FeedPage | Unreadable {
  const decoded = decodeText(answer.body, answer.headers['content-type']);
  if (!('text' in decoded)) return decoded;
  const text = decoded.text;
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) {
    return { status: 'failed', reason: 'empty_body', detail: 'the document is empty' };
  }
  const page = first === '{' || first === '[' ? readJson(text) : readXml(text, answer.url);
  if ('items' in page) return { ...page, whole: page.whole && answer.whole };
  // A start of a document may not tell yet what it is.
  const isStart = !answer.whole && (page.reason === 'not_a_feed' || page.reason === 'bad_json');
  return isStart ? { items: [], whole: false } : page;
}
