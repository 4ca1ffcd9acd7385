/** The prefix by which this reader knows a namespace; '' for those of RSS, whose elements are written without. */
const usualPrefixes: Record<string, string> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/slash/': 'slash',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://itunes.apple.com/rss': 'im',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

/** Namespaces as a document declares them, with the usual meaning for prefixes that it does not declare. */
export type Namespaces = {
  declare(attributes: ReadonlyMap<string, string>): void;
  /** An element's name with the usual prefix: `a10:updated` → `atom:updated`. */
  usual(name: string, attributes: ReadonlyMap<string, string>): string;
};

const lookUp = (uri: string): string | undefined => {
  const key = uri.trim().toLowerCase();
  return Object.hasOwn(usualPrefixes, key) ? usualPrefixes[key] : undefined;
};

export function trackNamespaces(): Namespaces {
  const declared = new Map<string, string>();
  return {
    declare(attributes) {
      for (const [name, uri] of attributes) {
        if (!name.startsWith('xmlns:')) continue;
        const prefix = lookUp(uri);
        if (prefix !== undefined) declared.set(name.slice('xmlns:'.length), prefix);
      }
    },
    usual(name, attributes) {
      const colon = name.indexOf(':');
      if (colon !== -1) {
        const written = name.slice(0, colon);
        const prefix = declared.get(written) ?? written;
        const local = name.slice(colon + 1);
        return prefix === '' ? local : `${prefix}:${local}`;
      }
      const own = attributes.get('xmlns');
      const prefix = own === undefined ? undefined : lookUp(own);
      return prefix && prefix !== 'atom' ? `${prefix}:${name}` : name;
    },
  };
}
