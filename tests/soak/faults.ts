/**
 * Loaded before the collector (`node --import`): at one of its steps of writing, which the environment names, the process
 * dies, or the disk is full. `EARSHOT_FAULT=kill:17` kills at the 18th step, in the middle of what it writes;
 * `full:17` lets half of the bytes through from there on and then says that there is no room.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [fault = '', at = ''] = (process.env['EARSHOT_FAULT'] ?? '').split(':');
const stepOfFault = Number(at);
let steps = 0;

/** Whether the fault is to happen now. */
const isDue = () => steps++ >= stepOfFault;
const noRoom = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

type Writing = 'copyFileSync' | 'fsyncSync' | 'mkdirSync' | 'renameSync' | 'rmSync' | 'rmdirSync';
const needsRoom: readonly Writing[] = ['copyFileSync', 'mkdirSync'];

function wrap(name: Writing): void {
  const real = fs[name] as (...args: unknown[]) => unknown;
  const wrapped = (...args: unknown[]): unknown => {
    if (isDue()) {
      if (fault === 'kill') process.kill(process.pid, 'SIGKILL');
      if (fault === 'full' && needsRoom.includes(name)) throw noRoom();
    }
    return real(...args);
  };
  Object.assign(fs, { [name]: wrapped });
}

for (const name of [...needsRoom, 'fsyncSync', 'renameSync', 'rmSync', 'rmdirSync'] as const) wrap(name);

const write = fs.writeFileSync;
fs.writeFileSync = ((file, data, options) => {
  const bytes = Buffer.from(data as Buffer);
  if (!isDue()) return write(file, bytes, options);
  write(file, bytes.subarray(0, bytes.length >> 1), options);
  if (fault === 'kill') process.kill(process.pid, 'SIGKILL');
  throw noRoom();
}) as typeof fs.writeFileSync;

syncBuiltinESMExports();
