import { parseArgs } from 'node:util';
import { simulateAlerts } from './simulate-alerts.ts';
import { simulateAttention } from './simulate-attention.ts';
import { simulateAwareness } from './simulate-awareness.ts';
import { simulateEmerging } from './simulate-emerging.ts';
import { simulateEvents } from './simulate-events.ts';
import { simulatePriorities } from './simulate-priorities.ts';
import { simulateShareOfVoice } from './simulate-share-of-voice.ts';
import { simulateVerdicts } from './simulate-verdicts.ts';

/** One line of a table: what was simulated, what came out, what is wanted, and whether it holds (null: told, not judged). */
export type Finding = { what: string; found: string; wanted: string; holds: boolean | null };

/** Worlds whose truth is known, measured as a brand's own lines are. The same seed gives the same table. */
export type Simulation = {
  question: string;
  /** Worlds in a whole run; some seconds to minutes. */
  worlds: number;
  run(options: { worlds: number; seed: number }): Finding[];
};

/** One file each, one line here. */
export const simulations: Readonly<Record<string, Simulation>> = {
  awareness: simulateAwareness,
  attention: simulateAttention,
  alerts: simulateAlerts,
  priorities: simulatePriorities,
  events: simulateEvents,
  emerging: simulateEmerging,
  'share-of-voice': simulateShareOfVoice,
  verdicts: simulateVerdicts,
};

const help = `npm run bench -- figures NAME [--worlds N] [--seed N]   NAME: ${Object.keys(simulations).join(', ')}`;

/** Runs the simulations that are named, or all; true where everything that is wanted holds. */
export function benchFigures(args: readonly string[], say: (line: string) => void): boolean {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { worlds: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(simulations);
  let whole = true;
  for (const name of names) {
    const simulation = Object.hasOwn(simulations, name) ? simulations[name] : undefined;
    if (!simulation) {
      say(`no simulation is called "${name}": ${help}`);
      return false;
    }
    const { question, worlds, run } = simulation;
    say(`${name}: ${question}`);
    for (const { what, found, wanted, holds } of run({
      worlds: Number(values.worlds ?? worlds),
      seed: Number(values.seed),
    })) {
      say(
        `  ${holds === false ? '✗' : holds ? '✓' : ' '} ${what.padEnd(64)} ${found.padStart(18)}  ${wanted}`,
      );
      whole &&= holds !== false;
    }
  }
  return whole;
}
