import type { LabelledText } from '../labelled-sets.ts';

/** A sentence with blanks, X for the first name and Y for the second, and the tone toward each. */
export type Pattern = readonly [pattern: string, x: number, y?: number];

const fillings: Readonly<Record<string, readonly string[]>> = {
  BETTER: [
    'better',
    'faster',
    'cheaper',
    'friendlier',
    'nicer',
    'more reliable',
    'much better',
    'far superior',
  ],
  WORSE: ['worse', 'slower', 'more expensive', 'less reliable', 'ruder', 'much worse', 'dirtier'],
  GOOD: ['good', 'great', 'reliable', 'friendly', 'excellent', 'fast'],
  BAD: ['bad', 'terrible', 'unreliable', 'rude', 'slow', 'awful'],
  TROUBLES: [
    'problems',
    'issues',
    'complaints',
    'delays',
    'hassle',
    'bugs',
    'errors',
    'trouble',
    'breakdowns',
  ],
  FAULT: ['fault', 'hitch', 'problem', 'glitch', 'failure', 'complaint', 'mistake', 'bad experience'],
  HELP: ['help', 'answer', 'refund', 'support', 'apology', 'explanation'],
  PRAISE: ['praise', 'good things to say', 'respect', 'love'],
};
export const inventedNames = [
  'Northwind',
  'Bluebird',
  'Harbour Mill',
  'Elmwood',
  'Quill',
  'Tarn & Co',
] as const;

/** Every pattern with each of its fillings, once toward each name. */
export function filled(
  patterns: readonly Pattern[],
  names: readonly string[] = inventedNames,
): LabelledText[] {
  const texts: LabelledText[] = [];
  const nameAt = (at: number): string => names[at % names.length] ?? '';
  for (const [place, [pattern, x, y]] of patterns.entries()) {
    const blank = Object.keys(fillings).find((word) => pattern.includes(word)) ?? '';
    for (const [at, filling] of (fillings[blank] ?? ['']).entries()) {
      const bad = fillings.BAD?.[at % 6] ?? '';
      const text = pattern.replace(blank, filling).replace('BAD', bad);
      const [first, second] = [nameAt(place + at), nameAt(place + at + 1 + (at % 4))];
      const named = text.replace(/\bX\b/g, first).replace(/\bY\b/g, second);
      for (const [name, label] of [
        [first, x],
        [second, y],
      ] as const) {
        if (label === undefined) continue;
        const from = named.indexOf(name);
        texts.push({ label, text: named, target: { name, from, to: from + name.length } });
      }
    }
  }
  return texts;
}
