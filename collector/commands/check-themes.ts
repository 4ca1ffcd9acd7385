import type { Config } from '#contract';
import { readPhrase } from '../enrich/themes/read-phrase.ts';

type Found = { path: PropertyKey[]; message: string };

/** Words of themes that would find nothing, or nearly everything, each with its place. */
export function checkThemes(config: Config): Found[] {
  return config.themes.flatMap((theme, at) =>
    (['words', 'except'] as const).flatMap((key) =>
      (theme[key] ?? []).flatMap((written, index): Found[] => {
        const read = readPhrase(written);
        if (!('unusable' in read)) return [];
        return [{ path: ['themes', at, key, index], message: `"${written}" ${read.unusable}` }];
      }),
    ),
  );
}
