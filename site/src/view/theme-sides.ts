import type { About, Figure } from '#contract';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { box } from './chart-paths.ts';
import { rangeText } from './headline.ts';
import { type Entry, type Lead, leadOf, type Sureness } from './lead.ts';
import { type Formats, unitKind } from './numbers.ts';
import { valueTicks } from './ticks.ts';

/** Each theme's tone, brand beside brand on one scale, and who is ahead on it. */

const say = pageWords.compare;
const fewestForInk = 30;

export type SideRow = {
  brand: string;
  name: string;
  own: boolean;
  value: string;
  interval: string;
  n: string;
  thin: boolean;
  /** Positions in thousandths of the scale that all themes share. */
  at: number | null;
  low: number | null;
  high: number | null;
};
export type Side = { theme: string; name: string; finding: string; rows: SideRow[] };
export type Sides = {
  sides: Side[];
  scale: { low: string; high: string; zero: number | null };
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
  const scale = valueTicks(
    cells.flatMap(({ value, low, high }) => [value, low, high]).filter((v): v is number => v !== null),
    kind,
    formats,
  );
  const place = (v: number | null): number | null =>
    v === null ? null : Math.min(1, Math.max(0, (v - scale.low) / (scale.high - scale.low))) * box;
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
          rows: rows.map(({ brand, brandName, own, value, low, high, n }) => ({
            brand,
            name: brandName,
            own,
            value: value === null ? words.figure.tooFew : formats.value(value, kind),
            interval: value === null ? '' : rangeText(low, high, kind, formats),
            n: formats.number(n),
            thin: n < fewestForInk,
            at: place(value),
            low: place(low),
            high: place(high),
          })),
        },
      ];
    });
  return {
    sides,
    scale: {
      low: formats.value(scale.low, kind),
      high: formats.value(scale.high, kind),
      zero: scale.low < 0 ? place(0) : null,
    },
    period: figure.period,
  };
}
