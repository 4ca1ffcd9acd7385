import type { SurveySettings } from '#contract';
import type { SurveyTools } from './survey-tools.ts';

// Three digits behind the sign may be thousands: 1,020 is no 1.02, and no 1020 either.
const whole = String.raw`([+-]?\d{1,12})(?:[.,](?:0{1,2}|0{4,9}))?`;
/** `9`, `9.0`; and with what the ends of a scale are called: `10 - Extremely likely`, `0: Not at all likely`, `10 (best)`. */
const numberFirst = new RegExp(String.raw`^${whole}(?:\s*(?:[-–—:=.)]|\()\s*(?=\P{N}*\p{L})\P{N}*)?$`, 'u');
/** `Extremely likely (10)`. */
const numberLast = new RegExp(String.raw`^(?=\P{N}*\p{L})\P{N}*[([]${whole}[)\]]$`, 'u');

/** What those choose, or tools write, who give no answer. */
const unanswered = new Set([
  ...['-', '–', '—', 'n/a', 'n.a.', 'not applicable', "don't know", 'don’t know', 'do not know', 'no answer'],
  ...[
    'prefer not to say',
    'prefer not to answer',
    'no opinion',
    'keine angabe',
    'k.a.',
    'k. a.',
    'weiss nicht',
    'weiß nicht',
  ],
  ...[
    'entfallt',
    'nicht zutreffend',
    'sans reponse',
    'ne sait pas',
    'non applicable',
    'no contesta',
    'no sabe',
    'no aplica',
    'non so',
  ],
]);

/** A whole number, with or without a label, or the one that the config gives for the words; null for words that are no answer. */
export function scoreReader({ answers = {} }: SurveySettings, { fold, plain }: SurveyTools) {
  const key = (text: string) => fold(plain(text)).replace(/\s+/g, ' ').trim();
  const words = new Map(Object.entries(answers).map(([text, value]) => [key(text), value]));
  return (cell: string): number | null | undefined => {
    const said = words.get(key(cell));
    if (said !== undefined) return said;
    if (unanswered.has(key(cell))) return null;
    const text = cell.normalize('NFKC').trim();
    const found = numberFirst.exec(text) ?? numberLast.exec(text);
    return found ? Number(found[1]) : undefined;
  };
}

/** Why a number in thousands is not read, as the end of a sentence; nothing of any other. */
export const ofThousands = (cell: string): string =>
  /^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(cell) ? ', for the sign in it may part thousands or decimals' : '';
