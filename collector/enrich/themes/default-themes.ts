import { afterwards } from './shipped/afterwards.ts';
import { beforeBuying } from './shipped/before-buying.ts';
import { buying } from './shipped/buying.ts';
import type { KnownTheme } from './shipped/known-theme.ts';
import { using } from './shipped/using.ts';

export type { KnownTheme } from './shipped/known-theme.ts';

/** What people talk about in most trades. `brand.yml` adds words to these, or themes of its own. */
export const defaultThemes: readonly KnownTheme[] = [...using, ...buying, ...afterwards, ...beforeBuying];
