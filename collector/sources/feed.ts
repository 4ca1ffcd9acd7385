import { z } from 'zod';
import { sourceKeys } from '#contract';
import { olderPage } from './feed/older-page.ts';
import { readDocument } from './feed/read-document.ts';
import { defineSource } from './source-type.ts';
import { unaccepted } from './terms.ts';

/** Pages read in one night at most, where the newest does not reach back to what is known. */
const mostPages = 10;

/** Whether a source's address is on the network, and not a file of the repository. */
export const isOnNetwork = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address);

// Backslashes and control characters are where readers of addresses and paths disagree.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const twoFaced = /[\\\u0000-\u001f\u007f]|^\s|\s$/;

/** What is wrong with an address in brand.yml, which the whole world may read; nothing where it is right. */
export function faultOf(address: string): string | undefined {
  if (twoFaced.test(address)) {
    return 'an address without blanks around it, backslashes and control characters';
  }
  if (!isOnNetwork(address)) {
    const leavesFolder = address.startsWith('/') || address.split('/').includes('..');
    return leavesFolder
      ? 'the path of a file beside or below brand.yml: without a leading / and without ..'
      : undefined;
  }
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  if (!url) {
    return 'an address that begins with https:// and a host, or the path of a file in the repository';
  }
  const hasCredentials = url.username !== '' || url.password !== '';
  return hasCredentials
    ? 'an address without a user name and a password: brand.yml is no place for secrets'
    : undefined;
}

export const Address = z
  .string()
  .min(1)
  .max(2048)
  .superRefine((address, context) => {
    const message = faultOf(address);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .describe('Address of the RSS, Atom or JSON feed, or the path of a file in the repository.');

const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or pt-BR')
  .optional()
  .describe('Language of its items, where the feed itself does not say or is wrong.');

/** Any RSS, Atom or JSON feed: of a publisher, a podcast, a blog, a forum. */
export const feed = defineSource({
  settings: z.strictObject({ ...sourceKeys, type: z.literal('feed'), url: Address, language: Language }),
  group: 'news',
  maxPages: mostPages,
  nightly: true,
  terms: {
    verdict: 'default-on',
    quote:
      'If you want to control its use, you can dictate your conditions, otherwise you are in a weak position if you later object',
    from: 'a guide for publishers of RSS, pinsentmasons.com/out-law/guides/rss-the-legal-issues, April 2008: title, link and a very short extract. A feed whose own terms say otherwise is not for you to list',
    read: 'autumn 2026',
  },
  label: ({ url }) => URL.parse(url)?.host.replace(/^www\./, '') ?? url,
  hindrance: ({ url, accept }) => unaccepted(url, accept),
  firstRequest: ({ url }) => ({ url }),
  read(answer, { language, accept }) {
    // An address of another host may have led there.
    const refused = unaccepted(answer.url, accept);
    if (refused) return refused;
    const page = readDocument(answer);
    if (!('items' in page)) return page;
    const { older: _, wordPress: __, ...read } = page;
    const next = olderPage(answer.url, page);
    return {
      ...read,
      items: language === undefined ? page.items : page.items.map((item) => ({ ...item, language })),
      ...(next === undefined ? {} : { next: { url: next, backFill: true } }),
    };
  },
});
