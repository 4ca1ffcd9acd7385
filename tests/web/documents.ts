/** Documents of the cases, made here so that no large or hostile file lies in the repository. */

export type Made = {
  title?: string;
  link?: string;
  guid?: string;
  date?: string;
  text?: string;
  more?: string;
};

/** An item that names the brand, in RSS; `n` tells it from the others. */
export function rssItem(n: number, over: Made = {}): string {
  const { title = `Saltmarsh Bakery opens shop ${n}`, link = `https://town.example/${n}`, more = '' } = over;
  const {
    date = `Thu, 19 Nov 2026 ${String(n % 24).padStart(2, '0')}:00:00 GMT`,
    text = 'Bread.',
    guid,
  } = over;
  return (
    `<item><title>${title}</title><link>${link}</link>${guid === undefined ? '' : `<guid>${guid}</guid>`}` +
    `<pubDate>${date}</pubDate><description>${text}</description>${more}</item>`
  );
}

export const rss = (items: string, { head = '', attributes = '', end = '</channel></rss>' } = {}): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"${attributes}><channel><title>Town</title><link>https://town.example/</link>${items}${end}`;

/** A feed of so many items that name the brand. */
export const feedOf = (count: number, over: Made = {}): string =>
  rss(Array.from({ length: count }, (_, n) => rssItem(n + 1, over)).join(''));

export const atomEntry = (n: number, more = ''): string =>
  `<entry><title>Saltmarsh Bakery opens shop ${n}</title><link href="https://town.example/${n}"/><id>tag:town.example,2026:${n}</id><updated>2026-11-19T10:00:00Z</updated>${more}</entry>`;

export const jsonItem = (n: number, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: String(n),
  url: `https://town.example/${n}`,
  title: `Saltmarsh Bakery opens shop ${n}`,
  content_text: 'Bread.',
  date_published: '2026-11-19T10:00:00Z',
  ...over,
});
export const jsonFeed = (items: unknown[], version = 'https://jsonfeed.org/version/1.1'): string =>
  JSON.stringify({ version, title: 'Town', items });

/** Ten entities, each ten times the one before. */
export const billionLaughs = (body: string): string => {
  const entities = Array.from(
    { length: 10 },
    (_, n) => `<!ENTITY l${n} "${n === 0 ? 'ha' : `&l${n - 1};`.repeat(10)}">`,
  );
  return body.replace('<rss', `<!DOCTYPE rss [${entities.join('')}]><rss`).replace('Bread.', '&l9;');
};

export const login =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form action="/login"><input type="password"></form></body></html>';
export const consent =
  '<!doctype html><html><body><h1>Before you continue</h1><button>Accept all cookies</button></body></html>';
export const captcha =
  '<html><head><title>One moment</title></head><body><p>Type the letters that you see.</p><img src="/letters.png"></body></html>';
export const microdata =
  '<!DOCTYPE html><html><body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Saltmarsh Bakery</h1></div></body></html>';
export const sitemap =
  '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://town.example/1</loc><lastmod>2026-11-19</lastmod></url></urlset>';
