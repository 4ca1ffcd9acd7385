import type { ModelCard } from '#contract';
import { cardWords } from '../card-words.ts';
import { box, xOf, yOf } from './chart-paths.ts';
import type { Formats } from './numbers.ts';

type Report = ModelCard['report'];
type Means = Pick<Report['means'][number], 'macroF1' | 'towardMacroF1' | 'twoClass'>;
type Section = keyof typeof cardWords.sections;

export type ScoreTable = {
  id: Section | `uncovered-${Section}`;
  title: string;
  lead: string;
  rows: { set: string; texts: string; count: string; values: string[] }[];
  means: string[];
};

const noValue = '–';
/** Scores are told in whole percent: no set is large enough for more. */
const shown = (share: number | null | undefined, formats: Formats): string =>
  share === null || share === undefined ? noValue : formats.number(share * 100);

/** What people call a scorer: `tone@2.0.0` of ours by its name and version. */
export const scorerName = (by: string): string =>
  Object.hasOwn(cardWords.scorers, nameIn(by)) ? cardWords.scorers[nameIn(by) as never] : by;
const nameIn = (by: string): string => by.split('@')[0] ?? by;

const partOf: Record<
  Section,
  {
    of: (set: Report['sets'][number]) => boolean;
    score: 'macroF1' | 'twoClass';
    mean: 'macroF1' | 'towardMacroF1' | 'twoClass';
  }
> = {
  whole: { of: ({ kind, classes }) => kind === 'whole' && classes === 3, score: 'macroF1', mean: 'macroF1' },
  toward: {
    of: ({ kind, classes }) => kind === 'toward' && classes === 3,
    score: 'macroF1',
    mean: 'towardMacroF1',
  },
  two: { of: ({ classes }) => classes === 2, score: 'twoClass', mean: 'twoClass' },
};

/** Tables of sets whose trade the scorer has not learned from; none where that was not measured. */
export const uncoveredTables = (
  { uncovered }: Pick<ModelCard, 'uncovered'>,
  formats: Formats,
): ScoreTable[] =>
  uncovered === undefined
    ? []
    : scoreTables(
        { ...uncovered, means: uncovered.means.map((row) => ({ ...row, towardMacroF1: null })) },
        formats,
      ).map((table) => ({
        ...table,
        id: `uncovered-${table.id as Section}`,
        title: cardWords.uncovered.table(table.title),
      }));

/** A table for each sort of set, with a column for each scorer; sorts without a set have none. */
export function scoreTables(
  { peers, sets, means }: Pick<Report, 'peers' | 'sets'> & { means: readonly Means[] },
  formats: Formats,
): ScoreTable[] {
  return (Object.keys(partOf) as Section[]).flatMap((id) => {
    const { of, score, mean } = partOf[id];
    const rows = sets.filter(of);
    if (rows.length === 0) return [];
    return {
      id,
      ...cardWords.sections[id],
      rows: rows.map(({ set, texts, scores }) => ({
        set,
        texts: Object.hasOwn(cardWords.sets, set) ? cardWords.sets[set as keyof typeof cardWords.sets] : set,
        count: formats.number(texts),
        values: peers.map((by) => shown(scores[by]?.[score], formats)),
      })),
      means: means.map((row) => shown(row[mean], formats)),
    };
  });
}

/** Both axes of the chart of calibration: nobody is less sure of the likeliest of three than a third. */
const frame = { from: 0.3, to: 1, low: 0.3, high: 1 };
const ticks = [0.4, 0.6, 0.8, 1];
const largestDot = 11;

/** How sure the scorer was against how often it was right, in thousandths of the plot; a dot's area is the number of its texts. */
export function reliabilityChart({ calibration }: Report, by: string, formats: Formats) {
  const bins = calibration.find((one) => one.by === by)?.bins ?? [];
  const most = Math.max(1, ...bins.map(({ texts }) => texts));
  const within = (share: number) => Math.max(frame.from, share);
  return {
    ticks: ticks.map((at) => ({ x: xOf(at, frame), y: yOf(at, frame), label: formats.share(at) })),
    diagonal: { x1: xOf(frame.from, frame), y1: yOf(frame.from, frame), x2: box, y2: 0 },
    dots: bins.map(({ texts, sure, right }) => ({
      x: xOf(within(sure), frame),
      y: yOf(within(right), frame),
      r: Math.max(2, Math.round(largestDot * Math.sqrt(texts / most) * 10) / 10),
      sure: formats.share(sure),
      right: formats.share(right),
      texts: formats.number(texts),
    })),
  };
}

/** Errors of net sentiment in points, best first. */
export const netToneRows = ({ netTone }: Report, formats: Formats) =>
  [...netTone.errors]
    .sort((a, b) => (a.natural ?? 2) - (b.natural ?? 2))
    .map(({ by, how, natural, shifted }) => ({
      name: cardWords.netTone.row(scorerName(by), how),
      natural: shown(natural, formats),
      shifted: shown(shifted, formats),
    }));
