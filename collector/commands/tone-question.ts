import type { WholeLine } from './lines-of-pieces.ts';

/** What one line asks: the tone of a text, toward a name if there is one. */
export type Question = {
  text: string;
  target?: string;
  group?: string;
  lang?: string;
  /** Keys that mean nothing here. */
  unread: string[];
};
/** Or why it asks nothing. */
export type NoQuestion = { why: string };

type Fields = { target?: string; group?: string; lang?: string };

/** What a key holds: nothing where it is missing, null or blank, as exports of tables have it; null where it is no text. */
const said = (value: unknown): string | undefined | null =>
  value === undefined || value === null
    ? undefined
    : typeof value === 'string'
      ? value.trim() || undefined
      : null;

/**
 * Reads one line of JSON. Written out by hand, since a schema's library would weigh more in memory than the scorer.
 */
export function readQuestion(line: WholeLine): Question | NoQuestion {
  if (line === null) return { why: 'is too long to be read' };
  if (line.trim() === '') return { why: 'is empty' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { why: `is no JSON: ${line.slice(0, 80)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { why: 'is no object' };
  const { text, target, group, lang, ...rest } = value as Record<string, unknown>;
  if (typeof text !== 'string')
    return { why: text === undefined ? 'has no "text"' : 'has a "text" that is none' };
  const fields: Fields = {};
  for (const [key, given] of Object.entries({ target, group, lang })) {
    const found = said(given);
    if (found === null) return { why: `has a "${key}" that is no text` };
    if (found !== undefined) fields[key as keyof Fields] = found;
  }
  return { text, ...fields, unread: Object.keys(rest) };
}
