import { seenItems } from './manifest.ts';
import type { Tone } from './plan.ts';

/** What tells an item again among mentions: its source, and its link or, where it has none, its moment. */
type Known = { brand: string | null; source: string; url: string | null; publishedAt: string };

const second = (time: Date | string): string => new Date(time).toISOString().slice(0, 19);

/**
 * The tone in which an invented item was written toward the first brand that it names. Nothing is known of what it says of
 * others, nor of items that cannot be told apart.
 */
export function plantedTones(): (mention: Known) => Tone | undefined {
  const tones = new Map<string, { brand: string | undefined; tone: Tone | null }>();
  const twice = new Set<string>();
  for (const { item } of seenItems())
    for (const place of [item.link, second(item.published)]) {
      if (place === null) continue;
      const key = `${item.source} ${place}`;
      if (tones.has(key)) twice.add(key);
      else tones.set(key, { brand: item.brands[0], tone: item.tone });
    }
  return ({ brand, source, url, publishedAt }) => {
    const key = [`${source} ${url}`, `${source} ${second(publishedAt)}`].find((one) => tones.has(one));
    if (key === undefined || twice.has(key)) return undefined;
    const found = tones.get(key);
    return found?.brand === brand ? (found.tone ?? undefined) : undefined;
  };
}
