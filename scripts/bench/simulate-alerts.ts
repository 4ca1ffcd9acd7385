import { alarmBelow, alarmsOf, type Daily } from '../../collector/measure/alarm.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import { type AlertWorld, alertWorlds } from './alert-worlds.ts';
import { drawFrom, unlikelyFrom } from './counts-of-days.ts';
import type { Finding, Simulation } from './figures.ts';

/** Days of history before the year that is watched, and the days of that year. */
const before = 90;
const watched = 365;
/** What happens in the half of the brands that something happens to: so many times a year. */
const happenings = 6;
const fewestSeen = 5;

type AlertScore = {
  /** False alerts per series and year: days in a row are one. */
  falseOnes: number;
  /** Those of who knows each day's distribution. */
  oraclesOwn: number;
  hits: number;
  oracle: number;
};

const merged = (days: Iterable<number>): number => {
  let [alerts, last] = [0, -9];
  for (const day of [...days].sort((a, b) => a - b)) {
    if (day > last + 2) alerts++;
    last = day;
  }
  return alerts;
};

/**
 * False alarms of a world in which nothing happens, and what is found of what happens in its twin: on days drawn by lot,
 * up to twice as much more as an oracle needs to call an alarm is added. The oracle knows each day's distribution.
 */
export function scoreAlerts(world: AlertWorld, brands: number, seed: number): AlertScore {
  const random = seeded(seed);
  const score = { falseOnes: 0, oraclesOwn: 0, hits: 0, oracle: 0 };
  for (let brand = 0; brand < brands; brand++) {
    const days = before + watched;
    const dayOf = world.begin(random);
    const counts = new Float64Array(days);
    const exposure = new Float64Array(days);
    const alarmed: number[] = [];
    const from = new Float64Array(days);
    for (let day = 0; day < days; day++) {
      const { chances, of } = dayOf(day);
      exposure[day] = of;
      counts[day] = of > 0 ? drawFrom(chances, random) : 0;
      from[day] = Math.max(fewestSeen, unlikelyFrom(chances, alarmBelow));
      if (day >= before && (counts[day] as number) >= (from[day] as number)) alarmed.push(day);
    }
    const quiet: Daily = { counts, exposure, first: 0 };
    score.falseOnes += merged(alarmsOf(quiet, before, world.kind).keys());
    score.oraclesOwn += merged(alarmed);

    const busy: Daily = { counts: counts.slice(), exposure: exposure.slice(), first: 0 };
    const planted: number[] = [];
    for (let nth = 0; nth < happenings; nth++) {
      const day = before + Math.floor(((nth + 0.2 + 0.6 * random()) * watched) / happenings);
      const usual = counts[day] as number;
      const mean = meanOf(dayOf(day).chances);
      const more = Math.ceil(((from[day] as number) - mean) * (0.8 + 1.2 * random()));
      busy.counts[day] = usual + more;
      if (world.kind === 'share') {
        const room = Math.max(0, (exposure[day] as number) - usual);
        if (more > room) continue;
      }
      planted.push(day);
    }
    const found = alarmsOf(busy, before, world.kind);
    for (const day of planted) {
      const isAlarm = (busy.counts[day] as number) >= (from[day] as number);
      if (!isAlarm) continue;
      score.oracle++;
      if (found.has(day)) score.hits++;
    }
  }
  return {
    falseOnes: score.falseOnes / brands,
    oraclesOwn: score.oraclesOwn / brands,
    hits: score.hits,
    oracle: score.oracle,
  };
}

const meanOf = (chances: Float64Array): number => chances.reduce((sum, one, count) => sum + one * count, 0);

const mostFalse = 2;
const fewestHits = 0.8;
/** Fewest hits of the oracle that a share of them can be judged by. */
const fewestOfOracle = 20;

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** Are alerts rare where nothing happens, and given where something does, whatever kind of brand it is? */
export const simulateAlerts: Simulation = {
  question:
    'how many false alerts has a series in a year, and what share is found of what an oracle finds that knows each day’s distribution?',
  worlds: 40,
  run({ worlds, seed }) {
    const all = { falseOnes: 0, hits: 0, oracle: 0 };
    const findings = alertWorlds.map((world): Finding => {
      const { falseOnes, oraclesOwn, hits, oracle } = scoreAlerts(world, worlds, seed * 7919);
      all.falseOnes += falseOnes / alertWorlds.length;
      all.hits += hits;
      all.oracle += oracle;
      const few = oracle < fewestOfOracle;
      // What chance alone may add to so few brands.
      const enough =
        falseOnes - 2 * Math.sqrt(falseOnes / worlds) <= mostFalse &&
        (few || hits / oracle + 2 * Math.sqrt((fewestHits * (1 - fewestHits)) / oracle) >= fewestHits);
      return {
        what: world.name,
        found: `${falseOnes.toFixed(1)}, ${few ? '–' : percent(hits / oracle)}`,
        wanted: world.beyondUs
          ? `told, not judged: ${world.beyondUs}`
          : `≤ ${mostFalse} (oracle ${oraclesOwn.toFixed(1)}), ≥ ${percent(fewestHits)}`,
        holds: world.beyondUs ? null : enough,
      };
    });
    return [
      ...findings,
      {
        what: 'all of them',
        found: `${all.falseOnes.toFixed(1)}, ${percent(all.hits / all.oracle)}`,
        wanted: `≤ ${mostFalse}, ≥ ${percent(fewestHits)}`,
        holds: all.falseOnes <= mostFalse && all.hits / all.oracle >= fewestHits,
      },
    ];
  },
};
