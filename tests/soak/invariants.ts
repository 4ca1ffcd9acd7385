import { configOf, Mention } from '#contract';
import { normalise } from '../../collector/normalise/normalise.ts';
import { compilePanel, select } from '../../collector/select/select.ts';
import { readDocument } from '../../collector/sources/feed/read-document.ts';
import { sourceSchema } from '../../collector/sources/registry.ts';
import type { Source } from '../../collector/types.ts';
import { panel } from '../web/stories.ts';

const now = new Date('2026-11-20T05:00:00Z');
const config = configOf(sourceSchema).parse({ ...panel, sources: [] });
const compiled = compilePanel(config);
/** Bound to no brand and of the category, so that every item becomes a mention. */
const source: Source = { id: 'fuzzed', type: 'feed', group: 'news', category: true };
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
const mostItems = 1000;
const longestTitle = 300;
const longestUrl = 2048;

export type Document = { body: Uint8Array; contentType: string | undefined; whole: boolean };

/** What is wrong with one text that is kept; nothing where it is plain. */
function faultOf(what: string, text: string): string | undefined {
  if (!text.isWellFormed()) return `${what} is not well-formed`;
  if (steering.test(text)) return `${what} holds a control character`;
  return undefined;
}

/**
 * Reads a document as a night would, up to what would be stored. Gives each rule that is broken, and how many mentions
 * came of it; what throws is a broken rule too.
 */
export function readAsNight({ body, contentType, whole }: Document): { broken: string[]; mentions: number } {
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
  const url = 'https://town.example/feeds/rss';
  try {
    const page = readDocument({ body, headers, url, whole });
    if (!('items' in page)) return { broken: page.detail === '' ? ['no detail'] : [], mentions: 0 };
    const broken: (string | undefined)[] = [];
    if (page.items.length > mostItems) broken.push(`${page.items.length} items`);
    const { items } = normalise(page.items, { source, url, now });
    if (new Set(items.map(({ key }) => key)).size < items.length) broken.push('a key twice');
    for (const item of items) {
      broken.push(faultOf('a title', item.title), faultOf('a text', item.text), faultOf('a site', item.site));
      if (Array.from(item.title).length > longestTitle) broken.push('a title that is too long');
      const time = item.publishedAt.getTime();
      if (!(time > 0 && time <= now.getTime())) broken.push(`the date ${time}`);
      if (item.url !== null && !isPlainUrl(item.url)) broken.push(`the link ${item.url.slice(0, 80)}`);
    }
    const { mentions } = select(items, compiled, source, { now, config });
    for (const mention of mentions) {
      const shape = Mention.safeParse(mention);
      if (!shape.success) broken.push(`no mention: ${shape.error.message.slice(0, 200)}`);
      broken.push(faultOf('an excerpt', mention.excerpt), faultOf('a stored title', mention.title));
    }
    if (Object.hasOwn(Object.prototype, 'items')) broken.push('a prototype was polluted');
    return { broken: broken.filter((one) => one !== undefined), mentions: mentions.length };
  } catch (error) {
    return { broken: [`threw ${error instanceof Error ? error.stack : error}`], mentions: 0 };
  }
}

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    text.length <= longestUrl &&
    url.href === text
  );
}
