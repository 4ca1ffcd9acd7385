import { events } from '../../collector/measure/events.ts';
import { gatherFacts } from '../../collector/measure/facts.ts';
import { configWith, type Said } from '../../collector/measure/invented-world.fixture.ts';
import { z95 } from '../../collector/measure/moments.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import type { Finding, Simulation } from './figures.ts';
import { type MadeSource, madeBrand, nameOf, rivals } from './made-brand.ts';

const weekly = [1.2, 1.1, 1, 1, 1.1, 0.6, 0.5];

/** What moves talk although nothing happens: a wave of a day, week or more, as a share of the stories, and of the moods. */
type Wave = {
  stories: number;
  mood: number;
  /** Days that it stays as it is; or the share of it that a day passes on to the next. */
  lasts: { days: number } | { passesOn: number };
};

/** Brands to which events happen that move each figure by what is known. */
export type EventWorld = {
  name: string;
  /** Stories a day of each brand. */
  rate: number;
  /** The team's own and its competitors. */
  brands: 1 | 2 | 3;
  window: number;
  /** Days before the first event. */
  past: number;
  /** What an event does, and with the next is over again: a factor on the stories, and a share of people won over. */
  effect: { stories: number; mood: number };
  /** What befalls all brands at the same time. */
  common: { stories: number; mood: number };
  /** Waves that all brands share, and those that each has alone. */
  shared?: Wave;
  own?: Wave;
};

const usual = { past: 364, brands: 3, window: 28 } as const;
const nothing = { stories: 1, mood: 0 };
const effect = { stories: 1.5, mood: 0.1 };
const common = { stories: 1.2, mood: -0.05 };
const inWeeks = { stories: 0.15, mood: 0.04, lasts: { days: 7 } };

export const eventWorlds: readonly EventWorld[] = [
  { ...usual, name: 'nothing, 8 a day', rate: 8, effect: nothing, common: nothing },
  { ...usual, name: 'alone, 8 a day', rate: 8, effect, common },
  { ...usual, name: 'alone, 2 a day', rate: 2, effect: { ...effect, stories: 2 }, common },
  { ...usual, name: 'alone, 4 a day, of 14 days', rate: 4, window: 14, effect, common },
  { ...usual, name: 'alone, 50 a day', rate: 50, brands: 2, effect, common },
  {
    ...usual,
    name: 'alone, 11 a day, of 14 days, 5 weeks on',
    rate: 11,
    window: 14,
    past: 35,
    effect,
    common,
  },
  { ...usual, name: 'waves of weeks shared, 11 a day', rate: 11, effect, common, shared: inWeeks },
  {
    ...usual,
    name: 'waves of weeks shared, 11 a day, of 14 days, 5 weeks on',
    ...{ rate: 11, window: 14, past: 35, effect, common, shared: inWeeks },
  },
  {
    ...usual,
    name: 'waves that linger shared, 8 a day, one rival',
    ...{ rate: 8, brands: 2, effect, common },
    shared: { stories: 0.3, mood: 0.06, lasts: { passesOn: 0.9 } },
  },
  {
    ...usual,
    name: 'shocks of days shared, 30 a day',
    ...{ rate: 30, brands: 2, effect, common },
    shared: { stories: 0.4, mood: 0.1, lasts: { days: 1 } },
  },
  {
    ...usual,
    name: 'shocks of days shared, 4 a day, of 14 days',
    ...{ rate: 4, window: 14, effect, common },
    shared: { stories: 0.5, mood: 0.1, lasts: { days: 1 } },
  },
  {
    ...usual,
    name: 'shocks of days each alone, 20 a day',
    ...{ rate: 20, brands: 2, effect, common },
    own: { stories: 0.3, mood: 0.1, lasts: { days: 1 } },
  },
  {
    ...usual,
    name: 'waves of days each alone, 8 a day',
    ...{ rate: 8, effect, common },
    own: { stories: 0.3, mood: 0.06, lasts: { passesOn: 0.6 } },
  },
  {
    ...usual,
    name: 'waves that linger each alone, 8 a day',
    ...{ rate: 8, effect, common },
    own: { stories: 0.2, mood: 0.05, lasts: { passesOn: 0.97 } },
  },
  {
    ...usual,
    name: 'waves of weeks shared and each alone, 20 a day',
    ...{ rate: 20, brands: 2, effect, common, shared: inWeeks, own: { ...inWeeks, stories: 0.1 } },
  },
  { ...usual, name: 'no rivals, 8 a day', rate: 8, brands: 1, effect, common: nothing },
  {
    ...usual,
    name: 'no rivals, waves of weeks, 8 a day',
    ...{ rate: 8, brands: 1, effect, common: nothing, own: inWeeks },
  },
];

/** Normal draws (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A wave of variance 1 by day. */
function waveOf(lasts: Wave['lasts'], days: number, random: () => number): number[] {
  const found: number[] = [];
  let at = normal(random);
  for (let day = 0; day < days; day++) {
    if (day > 0) {
      if ('days' in lasts) at = day % lasts.days === 0 ? normal(random) : at;
      else at = lasts.passesOn * at + Math.sqrt(1 - lasts.passesOn ** 2) * normal(random);
    }
    found.push(at);
  }
  return found;
}

/** Figures that are asked for, and what an event does to each: of counts a factor less 1, of tone points, of ratings stars. */
const figures: Readonly<
  Record<string, { isCount: boolean; effectOf(effect: EventWorld['effect']): number }>
> = {
  stories: { isCount: true, effectOf: ({ stories }) => stories - 1 },
  awareness: { isCount: true, effectOf: ({ stories }) => stories - 1 },
  'net-sentiment': { isCount: false, effectOf: ({ mood }) => 200 * mood },
  satisfaction: { isCount: false, effectOf: ({ mood }) => 2 * mood },
};
const [kind, unkind] = [0.4, 0.35];
/** Farther no mood goes: shares stay shares. */
const mostMood = 0.2;

const eventsOfWorld = 6;

type Told = { figure: string; held: boolean; z: number };

/** What `events` tells of one world's events, against what was planted. */
function told(world: EventWorld, random: () => number): Told[] {
  const { rate, brands, window, past, effect, common, shared, own } = world;
  const days = past + 2 * window * eventsOfWorld;
  const begins = Array.from({ length: eventsOfWorld }, (_, nth) => past + 2 * window * nth);
  const waves = Array.from({ length: brands }, () => own && waveOf(own.lasts, days, random));
  const moods = Array.from({ length: brands }, () => own && waveOf(own.lasts, days, random));
  const [wave, mood] = [0, 1].map(() => shared && waveOf(shared.lasts, days, random));
  /** Every other event undoes what the one before did. */
  const isOn = (day: number): boolean => begins.filter((begin) => begin <= day).length % 2 === 1;
  const factor = (day: number, brand: number): number =>
    Math.exp(
      (shared ? shared.stories * (wave?.[day] as number) : 0) +
        (own ? own.stories * (waves[brand]?.[day] as number) : 0),
    ) * (isOn(day) ? common.stories * (brand === 0 ? effect.stories : 1) : 1);
  const within = (value: number): number => Math.min(mostMood, Math.max(-mostMood, value));
  const moodOn = (day: number, brand: number): number =>
    within(
      (shared ? shared.mood * (mood?.[day] as number) : 0) +
        (own ? own.mood * (moods[brand]?.[day] as number) : 0),
    ) + (isOn(day) ? common.mood + (brand === 0 ? effect.mood : 0) : 0);
  const source: MadeSource = {
    id: 'paper',
    rate: (day, brand) => rate * (weekly[day % 7] as number) * factor(day, brand),
    story(day, brand): Said {
      const won = moodOn(day, brand);
      const draw = random();
      const tone =
        draw < kind + won ? 'positive' : draw < kind + won + (unkind - won) ? 'negative' : 'neutral';
      const stars = random();
      const value = stars < kind + won / 2 ? 5 : stars > 1 - (unkind - won / 2) ? 1 : 3;
      return { tone, rating: { value, of: 5 } };
    },
  };
  const facts = gatherFacts(
    madeBrand([source], days, random, {
      brands,
      parts: {
        config: configWith({
          competitors: rivals.slice(0, brands - 1),
          events: begins.flatMap((begin, nth) =>
            Object.keys(figures).map((figure) => ({
              ...{ date: nameOf(begin), name: `Event ${nth}`, figure, window },
            })),
          ),
        }),
      },
    }),
  );
  const body = events.measure(facts);
  const rows = body.kind === 'ranking' ? (body.brands.northwind?.rows ?? []) : [];
  return rows.flatMap(({ id, value, low, high }): Told[] => {
    if (value === null || low === null || high === null) return [];
    const figure = id.slice('2024-01-01-'.length);
    const { isCount, effectOf } = figures[figure] as (typeof figures)[string];
    const undone = begins.findIndex((begin) => id.startsWith(nameOf(begin))) % 2 === 1;
    const once = effectOf(effect);
    const truth = isCount ? (undone ? 1 / (1 + once) : 1 + once) : undone ? -once : once;
    const onScale = (one: number): number => (isCount ? Math.log(1 + one / 100) : one);
    const error = (onScale(high) - onScale(low)) / (2 * z95);
    const z = (onScale(value) - (isCount ? Math.log(truth) : truth)) / error;
    const limit = isCount ? 100 * (truth - 1) : truth;
    return [{ figure, held: low <= limit && limit <= high, z }];
  });
}

/** How often the effects told of a world’s brands hold the planted ones, and how wide their intervals are: z is 1 where as wide as need be. */
export function effectsIn(world: EventWorld, brands: number, seed: number): Finding[] {
  const found = Array.from({ length: brands }, (_, brand) =>
    told(world, seeded(seed * 1_000_003 + brand)),
  ).flat();
  return Object.keys(figures).map((figure) => {
    const some = found.filter((one) => one.figure === figure);
    const counted = Math.max(1, some.length);
    const share = some.filter(({ held }) => held).length / counted;
    const z = Math.sqrt(some.reduce((sum, one) => sum + one.z ** 2, 0) / counted);
    const slack = 2 * Math.sqrt((0.95 * 0.05) / counted);
    return {
      what: `${figure}: ${world.name}`,
      found: `${(100 * share).toFixed(1)} % of ${some.length}`,
      wanted: `93 to 97 %, but for chance; rms z ${z.toFixed(2)}`,
      holds: some.length > 0.9 * brands * eventsOfWorld && share >= 0.93 - slack && share <= 0.97 + slack,
    };
  });
}

/** Do the effects of events hold what was planted beyond what happened to all? */
export const simulateEvents: Simulation = {
  question: 'do the intervals of effects hold the planted ones, whatever befell all brands?',
  worlds: 40,
  run: ({ worlds, seed }) => eventWorlds.flatMap((world) => effectsIn(world, worlds, seed)),
};
