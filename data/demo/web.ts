import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer, Door, Failure, Request } from '../../collector/types.ts';
import { type DemoSource, dayMs, dayOf, demoNow, demoSeed, demoSources, outages } from './plan.ts';
import { hash32 } from './random.ts';
import {
  renderers,
  renderReview,
  renderReviewPage,
  reviewsPerPage,
  reviewType,
  type Shown,
} from './render.ts';
import { openViews } from './views.ts';
import { type DemoItem, writeItems } from './write-items.ts';

/** The invented web: what each source would answer at a moment. Nothing of it touches the network. */
export type DemoWeb = {
  /** A door as the collector's, opened at a simulated time. */
  door(now: Date): Door;
  /** All documents as of a time, by `host/path`, as they would be answered if no source were out. */
  files(now: Date): Map<string, Uint8Array>;
  /** What a source's document holds at a time, newest first. */
  window(source: DemoSource, now: Date): readonly DemoItem[];
};

type Document = { text: string; type: string; etag: string; modified: Date };
const encoder = new TextEncoder();
/** Share of a document that came through on the night it was cut. */
const cutAt = 0.62;

/** Opens the web of a seed; the same seed gives the same bytes. */
export function openWeb(seed: string = demoSeed): DemoWeb {
  const written = writeItems(seed);
  const rendered = new Map<string, string>();
  const views = openViews(seed);

  /** Number of items that a source has published by then, by bisection. */
  const publishedBy = (items: readonly DemoItem[], now: number): number => {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[middle] as DemoItem).published.getTime() <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const window = (source: DemoSource, now: Date): readonly DemoItem[] => {
    const items = written.get(source.id) ?? [];
    const end = publishedBy(items, now.getTime());
    return items.slice(Math.max(0, end - source.window), end).reverse();
  };
  const once = (key: string, render: () => string): string => {
    const known = rendered.get(key);
    if (known !== undefined) return known;
    const text = render();
    rendered.set(key, text);
    return text;
  };

  function feed(source: DemoSource, now: Date): Document {
    const { form } = source;
    if (form === 'app-store') throw new Error(`${source.id} is no feed`);
    const items = window(source, now);
    const edition = source.quirks?.includes('changing_guid') ? Math.floor(now.getTime() / dayMs / 7) : 0;
    const keys = items.map(
      (item) => `${item.source} ${item.serial} ${edition} ${isEdited(item, now) ? 'edited' : ''}`,
    );
    const parts = items.map((item, at) =>
      once(keys[at] as string, () => renderers[form].item(show(source, item, now, edition))),
    );
    const modified = items.reduce(
      (last, item) =>
        Math.max(
          last,
          (isEdited(item, now) ? item.edit : undefined)?.at.getTime() ?? item.published.getTime(),
        ),
      0,
    );
    const updated = new Date(modified);
    return {
      text: renderers[form].document(source, parts, updated),
      type: renderers[form].type,
      etag: `"${hash32(keys.join('\n')).toString(16)}"`,
      modified: updated,
    };
  }

  function reviewPage(source: DemoSource, now: Date, page: number): Document {
    const items = window(source, now);
    const own = items.slice((page - 1) * reviewsPerPage, page * reviewsPerPage);
    const parts = own.map((item) => once(`${item.source} ${item.serial}`, () => renderReview(item)));
    const modified = items[0]?.published ?? now;
    const etag = `"${hash32(`${page} ${own.map((item) => item.serial)}`).toString(16)}"`;
    return {
      text: renderReviewPage(source, parts, page, own[0]?.published ?? modified),
      type: reviewType,
      etag,
      modified,
    };
  }

  function find(url: string): { source: DemoSource; page: number } | undefined {
    for (const source of demoSources) {
      if (source.url === url) return { source, page: 1 };
      const page = /\/page=(\d+)\//.exec(url)?.[1];
      if (source.form === 'app-store' && page && source.url === url.replace(`page=${page}`, 'page=1'))
        return { source, page: Number(page) };
    }
    return undefined;
  }
  const read = (source: DemoSource, page: number, now: Date): Document =>
    source.form === 'app-store' ? reviewPage(source, now, page) : feed(source, now);

  const door =
    (now: Date): Door =>
    async (request: Request, validators) => {
      const counted = views(request, now);
      if (counted) return counted;
      const found = find(request.url);
      if (!found) return unknown(request.url);
      const { source, page } = found;
      const night = dayOf(now);
      if (source.joins && night < source.joins)
        return failed('not_found', `${request.url} answered 404`, 404);
      const out = outages.find((one) => one.source === source.id && night >= one.from && night < one.to);
      if (out && out.how !== 'cut') return outage(out.how, request.url);

      const document = read(source, page, now);
      const { etag, lastModified } = validatorsOf(source, document);
      // An ETag outranks a date (RFC 9110, 13.1.3).
      const isSame = validators?.etag
        ? validators.etag === etag
        : lastModified !== undefined && validators?.lastModified === lastModified;
      const headers = {
        'content-type': document.type,
        ...(etag !== undefined && { etag }),
        ...(lastModified !== undefined && { 'last-modified': lastModified }),
      };
      if (isSame && !out) return { kind: 'not_modified', http: 304 };
      const body = encoder.encode(document.text);
      const whole = out === undefined;
      return {
        kind: 'answer',
        url: request.url,
        http: 200,
        headers,
        body: whole ? body : body.slice(0, Math.floor(body.length * cutAt)),
        whole,
      } satisfies Answer;
    };

  const files = (now: Date): Map<string, Uint8Array> => {
    const all = new Map<string, Uint8Array>();
    for (const source of demoSources) {
      const pages = source.form === 'app-store' ? Math.ceil(window(source, now).length / reviewsPerPage) : 1;
      for (let page = 1; page <= pages; page++) {
        const { host, pathname } = new URL(source.url.replace('page=1', `page=${page}`));
        all.set(
          `${host}${pathname.endsWith('/') ? `${pathname}index.xml` : pathname}`,
          encoder.encode(read(source, page, now).text),
        );
      }
    }
    return all;
  };
  return { door, files, window };
}

const isEdited = (item: DemoItem, now: Date): boolean => item.edit !== undefined && item.edit.at <= now;

function show(source: DemoSource, item: DemoItem, now: Date, edition: number): Shown {
  const { host } = new URL(source.url);
  const tracked = item.link && source.quirks?.includes('utm') && item.link.startsWith('https:');
  return {
    item,
    title: item.edit && isEdited(item, now) ? item.edit.title : item.title,
    guid:
      source.form === 'rdf'
        ? (item.link ?? `https://${host}/${item.serial}`)
        : `tag:${host},2025:${edition === 0 ? '' : `${edition}/`}${item.serial}`,
    link: tracked ? `${item.link}?utm_source=rss&utm_medium=feed&utm_campaign=${source.group}` : item.link,
  };
}

/** Not every host tells when its document changed: one gives no validator, one only a date. */
function validatorsOf(
  source: DemoSource,
  { etag, modified }: Document,
): { etag?: string; lastModified?: string } {
  if (source.quirks?.includes('no_validators')) return {};
  const lastModified = modified.toUTCString();
  return source.quirks?.includes('date_only') ? { lastModified } : { etag, lastModified };
}

const failed = (reason: string, detail: string, http?: number): Failure => ({
  kind: 'failure',
  status: 'failed',
  reason,
  detail,
  ...(http !== undefined && { http }),
});
const unknown = (url: string): Failure =>
  failed('dns_unknown', `${new URL(url).host} does not exist in the invented web`);

function outage(how: 'challenge' | 'unavailable' | 'timeout', url: string): Failure {
  const { host } = new URL(url);
  if (how === 'timeout') return failed('timeout', `${host} did not answer within 30 s`);
  if (how === 'unavailable') return failed('http_503', `${host} answered 503`, 503);
  return {
    kind: 'failure',
    status: 'refused',
    reason: 'blocked_challenge',
    detail: `${host} asks for a browser (403, cf-mitigated: challenge)`,
    http: 403,
  };
}

/** Writes the documents as of a time as files `<dir>/<host>/<path>`, for people to look at. Gives their paths. */
export function writeDocuments(dir: string, web: DemoWeb = openWeb(), now: Date = demoNow): string[] {
  return Array.from(web.files(now), ([path, bytes]) => {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  });
}
