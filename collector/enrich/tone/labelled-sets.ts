import { type ToneGroup, toneGroups } from './weights.ts';

/** A text whose tone is known. `target` is what the tone is toward, with its place in code units. */
export type LabelledText = {
  /** 0 negative, 1 neutral, 2 positive. */
  label: number;
  text: string;
  target?: { name: string; from: number; to: number };
};

const labels = ['neg', 'neu', 'pos'];

/** Public sets that are known by name, and what sort of source their texts are of; of others any is assumed. */
const groups: Readonly<Record<string, ToneGroup>> = {
  goemotions: 'social',
  vader_tweets: 'social',
  vader_nyt: 'news',
  newsmtsc_doc: 'news',
  sentfin_doc: 'news',
  gne: 'news',
  vader_amazon: 'reviews',
  vader_movie: 'reviews',
  uci_amazon: 'reviews',
  uci_imdb: 'reviews',
  uci_yelp: 'reviews',
  target_newsmtsc: 'news',
  target_sentfin: 'news',
  target_mams: 'reviews',
};
export const groupOfSet = (name: string): ToneGroup => groups[name] ?? toneGroups[0];

/** Whether a target stands where it is said to; public sets write a few with another case. */
const standsThere = (name: string, text: string, from: number, to: number): boolean =>
  Number.isInteger(from) &&
  name !== '' &&
  Array.from(text).slice(from, to).join('').toLowerCase() === name.toLowerCase();

/** The places of a span in code units, where it is counted in code points. */
function inUnits(text: string, from: number, to: number): { from: number; to: number } {
  const points = Array.from(text);
  return { from: points.slice(0, from).join('').length, to: points.slice(0, to).join('').length };
}

/**
 * Reads a set: lines of `label<TAB>text`, or of `label<TAB>from<TAB>to<TAB>target<TAB>sentence`, whose places are in code
 * points, and where the target must stand. Lines of another shape are left out: some sentences of public sets hold a line's end.
 */
export function readLabelled(file: string, targeted: boolean): LabelledText[] {
  return file.split('\n').flatMap((line): LabelledText[] => {
    const [tone = '', ...rest] = line.replace(/\r$/, '').split('\t');
    const label = labels.indexOf(tone);
    if (label < 0) return [];
    if (!targeted) return rest.length === 0 ? [] : [{ label, text: rest.join('\t') }];
    const [from, to, name, ...sentence] = rest;
    if (name === undefined || sentence.length === 0) return [];
    const text = sentence.join('\t');
    if (!standsThere(name, text, Number(from), Number(to))) return [];
    return [{ label, text, target: { name, ...inUnits(text, Number(from), Number(to)) } }];
  });
}
