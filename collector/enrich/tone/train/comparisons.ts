import type { LabelledText } from '../labelled-sets.ts';

/**
 * Sentences of our own in which one gains what another loses, since public sets hold few: who is better than whom, who is left
 * for whom, who is sued by whom. X is the first and Y the other; behind them the tone toward each, 0 negative, 1 neutral,
 * 2 positive.
 */
const patterns: readonly (readonly [pattern: string, x: number, y: number])[] = [
  ['X is BETTER than Y.', 2, 0],
  ['X is much BETTER than Y ever was', 2, 0],
  ['I find X BETTER than Y', 2, 0],
  ['The coffee at X is BETTER than at Y.', 2, 0],
  ['The app of X is BETTER than that of Y', 2, 0],
  ['X was BETTER than Y, everybody agreed.', 2, 0],
  ['Compared to Y, X is BETTER.', 2, 0],
  ['Compared with Y, the service of X was BETTER', 2, 0],
  ['Unlike Y, X is GOOD.', 2, 0],
  ['Unlike X, Y is BAD.', 2, 0],
  ['X is WORSE than Y.', 0, 2],
  ['The food at X was WORSE than at Y', 0, 2],
  ['I think X is far WORSE than Y', 0, 2],
  ['Compared to Y, X is WORSE.', 0, 2],
  ['X is not as GOOD as Y.', 0, 2],
  ['X is nowhere near as GOOD as Y', 0, 2],
  ['X is as GOOD as Y.', 2, 2],
  ['X beats Y.', 2, 0],
  ['X easily beats Y on price', 2, 0],
  ['X outperforms Y in our test', 2, 0],
  ['X overtakes Y as market leader', 2, 0],
  ['I prefer X to Y.', 2, 0],
  ['I prefer X over Y any day', 2, 0],
  ['Give me X over Y any time', 2, 0],
  ['I would choose X over Y', 2, 0],
  ['I switched from Y to X and never looked back.', 2, 0],
  ['We moved from Y to X last year and are happy', 2, 0],
  ['I left Y for X.', 2, 0],
  ['Customers leave Y for X', 2, 0],
  ['Many are ditching Y for X', 2, 0],
  ['I cancelled Y and signed up with X', 2, 0],
  ['Switching to X from Y was a BAD decision', 0, 2],
  ['I regret leaving Y for X', 0, 2],
  ['X loses customers to Y', 0, 2],
  ['X lost the contract to Y.', 0, 2],
  ['X wins the contract from Y', 2, 0],
  ['After ten years with Y we moved to X.', 2, 0],
  ['After years with Y I switched to X', 2, 0],
  ['We have moved from Y to X.', 2, 0],
  ['My parents changed from Y to X in spring', 2, 0],
  ['Ten years with Y, and now X it is.', 2, 0],
  ['Going over to X after a decade at Y', 2, 0],
  ['Back with X after two months at Y', 2, 0],
  ['X was sued by Y.', 0, 1],
  ['X sued by Y', 0, 1],
  ['Y takes X to court', 0, 1],
  ['Y took X to court over unpaid bills.', 0, 1],
  ['Y seeks damages from X', 0, 1],
  ['Y blames X for the delay', 0, 1],
  ['X is being sued by Y over patents', 0, 1],
  ['Y sues X', 0, 1],
  ['Y filed a lawsuit against X on Friday', 0, 1],
  ['X was accused by Y of fraud', 0, 1],
  ['Y accuses X of stealing its design', 0, 1],
  ['X was praised by Y', 2, 1],
  ['Y praised X for its work', 2, 1],
  ['X criticised by Y over delays', 0, 1],
  ['Y criticises X for poor working conditions', 0, 1],
  ['X is GOOD but Y is BAD.', 2, 0],
  ['X was BAD, Y was GOOD', 0, 2],
  ['X: GOOD. Y: BAD.', 2, 0],
  ['Forget Y, try X instead', 2, 0],
  ['Avoid Y and go to X', 2, 0],
  ['Go to X instead of Y.', 2, 0],
  ['X and Y both open on Sunday', 1, 1],
  ['X, Y and others publish their reports this week', 1, 1],
  ['X moved next to Y', 1, 1],
  ['X buys Y', 1, 1],
  ['X competes with Y', 1, 1],
];
const fillings: Readonly<Record<string, readonly string[]>> = {
  BETTER: [
    'better',
    'faster',
    'cheaper',
    'friendlier',
    'nicer',
    'more reliable',
    'much better',
    'far superior',
  ],
  WORSE: ['worse', 'slower', 'more expensive', 'less reliable', 'ruder', 'much worse', 'dirtier'],
  GOOD: ['good', 'great', 'reliable', 'friendly', 'excellent', 'fast'],
  BAD: ['bad', 'terrible', 'unreliable', 'rude', 'slow', 'awful'],
};
const names = ['Northwind', 'Bluebird', 'Harbour Mill', 'Elmwood', 'Quill', 'Tarn & Co'] as const;

/** Every pattern with each of its fillings, once for X and once for Y. */
export function comparisons(): LabelledText[] {
  const texts: LabelledText[] = [];
  for (const [place, [pattern, x, y]] of patterns.entries()) {
    const blank = Object.keys(fillings).find((word) => pattern.includes(word)) ?? '';
    for (const [at, filling] of (fillings[blank] ?? ['']).entries()) {
      const bad = fillings.BAD?.[at % 6] ?? '';
      const text = pattern.replace(blank, filling).replace('BAD', bad);
      const [first, second] = [names[(place + at) % 6] ?? '', names[(place + at + 1 + (at % 4)) % 6] ?? ''];
      const named = text.replace(/\bX\b/g, first).replace(/\bY\b/g, second);
      for (const [name, label] of [
        [first, x],
        [second, y],
      ] as const) {
        const from = named.indexOf(name);
        texts.push({ label, text: named, target: { name, from, to: from + name.length } });
      }
    }
  }
  return texts;
}
