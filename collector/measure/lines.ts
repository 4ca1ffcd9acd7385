import { advocacyLine } from './advocacy.ts';
import { attentionLine } from './attention.ts';
import { attentionShares } from './attention-share.ts';
import { awarenessLine } from './awareness.ts';
import { countLine } from './count-figure.ts';
import type { Facts } from './facts.ts';
import type { BrandLine } from './figure.ts';
import { gapLine } from './gap.ts';
import { loyaltyLine } from './loyalty.ts';
import { netSentimentLine } from './net-sentiment.ts';
import { satisfactionLine } from './satisfaction.ts';
import { sharesOf } from './share-of-voice.ts';
import { sitesLine } from './sites.ts';

/** Makes the line of each brand; what all lines share is made once. */
export type LineOf = (facts: Facts) => (brand: number) => BrandLine;
type Lineable = { title: string; unit: string; lines: LineOf };

/** Unit of counts and of the index: their changes are ratios. */
export const counts = 'stories';

/** Figures whose line can be made for any span of days: those that events name, and those that are published. */
export const lineable: Readonly<Record<string, Lineable>> = {
  mentions: { title: 'Mentions', unit: counts, lines: (facts) => (brand) => countLine(facts, brand, false) },
  stories: { title: 'Stories', unit: counts, lines: (facts) => (brand) => countLine(facts, brand, true) },
  sites: { title: 'Sites', unit: counts, lines: (facts) => (brand) => sitesLine(facts, brand) },
  awareness: { title: 'Awareness', unit: counts, lines: (facts) => (brand) => awarenessLine(facts, brand) },
  'share-of-voice': { title: 'Share of voice', unit: '%', lines: (facts) => sharesOf(facts).lineOf },
  'net-sentiment': {
    title: 'Net sentiment',
    unit: 'points',
    lines: (facts) => (brand) => netSentimentLine(facts, brand),
  },
  advocacy: { title: 'Advocacy', unit: 'points', lines: (facts) => (brand) => advocacyLine(facts, brand) },
  loyalty: { title: 'Loyalty', unit: 'points', lines: (facts) => (brand) => loyaltyLine(facts, brand) },
  satisfaction: {
    title: 'Satisfaction',
    unit: 'stars',
    lines: (facts) => (brand) => satisfactionLine(facts, brand),
  },
  attention: {
    title: 'Attention',
    unit: counts,
    lines: (facts) => (brand) => attentionLine(facts, facts.brands[brand]?.id ?? ''),
  },
  'attention-share': { title: 'Share of attention', unit: '%', lines: attentionShares },
  gap: {
    title: 'Innovation – experience gap',
    unit: 'points',
    lines: (facts) => (brand) => gapLine(facts, brand),
  },
};
