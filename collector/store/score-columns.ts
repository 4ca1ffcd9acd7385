import { type Intent, intents, Score, toneLabels } from '#contract';
import type { Judged } from '../types.ts';
import { openByteNames } from './byte-names.ts';
import { type Columns, type Form, filledTo, nameAt, noName } from './columns.ts';
import { halvesOf } from './mention-columns.ts';
import { type LineScan, piece } from './scan-line.ts';

const opening = piece('{"id":"');
const brand = piece('","brand":');
const aText = piece('"');
const none = piece('null');
const story = piece(',"story":"');
const lang = piece('","lang":"');
const relevant = piece(',"relevant":true,"tone":{"label":"');
const irrelevant = piece(',"relevant":false,"tone":{"label":"');
const tones = toneLabels.map((label) => piece(`${label}"`));
const noP = piece(',"p":null}');
const p = piece(',"p":[');
const comma = piece(',');
const endOfP = piece(']}');
const conflict = piece(',"ratingConflict":true');
const themes = piece(',"themes":[');
const themeId = piece('{"id":"');
const themeTone = piece(',"tone":"');
const closing = piece('}');
const endOfList = piece(']');
const intentList = piece(',"intents":[');
const intentNames = intents.map((intent) => piece(`"${intent}"`));
const by = piece(',"by":"');
const config = piece(',"config":"');

/** Columns for so many scores that name so many themes in all. */
const scoreArrays = (lines: number, named = 0) => ({
  id: new Uint32Array(2 * lines),
  story: new Uint32Array(2 * lines),
  brand: new Int32Array(lines),
  lang: new Int32Array(lines),
  by: new Int32Array(lines),
  relevant: new Uint8Array(lines),
  tone: new Uint8Array(lines),
  p: new Float64Array(3 * lines),
  intents: new Uint16Array(lines),
  /** The end of a line's themes in the two columns below; they begin where those of the line before end. */
  themesTo: new Uint32Array(lines),
  theme: new Int32Array(named),
  themeTone: new Uint8Array(named),
});
type ScoreColumns = Columns<ReturnType<typeof scoreArrays>>;

function fillScores(most: number) {
  const names = openByteNames();
  const columns = scoreArrays(most, 2 * most);
  let row = 0;
  let named = 0;

  function addTheme(name: number, tone: number): void {
    if (named === columns.theme.length) {
      const [theme, themeTone] = [new Int32Array(2 * named + 8), new Uint8Array(2 * named + 8)];
      theme.set(columns.theme);
      themeTone.set(columns.themeTone);
      Object.assign(columns, { theme, themeTone });
    }
    columns.theme[named] = name;
    columns.themeTone[named] = tone;
    named++;
  }

  /** Which of some pieces comes next, as its place in the list; -1 for none. */
  function nextOf(pieces: readonly Uint8Array[], line: LineScan): number {
    for (let nth = 0; nth < pieces.length; nth++) if (line.passes(pieces[nth] as Uint8Array)) return nth;
    return -1;
  }

  function scanThemes(bytes: Uint8Array, line: LineScan): boolean {
    if (!line.passes(themes)) return false;
    if (line.passes(endOfList)) return true;
    for (;;) {
      if (!line.passes(themeId) || !line.text()) return false;
      const name = names.numberOf(bytes, line.from, line.to);
      if (!line.passes(themeTone)) return false;
      const tone = nextOf(tones, line);
      if (tone === -1 || !line.passes(closing)) return false;
      addTheme(name, tone);
      if (line.passes(endOfList)) return true;
      if (!line.passes(comma)) return false;
    }
  }

  function scanIntents(line: LineScan): boolean {
    columns.intents[row] = 0;
    if (!line.passes(intentList)) return false;
    if (line.passes(endOfList)) return true;
    for (;;) {
      const intent = nextOf(intentNames, line);
      if (intent === -1) return false;
      columns.intents[row] = (columns.intents[row] as number) | (1 << intent);
      if (line.passes(endOfList)) return true;
      if (!line.passes(comma)) return false;
    }
  }

  function scanP(line: LineScan): boolean {
    columns.p.fill(Number.NaN, 3 * row, 3 * row + 3);
    if (line.passes(noP)) return true;
    if (!line.passes(p)) return false;
    for (let nth = 0; nth < 3; nth++) {
      if (nth > 0 && !line.passes(comma)) return false;
      if (!line.amount()) return false;
      columns.p[3 * row + nth] = line.number;
    }
    return line.passes(endOfP);
  }

  function scanLine(bytes: Uint8Array, line: LineScan): boolean {
    const name = () => names.numberOf(bytes, line.from, line.to);
    if (!line.passes(opening) || !line.hex()) return false;
    columns.id[2 * row] = line.high;
    columns.id[2 * row + 1] = line.low;
    if (!line.passes(brand)) return false;
    if (line.passes(none)) columns.brand[row] = noName;
    else if (line.passes(aText) && line.text()) columns.brand[row] = name();
    else return false;
    if (!line.passes(story) || !line.hex()) return false;
    columns.story[2 * row] = line.high;
    columns.story[2 * row + 1] = line.low;
    if (!line.passes(lang) || !line.text()) return false;
    columns.lang[row] = name();
    if (line.passes(relevant)) columns.relevant[row] = 1;
    else if (line.passes(irrelevant)) columns.relevant[row] = 0;
    else return false;
    const tone = nextOf(tones, line);
    if (tone === -1 || !scanP(line)) return false;
    columns.tone[row] = tone;
    line.passes(conflict);
    if (!scanThemes(bytes, line) || !scanIntents(line)) return false;
    if (!line.passes(by) || !line.text()) return false;
    columns.by[row] = name();
    return line.passes(config) && line.text() && line.passes(closing) && line.endsLine();
  }

  return {
    /** Reads a line as the collector writes it; false, and nothing is added, where it is written otherwise. */
    scan(bytes: Uint8Array, line: LineScan): boolean {
      const before = named;
      if (!scanLine(bytes, line)) {
        named = before;
        return false;
      }
      columns.themesTo[row] = named;
      row++;
      return true;
    },
    /** Adds a line that was read otherwise. */
    add(score: Score): void {
      [columns.id[2 * row], columns.id[2 * row + 1]] = halvesOf(score.id);
      [columns.story[2 * row], columns.story[2 * row + 1]] = halvesOf(score.story);
      columns.brand[row] = score.brand === null ? noName : names.numberOfText(score.brand);
      columns.lang[row] = names.numberOfText(score.lang);
      columns.relevant[row] = score.relevant ? 1 : 0;
      columns.tone[row] = toneLabels.indexOf(score.tone.label);
      for (let nth = 0; nth < 3; nth++) columns.p[3 * row + nth] = score.tone.p?.[nth] ?? Number.NaN;
      for (const theme of score.themes)
        addTheme(names.numberOfText(theme.id), toneLabels.indexOf(theme.tone));
      columns.themesTo[row] = named;
      columns.intents[row] = bitsOf(score.intents);
      columns.by[row] = names.numberOfText(score.by);
      row++;
    },
    done() {
      const { theme, themeTone, ...rest } = columns;
      const themes = { theme: theme.subarray(0, named), themeTone: themeTone.subarray(0, named) };
      return { length: row, names: names.texts, arrays: { ...filledTo(rest, row, most), ...themes } };
    },
  };
}

const bitsOf = (carried: readonly Intent[]): number =>
  carried.reduce((bits, intent) => bits | (1 << intents.indexOf(intent)), 0);

const lists: Intent[][] = [];
/** Few sets of intents stand in many lines. */
const intentsOf = (bits: number): Intent[] => {
  lists[bits] ??= intents.filter((_, nth) => (bits & (1 << nth)) !== 0);
  return lists[bits];
};

type Label = Score['tone']['label'];
const noThemes: Score['themes'] = [];

export const scoreForm: Form<Score, ReturnType<typeof scoreArrays>> = {
  schema: Score,
  arrays: scoreArrays,
  fill: fillScores,
};

/** The lines in columns, one after the other in the same record. */
export function* judgedIn({ length, names, arrays }: ScoreColumns): Generator<Judged> {
  const judged = {} as Judged;
  let from = 0;
  for (let row = 0; row < length; row++) {
    judged.idHigh = arrays.id[2 * row] as number;
    judged.idLow = arrays.id[2 * row + 1] as number;
    judged.storyHigh = arrays.story[2 * row] as number;
    judged.storyLow = arrays.story[2 * row + 1] as number;
    judged.brand = nameAt(names, arrays.brand[row] as number);
    judged.lang = names[arrays.lang[row] as number] as string;
    judged.relevant = arrays.relevant[row] === 1;
    const negative = arrays.p[3 * row] as number;
    judged.tone = {
      label: toneLabels[arrays.tone[row] as number] as Label,
      p: Number.isNaN(negative)
        ? null
        : [negative, arrays.p[3 * row + 1] as number, arrays.p[3 * row + 2] as number],
    };
    const to = arrays.themesTo[row] as number;
    judged.themes = from === to ? noThemes : [];
    for (; from < to; from++)
      judged.themes.push({
        id: names[arrays.theme[from] as number] as string,
        tone: toneLabels[arrays.themeTone[from] as number] as Label,
      });
    judged.intents = intentsOf(arrays.intents[row] as number);
    judged.by = names[arrays.by[row] as number] as string;
    yield judged;
  }
}
