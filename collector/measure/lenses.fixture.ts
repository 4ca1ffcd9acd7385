import type { Score, ToneLabel } from '#contract';

/** Three themes of two lenses, each of a step of its own. */
export const lensThemes = [
  { id: 'new', name: 'New', lens: 'innovation', touchpoint: 'discover' },
  { id: 'look', name: 'Look', lens: 'innovation', touchpoint: 'compare' },
  { id: 'help', name: 'Help', lens: 'experience', touchpoint: 'support' },
];

/** What a mention says of themes, each with the tone toward it. */
export const speaks = (...pairs: [string, ToneLabel][]): { themes: Score['themes'] } => ({
  themes: pairs.map(([id, tone]) => ({ id, tone })),
});
