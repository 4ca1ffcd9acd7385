import { type Tone, tones } from '#contract';

/** How people write the three tones, without accents and in small letters: English, French, Spanish and their neighbours. */
const spellings: Record<Tone, string> = {
  negative: 'neg negative negativ negativo negativa negatif negatief negativt negatywny minus moins menos -',
  neutral: 'neu neut neutral neutro neutra neutre neutrale neutraal neutralt neutralny',
  positive: 'pos positive positiv positivo positiva positif positief positivt pozytywny plus mas +',
};

const meant = new Map(
  tones.flatMap((tone) => spellings[tone].split(' ').map((word): [string, Tone] => [word, tone])),
);

/**
 * The tone that somebody meant by a word, a sign or a number from -1 to 1, whatever its accents and capitals; undefined where
 * it is none. A single letter is none: n is negative to one and neutral to another.
 */
export function toneMeant(cell: string): Tone | undefined {
  const word = cell
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Spreadsheets and phones make other strokes of a minus sign.
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, '')
    .replace(/[.!]+$/, '');
  const number = /^([+-]?)([01])(?:[.,]0*)?$/.exec(word);
  if (number === null) return meant.get(word);
  const [, sign, size] = number;
  return size === '0' ? 'neutral' : sign === '-' ? 'negative' : 'positive';
}
