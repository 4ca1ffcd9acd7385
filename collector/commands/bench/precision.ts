import { intents, type ModelCard } from '#contract';
import { counted, type Judged, publicOf, readings, shareOf } from '../../enrich/intents/precision.ts';
import { tenLanguages, textsOf } from '../../enrich/language/texts.fixture.ts';
import { detectLanguage } from '../../enrich/language.ts';
import { themeFinds, unseenReviews } from '../../enrich/themes/accuracy.ts';

type Row = ModelCard['precision'][number];

const rounded = (share: number): number => Number(share.toFixed(4));

/** Of headlines of our own that nothing was chosen by: how many that are told to be in a language are. */
function languages(): Row[] {
  const told = tenLanguages.flatMap((language) =>
    (textsOf('held-out').get(language) ?? []).map((text) => ({ language, told: detectLanguage(text) })),
  );
  return tenLanguages.map((id) => {
    const found = told.filter((one) => one.told === id);
    const right = found.filter(({ language }) => language === id).length;
    return {
      of: 'language',
      id,
      precision: rounded(right / found.length),
      cases: found.length,
      counted: true,
    };
  });
}

const intervalOf = (judged: Judged): [number, number] => {
  const { low, high } = shareOf(judged);
  return [rounded(low), rounded(high)];
};

/** Hits of cues in public texts; what they rest on apart, and beside it the cases of our own. */
const ofIntents = (): Row[] =>
  intents.map((intent) => {
    const reading = readings[intent];
    const all = publicOf(reading);
    return {
      of: 'intent',
      id: intent,
      precision: rounded(shareOf(all).share),
      cases: all.judged,
      interval: intervalOf(all),
      parts: (['seen', 'unseen', 'own'] as const)
        .filter((part) => reading[part].judged > 0)
        .map((part) => ({
          of: part,
          right: reading[part].right,
          cases: reading[part].judged,
          interval: intervalOf(reading[part]),
        })),
      counted: counted.includes(intent),
    };
  });

/** Finds of the shipped themes that were read one by one, by the sort of text they were found in. */
function themes(): Row[] {
  const row = (id: string, right: number, cases: number): Row => ({
    of: 'theme',
    id,
    precision: rounded(right / cases),
    cases,
    counted: true,
  });
  const sum = (sort: 'reviews' | 'anything', key: 'judged' | 'right') =>
    Object.values(themeFinds).reduce((total, finds) => total + finds[sort][key], 0);
  return [
    row('reviews', sum('reviews', 'right'), sum('reviews', 'judged')),
    row('unseen-reviews', unseenReviews.right, unseenReviews.finds),
    row('anything', sum('anything', 'right'), sum('anything', 'judged')),
  ];
}

/** How often what is called an intent, a theme or a language is one, as the stage that tells them measured it. */
export const measuredPrecision = (): Row[] => [...ofIntents(), ...themes(), ...languages()];
