import { oklchToHex, readableOn } from './accent.ts';

/**
 * The colours of the page, once, in OKLCH `[lightness, chroma, hue]`. The style sheet `theme.css` is written from here,
 * so that the tests can hold every pair of ink and ground against its contrast.
 */
const palette = {
  light: {
    paper: [0.988, 0.004, 95],
    raised: [1, 0, 0],
    sunk: [0.955, 0.006, 95],
    rule: [0.885, 0.006, 95],
    'rule-strong': [0.62, 0.008, 95],
    ink: [0.235, 0.012, 265],
    'ink-2': [0.44, 0.012, 265],
    rival: [0.6, 0.012, 265],
    negative: [0.53, 0.17, 36],
    neutral: [0.52, 0.008, 265],
    positive: [0.5, 0.088, 190],
    good: [0.72, 0.07, 190],
    fair: [0.86, 0.05, 190],
    warn: [0.95, 0.045, 85],
  },
  dark: {
    paper: [0.19, 0.01, 265],
    raised: [0.225, 0.011, 265],
    sunk: [0.255, 0.012, 265],
    rule: [0.33, 0.012, 265],
    'rule-strong': [0.58, 0.012, 265],
    ink: [0.94, 0.006, 95],
    'ink-2': [0.76, 0.01, 265],
    rival: [0.62, 0.012, 265],
    negative: [0.74, 0.14, 40],
    neutral: [0.74, 0.008, 265],
    positive: [0.78, 0.09, 188],
    good: [0.52, 0.07, 190],
    fair: [0.37, 0.04, 190],
    warn: [0.31, 0.05, 85],
  },
} satisfies Record<string, Record<string, [number, number, number]>>;

export type Scheme = keyof typeof palette;

// At least 4.5 for text and 3 for marks; on dark grounds a colour just that readable looks murky.
const contrasts = { light: { text: 4.5, mark: 3.2 }, dark: { text: 6.5, mark: 5 } };

/** All tokens of one scheme as `#rrggbb`, with the team's accent adjusted to be read as text and seen as a mark. */
export function tokens(scheme: Scheme, colour: string): Record<string, string> {
  const made: Record<string, string> = {};
  for (const [name, [l, c, h]] of Object.entries(palette[scheme])) made[name] = oklchToHex({ l, c, h });
  const grounds = [made['paper'], made['raised'], made['sunk']].filter((ground) => ground !== undefined);
  const wanted = contrasts[scheme];
  return {
    ...made,
    accent: readableOn(colour, grounds, wanted.text),
    'accent-mark': readableOn(colour, grounds, wanted.mark),
  };
}

const safeColour = /^#[0-9a-fA-F]{6}$/;
/** The accent where the stated one is no `#rrggbb`. */
export const fallbackColour = '#0f6b6b';

/** The style sheet with the tokens of both schemes; `.light` holds to one, for a picture to be taken elsewhere. */
export function themeCss(stated: string): string {
  const colour = safeColour.test(stated) ? stated.toLowerCase() : fallbackColour;
  const block = (scheme: Scheme): string =>
    Object.entries(tokens(scheme, colour))
      .map(([name, value]) => `--${name}:${value}`)
      .join(';');
  const fixed = (scheme: Scheme): string =>
    `:root[data-theme=${scheme}]{color-scheme:${scheme};${block(scheme)}}`;
  return `:root{color-scheme:light dark;${block('light')}}\n@media (prefers-color-scheme:dark){:root{${block('dark')}}}\n${fixed('light')}\n${fixed('dark')}\n@media print{:root,:root[data-theme]{${block('light')}}}\n.light{color-scheme:light;${block('light')}}\n`;
}
