import { createHash } from 'node:crypto';
import { fallbackColour, themeCss } from './view/tokens.ts';

/** Part of the style sheet's address, so that a changed accent is not hidden by a cache. */
export const themeHash = (colour = fallbackColour): string =>
  createHash('sha256').update(themeCss(colour)).digest('hex').slice(0, 8);
