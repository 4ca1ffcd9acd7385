import { join } from 'node:path';
import type { World } from '../collector/commands/world.ts';

/** A world whose terminal is a string, for commands that are run in the process of a test. */
export function quietWorld(over: Partial<World> = {}): World & { said: () => string; printed: () => string } {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, EARSHOT_TEST: '1' },
    clock: () => new Date(),
    cwd: process.cwd(),
    root: join(import.meta.dirname, '..'),
    version: '0.0.0',
    terminal: false,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    said: () => err.join(''),
    printed: () => out.join(''),
    ...over,
  };
}
