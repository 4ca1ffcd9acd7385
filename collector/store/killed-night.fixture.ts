/**
 * One night in a process of its own: `node killed-night.fixture.ts <folder> <step to die at> <first> <last> [attempts]`.
 * It kills itself at that step of writing, as a runner that is taken away would.
 */
import { aNight, aRun } from './a-night.fixture.ts';
import { openStore } from './open-store.ts';

const [dir = '', dieAt = '', first = '', last = '', attempts = '1'] = process.argv.slice(2);
// A limit on the size of files then refuses writes, as a full disk does, in place of ending the process.
process.on('SIGXFSZ', () => {});
let steps = 0;
const store = openStore(dir, {
  onStep: () => {
    if (steps++ === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  },
});
const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
const night = aNight(numbers);
const more = Array.from({ length: Number(attempts) - 1 }, () => aRun());
await store.commit({ ...night, runs: [...(night.runs ?? []), ...more] }).then(
  (done) => console.log(JSON.stringify(done)),
  (error) => {
    console.log(JSON.stringify({ code: error.code, message: error.message }));
    process.exitCode = 3;
  },
);
