#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands/program.ts';
import type { World } from './commands/world.ts';

async function* standardInput(): AsyncGenerator<string> {
  yield* process.stdin.setEncoding('utf8');
}

/** The only place with a clock, an environment, a terminal and an exit code. */
const root = join(import.meta.dirname, '..');
const world: World = {
  env: process.env,
  clock: () => new Date(),
  cwd: process.cwd(),
  root,
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  terminal: process.stderr.isTTY === true && process.env.CI !== 'true' && process.env.TERM !== 'dumb',
  // Opened by the first who reads it, so that no command waits for an input that it does not want.
  input: standardInput(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

// Whoever reads what is written here may stop at any line, as `head` does: then there is nothing left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), world);
