import { type Config, isWithoutText, type Mention, mentionKey, type Score, type State } from '#contract';
import { configHash } from './config/config-hash.ts';
import { enrich, judgementConfig, openStories } from './enrich/enrich.ts';
import { compilePanel, isRelevant } from './select/select.ts';
import { sourcesOf } from './sources/sources-of.ts';

/**
 * The scores that today's config and scorer make of all mentions, given in the order of their lines; by key, in that order.
 * Stories are told anew as well, night after night, so that memory is bound by what 60 days hold besides the lines.
 * A mention whose words were taken out keeps its score, and has none where it had none: nothing is left to judge by.
 */
export function scoreAnew(
  config: Config,
  state: State,
  mentions: readonly Mention[],
  scores: ReadonlyMap<string, Score>,
): Map<string, Score> {
  const panel = compilePanel({ ...config, sources: sourcesOf(config, state) });
  const options = {
    past: openStories(),
    config,
    configHash: configHash(judgementConfig(config)),
    relevant: (mention: Mention, lang: string) => isRelevant(mention, panel, lang),
  };
  const made = new Map<string, Score>();
  let waiting: Mention[] = [];
  const scoreWaiting = () => {
    for (const score of enrich(waiting, options)) made.set(mentionKey(score), score);
    waiting = [];
  };
  for (const mention of mentions) {
    if (!isWithoutText(mention)) {
      waiting.push(mention);
      continue;
    }
    scoreWaiting();
    const score = scores.get(mentionKey(mention));
    if (score === undefined) continue;
    options.past.add(mention, score.story);
    made.set(mentionKey(mention), score);
  }
  scoreWaiting();
  return made;
}
