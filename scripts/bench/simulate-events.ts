import { events } from '../../collector/measure/events.ts';
import { gatherFacts } from '../../collector/measure/facts.ts';
import { bluebird, configWith, type Said } from '../../collector/measure/invented-world.fixture.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import type { Finding, Simulation } from './figures.ts';
import { type MadeSource, madeBrand, nameOf } from './made-brand.ts';

/** A year before the event: in a shorter past nobody can tell how far talk drifts by itself, and the intervals are wider than need be. */
const days = 400;
const begins = 350;
const window = 28;
const weekly = [1.2, 1.1, 1, 1, 1.1, 0.6, 0.5];

/** What an event does to the brand, and what befalls all at the same time. */
type EventWorld = {
  name: string;
  figure: string;
  /** Stories a day of each brand. */
  rate: number;
  /** Counts: factors; tone: points by which the share of positive stories rises. */
  effect: number;
  common: number;
  /** Size of what all brands share from day to day, and of what each has alone. */
  shock: number;
};

export const eventWorlds: readonly EventWorld[] = [
  {
    name: 'stories + 50 %, all + 20 %, 8 a day',
    figure: 'stories',
    rate: 8,
    effect: 1.5,
    common: 1.2,
    shock: 0,
  },
  { name: 'nothing, 8 a day', figure: 'stories', rate: 8, effect: 1, common: 1, shock: 0 },
  { name: 'stories × 2, 1 a day', figure: 'stories', rate: 1, effect: 2, common: 1, shock: 0 },
  {
    name: 'stories + 30 %, all − 30 %, 30 a day, shocks',
    figure: 'stories',
    rate: 30,
    effect: 1.3,
    common: 0.7,
    shock: 0.3,
  },
  {
    name: 'awareness + 50 %, all + 20 %, 8 a day',
    figure: 'awareness',
    rate: 8,
    effect: 1.5,
    common: 1.2,
    shock: 0,
  },
  {
    name: 'tone + 20 points, all − 10, 8 a day',
    figure: 'net-sentiment',
    rate: 8,
    effect: 0.2,
    common: -0.1,
    shock: 0,
  },
  {
    name: 'tone + 20 points, all − 10, 8 a day, moods',
    figure: 'net-sentiment',
    rate: 8,
    effect: 0.2,
    common: -0.1,
    shock: 0.3,
  },
  { name: 'tone, nothing, 2 a day', figure: 'net-sentiment', rate: 2, effect: 0, common: 0, shock: 0 },
];

const isCount = ({ figure }: EventWorld): boolean => figure !== 'net-sentiment';
const [positive, negative] = [0.35, 0.25];

/** The effect that `events` tells of one brand, with its interval. */
function told(world: EventWorld, random: () => number) {
  const { rate, effect, common, shock, figure } = world;
  // Moods of each day and brand: a factor on the stories, or points on their tone.
  const moods = Array.from({ length: days }, () =>
    Array.from({ length: 2 }, () => (random() + random() - 1) * 2 * shock),
  );
  const mood = (day: number, brand: number): number => moods[day]?.[brand] as number;
  const after = (day: number): boolean => day >= begins;
  const source: MadeSource = {
    id: 'paper',
    rate: (day, brand) =>
      rate *
      (weekly[day % 7] as number) *
      (isCount(world)
        ? Math.max(0.05, 1 + mood(day, brand)) * (after(day) ? common * (brand === 0 ? effect : 1) : 1)
        : 1),
    story(day, brand): Said {
      if (isCount(world)) return {};
      const share = positive + mood(day, brand) + (after(day) ? common + (brand === 0 ? effect : 0) : 0);
      const draw = random();
      if (draw < share) return { tone: 'positive' };
      return { tone: draw < share + negative ? 'negative' : 'neutral' };
    },
  };
  const facts = gatherFacts(
    madeBrand([source], days, random, {
      brands: 2,
      parts: {
        config: configWith({
          competitors: [bluebird],
          events: [{ date: nameOf(begins), name: 'Campaign', figure, window }],
        }),
      },
    }),
  );
  const body = events.measure(facts);
  return body.kind === 'ranking' ? body.brands.northwind?.rows[0] : undefined;
}

/** The true effect: in percent of counts, in points of tone. */
function truthOf(world: EventWorld): number {
  const { effect, common, shock } = world;
  if (isCount(world)) return 100 * (effect - 1);
  // Moods that leave the bounds are cut, so that the mean is taken over them.
  const steps = 2001;
  const mean = (shift: number): number => {
    let sum = 0;
    let weights = 0;
    for (let at = 0; at < steps; at++) {
      const triangle = (2 * at) / (steps - 1) - 1;
      const weight = 1 - Math.abs(triangle);
      const share = positive + shift + triangle * 2 * shock;
      // A draw is negative from the positive share on: where that lies below 0, so many fewer are.
      const unkind = Math.min(1, Math.max(0, share + negative)) - Math.min(1, Math.max(0, share));
      sum += weight * (Math.min(1, Math.max(0, share)) - unkind);
      weights += weight;
    }
    return sum / weights;
  };
  return 100 * (mean(effect + common) - mean(common));
}

/** How often the effect told of a world’s brands holds the planted one. */
export function effectsIn(world: EventWorld, brands: number, seed: number): Finding {
  const truth = truthOf(world);
  let [held, counted, sum] = [0, 0, 0];
  for (let brand = 0; brand < brands; brand++) {
    const row = told(world, seeded(seed * 1_000_003 + brand));
    if (row?.low == null || row.high == null) continue;
    counted++;
    sum += row.value ?? 0;
    if (row.low <= truth && truth <= row.high) held++;
  }
  const slack = 2 * Math.sqrt((0.95 * 0.05) / Math.max(1, counted));
  const share = held / Math.max(1, counted);
  return {
    what: world.name,
    found: `${(100 * share).toFixed(1)} % of ${counted}`,
    wanted: `93 to 97 %, but for chance; mean ${(sum / Math.max(1, counted)).toFixed(1)}, planted ${truth.toFixed(1)}`,
    holds: counted > 0.9 * brands && share >= 0.93 - slack && share <= 0.97 + slack,
  };
}

/** Do the effects of events hold what was planted beyond what happened to all? */
export const simulateEvents: Simulation = {
  question: 'do the intervals of effects hold the planted ones, whatever befell all brands?',
  worlds: 150,
  run: ({ worlds, seed }) => eventWorlds.map((world) => effectsIn(world, worlds, seed)),
};
