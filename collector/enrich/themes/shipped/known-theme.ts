import type { Theme } from '#contract';

/** A theme of conversation as the page shows it. */
export type KnownTheme = Theme & { name: string };

/** A list of words and phrases, with commas or line ends between. */
export const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
