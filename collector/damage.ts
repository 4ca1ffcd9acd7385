import { type About, type Config, instant, mentionKey } from '#contract';
import { judgedOtherwise } from './judge-again.ts';
import type { Problem, Store } from './store/open-store.ts';

/**
 * Judging again takes about half a millisecond a mention, far longer than all else that measuring does with it. So only
 * what was first seen in the last two months is judged again, and of that the newest: two seconds or so at most, however
 * long the history is. `verify` looks at all.
 */
const daysBack = 62;
const mostJudged = 5_000;
const mostNamed = 5;
const longestWhy = 200;
const dayMs = 86_400_000;

/** What is wrong with the lines that figures are made of; undefined where nothing is. */
export function damageOf(
  config: Config,
  store: Pick<Store, 'placesOf' | 'newestPairs'>,
  { problems, now }: { problems: readonly Problem[]; now: Date },
): About['damage'] {
  const since = instant(new Date(now.getTime() - daysBack * dayMs));
  const pairs = store.newestPairs(since, mostJudged);
  const edited = judgedOtherwise(config, pairs);
  if (problems.length + edited.length === 0) return undefined;
  const parts = new Map(edited.map(({ pair, parts }) => [mentionKey(pair.mention), parts]));
  const places = store.placesOf(new Set(parts.keys()), since.slice(0, 7)).map(
    ({ key, ...place }): Problem => ({
      ...place,
      why: `does not give the ${parts.get(key)?.join(', ')} of its score: one of the two lines was edited by hand`,
    }),
  );
  const first = [...problems, ...places]
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .slice(0, mostNamed)
    .map(({ file, line, why }) => ({ file, line, why: why.slice(0, longestWhy).toWellFormed() }));
  return { unreadable: problems.length, edited: edited.length, first };
}
