import { Parser } from 'htmlparser2';

/** What a brand's home page tells about where it is spoken of. */
export type HomePage = {
  /** Name of the site as it states it, if it does. */
  name?: string;
  language?: string;
  /** Feeds that the page declares, or seems to link to; at most ten. */
  feeds: { url: string; title: string }[];
  /** Apps, shops and repositories that it links to. */
  appStore: { app: string; country: string }[];
  googlePlay: string[];
  steam: string[];
  github: string[];
  wikipedia: string[];
  /** True where the page says that it is a Discourse forum. */
  discourse: boolean;
};

const mostOfAKind = 10;
const feedType = /^(application\/(rss|atom|rdf)\+xml|application\/feed\+json|text\/xml|application\/xml)\b/i;
const feedPath = /(\.(rss|atom|rdf)|\/(feed|rss|atom)(\.xml|\.json)?|\/index\.xml|\/feed\/)$/i;
const isComments = /comment/i;

/** Where sites keep a feed that their page does not declare. */
export const usualFeedPaths = ['/feed', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/blog/feed'];

const once = <T>(list: T[]): T[] =>
  [...new Map(list.map((one) => [JSON.stringify(one), one])).values()].slice(0, mostOfAKind);

/** Reads a home page for feeds and for the places that its links lead to. Nothing of it is run or fetched. */
export function readHomePage(html: string, address: string): HomePage {
  const page: HomePage = {
    feeds: [],
    appStore: [],
    googlePlay: [],
    steam: [],
    github: [],
    wikipedia: [],
    discourse: false,
  };
  let base = address;
  const resolved = (href: string | undefined): URL | undefined => {
    const url = href === undefined ? null : URL.parse(href.trim(), base);
    return url && /^https?:$/.test(url.protocol) ? url : undefined;
  };

  const link = ({ rel = '', type = '', href, title = '' }: Record<string, string>) => {
    const url = resolved(href);
    if (!url || !/\balternate\b/i.test(rel) || !feedType.test(type)) return;
    if (!isComments.test(`${title} ${url.pathname}`)) page.feeds.push({ url: url.href, title: title.trim() });
  };
  const meta = ({ name = '', property = '', content = '' }: Record<string, string>) => {
    if (property === 'og:site_name' && content.trim() !== '') page.name = content.trim().slice(0, 80);
    if (/^generator$/i.test(name) && /^discourse\b/i.test(content)) page.discourse = true;
  };
  const anchor = ({ href }: Record<string, string>) => {
    const url = resolved(href);
    if (url) noteLink(page, url, new URL(address));
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      const { lang = '' } = attributes;
      if (tag === 'html' && /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(lang)) page.language = lang;
      if (tag === 'base') base = resolved(attributes['href'])?.href ?? base;
      if (tag === 'link') link(attributes);
      if (tag === 'meta') meta(attributes);
      if (tag === 'a') anchor(attributes);
    },
  });
  parser.end(html);
  return {
    ...page,
    feeds: [...new Map(page.feeds.map((feed) => [feed.url, feed])).values()].slice(0, mostOfAKind),
    appStore: once(page.appStore),
    googlePlay: once(page.googlePlay),
    steam: once(page.steam),
    github: once(page.github),
    wikipedia: once(page.wikipedia),
  };
}

function noteLink(page: HomePage, url: URL, home: URL): void {
  const { hostname: host, pathname: path } = url;
  if (host === 'apps.apple.com' || host === 'itunes.apple.com') {
    const [, country = 'us', app] = /^(?:\/([a-z]{2}))?\/app\/(?:[^/]+\/)?id(\d{1,12})$/.exec(path) ?? [];
    if (app) page.appStore.push({ app, country });
  } else if (host === 'play.google.com') {
    const id = url.searchParams.get('id') ?? '';
    if (/^[\w.]+$/.test(id)) page.googlePlay.push(id);
  } else if (host === 'store.steampowered.com') {
    const app = /^\/app\/(\d+)/.exec(path)?.[1];
    if (app) page.steam.push(app);
  } else if (host === 'github.com') {
    const owner = /^\/([\w-]+)\/?/.exec(path)?.[1];
    if (owner && !/^(features|pricing|login|about|sponsors|orgs)$/.test(owner)) page.github.push(owner);
  } else if (/^[a-z]{2,3}\.wikipedia\.org$/.test(host) && path.startsWith('/wiki/')) {
    page.wikipedia.push(`${host}/${path.slice('/wiki/'.length)}`);
  } else if (host.replace(/^www\./, '') === home.hostname.replace(/^www\./, '') && feedPath.test(path)) {
    if (!isComments.test(path)) page.feeds.push({ url: url.href, title: '' });
  }
}
