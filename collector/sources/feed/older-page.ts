import type { Page } from '../../types.ts';

/** What a feed says of its older items. */
export type Older = {
  /** Address of the page with older items, as written: `rel="next"` or `prev-archive` (RFC 5005), or `next_url` of JSON Feed. */
  older?: string | undefined;
  /** True where WordPress made it, which gives older items page by page without saying so. */
  wordPress?: boolean | undefined;
};
export type FeedPage = Page & Older;

/** Items on a page of WordPress, where nobody changed it; a page of fewer is the last. */
const usualOfWordPress = 10;

/**
 * The address of the page with the items before these, on the same host and with as much TLS as this one; nothing where
 * there is none.
 * @param url of this page, after redirects
 */
export function olderPage(url: string, { items, older, wordPress }: FeedPage): string | undefined {
  const here = URL.parse(url);
  if (!here || !/^https?:$/.test(here.protocol) || items.length === 0) return undefined;
  if (older !== undefined) {
    const there = URL.parse(older, here);
    const isSafe = there?.host === here.host && there.protocol === here.protocol && there.username === '';
    if (!there || !isSafe) return undefined;
    there.hash = '';
    return there.href === here.href ? undefined : there.href;
  }
  if (wordPress !== true || items.length < usualOfWordPress) return undefined;
  const page = Number(here.searchParams.get('paged') ?? 1);
  if (!Number.isSafeInteger(page) || page < 1) return undefined;
  here.searchParams.set('paged', String(page + 1));
  return here.href;
}
