import { type Filter, readFilter, type Sort } from '../view/filter.ts';
import type { Pack } from '../view/pack.ts';
import { type FoldedRows, foldRows, type Selection, select, sortFolds } from '../view/select.ts';
import { type Term, termsOf } from '../view/text-words.ts';
import { knownBy } from './known-values.ts';
import type { MentionSource } from './mention-source.ts';

/** The mentions that an address asks for. */
export type Fitting = {
  pack: Pack;
  filter: Filter;
  /** Whether the address asks for what nobody knows. */
  unknown: boolean;
  terms: readonly Term[];
  selection: Selection;
  /** In the order asked for. */
  folds: FoldedRows[];
};

export async function fittingOf(source: MentionSource, pack: Pack, address: string): Promise<Fitting> {
  const { filter, unknown } = readFilter(address, knownBy(pack));
  const asksWords = filter.q.trim() !== '';
  const terms = asksWords ? termsOf(filter.q) : [];
  const [words, ids, stories] = await Promise.all([
    // A search without any word finds nothing.
    asksWords ? (terms.length === 0 ? new Uint8Array(pack.count) : source.among(pack, terms)) : null,
    filter.id.length === 0 ? null : source.named(pack, filter.id, 'ids'),
    filter.story.length === 0 ? null : source.named(pack, filter.story, 'stories'),
  ]);
  const held = [words, ids?.rows, stories?.rows].filter((rows) => rows !== null && rows !== undefined);
  const among = held.reduce<Uint8Array | null>(
    (all, rows) => (all === null ? rows : all.map((one, at) => one & (rows[at] ?? 0))),
    null,
  );
  const selection = select(pack, filter, among);
  return {
    pack,
    filter,
    unknown: unknown || ids?.missing === true || stories?.missing === true,
    terms,
    selection,
    folds: sortFolds(pack, foldRows(pack, selection.rows), (filter.sort || 'newest') as Sort),
  };
}
