import type { About, Figure } from '#contract';
import { words } from '../words.ts';
import { pageWords } from '../words-pages.ts';

/** What people say in their own words, by theme and by tone toward it. */

export type Said = { n: number; mentions: readonly string[] };
export type ThemeVoices = {
  theme: string;
  name: string;
  n: number;
  negative: Said | null;
  positive: Said | null;
};
export type Voices = {
  testimonials: Said | null;
  /** Those that most stories speak of first. */
  themes: ThemeVoices[];
};

export type Tone = 'negative' | 'positive';
const tones: readonly Tone[] = ['negative', 'positive'];

/** The rows of the figure `voices` by theme; null where it was not measured. */
export function voicesOf(
  figures: ReadonlyMap<string, Figure>,
  { themes }: Pick<About, 'themes'>,
  brand: string,
): Voices | null {
  const figure = figures.get('voices');
  if (figure?.kind !== 'ranking') return null;
  const rows = new Map((figure.brands[brand]?.rows ?? []).map((row) => [row.id, row]));
  const said = (id: string): Said | null => {
    const row = rows.get(id);
    return row ? { n: row.n, mentions: row.mentions } : null;
  };
  return {
    testimonials: said('testimonials'),
    themes: themes
      .map(({ id, name }) => {
        const [negative, positive] = tones.map((tone) => said(`${id}-${tone}`));
        const n = (negative?.n ?? 0) + (positive?.n ?? 0);
        return { theme: id, name, n, negative: negative ?? null, positive: positive ?? null };
      })
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name)),
  };
}

export type Typical = { theme: string; name: string; tone: Tone; n: number; mention: string };

/**
 * Quotes that stand for many: of the themes with most stories of a tone one each, as many of praise as of complaint where
 * there are so many, and no mention twice.
 */
export function typicalOf(
  { themes }: Voices,
  most: number,
  has: (mention: string, tone: Tone) => boolean,
): Typical[] {
  const used = new Set<string>();
  const ranked = (tone: Tone): Typical[] =>
    themes
      .flatMap(({ theme, name, [tone]: said }) => (said ? [{ theme, name, tone, said }] : []))
      .sort((a, b) => b.said.n - a.said.n)
      .flatMap(({ said, ...rest }) => {
        const mention = said.mentions.find((id) => has(id, tone) && !used.has(id));
        if (mention === undefined) return [];
        used.add(mention);
        return [{ ...rest, n: said.n, mention }];
      });
  const [bad, good] = [ranked('negative'), ranked('positive')];
  const half = Math.floor(most / 2);
  const fromBad = Math.min(bad.length, Math.max(half, most - good.length));
  const fromGood = Math.min(good.length, most - fromBad);
  // In turns, so that neither side seems to come as an afterthought.
  return Array.from({ length: Math.max(fromBad, fromGood) }, (_, at) => [
    ...(at < fromBad ? bad.slice(at, at + 1) : []),
    ...(at < fromGood ? good.slice(at, at + 1) : []),
  ]).flat();
}

/** The theme that most complain of, and the one that most praise. */
export function loudest(
  { themes }: Voices,
  tone: Tone,
): { name: string; theme: string; n: number } | undefined {
  const [first] = themes
    .flatMap(({ theme, name, [tone]: said }) => (said ? [{ theme, name, n: said.n }] : []))
    .sort((a, b) => b.n - a.n);
  return first;
}

/** A row of the figure in words: `Delivery: Complaint`. */
export function voiceName({ themes }: Voices, id: string): string {
  for (const { theme, name } of themes)
    for (const tone of tones)
      if (id === `${theme}-${tone}`) return words.figure.partOf(name, pageWords.voices[tone]);
  return pageWords.voices.testimonials;
}
