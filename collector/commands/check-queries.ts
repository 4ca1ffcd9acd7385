import type { Config } from '#contract';
import { queryErrors } from '../select/select.ts';
import { filledIn } from '../sources/registry.ts';

/** All that is wrong with the queries of a config, a `group:` that none of its sources has among it. */
export function checkQueries(config: Config): ReturnType<typeof queryErrors> {
  const groups = [...new Set(config.sources.map((source) => filledIn(source).group))].sort();
  return queryErrors(config, groups.length === 0 ? undefined : groups);
}
