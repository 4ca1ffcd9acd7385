/**
 * One replay in a process of its own: `node killed-replay.fixture.ts <folder> <file with its scores and note> <step to die at>`.
 * It kills itself at that step of writing, as a runner that is taken away would.
 */
import { readFileSync } from 'node:fs';
import { openStore } from './open-store.ts';

const [dir = '', job = '', dieAt = ''] = process.argv.slice(2);
const { scores, note } = JSON.parse(readFileSync(job, 'utf8'));
// A limit on the size of files then refuses writes, as a full disk does, in place of ending the process.
process.on('SIGXFSZ', () => {});
let steps = 0;
const store = openStore(dir, {
  durable: false,
  onStep: () => {
    if (steps++ === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  },
});
await store.replaceScores(scores, note);
