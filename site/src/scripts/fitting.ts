import { type Filter, type Missing, readFilter, type Sort } from '../view/filter.ts';
import { isId } from '../view/id-index.ts';
import type { Pack } from '../view/pack.ts';
import { type FoldedRows, foldRows, type Selection, select, sortFolds } from '../view/select.ts';
import { searchOf, soughtWords } from '../view/text-search.ts';
import type { Term } from '../view/text-words.ts';
import { knownBy, knowsAll } from './known-values.ts';
import type { MentionSource } from './mention-source.ts';
import { rowsOfSearch } from './searched.ts';

/** The mentions that an address asks for. */
export type Fitting = {
  pack: Pack;
  filter: Filter;
  /** Whether something of the address was left out. */
  unknown: boolean;
  /** What it asks for and no mention has. */
  missing: readonly Missing[];
  /** Whether ids are among that. */
  missingIds: boolean;
  /** Whether words in quotes were sought in any order, since too many texts hold them. */
  loose: boolean;
  terms: readonly Term[];
  selection: Selection;
  /** In the order asked for. */
  folds: FoldedRows[];
};

export async function fittingOf(source: MentionSource, address: string): Promise<Fitting> {
  const { q } = readFilter(address, knowsAll).filter;
  if (q.trim() !== '') source.readAhead(soughtWords(searchOf(q)));
  const pack = await source.pack();
  const { filter, unknown, missing } = readFilter(address, knownBy(pack));
  const search = filter.q.trim() === '' ? null : searchOf(filter.q);
  const named = (key: 'id' | 'story', kind: 'ids' | 'stories') =>
    // What is no id names no file.
    filter[key].length === 0
      ? null
      : source.named(
          pack,
          filter[key].filter((id) => isId.test(id)),
          kind,
        );
  const [words, ids, stories] = await Promise.all([
    search && rowsOfSearch(source, pack, search),
    named('id', 'ids'),
    named('story', 'stories'),
  ]);
  const held = [words?.rows, ids?.rows, stories?.rows].filter((rows) => rows !== undefined);
  const among = held.reduce<Uint8Array | null>(
    (all, rows) => (all === null ? rows : all.map((one, at) => one & (rows[at] ?? 0))),
    null,
  );
  const selection = select(pack, filter, among);
  return {
    pack,
    filter,
    unknown,
    missing: missing.filter(({ key }) => key !== 'id' && key !== 'story'),
    missingIds:
      ids?.missing === true ||
      stories?.missing === true ||
      missing.some(({ key }) => key === 'id' || key === 'story'),
    loose: words?.loose ?? false,
    terms: search ? soughtWords(search) : [],
    selection,
    folds: sortFolds(pack, foldRows(pack, selection.rows), (filter.sort || 'newest') as Sort),
  };
}
