import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from './doctor.ts';
import { repositoryAddress } from './repository.ts';
import type { OpenRim } from './rim.ts';
import type { Setting } from './setting.ts';
import type { World } from './world.ts';

const workflow = 'nightly.yml';

/** Answers of GitHub's API, as far as they are looked at. */
const Repository = z.looseObject({
  private: z.boolean(),
  archived: z.boolean().default(false),
  disabled: z.boolean().default(false),
  default_branch: z.string(),
  has_pages: z.boolean().optional(),
});
const Workflow = z.looseObject({ state: z.string() });
const Pages = z.looseObject({ build_type: z.string().nullish(), html_url: z.string().nullish() });
const Runs = z.looseObject({
  workflow_runs: z.array(
    z.looseObject({ conclusion: z.string().nullable(), html_url: z.string(), created_at: z.string() }),
  ),
});

type Seen<T> = { value: T } | { http: number | undefined };

/** Asks GitHub's API about the repository, with the token of the environment where there is one. */
function asker(api: string, rim: OpenRim) {
  const token = rim.secret('GITHUB_TOKEN') || rim.secret('GH_TOKEN');
  return async function ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<Seen<z.infer<Schema>>> {
    const reply = await rim.door({
      url: `${api}${path}`,
      accept: 'application/vnd.github+json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    });
    if (reply.kind !== 'answer') return { http: reply.http };
    try {
      const read = schema.safeParse(JSON.parse(new TextDecoder().decode(reply.body)));
      return read.success ? { value: read.data } : { http: reply.http };
    } catch {
      return { http: reply.http };
    }
  };
}

/**
 * The repository's settings as far as they can be seen, each with the clicks that mend it. A public repository tells
 * strangers about its workflows, but only its own people about Pages: without GITHUB_TOKEN that is said as advice.
 */
export async function repositoryFindings(
  { configDir }: Setting,
  rim: OpenRim | undefined,
  world: World,
): Promise<Finding[]> {
  const repository = await repositoryAddress(configDir, world.env);
  if (repository === null) {
    return [
      {
        level: 'advice',
        text: 'no remote repository is known here: the nightly run needs one. On GitHub: Use this template › Create a new repository; then git remote add origin <its address>',
      },
    ];
  }
  const missing = existsSync(join(world.root, '.github/workflows', workflow))
    ? []
    : [problem(`.github/workflows/${workflow} is missing: nothing runs at night`)];
  const path = new URL(repository).pathname;
  const api =
    world.env['GITHUB_API_URL'] ??
    (repository.startsWith('https://github.com/') ? 'https://api.github.com' : undefined);
  const ask = rim && api ? asker(api, rim) : undefined;
  if (!ask) return [...missing, ...unseen(repository)];
  const seen = await ask(`/repos${path}`, Repository);
  if (!('value' in seen) && (seen.http === 401 || seen.http === 403)) {
    const text = `GitHub refuses the token of the environment (HTTP ${seen.http}): GITHUB_TOKEN needs to be valid, and to read this repository, its Actions and Pages`;
    return [...missing, problem(text), ...unseen(repository)];
  }
  if (!('value' in seen)) {
    const text = `${repository} can't be seen${seen.http === undefined ? '' : ` (HTTP ${seen.http})`}: it is private, or the address is wrong; with GITHUB_TOKEN in the environment more can be said`;
    return [...missing, { level: 'advice', text }, ...unseen(repository)];
  }
  return [
    ...missing,
    ...ofRepository(seen.value, repository),
    ...(await ofWorkflow(ask, path, repository)),
    ...(await ofPages(ask, path, repository, seen.value)),
  ];
}

const problem = (text: string): Finding => ({ level: 'problem', text });
const pagesClicks = (repository: string) => `${repository}/settings/pages › Source: GitHub Actions`;
const runClicks = (repository: string) => `${repository}/actions › Enable workflows, then nightly › Enable`;

const unseen = (repository: string): Finding[] => [
  { level: 'advice', text: `the page needs GitHub Pages: ${pagesClicks(repository)}` },
  { level: 'advice', text: `the run needs to be on: ${runClicks(repository)}` },
];

function ofRepository(seen: z.infer<typeof Repository>, repository: string): Finding[] {
  if (seen.archived) {
    return [
      problem(
        `the repository is archived, so nothing runs: ${repository}/settings › Danger Zone › Unarchive`,
      ),
    ];
  }
  if (seen.disabled) return [problem(`the repository is disabled by GitHub: ${repository} says why`)];
  const who = seen.private
    ? 'private: its runs use the free minutes of your plan, and a private page needs a paid one'
    : 'public: config, queries and every mention are readable by everybody';
  return [{ level: 'ok', text: `${repository} is ${who}` }];
}

async function ofWorkflow(
  ask: ReturnType<typeof asker>,
  path: string,
  repository: string,
): Promise<Finding[]> {
  const seen = await ask(`/repos${path}/actions/workflows/${workflow}`, Workflow);
  if (!('value' in seen)) {
    const text = `GitHub knows no workflow ${workflow} on the default branch: push it there, then ${runClicks(repository)}`;
    return [
      seen.http === 404
        ? problem(text)
        : { level: 'advice', text: `the run needs to be on: ${runClicks(repository)}` },
    ];
  }
  const off: Record<string, string> = {
    disabled_manually: 'somebody switched it off',
    disabled_inactivity: 'GitHub switched it off after 60 quiet days',
    disabled_fork: 'GitHub keeps schedules of forks off until they are switched on',
  };
  const { state } = seen.value;
  if (state !== 'active') {
    const why = off[state] ?? `its state is "${state}"`;
    return [
      problem(
        `the nightly run is off (${why}): ${repository}/actions/workflows/${workflow} › Enable workflow`,
      ),
    ];
  }
  const runs = await ask(
    `/repos${path}/actions/workflows/${workflow}/runs?per_page=1&status=completed`,
    Runs,
  );
  const last = 'value' in runs ? runs.value.workflow_runs[0] : undefined;
  if (!last) {
    const text = `the nightly run is on, but has not run yet: ${repository}/actions/workflows/${workflow} › Run workflow`;
    return [{ level: 'advice', text }];
  }
  const { conclusion, html_url: url, created_at: at } = last;
  return conclusion === 'success'
    ? [{ level: 'ok', text: `the nightly run is on, and the last one (${at}) succeeded` }]
    : [problem(`the last nightly run (${at}) ended as "${conclusion ?? 'nothing'}": ${url}`)];
}

async function ofPages(
  ask: ReturnType<typeof asker>,
  path: string,
  repository: string,
  { has_pages: hasPages }: z.infer<typeof Repository>,
): Promise<Finding[]> {
  if (hasPages === false) return [problem(`GitHub Pages is off: ${pagesClicks(repository)}`)];
  const seen = await ask(`/repos${path}/pages`, Pages);
  if (!('value' in seen)) {
    const text = hasPages
      ? `GitHub Pages is on; its source must be GitHub Actions: ${pagesClicks(repository)}`
      : `the page needs GitHub Pages: ${pagesClicks(repository)}`;
    return [{ level: 'advice', text }];
  }
  const { build_type: from, html_url: url } = seen.value;
  return from === 'workflow'
    ? [{ level: 'ok', text: `GitHub Pages is on: ${url ?? 'its address is not known yet'}` }]
    : [
        problem(
          `GitHub Pages is built from a branch instead of by the nightly run: ${pagesClicks(repository)}`,
        ),
      ];
}
