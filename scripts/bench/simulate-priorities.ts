import { type Complaint, costs } from '../../collector/measure/costs.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import type { Finding, Simulation } from './figures.ts';

const days = 90;

/** A theme of a made brand: how many of the reviews complain of it, and how many stars it takes from such a review. */
type Planted = {
  share: number;
  stars: number /** Mostly comes with the theme before it. */;
  travels?: boolean;
};
type ReviewWorld = {
  name: string;
  reviews: number;
  themes: readonly Planted[];
  /** Standard deviation of the mood that the reviews of one day share, in stars. */
  mood: number;
};

/** Costs of 0.5, 0.24, 0.1 and 0 stars: the dear one is rarer than the cheap one, and the harmless one travels with it. */
const usual: readonly Planted[] = [
  { share: 0.2, stars: 2.5 },
  { share: 0.2, stars: 0, travels: true },
  { share: 0.4, stars: 0.6 },
  { share: 0.1, stars: 1 },
];

export const reviewWorlds: readonly ReviewWorld[] = [
  { name: '60 reviews', reviews: 60, themes: usual, mood: 0 },
  { name: '150 reviews', reviews: 150, themes: usual, mood: 0 },
  { name: '400 reviews', reviews: 400, themes: usual, mood: 0 },
  { name: '2,000 reviews', reviews: 2000, themes: usual, mood: 0 },
  { name: '400 reviews, days share a mood', reviews: 400, themes: usual, mood: 0.5 },
  { name: '2,000 reviews, days share a mood', reviews: 2000, themes: usual, mood: 0.5 },
  {
    name: '400 reviews, rare complaints',
    reviews: 400,
    themes: [
      { share: 0.04, stars: 3 },
      { share: 0.03, stars: 0 },
      { share: 0.3, stars: 0.2 },
    ],
    mood: 0,
  },
];

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Reviews in whole stars: most of them the best, a tail of the worst, as stores have them. */
function reviewsOf({ reviews, themes, mood }: ReviewWorld, random: () => number): Complaint[] {
  const moods = Array.from({ length: days }, () => mood * normal(random));
  return Array.from({ length: reviews }, () => {
    const day = Math.floor(random() * days);
    const named: number[] = [];
    for (const [theme, { share, travels }] of themes.entries()) {
      const together = travels && named.includes(theme - 1);
      if (random() < (travels ? (together ? 0.8 : share / 4) : share)) named.push(theme);
    }
    const loss = named.reduce((sum, theme) => sum + (themes[theme] as Planted).stars, 0);
    const felt = 5.2 - loss + (moods[day] as number) + (random() < 0.1 ? -2.5 : 0) + 0.7 * normal(random);
    return { day, value: Math.min(5, Math.max(1, Math.round(felt))), themes: named };
  });
}

/** What each theme costs in truth: the same regression on so many reviews that chance has no part in it. */
function truthOf(world: ReviewWorld): number[] {
  const many = reviewsOf({ ...world, reviews: 150_000 }, seeded(1));
  return costs(many, world.themes.length).map(({ value }) => value);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How the costs of a world’s brands hold the planted ones, and rank them. */
export function costsIn(world: ReviewWorld, brands: number, seed: number): Finding[] {
  const truth = truthOf(world);
  const dearest = truth.indexOf(Math.max(...truth));
  const held = truth.map(() => 0);
  let [led, harmless] = [0, 0];
  const free = world.themes.flatMap(({ stars }, theme) => (stars === 0 ? [theme] : []));
  for (let brand = 0; brand < brands; brand++) {
    const found = costs(reviewsOf(world, seeded(seed * 1_000_003 + brand)), truth.length);
    for (const [theme, { low, high }] of found.entries())
      if (low <= (truth[theme] as number) && (truth[theme] as number) <= high)
        held[theme] = (held[theme] as number) + 1;
    const lows = found.map(({ low }) => low);
    if (lows.indexOf(Math.max(...lows)) === dearest) led++;
    harmless += free.filter((theme) => (lows[theme] as number) > 0).length / free.length;
  }
  const all = held.reduce((sum, one) => sum + one, 0) / (brands * truth.length);
  // The themes of one brand share its reviews: their coverages are not as many draws as they seem.
  const slack = 2 * Math.sqrt((0.95 * 0.05) / brands);
  return [
    {
      what: `${world.name}: intervals hold the planted cost`,
      found: `${percent(all)}  (${held.map((one) => ((100 * one) / brands).toFixed(0)).join(' ')})`,
      wanted: '93 to 97 %, but for chance',
      holds: all >= 0.93 - slack && all <= 0.97 + slack,
    },
    {
      what: `${world.name}: the dearest theme leads`,
      found: percent(led / brands),
      wanted: world.reviews >= 150 && world.themes === usual ? 'at least 95 %' : '',
      holds: world.reviews >= 150 && world.themes === usual ? led / brands >= 0.95 : null,
    },
    {
      what: `${world.name}: a harmless theme is told to cost something`,
      found: percent(harmless / brands),
      wanted: 'about 2.5 %',
      holds: harmless / brands <= 0.04 + slack,
    },
  ];
}

/** Do costs hold what was planted, and does what costs most lead? */
export const simulatePriorities: Simulation = {
  question: 'do the intervals of costs hold the planted ones, and does the dearest theme lead?',
  worlds: 400,
  run: ({ worlds, seed }) => reviewWorlds.flatMap((world) => costsIn(world, worlds, seed)),
};
