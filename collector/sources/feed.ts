import { z } from 'zod';
import { sourceKeys } from '#contract';
import { readDocument } from './feed/read-document.ts';
import { defineSource } from './source-type.ts';

/** Whether a source's address is on the network, and not a file of the repository. */
export const isOnNetwork = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address);

const Address = z
  .string()
  .min(1)
  .max(2048)
  .refine(
    (address) => !isOnNetwork(address) || /^https?:\/\//i.test(address),
    'an address that begins with https://, or the path of a file in the repository',
  )
  .refine((address) => !/^[/\\]/.test(address), 'a path of a file in the repository, relative to brand.yml')
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
  maxPages: 1,
  nightly: true,
  label: ({ url }) => URL.parse(url)?.host.replace(/^www\./, '') ?? url,
  firstRequest: ({ url }) => ({ url }),
  read(answer, { language }) {
    const page = readDocument(answer);
    if (language === undefined || !('items' in page)) return page;
    return { ...page, items: page.items.map((item) => ({ ...item, language })) };
  },
});
