import { type Accuracy, fewestLabels } from '#contract';
import { cohensKappa, measuredOn } from './accuracy.ts';
import type { Facts } from './facts.ts';
import { round } from './round.ts';

/** How well the scorer does on the team's own labels; undefined where there are none. */
export function accuracyFile({ labels, brands }: Pick<Facts, 'labels' | 'brands'>): Accuracy | undefined {
  if (labels.rows === 0) return undefined;
  const { rows, labelled, gone, tones, twice } = labels;
  const same = twice.filter(([a, b]) => a === b).length;
  return rounded({
    v: 1,
    rows,
    labelled,
    gone,
    needed: fewestLabels,
    brands: Object.fromEntries(
      labels.brands.flatMap(({ pairs }, at) =>
        pairs.length === 0
          ? []
          : [
              [
                (brands[at] as { id: string }).id,
                { random: pairs.length, measured: pairs.length < fewestLabels ? null : measuredOn(pairs) },
              ],
            ],
      ),
    ),
    agreement:
      twice.length === 0 ? null : { n: twice.length, same: same / twice.length, kappa: cohensKappa(twice) },
    tones,
  });
}

/** All numbers to as many digits as figures keep. */
const rounded = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? round(one) : one)));
