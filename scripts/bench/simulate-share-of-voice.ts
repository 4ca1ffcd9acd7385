import { poisson } from '../../collector/measure/invented-world.fixture.ts';
import { byChance, dailyMoments, jeffreysInterval } from '../../collector/measure/moments.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import {
  differenceOfShares,
  openWeightedShares,
  type WeightedShare,
} from '../../collector/measure/weighted-share.ts';
import type { Finding, Simulation } from './figures.ts';

/** Flat talk of a panel: how many stories a day in all, the first brand's share of them, and how they fall to groups that weigh alike. */
export type Panel = {
  name: string;
  perDay: number;
  brands: number;
  share: number;
  groups: readonly number[];
  /** Standard deviation of the logarithm of a brand's talk of a day, the same in all groups. */
  bursts?: number;
  days?: number;
};

const [one, even, four, uneven] = [[1], [0.6, 0.4], [0.4, 0.35, 0.15, 0.1], [0.7, 0.15, 0.08, 0.05, 0.02]];
export const panels: readonly Panel[] = [
  { name: '5 equal, 50 a day', perDay: 50, brands: 5, share: 0.2, groups: four },
  { name: '5 equal, 2.5 a day', perDay: 2.5, brands: 5, share: 0.2, groups: four },
  { name: '6 equal, 150 a day in five uneven groups', perDay: 150, brands: 6, share: 1 / 6, groups: uneven },
  { name: '2.4 % of five, 20 a day', perDay: 20, brands: 5, share: 0.024, groups: four },
  { name: '1 % of three, 60 a day', perDay: 60, brands: 3, share: 0.01, groups: even },
  { name: '10 % of two, 2 a day', perDay: 2, brands: 2, share: 0.1, groups: four },
  { name: '90 % of two, 10 a day', perDay: 10, brands: 2, share: 0.9, groups: uneven },
  { name: 'half of two in one group, 8 a day', perDay: 8, brands: 2, share: 0.5, groups: one },
  { name: '5 equal, bursts, 50 a day', perDay: 50, brands: 5, share: 0.2, groups: four, bursts: 0.5 },
  { name: '2.4 % of five, bursts, 20 a day', perDay: 20, brands: 5, share: 0.024, groups: four, bursts: 0.5 },
  { name: '10 % of two, bursts, 10 a day', perDay: 10, brands: 2, share: 0.1, groups: uneven, bursts: 0.5 },
  {
    name: '5 equal, bursts, 10 a day, of 84 days',
    perDay: 10,
    brands: 5,
    share: 0.2,
    groups: four,
    bursts: 0.5,
    days: 84,
  },
];
const yearDays = 364;
const windows = { day: 1, week: 7, '28 days': 28, '90 days': 90 };
/** Where fewer stories of the brand, or of the others, are to be expected, the interval may be too wide, never too narrow. */
const few = 5;

const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The first brand's weighted shares over spans of invented days; its talk grows by `rise` with the day `changeAt`. */
function sharesIn(panel: Panel, random: () => number, changeAt = Number.POSITIVE_INFINITY, rise = 1) {
  const { perDay, brands, share, groups, bursts = 0, days = yearDays } = panel;
  const counts = groups.map(() => ({ n: new Float64Array(days), sum: new Float64Array(days) }));
  for (let day = 0; day < days; day++) {
    for (let brand = 0; brand < brands; brand++) {
      const part = brand === 0 ? share * (day >= changeAt ? rise : 1) : (1 - share) / (brands - 1);
      const loud = bursts > 0 ? Math.exp(bursts * gauss(random) - bursts ** 2 / 2) : 1;
      for (const [at, { n, sum }] of counts.entries()) {
        const stories = poisson(perDay * part * (groups[at] as number) * loud, random);
        n[day] = (n[day] as number) + stories;
        if (brand === 0) sum[day] = stories;
      }
    }
  }
  const { over } = openWeightedShares(
    counts.map(({ n, sum }) => ({ weight: 1, byBrand: [dailyMoments(n, sum, sum)] })),
    1,
  );
  return (from: number, days: number): WeightedShare | null => over(0, from, from + days - 1);
}

const part = (hits: number, of: number): string => `${((100 * hits) / of).toFixed(1)} %`;

/** How often intervals of a panel hold its share, by how long they are. */
export function coverageIn(panel: Panel, worlds: number, seed: number): Finding[] {
  const found = Object.entries(windows).map(([name, length]) => ({ name, length, held: 0, of: 0 }));
  const { days = yearDays, perDay, share } = panel;
  for (let world = 0; world < worlds; world++) {
    const over = sharesIn(panel, seeded(seed * 1_000_003 + world));
    for (const window of found) {
      for (let from = 0; from + window.length <= days; from += window.length) {
        const known = over(from, window.length);
        if (!known) continue;
        const { low, high } = jeffreysInterval(known.share, known.worth);
        window.of++;
        if (low <= share && share <= high) window.held++;
      }
    }
  }
  return found
    .filter(({ of }) => of > 0)
    .map(({ name, length, held, of }): Finding => {
      // Windows of one world share what it knows of its bursts, so that they are not as many as they seem.
      const slack = 2 * Math.sqrt((0.05 * 0.95) / of) * (panel.bursts ? 1.5 : 1);
      const isFew = length * perDay * Math.min(share, 1 - share) < few;
      return {
        what: `${panel.name}: ${name}, held`,
        found: part(held, of),
        wanted: isFew ? 'at least 93 %, but for chance' : '93 to 97 %, but for chance',
        holds: held / of + slack >= 0.93 && (isFew || held / of - slack <= 0.97),
      };
    });
}

/** How often two windows of 28 days are told apart at z 2.81 where nothing changed, and where the brand's talk grew by half. */
export function changesIn(panel: Panel, worlds: number, seed: number): Finding[] {
  const length = 28;
  const { days = yearDays } = panel;
  const told = (rise: number, from: number): [number, number] => {
    let [clear, of] = [0, 0];
    for (let world = 0; world < worlds; world++) {
      const over = sharesIn(panel, seeded(seed * 1_000_003 + world), days - length, rise);
      for (let at = from; at + 2 * length <= days; at += length) {
        const [earlier, later] = [over(at, length), over(at + length, length)];
        if (!earlier || !later) continue;
        of++;
        if (Math.abs(differenceOfShares(earlier, later, byChance).z) >= 2.81) clear++;
      }
    }
    return [clear, of];
  };
  const [still, ofStill] = told(1, 0);
  const [grown, ofGrown] = told(1.5, days - 2 * length);
  return [
    {
      what: `${panel.name}: false changes`,
      found: part(still, ofStill),
      wanted: '0.5 % at most, but for chance',
      holds: still / ofStill - 2 * Math.sqrt(0.005 / ofStill) <= 0.005,
    },
    {
      what: `${panel.name}: half more talk, told`,
      found: part(grown, ofGrown),
      wanted: '',
      holds: null,
    },
  ];
}

/** Do intervals of share of voice hold the truth, of rare brands, of uneven groups and of days on which all speak of one? */
export const simulateShareOfVoice: Simulation = {
  question: 'do intervals hold the share, and changes keep silent where there are none?',
  worlds: 40,
  run: ({ worlds, seed }) =>
    panels.flatMap((panel) => [...coverageIn(panel, worlds, seed), ...changesIn(panel, worlds, seed)]),
};
