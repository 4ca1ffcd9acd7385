import { decodeHTMLAttribute } from 'entities';

/** Code units of an address; longer ones are no address that a reader could use. */
export const longestUrl = 2048;

// Parameters that say how a reader came to a page, not which page it is. Names as their makers document them.
const tracking = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid msclkid yclid ysclid twclid ttclid li_fat_id
  igshid igsh epik rdt_cid sccid irclickid mc_cid mc_eid mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id
  oly_anon_id oly_enc_id wickedid _openstat ns_mchannel ns_source ns_campaign ns_linkname ns_fee cmpid ocid ncid sr_share xtor
  s_cid guccounter guce_referrer guce_referrer_sig spm smid smtyp amp_js_v usqp _ga _gl __twitter_impression feature_share
  wt_mc wt_zmc wtmc pk_campaign pk_kwd pk_source pk_medium mtm_campaign mtm_source mtm_medium mtm_keyword
  mtm_content trk trkcampaign sc_campaign sc_channel sc_content sc_medium sc_outcome sc_geo sc_country
  mbid cndid eid_share share_id sharetype utm`.split(/\s+/),
);
// Families whose every member says how a reader came; `at_` is AT Internet's, which the BBC puts on its feeds.
const trackingFamily =
  /^(?:utm_|at_(?:bbc|campaign|creation|custom|emailtype|format|link|medium|ptr|recipient|send|variant))/;
const feed = /^(?:rss|feed|atom)(?:[-_\d].*)?$/i;
const feedOrNetwork =
  /^(?:(?:rss|feed|atom)(?:[-_\d].*)?|newsletter|email|twitter|facebook|linkedin|social|syndication)$/i;
// Names that may as well tell which page it is: these values of theirs say how a reader came.
const trackingValues = new Map<string, RegExp>([
  // Medium: `source=rss-cff2------2`, `source=rss------coffee-5`
  ['source', feedOrNetwork],
  ['ref', feedOrNetwork],
  ['src', feed],
  ['from', feed],
  ['via', feed],
  ['medium', feed],
  ['campaign', feed],
  ['partner', feed],
  ['traffic_source', feed],
  ['rss', /^(?:1|true|yes)?$/i],
  // The Guardian: `CMP=share_btn_tw`, `CMP=twt_gu`
  ['cmp', /rss|feed|share|^(?:aff|email|emc|facebook|fb|gu|ilc|newsletter|soc|twitter|twt)(?:[_-]|$)/i],
  // The Daily Mail: `ito=1490`
  ['ito', /^\d{3,6}$|rss|social|share/i],
]);
function isTracking(pair: string): boolean {
  const [name = '', ...rest] = pair.split('=');
  const low = name.toLowerCase();
  if (trackingFamily.test(low) || tracking.has(low)) return true;
  return trackingValues.get(low)?.test(rest.join('=')) ?? false;
}
// A fragment that numbers a part, such as a comment, is what a comment feed tells its items apart by.
const namesAPart = /^#(?:!|[a-z_]{1,20}[-_]?\d{1,20}$)/i;

const withoutTracking = (search: string): string => {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
};

const parsed = (link: string, base?: string): URL | null => URL.parse(link, base);

/**
 * The link as it is stored: absolute, http or https by its parsed form, without credentials, fragment or tracking
 * parameters. It still leads where the source's own link led; the same document may have several. Doing it twice
 * changes nothing.
 */
export function canonicalUrl(
  link: string,
  base?: string,
): { url: string } | { refused: 'bad_url' | 'url_too_long' } {
  const trimmed = link.trim();
  if (trimmed === '') return { refused: 'bad_url' };
  if (trimmed.length > longestUrl) return { refused: 'url_too_long' };
  // Feeds escape links twice as often as texts; a scheme may hide behind an entity too.
  const plain = /&(?:amp|#\d+|#x[\da-f]+);/i.test(trimmed) ? decodeHTMLAttribute(trimmed) : trimmed;
  const url = parsed(plain, base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return { refused: 'bad_url' };
  // `https://good.example@evil.example/` is made to be misread.
  if (url.username !== '' || url.password !== '' || url.hostname === '') return { refused: 'bad_url' };
  url.search = withoutTracking(url.search);
  if (!namesAPart.test(url.hash)) url.hash = '';
  return url.href.length > longestUrl ? { refused: 'url_too_long' } : { url: url.href };
}

/** The page that an AMP cache shows: `https://www.google.com/amp/s/paper.example/a` → `https://paper.example/a`. */
function outOfCache(url: URL): URL {
  const google =
    /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && /^\/amp\/(s\/)?(.+)$/.exec(url.pathname);
  const project = url.hostname.endsWith('.cdn.ampproject.org') && /^\/[a-z]\/(s\/)?(.+)$/.exec(url.pathname);
  const found = google || project;
  if (!found) return url;
  return parsed(`http${found[1] ? 's' : ''}://${found[2]}${url.search}`) ?? url;
}

/** `www.`, `m.`, `mobile.` and `amp.` in front, and Wikipedia's `en.m.`, show the same pages. */
function plainHost(host: string): string {
  const labels = host.split('.');
  while (labels.length > 2 && /^(?:www|m|mobile|amp)$/.test(labels[0] ?? '')) labels.shift();
  if (labels.length > 3 && labels[1] === 'm') labels.splice(1, 1);
  return labels.join('.');
}

// RFC 3986, 6.2.2: unreserved characters mean the same with and without escaping.
const plainEscapes = (path: string): string =>
  path.replace(/%[\da-f]{2}/gi, (hex) => {
    const character = String.fromCharCode(Number.parseInt(hex.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : hex.toUpperCase();
  });

/**
 * What all addresses of one document have in common, to be hashed and compared, not to be opened: scheme, `www.`, mobile
 * and AMP variants, a trailing slash and the order of parameters do not count.
 */
export function urlKey(stored: string): string {
  const url = outOfCache(new URL(stored));
  const path = plainEscapes(url.pathname)
    .replace(/\/+$/, '')
    .replace(/\/index\.(?:html?|php)$/i, '')
    .replace(/[/.]amp(?:\.html?)?$/i, '')
    .replace(/\/+$/, '');
  const query = plainEscapes(withoutTracking(url.search))
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i.test(pair))
    .sort();
  const fragment = namesAPart.test(url.hash) ? url.hash : '';
  const port = url.port === '' ? '' : `:${url.port}`;
  return plainHost(url.hostname) + port + path + (query.length > 0 ? `?${query.join('&')}` : '') + fragment;
}

/** The domain of a link, in ASCII, without `www.`. */
export const siteOf = (stored: string): string => new URL(stored).hostname.replace(/^www\./, '');
