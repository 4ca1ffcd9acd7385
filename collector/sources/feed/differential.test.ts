import { readdirSync, readFileSync } from 'node:fs';
import { decodeHTML } from 'entities';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { expect, it } from 'vitest';
import type { RawItem } from '../../types.ts';
import { readDocument } from './read-document.ts';

const folder = new URL('../answers/', import.meta.url);
const url = 'https://feeds.example/feed';

/** What every reader should find in a document, whatever it calls it. */
type Seen = { title: string; link: string; date: string };

const plain = (text: unknown) =>
  decodeHTML((typeof text === 'string' ? text : '').replace(/<[a-z/][^>]*>/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
const moment = (text: unknown) => {
  const time = Date.parse(String(text ?? ''));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};
const absolute = (link: unknown, base = url) => (link ? (URL.parse(String(link), base)?.href ?? '') : '');

function readHere(name: string): RawItem[] {
  const page = readDocument({ body: readFileSync(new URL(name, folder)), headers: {}, url, whole: true });
  if (!('items' in page)) throw new Error(`${name}: ${page.reason}`);
  return page.items;
}

const ours = (name: string): Seen[] =>
  readHere(name).map((item) => ({
    title: plain(item.html ? item.title : item.title?.replace(/&/g, '&amp;').replace(/</g, '&lt;')),
    link: absolute(item.link, item.base),
    date: moment(item.published),
  }));

async function byRssParser(name: string): Promise<Seen[]> {
  const text = new TextDecoder(name.includes('091') ? 'latin1' : 'utf-8').decode(
    readFileSync(new URL(name, folder)),
  );
  const parsed = await new RssParser().parseString(text);
  return parsed.items.map((item) => ({
    title: plain(item.title),
    link: absolute(item.link),
    date: moment(item.isoDate ?? item.pubDate),
  }));
}

type Loose = Record<string, unknown>;
const first = (...values: unknown[]) => values.find((value) => value !== undefined && value !== '');

function byFeedsmith(name: string): Seen[] {
  const text = new TextDecoder(name.includes('091') ? 'latin1' : 'utf-8').decode(
    readFileSync(new URL(name, folder)),
  );
  const { feed } = parseFeed(text) as { feed: Loose };
  const items = (feed.items ?? feed.entries ?? []) as Loose[];
  return items.map((item) => {
    const links = (item.links ?? []) as { href?: string; rel?: string }[];
    const dc = (item.dc ?? {}) as Loose;
    const title = item.title as string | { value?: string } | undefined;
    const link = item.link ?? item.url ?? links.find(({ rel }) => !rel || rel === 'alternate')?.href;
    return {
      title: plain(typeof title === 'object' ? title.value : title),
      link: absolute(first(link, item.external_url)),
      date: moment(
        first(
          item.pubDate,
          item.published,
          item.date_published,
          (dc.dates as unknown[] | undefined)?.[0],
          dc.date,
          item.updated,
          item.date_modified,
        ),
      ),
    };
  });
}

type Excuse = { except: (keyof Seen)[]; because: string };
/** Where the other reader lacks something, so that it proves nothing. */
const excused: Record<string, Excuse> = {
  'rss-parser old.atom': { except: ['date'], because: 'it knows no `issued` of Atom 0.3' },
  'rss-parser podcast.rss': { except: ['link'], because: 'it takes no guid for a link' },
  'feedsmith podcast.rss': { except: ['link'], because: 'it takes no guid for a link' },
  'rss-parser releases.atom': {
    except: ['link', 'title'],
    because: 'it knows neither xml:base nor XHTML titles',
  },
  'feedsmith releases.atom': {
    except: ['link', 'title'],
    because: 'it leaves xml:base to the caller, and XHTML unread',
  },
  'rss-parser reviews.atom': { except: ['link'], because: 'it takes a related link for the item itself' },
  'feedsmith journal.json': { except: ['link'], because: 'it makes a link of a number' },
  'feedsmith without-namespaces.rss': { except: ['link', 'date'], because: 'it drops undeclared prefixes' },
};
/** It throws the whole feed away over one bare ampersand. */
const beyondRssParser = ['without-namespaces.rss', 'journal.json'];

const documents = readdirSync(folder).filter((name) => /\.(rss|atom|rdf)$|^journal\.json$/.test(name));

it.each(documents.filter((name) => !beyondRssParser.includes(name)))(
  '%s reads as by rss-parser',
  async (name) => {
    compare(ours(name), await byRssParser(name), excused[`rss-parser ${name}`]);
  },
);

it.each(documents)('%s reads as by feedsmith', (name) => {
  compare(ours(name), byFeedsmith(name), excused[`feedsmith ${name}`]);
});

function compare(mine: Seen[], theirs: Seen[], excuse: Excuse | undefined) {
  const except = excuse?.except ?? [];
  const without = (seen: Seen[]) =>
    seen.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([key]) => !except.includes(key as keyof Seen))),
    );
  expect(mine.length).toBeGreaterThan(0);
  expect(without(mine)).toEqual(without(theirs));
  // An excuse that is no longer needed is to be struck.
  if (excuse) expect(mine, excuse.because).not.toEqual(theirs);
}
