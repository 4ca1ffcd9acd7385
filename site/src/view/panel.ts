import type { About, Figure, SeriesFigure, Verdict, VerdictWindow } from '#contract';
import { words } from '../words.ts';
import { and, pageWords } from '../words-pages.ts';
import { verdictOf } from './answer.ts';
import { levelOf, rangeText } from './headline.ts';
import { type Entry, type Lead, leadOf, type Relation, relationOf, shareCorrelation } from './lead.ts';
import { type Formats, isThin, type UnitKind, unitKind } from './numbers.ts';
import type { Measured } from './receipt.ts';

/** The brands of the panel beside each other, figure by figure, over the window in view. */

const say = pageWords.compare;

export type PanelCell = {
  brand: string;
  own: boolean;
  value: string;
  interval: string;
  n: string;
  thin: boolean;
  verdict: Verdict | undefined;
  /** As it was measured; null where it was not. */
  measured: Measured | null;
};
export type PanelRow = {
  figure: SeriesFigure;
  kind: UnitKind;
  who: string;
  cells: PanelCell[];
  /** Where the brand in view stands; null where levels cannot be compared. */
  relation: Relation | null;
};

/** Each index has a base of its own: a higher one tells growth, not size. */
const ownBase = (kind: UnitKind): boolean => kind === 'index';

/** Who is ahead, in a cell: a name, names between which it is too close, or nobody. */
export function whoText(lead: Lead | null, brands: number): string {
  if (!lead) return say.tooFew;
  if (lead.sureness === 'ahead') return say.ahead(lead.leader.name);
  if (lead.sureness === 'perhaps') return say.perhaps(lead.leader.name);
  const among = [lead.leader, ...lead.contenders];
  return among.length === brands || among.length > 2
    ? say.tooClose
    : say.among(and(among.map(({ name }) => name)));
}

/** Shares of one whole move against each other. */
export const correlationOf = (figure: SeriesFigure) =>
  figure.id === 'share-of-voice' ? shareCorrelation : () => 0;

/** One row a figure; those that no brand has a value of are left out. */
export function panelOf(
  ids: readonly string[],
  about: Pick<About, 'brands'>,
  figures: ReadonlyMap<string, Figure>,
  formats: Formats,
  window: VerdictWindow,
): PanelRow[] {
  const own = about.brands[0]?.id ?? '';
  return ids.flatMap((id): PanelRow[] => {
    const figure = figures.get(id);
    if (figure?.kind !== 'series') return [];
    const kind = unitKind(figure.unit);
    const levels = about.brands.map(({ id: brand, name }) => ({
      brand,
      name,
      level: levelOf(figure, brand, window),
    }));
    if (levels.every(({ level }) => (level?.value ?? null) === null)) return [];
    const entries = levels.flatMap(({ brand, name, level }): Entry[] =>
      level && level.value !== null && level.low !== null && level.high !== null
        ? [{ id: brand, name, value: level.value, low: level.low, high: level.high }]
        : [],
    );
    const correlate = correlationOf(figure);
    return [
      {
        figure,
        kind,
        who: ownBase(kind) ? say.notAsked : whoText(leadOf(entries, correlate), entries.length),
        relation: ownBase(kind) ? null : relationOf(entries, own, correlate),
        cells: levels.map(({ brand, level }) => ({
          brand,
          own: brand === own,
          value: level && level.value !== null ? formats.value(level.value, kind) : words.noValue,
          interval: level && level.value !== null ? rangeText(level.low, level.high, kind, formats) : '',
          n: level ? words.basis(formats.number(level.n), '').trim() : '',
          thin: isThin(kind, level?.n ?? 0),
          verdict: verdictOf(figure, brand, window),
          measured: level && level.value !== null ? level : null,
        })),
      },
    ];
  });
}

/** `17 points`, `0.3 stars`: a distance without its sign. */
export function sizeText(size: number, kind: UnitKind, formats: Formats): string {
  const text = formats.change(Math.abs(size), kind === 'count' || kind === 'index' ? 'points' : kind);
  return kind === 'stars' ? words.change.stars(text) : words.change.points(text);
}

const lower = (title: string): string => (/^[A-Z]{2}/.test(title) ? title : title.toLocaleLowerCase());

/** The first sentence of the page: where the brand in view leads, where it is behind, and where nobody can tell. */
export function panelSentence(rows: readonly PanelRow[], brands: number): string {
  if (brands < 2) return say.alone;
  const of = (kind: Relation['kind']): PanelRow[] => rows.filter(({ relation }) => relation?.kind === kind);
  const titles = (some: readonly PanelRow[]): string => and(some.map(({ figure }) => lower(figure.title)));
  const against = (
    kind: 'behind' | 'perhaps behind',
    text: (brand: string, on: string) => string,
  ): string[] => {
    const byBrand = Map.groupBy(of(kind), ({ relation }) => relation?.against.name ?? '');
    return [...byBrand].map(([brand, some]) => text(brand, titles(some)));
  };
  const alone = (kind: Relation['kind'], text: (on: string) => string): string[] =>
    of(kind).length > 0 ? [text(titles(of(kind)))] : [];
  const clauses = [
    ...alone('ahead', say.leads),
    ...alone('perhaps ahead', say.perhapsLeads),
    ...against('behind', say.behind),
    ...against('perhaps behind', say.perhapsBehind),
    ...alone('close', say.close),
  ];
  return clauses.length === 0 ? `${say.nothing}.` : `${and(clauses)}.`;
}

/** How far apart, with the interval in words, of each figure on which the brand in view is ahead or behind. */
export function apartTexts(rows: readonly PanelRow[], formats: Formats): string[] {
  return rows.flatMap(({ figure, kind, relation }) => {
    if (!relation || relation.kind === 'close') return [];
    const { difference, against } = relation;
    const isAhead = difference.value > 0;
    // Told by size, so that the smaller end comes first either way.
    const ends = [difference.low, difference.high].map(Math.abs).sort((a, b) => a - b);
    const [least = 0, most = 0] = ends;
    const number = (size: number): string => sizeText(size, kind, formats).replace(/\s\D+$/, '');
    const span = words.change.between(number(least), number(most));
    return [
      (isAhead ? say.apart.ahead : say.apart.behind)(
        figure.title,
        sizeText(difference.value, kind, formats),
        against.name,
        span,
      ),
    ];
  });
}
