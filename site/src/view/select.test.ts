import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FacetKey, facetKeys, facetValues } from './facets.ts';
import { countings, type Filter, matcher, noFilter, type Sort } from './filter.ts';
import { foldInto, type Row } from './heard.ts';
import { madeRows } from './made-rows.fixture.ts';
import { pack, unpack } from './pack.ts';
import { foldRows, select, sortFolds } from './select.ts';
import { termsOf } from './text-words.ts';
import { fileOf, indexWords, rowsWith } from './word-index.ts';

/** Some choices of what some rows have, and some words and days. */
const asked = (rows: readonly Row[]): fc.Arbitrary<Filter> =>
  fc
    .record({
      picks: fc.array(fc.tuple(fc.constantFrom(...facetKeys), fc.nat(), fc.nat()), { maxLength: 4 }),
      q: fc.constantFrom('', '', 'late', 'CAFE', 'deliv', '遅い', 'a', '!!'),
      from: fc.constantFrom('', '', '2025-03-01'),
      to: fc.constantFrom('', '', '2025-12-24'),
    })
    .map(({ picks, ...rest }) => {
      const filter: Filter = { ...noFilter, ...rest };
      for (const [key, row, place] of picks) {
        const of = rows[row % Math.max(1, rows.length)];
        const values = of ? facetValues(key, of) : [];
        const value = values[place % Math.max(1, values.length)];
        if (value !== undefined) filter[key] = [...new Set([...filter[key], value])];
      }
      return filter;
    });
const rowsAndFilter = madeRows.chain((rows) => fc.tuple(fc.constant(rows), asked(rows)));

/** As the page does it: words by their index, the rest by the pack. */
function selected(rows: readonly Row[], filter: Filter) {
  const read = unpack(pack(rows));
  const terms = termsOf(filter.q);
  const files = indexWords(rows, 8);
  const found = terms.map((term) => rowsWith(files[fileOf(term.text, 8)] as Uint8Array, term, rows.length));
  const among =
    filter.q === ''
      ? null
      : rows.map((_, at) => (terms.length > 0 && found.every((one) => one[at] === 1) ? 1 : 0));
  return { read, selection: select(read, filter, among && Uint8Array.from(among)) };
}

describe('a filter over packed mentions', () => {
  test('keeps the same as over the mentions themselves, words included', () => {
    fc.assert(
      fc.property(rowsAndFilter, ([rows, filter]) => {
        const { selection } = selected(rows, filter);
        const passes = matcher(filter);
        expect([...selection.rows]).toEqual(rows.flatMap((row, at) => (passes(row) ? [at] : [])));
      }),
      { numRuns: 300 },
    );
  });
  test('of what is told again keeps what figures count: a story once, once a group, or once a source and day', () => {
    fc.assert(
      fc.property(madeRows, fc.constantFrom(...countings), fc.nat(), (rows, told, nth) => {
        const bound = rows.length > 0 ? [rows[nth % rows.length]?.source ?? ''] : [];
        const seen = new Set<string>();
        // As the figures do: in the order of time, and in comparisons as if sources of one brand were not there.
        const counted = rows.toReversed().filter(({ story, brand, source, group, day }) => {
          if (told !== 'first' && bound.includes(source)) return false;
          const key = JSON.stringify([
            story,
            brand,
            ...(told === 'group' ? [group] : told === 'source' ? [source, day] : []),
          ]);
          return !seen.has(key) && seen.add(key);
        });
        const read = unpack(pack(rows, {}, null, bound));
        const { rows: selected } = select(read, { ...noFilter, told }, null);
        expect([...selected].map((at) => rows[at])).toEqual(counted.toReversed());
      }),
    );
  });
  test('counts each value of a facet under all the other filters', () => {
    fc.assert(
      fc.property(rowsAndFilter, fc.constantFrom(...facetKeys), ([rows, filter], key: FacetKey) => {
        const { read, selection } = selected(rows, filter);
        const others = rows.filter(matcher({ ...filter, [key]: [] }));
        const counts = read.facets[key].values.map(
          ({ id }) => others.filter((row) => facetValues(key, row).includes(id)).length,
        );
        expect([...selection.counts[key]]).toEqual(counts);
      }),
    );
  });
  test('counts months under all filters but the days, and leaves none out between the first and the last', () => {
    fc.assert(
      fc.property(rowsAndFilter, ([rows, filter]) => {
        const { selection } = selected(rows, filter);
        const others = rows.filter(matcher({ ...filter, from: '', to: '' }));
        const total = selection.months.reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(others.length);
        for (const { month, count } of selection.months)
          expect(count).toBe(others.filter(({ day }) => day.startsWith(month)).length);
        expect(selection.months.at(-1)?.month).toBe(
          rows
            .map(({ day }) => day.slice(0, 7))
            .sort()
            .at(-1),
        );
      }),
    );
  });
  test('folds copies as the rows themselves fold', () => {
    fc.assert(
      fc.property(rowsAndFilter, ([rows, filter]) => {
        const { read, selection } = selected(rows, filter);
        const folds = foldRows(read, selection.rows).map(({ row, copies }) => ({
          row: rows[row],
          copies: copies.map((at) => rows[at]),
        }));
        expect(folds).toEqual([...foldInto(new Map(), rows.filter(matcher(filter))).values()]);
      }),
    );
  });
  test('in each order holds the same, and what has no rating stands last', () => {
    fc.assert(
      fc.property(
        madeRows,
        fc.constantFrom<Sort>('newest', 'oldest', 'copies', 'sure', 'rated-high', 'rated-low'),
        (rows, sort) => {
          const read = unpack(pack(rows));
          const folds = foldRows(read, Uint32Array.from(rows.keys()));
          const sorted = sortFolds(read, folds, sort);
          expect(new Set(sorted)).toEqual(new Set(folds));
          const shares = sorted.map(({ row }) => {
            const rating = rows[row]?.rating;
            return rating ? rating.value / rating.of : null;
          });
          if (sort.startsWith('rated')) {
            const rated = shares.filter((share) => share !== null);
            expect(shares.slice(0, rated.length)).toEqual(rated);
            expect(rated).toEqual(rated.toSorted((a, b) => (sort === 'rated-high' ? b - a : a - b)));
          }
          if (sort === 'copies') {
            const copies = sorted.map((fold) => fold.copies.length);
            expect(copies).toEqual(copies.toSorted((a, b) => b - a));
          }
        },
      ),
    );
  });
});
