import { type Config, isWithoutText, type Mention, type Score } from '#contract';
import { configHash } from './config/config-hash.ts';
import { enrich, judgementConfig, scorerFor } from './enrich/enrich.ts';
import { compilePanel, standing } from './select/select.ts';

const judgements = ['lang', 'tone', 'themes', 'intents'] as const;

/**
 * Of mentions with their scores those whose score does not follow from the mention: one of the two lines was edited by
 * hand. `parts` names what differs. Only scores that today's config and scorer made are looked at, since nobody else's
 * can be made again; and no mention whose text was taken out.
 */
export function judgedOtherwise<T extends { mention: Mention; score: Score }>(
  config: Config,
  pairs: Iterable<T>,
): { pair: T; parts: string[] }[] {
  const judged = configHash(judgementConfig(config));
  const { by } = scorerFor(config);
  const ours = [...pairs].filter(
    ({ mention, score }) => score.by === by && score.config === judged && !isWithoutText(mention),
  );
  // What a source is bound to may change without the judgement's config: a mention may count because its source was bound
  // then, and so only one that the query itself keeps, and that yet does not count, is surely not as it was judged.
  const panel = { ...compilePanel(config), bound: new Map<string, string>() };
  const again = enrich(
    ours.map(({ mention }) => mention),
    {
      // Stories depend on what was told before, not on the mention alone.
      past: { find: () => undefined, add: () => undefined, size: () => 0 },
      config,
      configHash: judged,
      relevant: (mention, lang) => standing(mention, panel, lang) === 'yes',
    },
  );
  return ours.flatMap((pair, at) => {
    const made = again[at] as Score;
    const differs = (part: (typeof judgements)[number]) =>
      JSON.stringify(pair.score[part]) !== JSON.stringify(made[part]);
    const parts: string[] = judgements.filter(differs);
    if (made.relevant && !pair.score.relevant) parts.push('relevant');
    return parts.length === 0 ? [] : [{ pair, parts }];
  });
}
