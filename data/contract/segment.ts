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

/** Whole words in any case; where a script has no spaces between words, anywhere. */
function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const forms = words.map((word) => {
    const form = escaped(word.trim()).replace(/\s+/g, '\\s+');
    return unspaced.test(word) ? form : `(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(forms.join('|'), 'iu');
}

const isOf = (site: string, domain: string): boolean => site === domain || site.endsWith(`.${domain}`);

/** Whether a mention belongs to a segment: by its site, its source or a word of its title or excerpt; any one is enough. */
export function belongsTo({
  sites = [],
  sources = [],
  words = [],
}: Segment): (mention: Pick<Mention, 'source' | 'site' | 'title' | 'excerpt'>) => boolean {
  const pattern = wordPattern(words);
  const domains = sites.map((site) => site.toLowerCase());
  return ({ source, site, title, excerpt }) =>
    sources.includes(source) ||
    domains.some((domain) => isOf(site, domain)) ||
    pattern?.test(`${title}\n${excerpt}`) === true;
}
