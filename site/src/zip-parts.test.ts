import { gunzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeRows } from './view/made-rows.fixture.ts';
import {
  bytesOf,
  lastBlock,
  type MonthParts,
  placeOf,
  rowsInPart,
  rowsOfPart,
  textsOfMonth,
} from './view/month-parts.ts';
import { headSize, zipParts } from './zip-parts.ts';

test('texts in one file are read whole, and each from its own bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (texts) => {
      const { file, sizes } = zipParts(texts);
      expect(gunzipSync(file).toString()).toBe(texts.join(''));
      let at = headSize;
      for (const [place, size] of sizes.entries()) {
        const alone = Buffer.concat([file.subarray(at, at + size), lastBlock]);
        expect(inflateRawSync(alone).toString()).toBe(texts[place]);
        at += size;
      }
    }),
  );
});

test('each row of two months is found in the part that is said to hold it', () => {
  fc.assert(
    fc.property(madeRows, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (some, first, second) => {
      fc.pre(some.length > 0);
      const rows = Array.from(
        { length: first + second },
        (_, at) => some[at % some.length] as (typeof some)[0],
      );
      const files = new Map<string, Uint8Array>();
      const months = [rows.slice(0, first), rows.slice(first)].map((list, at): MonthParts => {
        const { before, parts, after } = textsOfMonth('2026-05', list);
        const { file, sizes } = zipParts([before, ...parts, after]);
        files.set(`${at}`, file);
        expect(JSON.parse(gunzipSync(file).toString())).toEqual({ v: 1, month: '2026-05', mentions: list });
        const [lead = 0] = sizes;
        return { file: `${at}`, rows: list.length, before: headSize + lead, sizes: sizes.slice(1, -1) };
      });
      for (const [at, row] of rows.entries()) {
        const place = placeOf(months, at);
        const [from, to] = bytesOf(place);
        const bytes = files.get(place.month.file)?.subarray(from, to + 1) ?? new Uint8Array();
        const part = rowsOfPart(inflateRawSync(Buffer.concat([bytes, lastBlock])).toString());
        expect(part.length).toBeLessThanOrEqual(rowsInPart);
        expect(part[place.at]).toEqual(row);
      }
    }),
    { numRuns: 30 },
  );
});
