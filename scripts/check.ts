/**
 * `npm test`: everything that a change must pass, in one command. Prints each step; the last line is
 * `N passed, N failed`, where N counts tests, and one for each step that is no test run.
 * `npm test -- unit` runs the steps whose names hold the word.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowser } from './find-browser.ts';

type Counts = { passed: number; failed: number };
type Step = { name: string; run: () => Promise<Counts> };

const scratch = mkdtempSync(join(tmpdir(), 'earshot-check-'));
const site = join(scratch, 'site');

const demoBuild = 'build of the demo under a base path';

const steps: Step[] = [
  {
    name: 'format and lint',
    run: () => command(['node_modules/@biomejs/biome/bin/biome', 'ci', '--diagnostic-level=warn', '.']),
  },
  { name: 'types', run: () => command(['node_modules/typescript/bin/tsc', '-p', '.']) },
  {
    name: 'types in pages',
    run: () => command(['node_modules/@astrojs/check/bin/astro-check.js', '--root', 'site']),
  },
  {
    name: 'types in islands',
    run: () =>
      command([
        'node_modules/svelte-check/bin/svelte-check',
        '--workspace',
        'site',
        '--tsconfig',
        '../tsconfig.json',
        '--fail-on-warnings',
      ]),
  },
  { name: 'unit and golden tests, workflow lint', run: () => vitest('unit') },
  { name: demoBuild, run: async () => tellBuilt(await (buildAhead ?? buildDemo())) },
  { name: 'figures of the demo', run: () => vitest('demo') },
  { name: 'browser tests', run: browserTests },
];

/** The demo is played by one thread for minutes, while the steps before its own leave a core idle. */
let buildAhead: Promise<Built> | undefined;
type Built = { counts: Counts; printed: string };

async function buildDemo(): Promise<Built> {
  let printed = '';
  const hear = (text: string): void => {
    printed += text;
  };
  const args = ['collector/cli.ts', 'build', '--demo', '--out', site, '--base', '/somewhere/earshot/'];
  return { counts: await command(args, hear), printed };
}

function tellBuilt({ counts, printed }: Built): Counts {
  process.stdout.write(printed);
  return counts;
}

async function browserTests(): Promise<Counts> {
  return vitest('browser', {
    CHROMIUM_PATH: needBrowser(process.env),
    EARSHOT_TEST_DIST: site,
    EARSHOT_TEST_BASE: '/somewhere/earshot/',
  });
}

/** What a command prints goes to `hear`, or straight out where nobody does. */
function start(
  args: string[],
  environment: Record<string, string> = {},
  hear?: (text: string) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const out = hear ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', out, out],
      env: {
        ...process.env,
        ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }),
        ASTRO_TELEMETRY_DISABLED: '1',
        ...environment,
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => hear?.(text));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function command(args: string[], hear?: (text: string) => void): Promise<Counts> {
  const ok = (await start(args, {}, hear)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** A run that found no test, or skipped one, has failed. */
async function vitest(project: string, environment: Record<string, string> = {}): Promise<Counts> {
  const report = join(scratch, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await start(['node_modules/vitest/vitest.mjs', ...args], environment);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const passed = result.numPassedTests ?? 0;
    const total = result.numTotalTests ?? 0;
    const failed = total - passed;
    if (failed > 0) console.log(`${failed} of ${total} tests failed or were skipped`);
    return { passed, failed: failed === 0 && (code !== 0 || total === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const only = process.argv[2];
const chosen = only === undefined ? steps : steps.filter((step) => step.name.includes(only));
const total: Counts = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
if (chosen.length > 1 && chosen.some(({ name }) => name === demoBuild)) buildAhead = buildDemo();
for (const step of chosen) {
  console.log(`\n— ${step.name}`);
  const began = performance.now();
  const counts = await step.run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) failedSteps.push(step.name);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `  ${counts.failed === 0 ? 'ok' : 'FAILED'}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
  );
}
rmSync(scratch, { recursive: true, force: true });
if (chosen.length === 0) {
  console.error(`No step is named "${only}"; steps: ${steps.map((step) => step.name).join(' · ')}`);
  total.failed += 1;
}
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(' · ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
