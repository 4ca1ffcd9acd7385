import type { Signal } from '#contract';
import { attentionLine } from '../../collector/measure/attention.ts';
import { attentionShares } from '../../collector/measure/attention-share.ts';
import { type Facts, gatherFacts } from '../../collector/measure/facts.ts';
import type { BrandLine } from '../../collector/measure/figure.ts';
import {
  bluebird,
  configWith,
  nightly,
  source,
  world,
} from '../../collector/measure/invented-world.fixture.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import type { Finding, Simulation } from './figures.ts';
import { nameOf } from './made-brand.ts';
import { timesTold, wordsRead } from './simulate-verdicts.ts';

/** Views of a panel of three: what moves all articles alike, what moves each for itself, and what changes for good. */
type Reading = {
  /** Standard deviation of the logarithm from day to day, kept by half from one day to the next. */
  day: number;
  /** The same from week to week, of all articles and of each. */
  weekOfAll: number;
  weekOfEach: number;
  /** By how much more all are read in winter than in summer. */
  winter: number;
  days: number;
  changeAt?: number;
  rise?: number;
  /** Whether all rise, and not the brand alone. */
  allRise?: boolean;
};

const usual = [600, 400, 900];
const brands = ['northwind', 'bluebird', 'kettle'];
const keptByDay = 0.5;
const keptByWeek = 0.8;

const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A first-order autoregression of standard deviation 1, of which each value lasts so many days. */
function drift(days: number, each: number, kept: number, random: () => number): Float64Array {
  let now = gauss(random);
  return Float64Array.from({ length: days }, (_, day) => {
    if (day % each === 0) now = kept * now + Math.sqrt(1 - kept * kept) * gauss(random);
    return now;
  });
}

function readingFacts(reading: Reading, random: () => number): Facts {
  const { day, weekOfAll, weekOfEach, winter, days, changeAt = days, rise = 1, allRise = false } = reading;
  const all = drift(days, 7, keptByWeek, random);
  const signals = brands.flatMap((brand, nth): Signal[] => {
    const [weeks, noise] = [drift(days, 7, keptByWeek, random), drift(days, 1, keptByDay, random)];
    return Array.from({ length: days }, (_, at): Signal => {
      const season = (Math.log(winter) / 2) * Math.cos((at / 365.25) * 2 * Math.PI);
      const moved =
        weekOfAll * (all[at] as number) + weekOfEach * (weeks[at] as number) + day * (noise[at] as number);
      const risen = at >= changeAt && (nth === 0 || allRise) ? rise : 1;
      const value = Math.round((usual[nth] as number) * risen * Math.exp(season + moved));
      return { ...{ v: 1, day: nameOf(at), source: 'wiki', brand, what: 'views', of: brand }, value };
    });
  });
  return gatherFacts(
    world({
      now: `${nameOf(days)}T08:00:00Z`,
      config: configWith({ competitors: [bluebird, { id: 'kettle', name: 'Kettle & Co' }] }),
      sources: [source('wiki', { planned: false, countsOnly: true })],
      runs: nightly('wiki', nameOf(0), nameOf(days - 1)),
      signals,
    }),
  );
}

/** The line of the first brand as it was after so many days: signals of later days fall out of the series. */
const read: Record<string, (facts: Facts) => BrandLine> = {
  attention: (facts) => attentionLine(facts, 'northwind'),
  'share of attention': (facts) => attentionShares(facts)(0),
};

const quiet: Reading = { day: 0.05, weekOfAll: 0, weekOfEach: 0, winter: 1, days: 730 };
const unchanging: Record<string, Reading> = {
  'nothing drifts': quiet,
  'all drift alike, and with the seasons': { ...quiet, weekOfAll: 0.1, winter: 1.5 },
  'each drifts, and all with the seasons': { ...quiet, weekOfEach: 0.05, weekOfAll: 0.1, winter: 1.5 },
};
const rises = { changeAt: 365, rise: 1.3, days: 395 };
const rising: Record<string, Reading & { wanted: string; holds(part: number): boolean }> = {
  '+30 % of the brand, all drift alike': {
    ...quiet,
    ...rises,
    weekOfAll: 0.05,
    wanted: '60 % at least',
    holds: (part) => part >= 0.6,
  },
  '+30 % of all': {
    ...quiet,
    ...rises,
    allRise: true,
    wanted: '5 % at most',
    holds: (part) => part <= 0.05,
  },
};
const everyNth = 4;
const span = (from: number, to: number, step: number) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);

/** Does the share of attention stay silent where all of an encyclopedia is read more, and speak where the brand is? */
export const simulateAttention: Simulation = {
  question: 'is a general rise of reading not told as the brand’s, and its own rise told?',
  worlds: 10,
  run({ worlds, seed }) {
    const worldsOf = (reading: Reading) =>
      Array.from({ length: worlds }, (_, at) => readingFacts(reading, seeded(seed * 100_003 + at)));
    const silent = Object.entries(unchanging).flatMap(([what, reading]) => {
      const made = worldsOf(reading);
      return Object.entries(read).map(([figure, lineOf]): Finding => {
        const nights = span(57, reading.days, everyNth);
        const told = made.reduce((sum, facts) => sum + timesTold(wordsRead(facts, lineOf, nights)), 0);
        const years = (worlds * reading.days) / 365;
        // Attention itself is moved by what moves all: that is no mistake of it, and why its share stands beside it.
        const judged = figure !== 'attention' || (reading.weekOfAll === 0 && reading.winter === 1);
        return {
          what: `${what}: false changes of ${figure} a year`,
          found: (told / years).toFixed(2),
          wanted: judged ? '0.5 at most, but for chance' : 'what all read alike moves it',
          holds: judged ? told / years - (2 * Math.sqrt(Math.max(1, told))) / years <= 0.5 : null,
        };
      });
    });
    const heard = Object.entries(rising).map(([what, { wanted, holds, ...reading }]): Finding => {
      const nights = span((reading.changeAt ?? 0) + 1, (reading.changeAt ?? 0) + 29, 2);
      const lineOf = read['share of attention'] as (facts: Facts) => BrandLine;
      const told = worldsOf(reading).filter((facts) =>
        wordsRead(facts, lineOf, nights).includes('up'),
      ).length;
      return {
        what: `${what}: share of attention told as up within 28 days`,
        found: `${((100 * told) / worlds).toFixed(0)} %`,
        wanted,
        holds: holds(told / worlds),
      };
    });
    return [...silent, ...heard];
  },
};
