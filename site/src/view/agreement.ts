import type { Agreement, Figure, SeriesFigure } from '#contract';
import { words } from '../words.ts';
import { type ChartShape, chartShape, type ShapeSettings } from './chart-shape.ts';
import { unitKind } from './numbers.ts';

/** A survey beside the figure of public talk that stands in for it. */
export type Beside = {
  agreement: Agreement;
  talk: Pick<SeriesFigure, 'id' | 'title'>;
  /** Both lines on one axis; null where they are measured in different units, or one has no value. */
  shape: ChartShape | null;
};

/** What is said of a survey and public talk, and both lines where they share a unit; nothing for other figures. */
export function besideTalk(
  figure: SeriesFigure,
  figures: ReadonlyMap<string, Figure>,
  settings: Omit<ShapeSettings, 'rivals'>,
): Beside | undefined {
  const brand = settings.about.brands[0];
  const agreement = brand && figure.agreement?.[brand.id];
  const talk = agreement && figures.get(agreement.with);
  const [asked, said] = brand
    ? [figure.brands[brand.id], talk?.kind === 'series' && talk.brands[brand.id]]
    : [];
  if (!brand || !agreement || talk?.kind !== 'series') return undefined;
  const isAlike = unitKind(figure.unit) === unitKind(talk.unit) && asked && said;
  if (!isAlike) return { agreement, talk, shape: null };
  const both = { ...figure, brands: { [brand.id]: asked, [talk.id]: said } };
  const brands = [
    { id: brand.id, name: figure.title },
    { id: talk.id, name: words.agreement.talk(talk.title) },
  ];
  const shape = chartShape(both, { ...settings, about: { ...settings.about, brands }, rivals: 1 });
  return { agreement, talk, shape };
}

/** What is said of both as a title: the sentence without the numbers in brackets, which stand below the chart. */
export const besideTitle = ({ text }: Pick<Agreement, 'text'>): string =>
  (text.split(/(?<=\.)\s/)[0] ?? text).replaceAll(/\s*\([^)]*\)/g, '').replace(/\.$/, '');
