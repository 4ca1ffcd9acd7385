import type { Heard } from '../data.ts';
import { dayToMs } from './calendar.ts';
import { addressOf } from './filter.ts';
import { type Row, toRow } from './heard.ts';
import { named } from './named.ts';
import type { Formats } from './numbers.ts';
import { langOf } from './row-text.ts';

/** A mention as a quote: what was said, where and when; never who. */
export type Quote = {
  id: string;
  text: string;
  lang: string | undefined;
  tone: Row['tone'];
  /** Id of its source. */
  source: string;
  /** Name of its source. */
  from: string;
  /** `Sat, 14 Nov 2026`, and as in the data. */
  when: string;
  day: string;
  /** Where it was said, where that may be followed. */
  url: string | null;
  /** The one line of the Mentions page, below `mentions/`. */
  address: string;
};

/** Mentions of one brand, or of none, by their id: only those that are asked for, and hold any words. */
export function quotesOf(
  mentions: readonly Heard[],
  brand: string | null,
  ids: Iterable<string>,
  sources: readonly { id: string; label: string }[],
  zone: string,
  formats: Pick<Formats, 'day'>,
): Map<string, Quote> {
  const found = new Map<string, Quote>();
  for (const mention of named(mentions, ids, brand)) {
    const row = toRow(mention, zone);
    const text = row.excerpt || row.title;
    if (text === '') continue;
    found.set(row.id, {
      id: row.id,
      text,
      lang: langOf(row),
      tone: row.tone,
      source: row.source,
      from: sources.find(({ id }) => id === row.source)?.label ?? row.site,
      when: formats.day(dayToMs(row.day)),
      day: row.day,
      url: row.url,
      address: addressOf(row),
    });
  }
  return found;
}

/** The quotes of a list of ids, in its order; what has no words any more is left out. */
export const pick = (quotes: ReadonlyMap<string, Quote>, ids: readonly string[]): Quote[] =>
  ids.flatMap((id) => quotes.get(id) ?? []);

/**
 * Quotes that may stand for a tone: praise of one thing in words that are all complaint, or the other way round, would be
 * read as a mistake.
 */
export const fitting = (quotes: readonly Quote[], tone: 'negative' | 'positive'): Quote[] =>
  quotes.filter((quote) => quote.tone !== (tone === 'negative' ? 'positive' : 'negative'));
