import type { RawItem, SourceState } from '../types.ts';

export type Part = NonNullable<SourceState['shape']>[number];

/** Of fewer items nothing is concluded. */
const fewestItems = 3;
/** Nights in a row after which what was lost is taken for the new shape of the source. */
const mostNights = 7;

const has: Record<Part, (item: RawItem) => boolean> = {
  date: ({ published }) => published !== undefined && published !== '',
  link: ({ link }) => link !== undefined && link !== '',
};
const parts = Object.keys(has) as Part[];

/** What most items have, to be expected the next night; nothing where there are too few to say. */
export function shapeOf(items: readonly RawItem[]): Part[] | undefined {
  if (items.length < fewestItems) return undefined;
  return parts.filter((part) => items.filter(has[part]).length * 2 > items.length);
}

/**
 * What the items of a source used to have, and none of them has tonight: the source has changed, which is something else
 * than having nothing to say. Where that lasts a week, it is how the source is now.
 */
export function lostParts(items: readonly RawItem[], { shape = [], lost = 0 }: SourceState): Part[] {
  if (items.length < fewestItems || lost >= mostNights) return [];
  return shape.filter((part) => !items.some(has[part]));
}
