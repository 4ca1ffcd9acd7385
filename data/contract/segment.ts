import { z } from 'zod';
import type { Mention } from './mention.ts';

/** A part of the public as `figures/about.json` hands it on: what of `brand.yml` decides who belongs to it. */
export const Segment = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  sites: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  words: z.array(z.string()).optional(),
});
export type Segment = z.infer<typeof Segment>;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is looked for in title and excerpt, as `wholeText` joins them: whole words in any case; where a script has no spaces between words, anywhere. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const forms = words.map((word) => {
    const form = escaped(word.trim()).replace(/\s+/g, '\\s+');
    return unspaced.test(word) ? form : `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(forms.join('|'), 'iu');
}

const isOf = (site: string, domain: string): boolean => site === domain || site.endsWith(`.${domain}`);

/** Title and excerpt, as words are looked for in them. */
export const wholeText = ({ title, excerpt }: Pick<Mention, 'title' | 'excerpt'>): string =>
  `${title}\n${excerpt}`;

/** Whether a mention belongs to a segment: by its site, its source or a word of its title or excerpt; any one is enough. */
export function belongsTo({
  sites = [],
  sources = [],
  words = [],
}: Segment): (mention: Pick<Mention, 'source' | 'site' | 'title' | 'excerpt'>) => boolean {
  const pattern = wordPattern(words);
  const domains = sites.map((site) => site.toLowerCase());
  return ({ source, site, ...words }) =>
    sources.includes(source) ||
    domains.some((domain) => isOf(site, domain)) ||
    pattern?.test(wholeText(words)) === true;
}
