import type { SeriesFigure } from '#contract';
import type { ChangedBrand, Part, StoredChange } from '../select/compare-queries.ts';

type Headline = NonNullable<SeriesFigure['headline']>[string];
/** A headline figure before and after; null where the brand has none. */
export type Effect = {
  figure: string;
  title: string;
  unit: string;
  brand: string;
  before: Headline | null;
  after: Headline | null;
};
export type SourceTonight = {
  id: string;
  status: string;
  reason?: string | undefined;
  detail?: string | undefined;
  items: number;
};

/** What `earshot query` found, as `--json` prints it. */
export type QueryReport = {
  compared: { before: string; after: string };
  at: string;
  /** `gained` is null where no source was read. */
  brands: (ChangedBrand & { stored: StoredChange; gained: Part | null })[];
  figures: Effect[];
  /** What each source answered tonight; null where none was read. */
  sources: SourceTonight[] | null;
  notices: string[];
};

export const nothingStored =
  'What did not match when it was read was never stored: only what the sources hold tonight can be gained.';
export const keptUnknown =
  'The part of their text that is stored does not tell; they stay, and are counted in the figures.';
export const notInFigures =
  'Figures are of what is stored, as `npm run -s earshot -- replay` scores it anew: until then the stored scores stand. What would be gained tonight is not in them.';

const significant = 3;
const rounded = (value: number): string =>
  String(Number.isInteger(value) ? value : Number(value.toPrecision(significant)));

/** `12.5 (10.1 to 14.9), n 40`; a dash where there is no basis. */
export function showHeadline(headline: Headline | null): string {
  if (headline === null || headline.value === null) return '–';
  const { value, low, high, n } = headline;
  const interval = low === null || high === null ? '' : ` (${rounded(low)} to ${rounded(high)})`;
  return `${rounded(value)}${interval}, n ${n}`;
}

export const isSame = ({ before, after }: Effect): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

/** `northwind  Net sentiment: 12 (10 to 14), n 40 → 11 (9 to 13), n 38` */
export const showEffect = (effect: Effect): string =>
  `${effect.brand}  ${effect.title}: ${showHeadline(effect.before)}${isSame(effect) ? ' (unchanged)' : ` → ${showHeadline(effect.after)}`}`;

/** A brand's query on one line. */
export function showBrandQuery(query: ChangedBrand['before']): string {
  if (query === null) return 'not in the panel';
  return Object.entries(query)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${Array.isArray(value) ? value.join(', ') : value}`],
    )
    .join(' · ');
}

const troubled = ['failed', 'refused', 'changed'];
export const failedSources = (report: QueryReport): SourceTonight[] =>
  (report.sources ?? []).filter(({ status }) => troubled.includes(status));

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
