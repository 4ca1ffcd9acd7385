import {
  type Chances,
  clustered,
  drawFrom,
  eitherOf,
  hitsAmong,
  negativeBinomial,
} from './counts-of-days.ts';

/** A brand's series of one kind whose truth is known: by day what may be counted, and how likely each count is. */
export type AlertWorld = {
  name: string;
  kind: 'count' | 'share';
  /** Why it is told, but not held against what is promised. */
  beyondUs?: string;
  /** What a day is, once chance has told its level; `of`: opinions that a share is made of. */
  begin(random: () => number): (day: number) => { chances: Chances; of: number };
};

const weekly = [1.1, 1.1, 1.1, 1.05, 1, 0.8, 0.75];
const atWork = [1.35, 1.35, 1.3, 1.3, 1.2, 0.25, 0.25];
/** Days of the simulations begin on a Thursday, as those since 1970 do. */
const onWeekday = (shape: readonly number[], day: number): number => shape[(day + 3) % 7] as number;
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const known = new Map<string, Chances>();
/** Means are rounded to half a percent, so that few distributions are computed. */
function once(name: string, make: (mean: number) => Chances, mean: number): Chances {
  const rounded = Number(Math.exp(Math.round(Math.log(Math.max(mean, 1e-4)) * 200) / 200).toPrecision(6));
  const key = `${name} ${rounded}`;
  const found = known.get(key) ?? make(rounded);
  known.set(key, found);
  return found;
}

type Level = (random: () => number) => (day: number) => number;
const flat: Level = () => () => 1;
/** Grows by this factor each year, from the first day on. */
const growing =
  (factor: number): Level =>
  () =>
  (day) =>
    factor ** (day / 365);
/** A level that wanders: its logarithm takes a step of this size each day. */
const wandering =
  (step: number): Level =>
  (random) => {
    const path: number[] = [0];
    return (day) => {
      while (path.length <= day) path.push(0.997 * (path.at(-1) as number) + step * normal(random));
      return Math.exp(path[day] as number);
    };
  };
/** Moods that last about ten days. */
const moody =
  (size: number): Level =>
  (random) => {
    const path: number[] = [0];
    return (day) => {
      while (path.length <= day)
        path.push(0.9 * (path.at(-1) as number) + size * Math.sqrt(1 - 0.81) * normal(random));
      return Math.exp(path[day] as number);
    };
  };
const yearly: Level = () => (day) => 1 + 0.5 * Math.sin((2 * Math.PI * day) / 365);

function counts(
  name: string,
  mean: number,
  make: (mean: number) => Chances,
  level: Level = flat,
  week: readonly number[] = weekly,
): AlertWorld {
  return {
    name: `${name}, ${mean} a day`,
    kind: 'count',
    begin(random) {
      const of = level(random);
      return (day) => ({ chances: once(name, make, mean * of(day) * onWeekday(week, day)), of: 1 });
    },
  };
}

/** A world that nobody can do well in who has only the counts. */
const hard = (why: string, world: AlertWorld): AlertWorld => ({ ...world, beyondUs: why });
const moodUnknown = 'the oracle knows the mood of the day';
const realBursts = 'nine days a year are out of the ordinary';

const bursting = (dispersion: number) => (mean: number) => clustered(mean, dispersion);
const spread = (dispersion: number) => (mean: number) => negativeBinomial(mean, dispersion);
/** Every day has a shock of its own: the standard deviation is so much of the mean, beyond chance. */
const shocked = (share: number) => (mean: number) => negativeBinomial(mean, 1 + mean * share * share);
/** On one day in forty six times the usual is said. */
const excited = (mean: number): Chances =>
  eitherOf(negativeBinomial(mean / 1.125, 1.3), negativeBinomial((6 * mean) / 1.125, 1.3), 0.025);

function shares(
  name: string,
  of: number,
  share: number,
  correlation: number,
  level: Level = flat,
  bursts = 1,
): AlertWorld {
  return {
    name: `${name}, ${share * 100} % of ${of} a day`,
    kind: 'share',
    begin(random) {
      const drift = level(random);
      const days: number[] = [];
      return (day) => {
        while (days.length <= day) {
          const mean = of * onWeekday(weekly, days.length);
          days.push(drawFrom(once(`opinions ${bursts}`, spread(bursts), mean), random));
        }
        const odds = (share / (1 - share)) * drift(day);
        const now = Math.round((500 * odds) / (1 + odds)) / 500;
        const opinions = days[day] as number;
        const key = `${name} ${opinions} ${now}`;
        const chances = known.get(key) ?? hitsAmong(opinions, Math.max(now, 0.001), correlation);
        known.set(key, chances);
        return { chances, of: opinions };
      };
    },
  };
}

/** Brands of many kinds in which nothing happens but what they are: each should have few alarms. */
export const alertWorlds: readonly AlertWorld[] = [
  counts('steady', 0.3, spread(1)),
  counts('steady', 1, spread(1)),
  counts('steady', 3, spread(1)),
  counts('steady', 10, spread(1.5)),
  counts('steady', 30, spread(2)),
  counts('steady', 200, spread(3)),
  counts('spread wide', 1, spread(3)),
  counts('spread wide', 10, spread(4)),
  counts('spread wide', 200, spread(10)),
  counts('a shock a day', 10, shocked(0.4)),
  counts('a shock a day', 200, shocked(0.25)),
  counts('in bursts of 2', 0.3, bursting(3)),
  counts('in bursts of 2', 1, bursting(3)),
  counts('in bursts of 3 or 4', 1, bursting(6)),
  counts('in bursts of 3', 3, bursting(5)),
  counts('in bursts of 3 or 4', 10, bursting(6)),
  hard(realBursts, counts('excited at times', 1, excited)),
  hard(realBursts, counts('excited at times', 4, excited)),
  counts('× 2 a year', 1, spread(1.5), growing(2)),
  counts('× 2 a year', 10, spread(1.5), growing(2)),
  counts('× 2 a year', 100, spread(2), growing(2)),
  counts('× 4 a year', 1, spread(1.5), growing(4)),
  counts('× 4 a year', 10, spread(1.5), growing(4)),
  counts('× 4 a year', 100, spread(2), growing(4)),
  counts('÷ 4 a year', 30, spread(1.5), growing(0.25)),
  counts('× 4 a year in bursts', 1, bursting(4), growing(4)),
  counts('wandering', 3, spread(1.5), wandering(0.04)),
  counts('wandering', 30, spread(1.5), wandering(0.04)),
  hard(moodUnknown, counts('wandering', 200, spread(2), wandering(0.04))),
  hard(moodUnknown, counts('in moods', 10, spread(1.5), moody(0.3))),
  hard(moodUnknown, counts('in moods', 100, spread(2), moody(0.3))),
  counts('with the seasons', 30, spread(1.5), yearly),
  counts('on working days', 1, spread(1), flat, atWork),
  counts('on working days', 10, spread(1.5), flat, atWork),
  counts('on working days', 200, spread(3), flat, atWork),
  shares('share, steady', 1, 0.2, 0),
  shares('share, steady', 5, 0.3, 0),
  shares('share, steady', 30, 0.2, 0.02),
  shares('share, steady', 200, 0.1, 0.01),
  shares('share, in bursts', 3, 0.3, 0.2, flat, 4),
  shares('share, of moody days', 30, 0.3, 0.08),
  shares('share, × 4 a year', 10, 0.1, 0.01, growing(4)),
  shares('share, × 4 a year', 100, 0.1, 0.01, growing(4)),
  shares('share, wandering', 30, 0.25, 0.01, wandering(0.05)),
  hard(moodUnknown, shares('share, in moods', 50, 0.25, 0.01, moody(0.4))),
];
