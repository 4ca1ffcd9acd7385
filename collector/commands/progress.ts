import { progress as bar } from '@clack/prompts';
import type { Progress } from '../types.ts';
import { plainLine, type World } from './world.ts';

/** A bar on a terminal; elsewhere a plain line now and then, so that a log stays readable. */
export function showProgress(world: World): Progress & { end(text: string): void } {
  return world.terminal ? onTerminal(world) : inLines(world);
}

function onTerminal(world: World): Progress & { end(text: string): void } {
  let drawn: ReturnType<typeof bar> | undefined;
  let shown = 0;
  return {
    step(done, of, what) {
      if (drawn === undefined) {
        drawn = bar({ max: of, size: 30, style: 'block', output: process.stderr });
        drawn.start(what);
      }
      if (done > shown) drawn.advance(done - shown, what);
      shown = done;
    },
    line: (text) => world.err(plainLine(text)),
    end(text) {
      if (drawn === undefined) world.err(plainLine(text));
      else drawn.stop(text);
      drawn = undefined;
      shown = 0;
    },
  };
}

function inLines(world: World): Progress & { end(text: string): void } {
  let told = 0;
  return {
    step(done, of, what) {
      const quarter = Math.floor((done / of) * 4);
      if (quarter > told && done < of) {
        told = quarter;
        world.err(plainLine(`${what}: ${done} of ${of}`));
      }
    },
    line: (text) => world.err(plainLine(text)),
    end(text) {
      told = 0;
      world.err(plainLine(text));
    },
  };
}
