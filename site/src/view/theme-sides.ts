import type { About, Figure } from '#contract';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { type Entry, type Lead, leadOf, type Sureness } from './lead.ts';
import { type Formats, unitKind } from './numbers.ts';
import { onScale, type Placed, type Scale } from './placed.ts';

/** Each theme's tone, brand beside brand on one scale, and who is ahead on it. */

const say = pageWords.compare;

export type SideRow = Placed & {
  brand: string;
  name: string;
  own: boolean;
  n: string;
};
export type Side = {
  theme: string;
  name: string;
  finding: string;
  /** Somebody is ahead of somebody, or perhaps. */
  decided: boolean;
  rows: SideRow[];
};
export type Sides = {
  sides: Side[];
  /** That all themes share. */
  scale: Scale;
  period: { from: string; to: string };
};

/** Who is ahead on a theme, in a sentence without its full stop. */
export function findingOf({ leader, others }: Lead): string {
  const of = (wanted: Sureness): string[] =>
    others.filter(({ sureness }) => sureness === wanted).map(({ entry }) => entry.name);
  const [surely, perhaps, close] = [of('ahead'), of('perhaps'), of('close')];
  if (close.length === others.length) return say.themeClose;
  const all = surely.length === others.length && surely.length > 2;
  return [
    ...(surely.length > 0 ? [say.themeAhead(leader.name, all ? say.everyone : and(surely))] : []),
    ...(perhaps.length > 0
      ? [surely.length > 0 ? say.themePerhapsToo(and(perhaps)) : say.themePerhaps(leader.name, and(perhaps))]
      : []),
    ...(close.length > 0 ? [say.themeRest(and(close), close.length === 1)] : []),
  ].join('; ');
}

/** The themes of which two brands or more have a tone, those most spoken of first; null without the figure. */
export function themeSides(
  figures: ReadonlyMap<string, Figure>,
  about: Pick<About, 'brands' | 'themes'>,
  formats: Formats,
): Sides | null {
  const figure = figures.get('tone-by-part');
  if (figure?.kind !== 'breakdown') return null;
  const kind = unitKind(figure.unit);
  const cells = about.brands.flatMap(({ id, name }, index) =>
    (figure.brands[id]?.rows ?? []).flatMap((row) =>
      row.by['theme'] === undefined
        ? []
        : [{ ...row, theme: row.by['theme'], brand: id, brandName: name, own: index === 0 }],
    ),
  );
  const { scale, placed } = onScale(cells, kind, formats, words.figure.tooFew);
  const sides = [...Map.groupBy(cells, ({ theme }) => theme)]
    .map(([theme, rows]) => ({ theme, rows, n: rows.reduce((sum, row) => sum + row.n, 0) }))
    .sort((a, b) => b.n - a.n || a.theme.localeCompare(b.theme))
    .flatMap(({ theme, rows }): Side[] => {
      const entries = rows.flatMap(({ brand, brandName, value, low, high }): Entry[] =>
        value !== null && low !== null && high !== null
          ? [{ id: brand, name: brandName, value, low, high }]
          : [],
      );
      const lead = leadOf(entries);
      if (!lead) return [];
      return [
        {
          theme,
          name: about.themes.find(({ id }) => id === theme)?.name ?? theme,
          finding: findingOf(lead),
          decided: lead.others.some(({ sureness }) => sureness !== 'close'),
          rows: rows.map(({ brand, brandName, own, ...level }) => ({
            brand,
            name: brandName,
            own,
            ...placed(level),
            n: formats.number(level.n),
          })),
        },
      ];
    });
  return {
    sides,
    scale,
    period: figure.period,
  };
}
