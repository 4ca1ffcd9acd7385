import { type Label, type Mention, mentionKey } from '#contract';
import { cohensKappa } from '../measure/accuracy.ts';
import { twiceIn } from '../measure/labels.ts';
import type { LabelRow } from '../store/label-rows.ts';

/** Two people, or one twice, said different things of a mention. */
export type Conflict = { mention: string; brand: string; before: Label['tone']; now: Label['tone'] };

export type Merge = {
  add: Label[];
  /** Rows that stand there already. */
  known: number;
  /** Rows whose mention is not there. */
  gone: number;
  /** Rows whose brand is none of the panel. */
  strange: number;
  /** Rows of places whose terms forbid it, by the name of the place. */
  barred: Map<string, number>;
  /** Every row that was not taken, by the line on which it begins, and why. */
  left: { line: number; why: string }[];
  conflicts: Conflict[];
  /** How two named people agree on the mentions of the sheet. */
  agreement: { n: number; same: number; kappa: number | null };
};

/** What a sheet is laid beside. */
type Beside = {
  mentions: ReadonlyMap<string, Mention>;
  brands: readonly { id: string; name: string }[];
  barredBy: (mention: Mention) => string | undefined;
};

const keyOf = ({ mention, brand }: Label): string => mentionKey({ id: mention, brand });

/**
 * What a sheet that came back adds to the labels. A row that says again what its person said before adds nothing, nor does one
 * without a name that says what somebody said before. What differs and has no name corrects the one who labelled the mention.
 *
 * @param row `by` holds for rows that name nobody
 */
export function mergeSheet(
  before: readonly Label[],
  sheet: readonly LabelRow[],
  beside: Beside,
  row: { day: string; by?: string },
): Merge {
  const voices = new Map<string, Voices>();
  for (const label of before) hear(voices, label);
  const merge: Merge = {
    add: [],
    known: 0,
    gone: 0,
    strange: 0,
    barred: new Map(),
    left: [],
    conflicts: [],
    agreement: { n: 0, same: 0, kappa: null },
  };
  const twos: Label[] = [];
  for (const { label: read, line } of sheet) {
    const found = mentionOf(read, beside);
    if ('why' in found) {
      merge[found.is] += 1;
      merge.left.push({ line, why: found.why });
      continue;
    }
    const place = beside.barredBy(found.mention);
    if (place !== undefined) {
      merge.barred.set(place, (merge.barred.get(place) ?? 0) + 1);
      merge.left.push({
        line,
        why: `stands at ${place}, whose terms forbid to measure a model by its words`,
      });
      continue;
    }
    const said = voices.get(keyOf({ ...read, brand: found.brand })) ?? new Map();
    const label: Label = {
      ...read,
      brand: found.brand,
      day: read.day ?? row.day,
      ...byOf(read, row.by, said),
    };
    const other = [...said.values()].findLast(({ by }) => by !== undefined && by !== label.by);
    if (other !== undefined && label.by !== undefined) twos.push(other, label);
    if (isKnown(label, said)) merge.known += 1;
    else {
      const { tone } = [...said.values()].at(-1) ?? label;
      if (tone !== label.tone)
        merge.conflicts.push({
          mention: label.mention,
          brand: label.brand,
          before: tone,
          now: label.tone,
        });
      merge.add.push(label);
      hear(voices, label);
    }
  }
  const twice = twiceIn(twos);
  merge.agreement = {
    n: twice.length,
    same: twice.filter(([a, b]) => a === b).length,
    kappa: cohensKappa(twice),
  };
  return merge;
}

/** The last label of each person on one mention, whoever spoke last at the end. */
type Voices = Map<string | undefined, Label>;

function hear(voices: Map<string, Voices>, label: Label): void {
  const said: Voices = voices.get(keyOf(label)) ?? new Map();
  said.delete(label.by);
  voices.set(keyOf(label), said.set(label.by, label));
}

/** Who says it: the row's own name, that of the import, or the only one who spoke of the mention so far. */
function byOf(read: Label, by: string | undefined, said: Voices): Pick<Label, 'by'> {
  const only = said.size === 1 ? [...said.keys()][0] : undefined;
  const who = read.by ?? by ?? only;
  return who === undefined ? {} : { by: who };
}

const isKnown = (label: Label, said: Voices): boolean =>
  label.by === undefined
    ? [...said.values()].some(({ tone }) => tone === label.tone)
    : said.get(label.by)?.tone === label.tone;

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The mention that a row means, whose brand may stand there by its id or by its name. */
function mentionOf(
  label: Label,
  { mentions, brands }: Beside,
): { mention: Mention; brand: string } | { is: 'gone' | 'strange'; why: string } {
  const word = folded(label.brand);
  const meant = brands.filter(({ id, name }) => folded(id) === word || folded(name) === word);
  for (const brand of [label.brand, ...meant.map(({ id }) => id)]) {
    const mention = mentions.get(keyOf({ ...label, brand }));
    if (mention !== undefined) return { mention, brand };
  }
  return meant.length > 0
    ? { is: 'gone', why: 'names a mention that is not there (any more)' }
    : {
        is: 'strange',
        why: `brand "${label.brand.slice(0, 80)}" is not of this panel: ${brands.map(({ id }) => id).join(', ')}`,
      };
}
