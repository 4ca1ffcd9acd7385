import type { VerdictWord } from '#contract';

import { awarenessLine } from '../../collector/measure/awareness.ts';
import { countLine } from '../../collector/measure/count-figure.ts';
import { type Facts, gatherFacts } from '../../collector/measure/facts.ts';
import type { BrandLine } from '../../collector/measure/figure.ts';
import type { Said } from '../../collector/measure/invented-world.fixture.ts';
import { netSentimentLine } from '../../collector/measure/net-sentiment.ts';
import { satisfactionLine } from '../../collector/measure/satisfaction.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import { sharesOf } from '../../collector/measure/share-of-voice.ts';
import { judge } from '../../collector/measure/verdict.ts';
import type { Finding, Simulation } from './figures.ts';
import { asOf, madeBrand } from './made-brand.ts';

/** What drifts from week to week, as an autoregression of ρ = .8, and what changes for good on a day. */
export type Nature = {
  /** Standard deviation of the shares of kind less unkind, −1 to 1. */
  mood: number;
  /** Of the logarithm of the stories, of the views. */
  news: number;
  /** Stories a day of the brand. */
  perDay: number;
  days: number;
  changeAt?: number;
  rise?: number;
};

const share = { kind: 0.3, unkind: 0.2 };
const ratedShare = 0.4;
const persistence = 0.8;
const starsBy = [1, 5, 5, 4, 2, 5, 1, 5, 4, 3];

const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A drift by day: a new value every Monday, of standard deviation 1. */
function drift(days: number, random: () => number): Float64Array {
  let now = gauss(random);
  return Float64Array.from({ length: days }, (_, day) => {
    if (day % 7 === 0) now = persistence * now + Math.sqrt(1 - persistence ** 2) * gauss(random);
    return now;
  });
}

export function natureFacts(
  { mood, news, perDay, days, changeAt = days, rise = 1 }: Nature,
  random: () => number,
): Facts {
  const [moods, waves, ownWaves] = [drift(days, random), drift(days, random), drift(days, random)];
  const at = (column: Float64Array, day: number): number => column[day] as number;
  const story = (day: number): Said => {
    const [draw, chance] = [random(), random()];
    const moved = (mood * at(moods, day)) / 2;
    const kind = draw < share.kind + moved;
    const tone = kind ? 'positive' : draw < share.kind + share.unkind ? 'negative' : 'neutral';
    // Stars follow the mood as well: those of ten draws that it reaches turn to the best or the worst.
    const star =
      chance < Math.abs(moved) ? (moved > 0 ? 5 : 1) : (starsBy[Math.floor(chance * 10)] as number);
    return random() < ratedShare ? { tone, rating: { value: star, of: 5 } } : { tone };
  };
  const rate =
    (part: number) =>
    (day: number, brand: number): number =>
      part *
      perDay *
      Math.exp(news * at(brand === 0 ? ownWaves : waves, day)) *
      (brand === 0 && day >= changeAt ? rise : 1);
  return gatherFacts(
    madeBrand(
      [
        { id: 'paper', rate: rate(0.6), story },
        { id: 'talk', group: 'forum', rate: rate(0.4), story },
      ],
      days,
      random,
      { brands: 2 },
    ),
  );
}

/** Figures that are read, each as a line of the first brand. */
export const linesRead: Readonly<Record<string, (facts: Facts) => BrandLine>> = {
  stories: (facts) => countLine(facts, 0, true),
  awareness: (facts) => awarenessLine(facts, 0),
  'share-of-voice': (facts) => sharesOf(facts).lineOf(0),
  'net-sentiment': (facts) => netSentimentLine(facts, 0),
  satisfaction: (facts) => satisfactionLine(facts, 0),
};

/** The words that a page showed on each of some days, from what was known that day. */
export function wordsRead(
  facts: Facts,
  lineOf: (facts: Facts) => BrandLine,
  nights: readonly number[],
  window: '7' | '28' | '90' = '28',
): VerdictWord[] {
  return nights.map((days) => {
    const { compare } = lineOf(asOf(facts, days));
    return compare ? judge(compare, window, days - 1).word : 'too little data';
  });
}

const isClear = (word: VerdictWord | undefined) => word === 'up' || word === 'down';
/** How often a verdict was given anew. */
export const timesTold = (words: readonly VerdictWord[]): number =>
  words.filter((word, at) => isClear(word) && word !== words[at - 1]).length;

const span = (from: number, to: number, step: number) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);

const unchanging: Record<string, Nature> = {
  'nothing drifts': { mood: 0, news: 0, perDay: 20, days: 730 },
  'moods and news drift': { mood: 0.05, news: 0.1, perDay: 20, days: 730 },
  'they drift far, 5 stories a day': { mood: 0.1, news: 0.2, perDay: 5, days: 730 },
};
const rising: Record<string, Nature> = {
  '+30 % after a year': { mood: 0, news: 0, perDay: 20, days: 395, changeAt: 365, rise: 1.3 },
  '+30 % after 60 days': { mood: 0, news: 0, perDay: 20, days: 90, changeAt: 60, rise: 1.3 },
  '+30 % after a year, the news drift': {
    mood: 0.05,
    news: 0.05,
    perDay: 20,
    days: 395,
    changeAt: 365,
    rise: 1.3,
  },
};
/** Nights that are read of each week. */
const everyNth = 2;

/** Do verdicts stay silent where nothing changes, and speak where something does? */
export const simulateVerdicts: Simulation = {
  question: 'are changes told where there are some, and only there?',
  worlds: 12,
  run({ worlds, seed }) {
    const findings: Finding[] = [];
    const worldsOf = (nature: Nature) =>
      Array.from({ length: worlds }, (_, at) => natureFacts(nature, seeded(seed * 100_003 + at)));
    for (const [what, nature] of Object.entries(unchanging)) {
      const made = worldsOf(nature);
      for (const [figure, lineOf] of Object.entries(linesRead)) {
        const years = nature.days / 365;
        const told = made.map((facts) =>
          timesTold(wordsRead(facts, lineOf, span(57, nature.days, everyNth))),
        );
        const perYear = told.reduce((sum, one) => sum + one, 0) / (worlds * years);
        const error = Math.sqrt(Math.max(1, perYear * worlds * years)) / (worlds * years);
        findings.push({
          what: `${what}: false changes of ${figure} a year`,
          found: perYear.toFixed(2),
          wanted: '0.5 at most, but for chance',
          holds: perYear - 2 * error <= 0.5,
        });
      }
    }
    for (const [what, nature] of Object.entries(rising)) {
      const made = worldsOf(nature);
      for (const [figure, lineOf] of Object.entries(linesRead).slice(0, 2)) {
        const read = made.map((facts) =>
          wordsRead(facts, lineOf, span((nature.changeAt ?? 0) + 1, (nature.changeAt ?? 0) + 29, 1)),
        );
        const part = (takes: (word: VerdictWord) => boolean) =>
          read.filter((words) => words.some(takes)).length / worlds;
        const [told, perhaps] = [part((word) => word === 'up'), part((word) => word.endsWith('up'))];
        const slack = 2 * Math.sqrt(0.24 / worlds);
        findings.push({
          what: `${what}: ${figure}, told within 28 days, or perhaps`,
          found: `${(100 * told).toFixed(0)} %, ${(100 * perhaps).toFixed(0)} %`,
          wanted: '60 %, 85 % at least, but for chance',
          holds: told >= 0.6 - slack && perhaps >= 0.85 - slack,
        });
      }
    }
    return findings;
  },
};
