import { type Accuracy, type Mention, mentionKey } from '#contract';
import { accuracyFile } from '../measure/accuracy-file.ts';
import { gatherLabels } from '../measure/labels.ts';
import { noCell, scoredCell } from '../measure/tone-cells.ts';
import type { Store } from '../store/open-store.ts';
import type { Setting } from './setting.ts';

/** Copies of what is labelled are left to the figures. */
const noStory = -1;

/** How well the scorer does on the labels as they are now: what `figures/accuracy.json` will say; undefined without labels. */
export function accuracyNow(
  { config }: Pick<Setting, 'config'>,
  store: Store,
  notMeasured: (mention: Pick<Mention, 'source' | 'url'>) => boolean,
): Accuracy | undefined {
  const brands = [config.brand, ...config.competitors];
  const brandOf = new Map(brands.map(({ id }, at) => [id, at]));
  const rows = store.readLabels().rows.map(({ label }) => label);
  const labels = gatherLabels(rows, brandOf, notMeasured);
  const cells = new Map<string, number>();
  for (const { id, brand, relevant, tone } of store.readScores().lines)
    if (relevant)
      cells.set(
        mentionKey({ id, brand }),
        tone.label === 'unscored' ? noCell : scoredCell(tone.label, tone.p),
      );
  for (const mention of store.readMentions().lines) {
    const brand = brandOf.get(mention.brand ?? '');
    if (brand === undefined) continue;
    labels.meet(mention, cells.get(mentionKey(mention)));
    labels.toneOf(brand, mention, noStory);
  }
  return accuracyFile({ labels: labels.facts(), brands });
}
