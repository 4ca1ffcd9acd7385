import type { Config, Mention } from '#contract';
import { unspaced } from './emerging-terms.ts';
import type { Facts } from './facts.ts';

type Segment = Config['segments'][number];
type Belongs = (mention: Pick<Mention, 'source' | 'site' | 'title' | 'excerpt'>) => boolean;

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
export function belongsTo({ sites = [], sources = [], words = [] }: Segment): Belongs {
  const pattern = wordPattern(words);
  const domains = sites.map((site) => site.toLowerCase());
  return ({ source, site, title, excerpt }) =>
    sources.includes(source) ||
    domains.some((domain) => isOf(site, domain)) ||
    pattern?.test(`${title}\n${excerpt}`) === true;
}

/** By segment of the config: for each brand the ids of the mentions that belong to it. */
export function segmentMembers(facts: Pick<Facts, 'config' | 'mentions' | 'brands'>): Set<string>[][] {
  const tests = facts.config.segments.map(belongsTo);
  const members = tests.map(() => facts.brands.map(() => new Set<string>()));
  if (tests.length === 0) return members;
  const brandOf = new Map(facts.brands.map(({ id }, index) => [id, index]));
  for (const mention of facts.mentions) {
    const brand = brandOf.get(mention.brand ?? '');
    if (brand === undefined) continue;
    for (const [at, belongs] of tests.entries()) if (belongs(mention)) members[at]?.[brand]?.add(mention.id);
  }
  return members;
}
