import type { About, Figure } from '#contract';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { differenceOf, type Entry, type Lead, leadOf, type Sureness, surenessOf } from './lead.ts';
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
  /** How the brand in view stands against the others; null where it is not among them. */
  standing: Standing | null;
  rows: SideRow[];
};
export type Sides = {
  sides: Side[];
  /** That all themes share. */
  scale: Scale;
  period: { from: string; to: string };
};

/** Those that a brand is surely or perhaps ahead of, and those that it is behind. */
type Standing = { ahead: Entry[]; behind: { entry: Entry; sure: boolean }[] };

function standingOf(entries: readonly Entry[], id: string | undefined): Standing | null {
  const own = entries.find((entry) => entry.id === id);
  if (!own) return null;
  const others = entries.filter((entry) => entry !== own);
  return {
    ahead: others.filter((entry) => surenessOf(differenceOf(own, entry)) !== 'close'),
    behind: others.flatMap((entry) => {
      const sureness = surenessOf(differenceOf(entry, own));
      return sureness === 'close' ? [] : [{ entry, sure: sureness === 'ahead' }];
    }),
  };
}

const mostNamed = 4;
/** The names of brands; of many the first, since a dozen of them are no sentence. */
const told = (names: readonly string[]): string =>
  and(names.length > mostNamed ? [...names.slice(0, 2), say.otherBrands(names.length - 2)] : names);

/**
 * Who is ahead on a theme, in a sentence without its full stop: of whom the leader is ahead, and whom else the brand in view is
 * behind, since to be close to the leader is not to be close to it.
 */
export function findingOf({ leader, others }: Lead, own?: { entry: Entry; standing: Standing }): string {
  const of = (wanted: Sureness): string[] =>
    others.filter(({ sureness }) => sureness === wanted).map(({ entry }) => entry.name);
  const [surely, perhaps, close] = [of('ahead'), of('perhaps'), of('close')];
  const all = surely.length === others.length && surely.length > 2;
  const undecided = close.length === others.length;
  // Whether it is behind the leader is said by the leader's clause.
  const behind = (own?.standing.behind ?? []).filter(({ entry }) => undecided || entry.id !== leader.id);
  const surelyBehind = behind.filter(({ sure }) => sure).map(({ entry }) => entry.name);
  const perhapsBehind = behind.filter(({ sure }) => !sure).map(({ entry }) => entry.name);
  if (undecided && behind.length === 0) return say.themeClose;
  const name = own?.entry.name ?? '';
  return [
    ...(surely.length > 0 ? [say.themeAhead(leader.name, all ? say.everyone : told(surely))] : []),
    ...(perhaps.length > 0
      ? [
          surely.length > 0
            ? say.themePerhapsToo(told(perhaps))
            : say.themePerhaps(leader.name, told(perhaps)),
        ]
      : []),
    ...(close.length > 0 && !undecided ? [say.themeRest(told(close))] : []),
    ...(surelyBehind.length > 0 ? [say.themeBehind(name, told(surelyBehind))] : []),
    ...(perhapsBehind.length > 0 ? [say.themePerhapsBehind(name, told(perhapsBehind))] : []),
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
      const entry = entries.find(({ id }) => id === about.brands[0]?.id);
      const standing = standingOf(entries, entry?.id);
      return [
        {
          theme,
          name: about.themes.find(({ id }) => id === theme)?.name ?? theme,
          finding: findingOf(lead, entry && standing ? { entry, standing } : undefined),
          decided:
            lead.others.some(({ sureness }) => sureness !== 'close') || (standing?.behind.length ?? 0) > 0,
          standing,
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

/** On how many themes the brand in view is behind somebody or ahead of somebody; none where nothing is decided. */
export function standingText({ sides }: Sides): string[] {
  const stood = sides.filter(({ standing }) => standing !== null);
  const names = (some: readonly Side[]): string => and(some.map(({ name }) => name));
  const behind = stood.filter(({ standing }) => standing?.behind.some(({ sure }) => sure));
  const ahead = stood.filter(({ standing }) => standing?.behind.length === 0 && standing.ahead.length > 0);
  return [
    ...(behind.length > 0 ? [say.themesBehind(behind.length, stood.length, names(behind))] : []),
    ...(ahead.length > 0 ? [say.themesAhead(ahead.length, stood.length, names(ahead))] : []),
  ];
}
