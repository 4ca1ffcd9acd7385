import type { VerdictWord } from '#contract';

export type VerdictShape = { d: string; look: 'full' | 'hollow' | 'dashed' };

/** Paths in a box of 16. Filled: sure. Hollow: perhaps, or not known. The shape alone tells them apart. */
export const verdictShapes: Readonly<Record<VerdictWord, VerdictShape>> = {
  up: { d: 'M8 2 15 14H1Z', look: 'full' },
  down: { d: 'M8 14 1 2H15Z', look: 'full' },
  'perhaps up': { d: 'M8 3 14 13.5H2Z', look: 'hollow' },
  'perhaps down': { d: 'M8 13 2 2.5H14Z', look: 'hollow' },
  'no clear change': { d: 'M8 2 14 8 8 14 2 8Z', look: 'full' },
  'too little data': { d: 'M8 2.5A5.5 5.5 0 1 1 7.99 2.5Z', look: 'hollow' },
  'coverage changed': { d: 'M8 2.5A5.5 5.5 0 1 1 7.99 2.5Z', look: 'dashed' },
};
