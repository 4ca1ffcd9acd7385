import { readFileSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { Brand, type Config, configOf } from '#contract';
import { loadConfig, showError } from '../config/load-config.ts';
import { gitIn } from '../night/git.ts';
import { queryErrors } from '../select/select.ts';
import { sourceSchema } from '../sources/registry.ts';
import { checkQueries } from './check-queries.ts';
import type { CommonOptions, Setting } from './setting.ts';
import { CommandError, type World } from './world.ts';

export type QueryOptions = CommonOptions & {
  against?: string;
  brand?: string;
  match?: string;
  any?: string[];
  all?: string[];
  none?: string[];
  context?: string[];
  offline?: boolean;
  markdown?: boolean;
};

/** Two configs that differ in nothing but their panel, and what they are called. */
export type Compared = {
  before: Config;
  after: Config;
  names: { before: string; after: string };
  /** What is wrong with the queries as they were: those match nothing. */
  notices: string[];
};

const listKeys = ['any', 'all', 'none', 'context'] as const;

/** The configs that a call of `earshot query` compares. Throws CommandError where one of them can't be had. */
export async function comparedConfigs(
  setting: Setting,
  options: QueryOptions,
  world: World,
): Promise<Compared> {
  const { config, configFile } = setting;
  const shown = relative(world.cwd, configFile) || configFile;
  const tries = options.match !== undefined || listKeys.some((key) => options[key] !== undefined);
  if (!tries) {
    const { text, name } = await textBefore(setting, options.against, world);
    const loaded = loadConfig(text, name, configOf(sourceSchema));
    if (!loaded.ok) throw new CommandError(loaded.errors.map(showError).join('\n'));
    const { brand, competitors } = loaded.config;
    return {
      before: { ...config, brand, competitors },
      after: config,
      names: { before: name, after: shown },
      notices: queryErrors(loaded.config).map(
        ({ path, message }) => `${name} ${path.join('.')}: ${message}; as it was, it matches nothing`,
      ),
    };
  }
  if (options.against !== undefined)
    throw new CommandError(
      'a query on the command line is compared with the config itself: leave --against out',
    );
  return {
    before: config,
    after: withQuery(config, options),
    names: { before: shown, after: 'the query as given' },
    notices: [],
  };
}

/** The config with another query for one brand. `--match` and `--any` stand in for what named the brand; the rest stays. */
function withQuery(config: Config, options: QueryOptions): Config {
  const brands = [config.brand, ...config.competitors];
  const id = options.brand ?? config.brand.id;
  const at = brands.findIndex((brand) => brand.id === id);
  const { match: _match, any: _any, all: _all, ...rest } = brands[at] ?? unknownBrand(id, brands);
  const given = Object.fromEntries(
    (['match', ...listKeys] as const).flatMap((key) =>
      options[key] === undefined ? [] : [[key, options[key]]],
    ),
  );
  const names = options.match !== undefined || options.any !== undefined || options.all !== undefined;
  const parsed = Brand.safeParse({ ...(names ? rest : brands[at]), ...given });
  if (!parsed.success)
    throw new CommandError(
      parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
    );
  brands[at] = parsed.data;
  const [brand, ...competitors] = brands as [Brand, ...Brand[]];
  const after = { ...config, brand, competitors };
  const errors = checkQueries(after).filter(
    ({ path }) => (path[0] === 'brand' ? 0 : Number(path[1]) + 1) === at,
  );
  if (errors.length > 0)
    throw new CommandError(
      errors.map(({ path, message }) => `--${path.slice(at === 0 ? 1 : 2).join('.')}: ${message}`).join('\n'),
    );
  return after;
}

export function unknownBrand(id: string, brands: readonly { id: string }[]): never {
  throw new CommandError(
    `no brand has the id "${id}"; there are: ${brands.map((brand) => brand.id).join(', ')}`,
  );
}

/** The config as it was: a file, or the same file in a commit of git. */
async function textBefore(
  { configDir, configFile }: Setting,
  against: string | undefined,
  world: World,
): Promise<{ text: string; name: string }> {
  if (against !== undefined) {
    const file = resolve(world.cwd, against);
    if (statSync(file, { throwIfNoEntry: false })?.isFile())
      return { text: readFileSync(file, 'utf8'), name: against };
  }
  const commit = against ?? 'HEAD';
  const name = `${commit}:${basename(configFile)}`;
  const answer = /^[\w@][\w@{}~^./-]*$/.test(commit)
    ? await gitIn(configDir, world.env)(['show', `${commit}:./${basename(configFile)}`])
    : undefined;
  if (answer?.code === 0) return { text: answer.out.toString('utf8'), name };
  throw new CommandError(
    against === undefined
      ? `there is nothing to compare with: git has no ${name} here. Name the config as it was with --against, or the changed query with --match`
      : `--against ${against}: there is no such file, and no commit of git that holds ${basename(configFile)}`,
  );
}
