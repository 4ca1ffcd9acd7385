import type { DemoSource } from './plan.ts';
import { randomFrom } from './random.ts';
import type { DemoItem } from './write-items.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const isoSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
const isHtml = (item: DemoItem): boolean => item.body.startsWith('<') || item.body.startsWith('--><');

/** An item as a document shows it: its title at that time, and the id and link that the source gives out. */
export type Shown = { item: DemoItem; title: string; guid: string; link: string | null };

type Renderer = {
  type: string;
  item(shown: Shown): string;
  document(source: DemoSource, items: readonly string[], updated: Date): string;
};

/** One entry per form of feed; what is odd about a source is in its items, not here. */
export const renderers: Record<'rss' | 'atom' | 'rdf' | 'json', Renderer> = {
  rss: {
    type: 'application/rss+xml; charset=utf-8',
    item: ({ item, title, guid, link }) =>
      `<item>${title && `<title>${escaped(title)}</title>`}${link === null ? '' : `<link>${escaped(link)}</link>`}<guid isPermaLink="false">${escaped(guid)}</guid>${
        item.dated ? `<pubDate>${item.published.toUTCString()}</pubDate>` : ''
      }<description>${escaped(isHtml(item) ? item.body : `<p>${escaped(item.body)}</p>`)}</description></item>`,
    document: (source, items, updated) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${escaped(source.name)}</title><link>${new URL(source.url).origin}/</link><description>${escaped(source.name)}</description><language>en-gb</language><lastBuildDate>${updated.toUTCString()}</lastBuildDate>\n${items.join('\n')}\n</channel></rss>\n`,
  },
  atom: {
    type: 'application/atom+xml; charset=utf-8',
    item: ({ item, title, guid, link }) =>
      `<entry><title type="text">${escaped(title)}</title>${link === null ? '' : `<link rel="alternate" href="${escaped(link)}"/>`}<id>${escaped(guid)}</id>${
        item.dated
          ? `<published>${isoSeconds(item.published)}</published><updated>${isoSeconds(item.edit && title === item.edit.title ? item.edit.at : item.published)}</updated>`
          : ''
      }<content type="html">${escaped(item.body)}</content></entry>`,
    document: (source, items, updated) =>
      `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>${escaped(source.name)}</title><id>${source.url}</id><link rel="self" href="${source.url}"/><updated>${isoSeconds(updated)}</updated>\n${items.join('\n')}\n</feed>\n`,
  },
  rdf: {
    type: 'application/rdf+xml; charset=utf-8',
    item: ({ item, title, guid, link }) =>
      `<item rdf:about="${escaped(guid)}"><title>${escaped(title)}</title><link>${escaped(link ?? guid)}</link><description>${escaped(item.body)}</description>${
        item.dated ? `<dc:date>${isoSeconds(item.published)}</dc:date>` : ''
      }</item>`,
    document: (source, items) => {
      const about = items.map(
        (one) => `<rdf:li rdf:resource=${one.match(/rdf:about=("[^"]*")/)?.[1] ?? '""'}/>`,
      );
      return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${source.url}"><title>${escaped(source.name)}</title><link>${new URL(source.url).origin}/</link><description>${escaped(source.name)}</description><items><rdf:Seq>${about.join('')}</rdf:Seq></items></channel>\n${items.join('\n')}\n</rdf:RDF>\n`;
    },
  },
  json: {
    type: 'application/feed+json; charset=utf-8',
    item: ({ item, title, guid, link }) =>
      JSON.stringify({
        id: guid,
        ...(link !== null && { url: link }),
        ...(title !== '' && { title }),
        ...(isHtml(item) ? { content_html: item.body } : { content_text: item.body }),
        ...(item.dated && { date_published: isoSeconds(item.published) }),
        ...(item.lang !== 'en' && { language: item.lang }),
      }),
    document: (source, items) =>
      `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(source.name)},"home_page_url":"${new URL(source.url).origin}/","feed_url":"${source.url}","items":[\n${items.join(',\n')}\n]}\n`,
  },
};

export const reviewsPerPage = 50;
export const reviewType = 'text/javascript; charset=utf-8';

/** A review as the App Store's JSON has it: every value in a `label`, times in Pacific time. */
export function renderReview(item: DemoItem): string {
  const label = (text: string) => ({ label: text });
  const own = randomFrom(`${item.source}-${item.serial}`);
  return JSON.stringify({
    author: { uri: label(''), name: label(`reader ${own.below(90_000) + 10_000}`), label: '' },
    updated: label(pacific(item.published)),
    'im:rating': label(String(item.stars)),
    'im:version': label(item.version ?? '1.0'),
    id: label(String(10_000_000_000 + (item.source === 'app-gb' ? 0 : 500_000) + item.serial * 37)),
    title: label(item.title),
    content: { label: item.body, attributes: { type: 'text' } },
    'im:voteSum': label(String(own.chance(0.1) ? own.below(6) : 0)),
    'im:contentType': { attributes: { term: 'Application', label: 'Application' } },
    'im:voteCount': label('0'),
  });
}

/** A page of reviews: `entry` is an object where there is one review, and missing where there is none. */
export function renderReviewPage(
  source: DemoSource,
  entries: readonly string[],
  page: number,
  updated: Date,
): string {
  const entry =
    entries.length === 0
      ? ''
      : entries.length === 1
        ? `"entry":${entries[0]},`
        : `"entry":[${entries.join(',\n')}],`;
  const self = source.url.replace('page=1', `page=${page}`);
  return `{"feed":{"author":{"name":{"label":"App reviews"},"uri":{"label":"https://apps.example/"}},${entry}"updated":{"label":"${pacific(updated)}"},"rights":{"label":"All of it invented"},"title":{"label":${JSON.stringify(source.name)}},"id":{"label":${JSON.stringify(self)}}}}\n`;
}

/** Seven hours behind UTC all year round: a fixed offset is enough to test that offsets are read. */
function pacific(time: Date): string {
  return `${new Date(time.getTime() - 7 * 3_600_000).toISOString().slice(0, 19)}-07:00`;
}
