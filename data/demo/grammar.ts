import type { Random } from './random.ts';

/** Words by slot: what may stand for `{town}` or `{drink}`. A word may itself be a template. */
export type Words = Readonly<Record<string, readonly string[]>>;

/**
 * Writes a template out: `{slot}` becomes one of that slot's words, `[this|that|]` one of the alternatives, which may
 * nest. Throws on a slot that nobody filled and on a bracket that is not closed, so that no half-written text gets out.
 */
export function expand(template: string, words: Words, random: Random): string {
  let text = template;
  for (let depth = 0; /[[\]{}|]/.test(text); depth++) {
    if (depth > 20) throw new Error(`cannot be written out: "${template}" stands at "${text}"`);
    // Innermost alternatives first, so that nesting needs no parser.
    text = text.replace(/\[([^[\]]*)\]/g, (_, inside: string) => random.pick(inside.split('|')));
    text = text.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const list = words[slot];
      if (!list) throw new Error(`"${template}" asks for {${slot}}, which no list fills`);
      return random.pick(list);
    });
  }
  return tidy(text);
}

/** Spaces once, no space before a stop, "an" before a vowel. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:?!])/g, '$1')
    .replace(/\b([Aa]) (?=(?:[aeio]|un[^i])(?!ne\b|nce\b|uro))/g, '$1n ')
    .trim();
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
