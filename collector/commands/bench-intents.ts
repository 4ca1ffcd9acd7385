import { intents } from '#contract';
import { intentRule } from '../enrich/intents/intents.ts';
import { measureCases } from '../enrich/intents/measure-cases.ts';
import {
  isShown,
  type Judged,
  judgedOn,
  publicOf,
  publicReadings,
  shareOf,
} from '../enrich/intents/precision.ts';
import { scorers, usualScorer } from '../enrich/scorers.ts';
import type { CommonOptions } from './setting.ts';
import type { ExitCode, World } from './world.ts';

const percent = (share: number): string => (share * 100).toFixed(0);
const shown = (one: Judged): string => {
  if (one.judged === 0) return '–';
  const { low, high } = shareOf(one);
  return `${one.right} of ${one.judged} (${percent(low)}–${percent(high)}%)`;
};
const intervalOf = (one: Judged) => (one.judged === 0 ? null : shareOf(one));

/**
 * `earshot bench intents`: how often what is called an intent is one. Held-out cases of our own are read anew by today's rules; beside
 * them stand the hits in public texts that a person read, those that rules were mended by apart from the others.
 */
export function benchIntentsCommand(options: CommonOptions, world: World): ExitCode {
  const scorer = scorers[usualScorer]({});
  const rows = intents.map((intent) => {
    const own = measureCases(intent, 'held out', scorer);
    const { seen, unseen } = publicReadings[intent];
    const all = publicOf({ seen, unseen });
    return {
      intent,
      own: { ...own, interval: intervalOf(own) },
      public: {
        seen: { ...seen, interval: intervalOf(seen) },
        unseen: { ...unseen, interval: intervalOf(unseen) },
        all: { ...all, interval: intervalOf(all) },
      },
      counted: isShown({ own, seen, unseen }),
    };
  });
  if (options.json) {
    world.out(`${JSON.stringify({ rule: intentRule, by: scorer.by, judgedOn, intents: rows }, null, 2)}\n`);
    return 0;
  }
  const line = (cells: readonly string[]): void => {
    const widths = [10, 24, 24, 24, 24, 14, 7];
    world.out(`${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' ')}`.trimEnd().concat('\n'));
  };
  line([
    'intent',
    'public texts',
    'rules mended by them',
    'not looked at before',
    'own cases',
    'found of own',
    'counted',
  ]);
  for (const { intent, own, public: read, counted } of rows)
    line([
      intent,
      ...[read.all, read.seen, read.unseen, own].map(shown),
      `${own.right} of ${own.meant}`,
      counted ? 'yes' : 'no',
    ]);
  return 0;
}
