import { chartWords } from '../chart-words.ts';
import type { Formats, UnitKind } from './numbers.ts';
import { type Measured, receiptNumbers } from './receipt.ts';

/** One number of a table, as the receipt below the table has it: only what its neighbours do not share. */
export type ReceiptRow = {
  /** Its address on the page. */
  id: string;
  /** Whose number it is, and of what. */
  of: string;
  value: string;
  interval: string;
  n: string;
  coverage: string;
  /** Below the base path; null where no list shows what is behind it. */
  mentions: string | null;
  /** What that list is called where it is not of just what n counts. */
  listName?: string;
  /** Those of the whole panel, where the number is a share of it. */
  whole?: string | null;
};

/** Anchors of the receipts of a table; `parts` are ids, which may hold anything but white space. */
export const receiptId = (table: string, ...parts: string[]): string => anchor('from', table, ...parts);

/** Anchor of a row on the page of its figure. */
export const rowId = (brand: string, row: string): string => anchor('row', brand, row);

const anchor = (...parts: string[]): string => parts.join('-').replaceAll(/\s+/g, '-');

/** A link to an anchor of the same page. */
export const toReceipt = (id: string): string => `#${encodeURIComponent(id)}`;

/** What a link on a number is called: begins with the number, as it is seen. */
export const openReceipt = (value: string): string => chartWords.receipt.open(value);

/** A row from a level as it was measured. */
export function receiptRow(
  of: Pick<ReceiptRow, 'id' | 'of' | 'mentions' | 'whole'>,
  measured: Measured,
  { kind, basis }: { kind: UnitKind; basis: string },
  formats: Formats,
): ReceiptRow {
  return { ...of, ...receiptNumbers(measured, kind, basis, formats) };
}
