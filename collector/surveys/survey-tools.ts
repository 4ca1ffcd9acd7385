import type { Unreadable } from '../types.ts';

/** What the readers of surveys need of other stages; `import-surveys.ts` hands it to them. */
export type SurveyTools = {
  /** The rows of a CSV file, or why it is none. */
  readRows(text: string): string[][] | Unreadable;
  /** The order that dates such as 03/04/2026 are written in, or why it can't be told. */
  decideOrder(dates: readonly string[]): { order: 'dmy' | 'mdy' } | Unreadable;
  /** A date as an instant in UTC; undefined where it is none. */
  momentOf(text: string, order: 'dmy' | 'mdy' | 'ymd', zone: string): string | undefined;
  /** The day of an instant in the time zone of the config. */
  dayOf(moment: string): string;
  /** The day on which it is read: no answer is later. */
  today: string;
  /** First and last day of the week that holds a day. */
  weekOf(day: string): { from: string; to: string };
  /** Text without markup. */
  plain(text: string): string;
  /** Letters without case and accents. */
  fold(text: string): string;
  /** Whether an e-mail address, a handle or a telephone number stands in a text. */
  isPersonal(text: string): boolean;
  /** The panel, the brand first, with the names that stand for each. */
  brands: readonly { id: string; names: readonly string[] }[];
  /** Time zone of the config. */
  zone: string;
};

/** Why a file is not taken: a sentence that says what stands there, and what to do. Nothing of it is stored. */
export type Refusal = { refused: string };
