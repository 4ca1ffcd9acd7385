import { awarenessLine } from '../../collector/measure/awareness.ts';
import { gatherFacts } from '../../collector/measure/facts.ts';
import { seeded } from '../../collector/measure/seeded.ts';
import type { Finding, Simulation } from './figures.ts';
import { type MadeSource, madeBrand } from './made-brand.ts';

const days = 300;
const changed = 200;
const rise = 1.3;
const weekly = [1.2, 1.1, 1, 1, 1.1, 0.4, 0.3];

type Level = (day: number) => number;
const flat: Level = () => 1;

/** Four sources of unlike sizes and weeks; one of them, of a third of the stories, may come, go or fall silent. */
function panel(level: Level, third: Partial<MadeSource> = {}): MadeSource[] {
  const paper: MadeSource = { id: 'paper', rate: (day) => 6 * (weekly[day % 7] as number) * level(day) };
  const rest: MadeSource[] = [
    { id: 'talk', group: 'forum', rate: (day) => 5 * level(day) },
    { id: 'blog', rate: (day) => 2 * (weekly[day % 7] as number) * level(day) },
    { id: 'quiet', rate: (day) => 0.2 * level(day) },
  ];
  return [paper, ...rest.map((one) => (one.id === 'talk' ? { ...one, ...third } : one))];
}

/** The index over the last so many days. */
function indexOf(sources: MadeSource[], random: () => number, last = 28) {
  const facts = gatherFacts(madeBrand(sources, days, random));
  return awarenessLine(facts, 0).estimate(days - last, days - 1, null);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const percent = (share: number, digits = 2) => `${(100 * share).toFixed(digits)} %`;

const moves: Record<string, Partial<MadeSource>> = {
  'a source of a third of the stories joins': { from: changed },
  '… leaves': { to: changed },
  '… is dark for the last 20 days': { dark: Array.from({ length: 20 }, (_, at) => days - 20 + at) },
  '… is dark every other day': { dark: Array.from({ length: days / 2 }, (_, at) => 2 * at) },
};

/** Does the index stay where it is when what is read changes, and go where the truth goes? */
export const simulateAwareness: Simulation = {
  question: 'does the index stay when sources come and go, and follow when the truth moves?',
  worlds: 100,
  run({ worlds, seed }) {
    const chance = (at: number) => seeded(seed * 100_003 + at);
    const every = Array.from({ length: worlds }, (_, at) => at);
    const findings: Finding[] = Object.entries(moves).map(([what, third]): Finding => {
      // Worlds apart by that source alone: the same draws otherwise, so that what differs is the method's doing.
      const logs = every.map((at) => {
        const [without, as] = [
          indexOf(panel(flat), chance(at)).value ?? 0,
          indexOf(panel(flat, third), chance(at)).value ?? 0,
        ];
        return Math.log(as / without);
      });
      const moved = mean(logs);
      const error = Math.sqrt(mean(logs.map((one) => (one - moved) ** 2)) / Math.max(1, worlds - 1));
      return {
        what,
        found: `${percent(moved)} ± ${percent(2 * error)}`,
        wanted: 'moves by less than 1 %',
        holds: Math.abs(moved) - 2 * error < 0.01,
      };
    });
    for (const [what, level, truth] of [
      ['nothing changes', flat, 100],
      ['the talk grows by 30 %', (day: number) => (day < changed ? 1 : rise), 130],
      ['… while a source joins', (day: number) => (day < changed ? 1 : rise), 130],
    ] as const) {
      const third = what.startsWith('…') ? { from: 100 } : {};
      const found = every.map((at) => indexOf(panel(level, third), chance(at)));
      const held = found.filter(({ low, high }) => (low ?? 0) <= truth && truth <= (high ?? 0)).length;
      findings.push({
        what: `${what}: the interval of 28 days holds ${truth}`,
        found: percent(held / worlds, 1),
        wanted: '93 to 97 %, but for chance',
        holds: Math.abs(held / worlds - 0.95) <= 0.02 + 2 * Math.sqrt((0.95 * 0.05) / worlds),
      });
      findings.push({
        what: `${what}: mean index`,
        found: mean(found.map(({ value }) => value ?? 0)).toFixed(2),
        wanted: `about ${truth}`,
        holds: null,
      });
    }
    return findings;
  },
};
