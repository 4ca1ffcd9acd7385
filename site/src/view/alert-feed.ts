import { encodeXML } from 'entities';
import type { AlertLine } from './alert-list.ts';

export type FeedHead = {
  /** Name of the feed. */
  title: string;
  /** The brand's id and the page's address, or '' where brand.yml names none. */
  brand: string;
  home: string;
  /** The moment that the figures speak for, as an instant. */
  asOf: string;
};

/** Alerts as an Atom feed (RFC 4287). An entry keeps its id and its date for as long as the alert stands in the figures. */
export function alertFeed({ title, brand, home, asOf }: FeedHead, alerts: readonly AlertLine[]): string {
  const address = home === '' ? '' : home.replace(/\/*$/, '/');
  // Without an address of its own a feed still needs a name that is nobody else's.
  const name = (id: string): string => `tag:earshot,2026:${encodeURIComponent(`${address}${brand}`)}/${id}`;
  // Where the address is not known, links are relative to the feed's own, which lies beside the pages.
  const link = (path: string, rel = 'alternate'): string =>
    `<link rel="${rel}" href="${encodeXML(address + path)}"/>`;
  const entries = alerts.map(({ id, name: what, day, text }) =>
    [
      '<entry>',
      `<id>${encodeXML(name(id))}</id>`,
      `<title>${encodeXML(`${what}: ${text.split('. ')[0]}`)}</title>`,
      `<updated>${day}T00:00:00Z</updated>`,
      link(`alerts/#${id}`),
      `<summary>${encodeXML(text)}</summary>`,
      '</entry>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${encodeXML(name('alerts'))}</id>`,
    `<title>${encodeXML(title)}</title>`,
    `<updated>${asOf}</updated>`,
    '<author><name>Earshot</name></author>',
    link('alerts.xml', 'self'),
    link('alerts/'),
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}
