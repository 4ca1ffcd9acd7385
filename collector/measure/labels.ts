import { type Label, labelsThatCount, type Mention, type Tone, tones } from '#contract';
import type { Pair } from './recalibrate.ts';
import { meansOf, noCell, scoredCells, type Three } from './tone-cells.ts';

/** What people's labels are to the figures. */
export type LabelFacts = {
  rows: number;
  /** Mentions with a label. */
  labelled: number;
  /** Rows whose mention is not there. */
  gone: number;
  /** Of labelled mentions, and of the copies of their stories. */
  tones: { id: string; brand: string; tone: Tone }[];
  /** What two people said of the same mention, as indices of tones. */
  twice: [number, number][];
  /** By brand: labels by lot beside the scorer's judgement, and its mean probabilities in each cell. */
  brands: { pairs: (Pair & { group: string })[]; means: Three[] }[];
};

/** What labels need of a mention; of its link no more than tells the host. */
type Labelled = Pick<Mention, 'id' | 'brand' | 'group' | 'source' | 'url'>;

/** Labels as lines are read: told of every judgement and mention, they say which tone people gave it. */
export function gatherLabels(
  rows: readonly Label[],
  brandOf: ReadonlyMap<string, number>,
  notMeasured: (mention: Pick<Mention, 'source' | 'url'>) => boolean,
) {
  const counting = new Map(labelsThatCount(rows).map((label) => [`${label.mention} ${label.brand}`, label]));
  const met = new Map<string, { label: Label; pair?: Pair & { group: string } }>();
  const heard = new Map<string, LabelFacts['tones'][number]>();
  const byStory = [...brandOf].map(() => new Map<number, Tone>());
  const sums = [...brandOf].map(() => new Float64Array(scoredCells * 3));

  return {
    /** Whether there are any: else no mention need be shown to them. */
    any: counting.size > 0,
    /** Notes the probabilities that the scorer gave. */
    judged(brand: number, cell: number, p: readonly number[] | null): void {
      const to = sums[brand];
      if (p === null || cell === noCell || to === undefined) return;
      // A loop by number: an iterator for each of a million judgements takes as long as the sums.
      for (let at = 0; at < p.length; at++)
        to[cell * 3 + at] = (to[cell * 3 + at] as number) + Math.round((p[at] as number) * 1000);
    },
    /** Takes the labels to the stories of their mentions, since copies say the same. Before any mention is looked at. */
    toStories(storyOfMention: (brand: number, id: string) => number | undefined): void {
      for (const { mention, brand: id, tone } of counting.values()) {
        const brand = brandOf.get(id);
        const story = brand === undefined ? undefined : storyOfMention(brand, mention);
        if (brand !== undefined && story !== undefined) byStory[brand]?.set(story, tone);
      }
    },
    /** Notes that a mention is there, with the cell of its judgement where it counts. */
    meet(mention: Labelled, cell: number | undefined): void {
      const key = `${mention.id} ${mention.brand}`;
      const label = counting.get(key);
      if (label === undefined || met.has(key)) return;
      const isMeasure =
        label.drawn === 'random' && cell !== undefined && cell !== noCell && !notMeasured(mention);
      const meant = tones.indexOf(label.tone) as Pair['meant'];
      met.set(key, { label, ...(isMeasure ? { pair: { cell, meant, group: mention.group } } : {}) });
    },
    /** The tone that people gave to a mention, or to another of its story. */
    toneOf(
      brand: number,
      { id, brand: name }: Pick<Mention, 'id' | 'brand'>,
      story: number,
    ): Tone | undefined {
      const key = `${id} ${name}`;
      const tone = counting.get(key)?.tone ?? byStory[brand]?.get(story);
      if (tone !== undefined) heard.set(key, { id, brand: name ?? '', tone });
      return tone;
    },
    facts(): LabelFacts {
      const inOrder = [...met].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
      return {
        rows: rows.length,
        labelled: met.size,
        gone: rows.filter(({ mention, brand }) => !met.has(`${mention} ${brand}`)).length,
        tones: [...heard].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
        twice: twiceIn(rows),
        brands: [...brandOf.keys()].map((id, brand) => ({
          pairs: inOrder.flatMap(({ label, pair }) => (label.brand === id && pair ? [pair] : [])),
          means: meansOf(sums[brand] as Float64Array),
        })),
      };
    },
  };
}

/**
 * What the first two people (`by`) said of each mention that both labelled. A row without a name may be of either of them,
 * and is no second voice.
 */
export function twiceIn(rows: readonly Label[]): [number, number][] {
  const said = new Map<string, Map<string, number>>();
  for (const { mention, brand, by, tone } of rows) {
    if (by === undefined) continue;
    const key = `${mention} ${brand}`;
    const voices = said.get(key) ?? new Map<string, number>();
    said.set(key, voices.set(by, tones.indexOf(tone)));
  }
  return [...said.values()].flatMap((voices): [number, number][] => {
    // In the order of their names, so that "the first" is the same person throughout.
    const [first, second] = [...voices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tone]) => tone);
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
}
