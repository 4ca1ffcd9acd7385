import type { APIRoute } from 'astro';
import { ready } from '../context.ts';
import { readData } from '../data.ts';
import { alertFeed } from '../view/alert-feed.ts';
import { alertsOf } from '../view/alert-list.ts';
import { words } from '../words.ts';

/** Alerts of the own brand, for feed readers. */
export const GET: APIRoute = () => {
  const page = ready(readData());
  const brand = page?.about.brands[0];
  const feed = alertFeed(
    {
      title: words.alerts.feed(brand?.name ?? words.product),
      brand: brand?.id ?? '',
      home: page?.about.site.url ?? '',
      asOf: page?.about.asOf ?? '1970-01-01T00:00:00Z',
    },
    page && brand ? alertsOf(page.about, page.figures, brand.id, page.formats) : [],
  );
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
