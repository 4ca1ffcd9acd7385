import type { About } from '#contract';
import type { Data } from './data.ts';
import { type Formats, makeFormats } from './view/numbers.ts';

/** Data that a page can show: with `about`, and the formats that its locale asks for. */
export type Ready = Data & { about: About; formats: Formats };

/** Null where the figures are missing, broken or newer than this page. */
export function ready(data: Data): Ready | null {
  if (!data.about) return null;
  const { locale, zone } = data.about.time;
  return { ...data, about: data.about, formats: makeFormats(locale, zone) };
}
