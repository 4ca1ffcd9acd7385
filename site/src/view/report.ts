import type { Figure } from '#contract';
import type { Heard } from '../data.ts';
import { dayIn, dayToMs } from './calendar.ts';
import { named } from './named.ts';
import type { Formats } from './numbers.ts';
import { safeLink } from './safe-link.ts';

export type Quote = { text: string; about: string; where: string; when: string; href: string | null };

const longestQuote = 320;

/** Quotes for paper: of the themes told most, blame and praise by turns, the most typical one that has words, none twice. */
export function reportQuotes(
  figures: ReadonlyMap<string, Figure>,
  mentions: readonly Heard[],
  brand: string,
  zone: string,
  formats: Pick<Formats, 'day'>,
  most: number,
): Quote[] {
  const figure = figures.get('voices');
  if (figure?.kind !== 'ranking') return [];
  const all = (figure.brands[brand]?.rows ?? []).filter(({ id }) => id !== 'testimonials');
  const tones = ['-negative', '-positive'].map((tone) => all.filter(({ id }) => id.endsWith(tone)));
  const rows = Array.from({ length: Math.max(0, ...tones.map(({ length }) => length)) }, (_, at) =>
    tones.flatMap((of) => of[at] ?? []),
  ).flat();
  const wanted = rows.flatMap(({ mentions: ids }) => ids);
  const known = new Map(named(mentions, wanted, brand).map((mention) => [mention.id, mention]));
  const taken = new Set<string>();
  const quotes: Quote[] = [];
  for (const { name, mentions: ids } of rows) {
    const mention = ids
      .map((id) => known.get(id))
      .find((one) => one && !taken.has(one.id) && (one.excerpt || one.title).length > 0);
    if (!mention) continue;
    taken.add(mention.id);
    const text = mention.excerpt || mention.title;
    const whole = [...text];
    quotes.push({
      text: whole.length > longestQuote ? `${whole.slice(0, longestQuote).join('').trimEnd()}…` : text,
      about: name,
      where: mention.site || mention.source,
      when: formats.day(dayToMs(dayIn(zone, mention.publishedAt))),
      href: safeLink(mention.url)?.href ?? null,
    });
    if (quotes.length === most) break;
  }
  return quotes;
}
