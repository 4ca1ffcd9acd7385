import type { Config, Theme } from '#contract';
import { defaultThemes, type KnownTheme } from './default-themes.ts';
import { wordsOf } from './words.ts';

/** Version of the rule by which words are found: in any form, outside the names of brands. */
export const themeRule = 'word-forms@2';

// A full stop after a letter or digit and before a space ends a sentence; so does a turn of the argument.
const clauseEnd =
  /[.!?…。！？]+(?=\s|$)|[;\n]|\s(?=(?:but|however|although|though|whereas|except)\s)|(?<=[。！？])/giu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const mostClauses = 60;

/** The parts of a text that may each have a tone of their own. */
export const clausesOf = (text: string): string[] =>
  text
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, mostClauses);

/** A word and its usual English endings: deliver, delivers, delivered, delivering; deliveries. */
function formsOf(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word, `${word}s`, `${word}'s`];
  const stems = [word];
  if (word.endsWith('y') && !/[aeiou]y$/.test(word))
    return [word, `${word}'s`, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  if (word.endsWith('e')) return [word, `${word}s`, `${word}'s`, `${word}d`, `${word.slice(0, -1)}ing`];
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) stems.push(word + word.at(-1));
  const plural = /(?:s|x|z|ch|sh)$/.test(word) ? 'es' : 's';
  return [word, `${word}${plural}`, `${word}'s`, ...stems.flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}

type Entry = { theme: string; between: string[]; last: Set<string> | undefined };

/** Finds the themes that a text names. */
export type ThemeFinder = (text: string) => string[];

/** Reads the words of the themes once. Words match in any case, with simple English endings; `word*` with any ending. */
export function themeFinder(themes: readonly Theme[]): ThemeFinder {
  const byForm = new Map<string, Entry[]>();
  const stems: { stem: string; theme: string }[] = [];
  const parts: { part: string; theme: string }[] = [];
  for (const { id: theme, words } of themes)
    for (const written of words) {
      const [head, ...rest] = wordsOf(written);
      if (head === undefined) continue;
      if (unspaced.test(head)) parts.push({ part: written.toLowerCase(), theme });
      else if (written.endsWith('*') && rest.length === 0) stems.push({ stem: head, theme });
      else {
        // Of a phrase the last word takes the ending.
        const end = rest.at(-1);
        const entry = {
          theme,
          between: rest.slice(0, -1),
          last: end === undefined ? undefined : new Set(formsOf(end)),
        };
        for (const form of new Set(end === undefined ? formsOf(head) : [head]))
          byForm.set(form, [...(byForm.get(form) ?? []), entry]);
      }
    }
  const order = themes.map((theme) => theme.id);

  return (text) => {
    const found = new Set<string>();
    const words = wordsOf(text);
    for (const [at, word] of words.entries()) {
      for (const { theme, between, last } of byForm.get(word) ?? []) {
        const after = words[at + 1 + between.length];
        const fits = last === undefined || (after !== undefined && last.has(after));
        if (fits && between.every((other, i) => words[at + 1 + i] === other)) found.add(theme);
      }
      for (const { stem, theme } of stems) if (word.startsWith(stem)) found.add(theme);
    }
    if (parts.length > 0) {
      const low = text.toLowerCase();
      for (const { part, theme } of parts) if (low.includes(part)) found.add(theme);
    }
    return order.filter((id) => found.has(id));
  };
}

/** The shipped themes and a team's own, as one list: more words for a shipped id, or a theme of its own after them. */
export function themesOf({ themes: own }: Pick<Config, 'themes'>): KnownTheme[] {
  const themes = new Map(defaultThemes.map((theme) => [theme.id, theme]));
  for (const theme of own) {
    const known = themes.get(theme.id);
    themes.set(theme.id, {
      ...known,
      ...theme,
      name: theme.name ?? known?.name ?? theme.id,
      words: Array.from(new Set([...(known?.words ?? []), ...theme.words])),
    });
  }
  return Array.from(themes.values());
}
