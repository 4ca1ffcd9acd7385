import { dateAt, type Story, titleAt } from './stories.ts';
import type { MadeFeed } from './world.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The same page, as addresses of it differ from night to night. */
function spelt(link: string, turn: number): string {
  const url = new URL(link);
  return [
    link,
    `${link}?utm_source=rss&utm_medium=feed&utm_campaign=n${turn}`,
    `${link}/`,
    `http://${url.host}${url.pathname}`,
    `https://www.${url.host}${url.pathname}?fbclid=x${turn}`,
    `${link}/amp`,
    `https://m.${url.host}${url.pathname}#top`,
  ][turn % 7] as string;
}

type Written = { title: string; text: string; link?: string; guid?: string; date?: Date };

function written(feed: MadeFeed, story: Story, at: number): Written {
  const turn = Math.floor(at / 3_600_000);
  const link = feed.marks === 'variants' && story.link ? spelt(story.link, turn) : story.link;
  const guid = feed.marks === 'restless guids' ? `${story.guid}-${turn}` : story.guid;
  return {
    title: titleAt(story, at),
    text: story.text,
    ...(link === undefined ? {} : { link }),
    ...(guid === undefined ? {} : { guid }),
    ...(feed.dates ? { date: new Date(dateAt(story, at)) } : {}),
  };
}

const element = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `<${name}>${escaped(value)}</${name}>`;

const rssItem = ({ title, text, link, guid, date }: Written): string =>
  `<item>${element('title', title)}${element('link', link)}` +
  `${guid === undefined ? '' : `<guid isPermaLink="false">${escaped(guid)}</guid>`}` +
  `${element('pubDate', date?.toUTCString())}<description><![CDATA[${text}]]></description></item>`;

const rdfItem = ({ title, text, link, date }: Written): string =>
  `<item rdf:about="${escaped(link ?? '')}">${element('title', title)}${element('link', link)}` +
  `${element('dc:date', date?.toISOString())}${element('description', text)}</item>`;

const atomEntry = ({ title, text, link, guid, date }: Written): string =>
  `<entry>${element('title', title)}${link === undefined ? '' : `<link rel="alternate" href="${escaped(link)}"/>`}` +
  `${element('id', guid)}${element('published', date?.toISOString())}<content type="html">${escaped(text)}</content></entry>`;

const jsonItem = ({ title, text, link, guid, date }: Written) => ({
  id: guid,
  url: link,
  title,
  content_html: text,
  date_published: date?.toISOString(),
});

/** The document of a feed at a moment, as it lists these stories. Always in UTF-8. */
export function render(feed: MadeFeed, stories: readonly Story[], at: number): string {
  const items = stories.map((story) => written(feed, story, at));
  const home = `https://${feed.host}/`;
  const head = `<title>${feed.id}</title><link>${home}</link>`;
  if (feed.format === 'json') {
    const version = 'https://jsonfeed.org/version/1.1';
    return JSON.stringify({ version, title: feed.id, home_page_url: home, items: items.map(jsonItem) });
  }
  if (feed.format === 'atom') {
    return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${feed.id}</title><id>${home}</id>${items.map(atomEntry).join('\n')}</feed>`;
  }
  if (feed.format === 'rdf') {
    return `<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${home}">${head}</channel>${items.map(rdfItem).join('\n')}</rdf:RDF>`;
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>${head}${items.map(rssItem).join('\n')}</channel></rss>`;
}
