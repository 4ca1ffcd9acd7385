import { intents } from '#contract';
import { intentRule } from '../enrich/intents/intents.ts';
import { measureCases } from '../enrich/intents/measure-cases.ts';
import { isShown, readings, shareOf } from '../enrich/intents/precision.ts';
import { scorers, usualScorer } from '../enrich/scorers.ts';
import type { CommonOptions } from './setting.ts';
import type { ExitCode, World } from './world.ts';

const percent = (share: number): string => (Number.isNaN(share) ? '–' : (share * 100).toFixed(1)).padStart(6);

/**
 * `earshot bench intents`: how often what is called an intent is one. Held-out cases are read anew by today's rules; beside them stand
 * the hits in public texts that a person read.
 */
export function benchIntentsCommand(options: CommonOptions, world: World): ExitCode {
  const scorer = scorers[usualScorer]({});
  const rows = intents.map((intent) => {
    const { missed, mistaken, ...heldOut } = measureCases(intent, 'held out', scorer);
    const ofPublic = readings[intent].public;
    const both = { judged: heldOut.judged + ofPublic.judged, right: heldOut.right + ofPublic.right };
    return {
      intent,
      heldOut: { ...heldOut, missed, mistaken },
      public: ofPublic,
      ...both,
      precision: shareOf(both).share,
      low: shareOf(both).low,
      high: shareOf(both).high,
      counted: isShown({ heldOut, public: ofPublic }),
    };
  });
  if (options.json) {
    world.out(`${JSON.stringify({ rule: intentRule, by: scorer.by, intents: rows }, null, 2)}\n`);
    return 0;
  }
  world.out(
    `${'intent'.padEnd(11)} held-out cases  found of meant  public texts  precision %  95 % interval  counted\n`,
  );
  for (const row of rows) {
    const { heldOut, public: read } = row;
    world.out(
      [
        row.intent.padEnd(11),
        `${heldOut.right} of ${heldOut.judged}`.padStart(15),
        `${heldOut.right} of ${heldOut.meant}`.padStart(15),
        `${read.right} of ${read.judged}`.padStart(13),
        percent(row.precision).padStart(12),
        `${percent(row.low)} –${percent(row.high)}`.padStart(15),
        (row.counted ? 'yes' : 'no').padStart(8),
      ]
        .join(' ')
        .concat('\n'),
    );
  }
  return 0;
}
