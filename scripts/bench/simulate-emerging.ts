import { emergingTerms, type Told } from '../../collector/measure/emerging-terms.ts';
import { poisson } from '../../collector/measure/invented-world.fixture.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import type { Finding, Simulation } from './figures.ts';

/** As the figure has it: the last 28 days against the 180 before, read every day for four weeks. */
const [lateDays, earlierDays, readDays] = [28, 180, 28];
const days = earlierDays + lateDays + readDays;
const planted = 'planted';
const plantedOn = earlierDays + lateDays + 7;
const fewestDaysToFind = 7;

type TalkWorld = {
  name: string;
  /** Stories a day, and how they grow in the time that is seen. */
  rate: number;
  growth: number;
  /** How far the shares of topics wander from month to month. */
  wander: number;
};

export const talkWorlds: readonly TalkWorld[] = [
  { name: '3 stories a day', rate: 3, growth: 1, wander: 0 },
  { name: '10 a day', rate: 10, growth: 1, wander: 0 },
  { name: '40 a day', rate: 40, growth: 1, wander: 0 },
  { name: '10 a day, growing twofold', rate: 10, growth: 2, wander: 0 },
  { name: '10 a day, topics come and go a little', rate: 10, growth: 1, wander: 0.15 },
];

const words = 3000;
const topics = 30;
const wordsOfTopic = 25;
const sites = 15;

/** A word by its rank: the nth is said a third as often as rank n would have it alone (Zipf). */
const common = (random: () => number): string => `w${Math.floor(Math.exp(random() * Math.log(words)))}`;

/** Stories of some common words and some of their topic, with the pairs that they make. */
function talkOf({ rate, growth, wander }: TalkWorld, plantedADay: number, random: () => number): Told[][] {
  const moods = new Float64Array(topics);
  let nth = 0;
  return Array.from({ length: days }, (_, day) => {
    for (let topic = 0; topic < topics; topic++)
      moods[topic] = 0.97 * (moods[topic] as number) + wander * 0.24 * 2.4 * (random() + random() - 1);
    const shares = moods.map((mood) => Math.exp(mood));
    const all = shares.reduce((sum, one) => sum + one, 0);
    const story = (says: boolean): Told => {
      let left = random() * all;
      let topic = 0;
      while (topic < topics - 1 && left > (shares[topic] as number)) {
        left -= shares[topic] as number;
        topic++;
      }
      const text = Array.from({ length: 12 }, (_, at) =>
        at % 3 === 2 ? `t${topic}-${Math.floor(random() ** 2 * wordsOfTopic)}` : common(random),
      );
      if (says) text[5] = planted;
      const terms = new Set(text);
      for (const [at, word] of text.entries()) if (at > 0) terms.add(`${text[at - 1]} ${word}`);
      return { id: String(nth++), site: Math.floor(random() * sites), terms };
    };
    const usual = poisson(rate * growth ** (day / days), random);
    const says = day >= plantedOn ? poisson(plantedADay, random) : 0;
    return Array.from({ length: usual + says }, (_, at) => story(at < says));
  });
}

/** Terms that stand in the figure after each of the days that it is read. */
function readings(talk: readonly Told[][], read = readDays): Set<string>[] {
  return Array.from({ length: read }, (_, at) => {
    const end = earlierDays + lateDays + at + 1;
    const [late, earlier] = [
      talk.slice(end - lateDays, end),
      talk.slice(end - lateDays - earlierDays, end - lateDays),
    ];
    return new Set(emergingTerms(earlier.flat(), late.flat(), (term) => term).map(({ term }) => term));
  });
}

/** Readings that name a word where nothing is new, as the figure says of itself. */
const mostFalse = 0.04;

/** How many brands of which nothing new is said are told to have a new word, read once. */
export function falseIn(world: TalkWorld, brands: number, seed: number): Finding {
  const wrong = Array.from({ length: brands }, (_, brand) => {
    const talk = talkOf(world, 0, seeded(seed * 2_000_003 + brand));
    return readings(talk, 1).some((terms) => terms.size > 0) ? 1 : 0;
  }).reduce<number>((sum, one) => sum + one, 0);
  const share = wrong / brands;
  return {
    what: `${world.name}: nothing is new, readings that name a word`,
    found: `${(100 * share).toFixed(1)} %`,
    wanted: 'at most 4 %, but for chance',
    // Topics that come and go are new.
    holds:
      world.wander > 0 ? null : share - 2 * Math.sqrt((mostFalse * (1 - mostFalse)) / brands) <= mostFalse,
  };
}

/** How soon a planted word is found in a world’s brands, and how many false ones come. */
export function termsIn(world: TalkWorld, brands: number, seed: number): Finding[] {
  const plantings = [1, 2];
  const found = plantings.map(() => 0);
  let falseOnes = 0;
  for (let brand = 0; brand < brands; brand++) {
    for (const [nth, aDay] of plantings.entries()) {
      const random = seeded(seed * 1_000_003 + 10 * brand + nth);
      const read = readings(talkOf(world, aDay, random));
      const isPlanted = (term: string): boolean => term.includes(planted);
      const first = plantedOn - earlierDays - lateDays;
      if (read.slice(first, first + fewestDaysToFind).some((terms) => [...terms].some(isPlanted)))
        found[nth] = (found[nth] as number) + 1;
      for (const [at, terms] of read.entries())
        for (const term of terms) if (at > 0 && !isPlanted(term) && !read[at - 1]?.has(term)) falseOnes++;
    }
  }
  const weeks = (brands * plantings.length * (readDays - 1)) / 7;
  return [
    ...plantings.map((aDay, nth): Finding => {
      const share = (found[nth] as number) / brands;
      const slack = 2 * Math.sqrt((0.9 * 0.1) / brands);
      return {
        what: `${world.name}: found in 7 days, in ${aDay} of its stories a day`,
        found: `${(100 * share).toFixed(0)} %`,
        wanted: aDay > 1 ? 'at least 95 %' : '',
        holds: aDay > 1 ? share + slack >= 0.95 : null,
      };
    }),
    {
      what: `${world.name}: false ones a week`,
      found: (falseOnes / weeks).toFixed(2),
      wanted: 'at most 1',
      holds: falseOnes / weeks <= 1,
    },
  ];
}

/** Are new words found in time, and is the list quiet where nothing is new? */
export const simulateEmerging: Simulation = {
  question: 'is a new word found within 7 days, and how many false ones come in a week?',
  worlds: 20,
  run: ({ worlds, seed }) =>
    talkWorlds.flatMap((world) => [...termsIn(world, worlds, seed), falseIn(world, 2 * worlds, seed)]),
};
