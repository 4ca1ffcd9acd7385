import type { About } from '#contract';
import type { Data } from './data.ts';
import { link } from './links.ts';
import { type Formats, makeFormats } from './view/numbers.ts';
import { defaultView, inView, type View } from './view/views.ts';

/** Data that a page can show: with `about`, the formats that its locale asks for, and the view that its address names. */
export type Ready = Data & {
  /**
   * The brand of the view leads `brands`: a page is about the first, and compares it with the rest. What the team says has
   * happened happened to its own brand: beside a competitor’s figures it would read as their cause.
   */
  about: About;
  formats: Formats;
  view: View;
  /** The team’s own brand, whichever is in view. */
  home: About['brands'][number] | undefined;
  /** The address of a page, in this view. */
  at: (path?: string) => string;
};

const formatsOf = new Map<string, Formats>();
/** One for all pages of a build: what Intl has made once stays. */
function sharedFormats(locale: string, zone: string): Formats {
  const key = `${locale} ${zone}`;
  const formats = formatsOf.get(key) ?? makeFormats(locale, zone);
  formatsOf.set(key, formats);
  return formats;
}

/** Null where the figures are missing, broken or newer than this page. */
export function ready(data: Data, chosen?: View): Ready | null {
  const about = data.about;
  if (!about) return null;
  const { locale, zone } = about.time;
  const view = chosen ?? defaultView(about);
  const inFront = about.brands.filter(({ id }) => id === view.brand);
  const rest = about.brands.filter(({ id }) => id !== view.brand);
  return {
    ...data,
    about: {
      ...about,
      brands: [...inFront, ...rest],
      events: view.brand === about.brands[0]?.id ? about.events : [],
    },
    formats: sharedFormats(locale, zone),
    view,
    home: about.brands[0],
    at: (path = '') => link(inView(path, view, about, data.figures)),
  };
}
