import { createHash } from 'node:crypto';

/** What a row says, as it was read rather than as it was written. */
type Row = {
  /** ISO 8601, an epoch in seconds or milliseconds, or a date in words. */
  published: string;
  rating: number | undefined;
  title: string | undefined;
  text: string | undefined;
};

const epoch = /^(?:\d{10}|\d{13})$/;
const englishMonth = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const namesZone = /:\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[+-]\d{2}:?\d{2}|z|utc|gmt|[ecmp][sd]t)$/i;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const blanks = /[\s\p{Cc}]+/gu;

/** One writing of what is the same to a reader: a program that saves a table anew changes blanks, line ends and marks. */
const sameWords = (text = ''): string =>
  text.toWellFormed().normalize('NFC').replace(invisible, '').replace(blanks, ' ').trim();

/** The moment that a date names, to the second; a text that can't be told to name one stays what it is. */
function momentOf(published: string): string {
  const seconds = (moment: number): string => String(Math.floor(moment / 1000));
  if (epoch.test(published)) return seconds(Number(published) * (published.length === 10 ? 1000 : 1));
  const isIso = /^\d{4}-\d{2}-\d{2}T.*Z$/.test(published);
  if (!isIso && !englishMonth.test(published)) return sameWords(published);
  // What names no zone would be read as of the zone of this machine.
  const moment = Date.parse(isIso || namesZone.test(published) ? published : `${published} UTC`);
  return Number.isNaN(moment) ? sameWords(published) : seconds(moment);
}

/**
 * What identifies a row that has no id: the same row twice, or in two exports, is one review, however the files write
 * it. Two rows that agree in moment, rating, title and text can't be told apart.
 */
export const rowIdentity = ({ published, rating, title, text }: Row): string =>
  `row:${createHash('sha256')
    .update(JSON.stringify([momentOf(published), rating ?? null, sameWords(title), sameWords(text)]))
    .digest('hex')
    .slice(0, 32)}`;
