/** Words of the pages that each answer one question. Numbers, names and dates come in as text. */

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
/** `a, b and c`. */
export const and = (parts: readonly string[]): string => list.format(parts);
/** `a, b or c`. */
export const or = (parts: readonly string[]): string => either.format(parts);

export const pageWords = {
  compare: {
    leads: (figures: string) => `leads on ${figures}`,
    perhapsLeads: (figures: string) => `perhaps leads on ${figures}`,
    behind: (brand: string, figures: string) => `is behind ${brand} on ${figures}`,
    perhapsBehind: (brand: string, figures: string) => `is perhaps behind ${brand} on ${figures}`,
    close: (figures: string) => `is too close to the best to call on ${figures}`,
    nothing: 'cannot be compared yet: too little is known of two brands at once',
    alone:
      'has no competitors on its panel yet. Name some under “competitors” in brand.yml: they are looked for in the next night, and stand here once 5 stories of each have a tone.',
    apart: {
      ahead: (figure: string, by: string, brand: string, span: string) =>
        `${figure}: ${by} ahead of ${brand}, the nearest (${span}).`,
      behind: (figure: string, by: string, brand: string, span: string) =>
        `${figure}: ${by} behind ${brand} (${span}).`,
    },
    panel: 'Figure by figure',
    panelText: (span: string) =>
      `${span}: the value, its 95% interval, and whether it changed. Who is ahead is said where the interval of the difference leaves no doubt, by the same bounds as the verdicts.`,
    figure: 'Figure',
    who: 'Who is ahead',
    ahead: (brand: string) => brand,
    perhaps: (brand: string) => `perhaps ${brand}`,
    among: (brands: string) => `${brands}: too close to call`,
    tooClose: 'too close to call',
    notAsked: 'compares change, not size',
    tooFew: 'too little data',
    bias: 'Levels of tone hold what the scorer may be off by, so that a small difference stays undecided.',
    themes: 'Theme by theme',
    themesText: (span: string) =>
      `Net tone toward each theme, ${span}, whichever period is chosen above: a dot and its 95% interval, all on one scale. Sampling error only; parts with fewer than 5 stories are left out.`,
    themeAhead: (brand: string, over: string) => `${brand} is ahead of ${over}`,
    themePerhaps: (brand: string, over: string) => `${brand} is perhaps ahead of ${over}`,
    themePerhapsToo: (over: string) => `perhaps of ${over} too`,
    themeRest: (brands: string, one: boolean) => `${brands} ${one ? 'is' : 'are'} too close to call`,
    themeClose: 'Too close to call',
    everyone: 'everyone else',
    jump: 'Themes',
    noThemes:
      'No theme is spoken of often enough yet. A theme stands here once 5 stories of two brands have a tone toward it.',
    mentions: (brand: string, theme: string) => `Mentions of ${brand} on ${theme}`,
    voice: 'Share of voice',
    overTime: 'Awareness over time',
  },
} as const;
