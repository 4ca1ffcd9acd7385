import { type About, type Figure, type VerdictWindow, windows } from '#contract';
import type { Period } from './chart-shape.ts';

/**
 * What a reader chose once for all pages: whose figures, and over which window. It stands in the address:
 * `of/bluebird/in/90/priorities/`; the brand's own last 28 days, which most come for, have the short one.
 */
export type View = { brand: string; window: VerdictWindow };

export const defaultWindow: VerdictWindow = '28';

/** Days that a window holds; `year` compares the last 28 with the same of the year before. */
export const daysOf = (window: VerdictWindow): '7' | '28' | '90' | '365' =>
  window === 'year' ? '28' : window;

/** How far a chart looks back where a window is chosen: far enough to see what the window is compared with. */
export const periodOf: Record<VerdictWindow, Period> = {
  '7': '90-days',
  '28': '12-months',
  '90': '12-months',
  '365': 'all',
  year: 'all',
};

/** More pages than these help nobody, and take minutes to build: then competitors have the last 28 days alone. */
const mostViews = 15;

/** Below `charts/`, without its ending: of the team’s own brand by figure and span, of others in a folder each. */
export const chartName = (figure: string, brand: string, window: VerdictWindow, { brands }: Brands): string =>
  `${brand === brands[0]?.id ? '' : `${encodeURIComponent(brand)}/`}${figure}.${periodOf[window]}`;

type Brands = Pick<About, 'brands'>;

export const defaultView = ({ brands }: Brands): View => ({
  brand: brands[0]?.id ?? '',
  window: defaultWindow,
});

/** Windows that a brand's pages are built for. */
export function windowsOf({ brands }: Brands, brand: string): readonly VerdictWindow[] {
  const all = brand === brands[0]?.id || brands.length * windows.length <= mostViews;
  return all ? windows : [defaultWindow];
}

/** Every view for which pages are built: by brand and window, or by brand alone. */
export const viewsOf = (about: Brands, by: Scope): View[] =>
  by === 'plain'
    ? [defaultView(about)]
    : about.brands.flatMap(({ id }) =>
        (by === 'window' ? windowsOf(about, id) : [defaultWindow]).map((window) => ({ brand: id, window })),
      );

/** `''`, `of/bluebird/`, `in/90/` or `of/bluebird/in/90/`. */
export function viewPath(about: Brands, { brand, window }: View): string {
  const of = brand === about.brands[0]?.id ? '' : `of/${encodeURIComponent(brand)}/`;
  return `${of}${window === defaultWindow ? '' : `in/${window}/`}`;
}

/** Which part of a view changes a page: the window and the brand, the brand alone, or neither. */
export type Scope = 'window' | 'brand' | 'plain';

const byBrand = ['priorities', 'journey', 'emerging', 'voices', 'alerts'];

export function scopeOf(path: string, figures: ReadonlyMap<string, Figure>): Scope {
  const [first = '', second = ''] = path.split(/[?#]/)[0]?.split('/') ?? [];
  if (first === '' || first === 'compare') return 'window';
  if (first === 'figure') return figures.get(second)?.kind === 'series' ? 'window' : 'brand';
  return byBrand.includes(first) ? 'brand' : 'plain';
}

const viewParameter = 'view';

/**
 * The address of a page in a view, below the base path. What the page has no form for is kept as a parameter, so that
 * the next page still knows it.
 */
export function inView(
  path: string,
  view: View,
  about: Brands,
  figures: ReadonlyMap<string, Figure>,
): string {
  const scope = scopeOf(path, figures);
  const whole = viewPath(about, view);
  const isFile = /\.[a-z]+$/.test(path);
  if (isFile) return path;
  if (scope === 'window') return `${whole}${path}`;
  const kept = scope === 'brand' ? viewPath(about, { ...view, window: defaultWindow }) : '';
  if (kept === whole) return `${kept}${path}`;
  const [, before = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(path) ?? [];
  return `${kept}${before}${before.includes('?') ? '&' : '?'}${viewParameter}=${encodeURIComponent(whole)}${hash}`;
}
