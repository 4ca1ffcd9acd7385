import type { Config } from '#contract';
import { defaultThemes, type KnownTheme } from './default-themes.ts';

const joined = (shipped: readonly string[] = [], own: readonly string[] = []): string[] =>
  Array.from(new Set([...shipped, ...own]));

/** The shipped themes and a team's own, as one list: more words for a shipped id, or a theme of its own after them. */
export function themesOf({ themes: own }: Pick<Config, 'themes'>): KnownTheme[] {
  const themes = new Map(defaultThemes.map((theme) => [theme.id, theme]));
  for (const theme of own) {
    const known = themes.get(theme.id);
    const except = joined(known?.except, theme.except);
    themes.set(theme.id, {
      ...known,
      ...theme,
      name: theme.name ?? known?.name ?? theme.id,
      words: joined(known?.words, theme.words),
      ...(except.length === 0 ? {} : { except }),
    });
  }
  return Array.from(themes.values());
}
