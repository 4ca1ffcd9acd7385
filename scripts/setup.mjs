// Runs before every npm script, under whatever Node the machine has (18 and later): no new syntax, no packages.
// Installs what the lock file names when that is not there yet, and says so once. Prints to standard error only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// npm writes its own record of what is installed last of all: an installation that broke off has none.
const modified = (file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0);
const installed = modified('node_modules/.package-lock.json') >= modified('package-lock.json');

if (!installed) {
  console.error('Earshot: installing what it needs (once; about a minute) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm's own path where we run under it: on Windows `npm` is no program that can be started directly.
  const run =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0) {
    console.error('Earshot: `npm ci` did not finish; its message is above. Nothing else was done.');
    process.exit(1);
  }
}

// Scripts run `node`, which is the packaged Node 24 where there is one for this machine, else the machine's own.
const packaged = ['node', 'node.exe', 'node.cmd'].some((name) =>
  existsSync(join(root, 'node_modules', '.bin', name)),
);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (!packaged && (major < 22 || (major === 22 && minor < 19))) {
  console.error(
    `Earshot: this machine's Node is ${process.versions.node}, and no packaged one fits it. Install Node 24 (22.19 at least): https://nodejs.org/`,
  );
  process.exit(1);
}
