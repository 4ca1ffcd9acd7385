import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Intent, intents } from '#contract';

/** A sentence of ours, and whether its author means what the file is named after. */
export type Case = {
  text: string;
  group: 'news' | 'forum' | 'social' | 'reviews';
  meant: boolean;
  /** The half that rules may be made by, or the one that they are measured on. */
  half: 'development' | 'held out';
};

/** The brand and the panel that the sentences speak of. */
export const casesBrand: readonly string[] = ['Northwind'];
export const casesOthers: readonly string[] = ['Bluebird', 'Kettleby'];

const groups = { n: 'news', f: 'forum', s: 'social', r: 'reviews' } as const;
const line = /^([+-]) ([nfsr]) (.+)$/;

/**
 * Cases of an intent: lines of `+` or `-`, the group's letter, and the text. By turns they fall to the two halves. From the 63rd of a sign on
 * they were written when rules were known to fail at their like, and before these were mended.
 */
export function readCases(intent: Intent): Case[] {
  const seen = { '+': 0, '-': 0 };
  return readFileSync(join(import.meta.dirname, 'cases', `${intent}.txt`), 'utf8')
    .split('\n')
    .flatMap((written): Case[] => {
      const found = line.exec(written);
      if (!found) return [];
      const sign = found[1] as '+' | '-';
      const half = seen[sign] % 2 === 0 ? 'development' : 'held out';
      seen[sign] += 1;
      return [
        {
          text: found[3] as string,
          group: groups[found[2] as keyof typeof groups],
          meant: sign === '+',
          half,
        },
      ];
    });
}

/** A sentence, what has to be read from it, and what must not be. */
export type ContextCase = { text: string; group: Case['group']; wanted: Intent[]; unwanted: Intent[] };

const contextLine = /^([nfsr]) ((?:[+-]\w+ )+): (.+)$/;

/** Sentences in whose context a cue means something else, and neighbours in which it does not. Rules may be made by all of them. */
export function readContextCases(): ContextCase[] {
  return readFileSync(join(import.meta.dirname, 'cases', 'contexts.txt'), 'utf8')
    .split('\n')
    .flatMap((written): ContextCase[] => {
      const found = contextLine.exec(written);
      if (!found) return [];
      const marked = (found[2] as string).trim().split(' ');
      const of = (sign: string) => intents.filter((intent) => marked.includes(`${sign}${intent}`));
      const group = groups[found[1] as keyof typeof groups];
      return [{ text: found[3] as string, group, wanted: of('+'), unwanted: of('-') }];
    });
}
