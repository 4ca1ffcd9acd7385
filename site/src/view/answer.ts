import type { About, Figure, SeriesFigure, Verdict, VerdictWindow, VerdictWord } from '#contract';
import { words } from '../words.ts';
import { dayToMs, shiftDay } from './calendar.ts';
import { changesAsRatio, type Formats, type UnitKind, unitKind } from './numbers.ts';
import { daysOf, defaultWindow } from './views.ts';

/** The sentences that answer, computed from the verdicts of the window in view. */

export function verdictOf(
  figure: Figure | undefined,
  brand: string,
  window: VerdictWindow = defaultWindow,
): Verdict | undefined {
  return figure?.kind === 'series' ? figure.verdicts[brand]?.[window] : undefined;
}

/** Stories under which a ratio has too little data, in either window. */
export const fewestForRatio = 5;

/** Whether enough was heard, but the history does not reach back over the window before: not the data are few. */
export const isShortHistory = ({
  verdict,
  n,
}: {
  verdict: VerdictWord;
  n: readonly [number, number];
}): boolean => verdict === 'too little data' && Math.min(...n) >= fewestForRatio;

/** A verdict in words: much that was heard in a short history is not too little, where the basis of both windows is known. */
export const verdictName = ({
  verdict,
  n,
}: {
  verdict: VerdictWord;
  n?: readonly [number, number] | undefined;
}): string => (n && isShortHistory({ verdict, n }) ? words.shortHistory : words.verdict[verdict]);

const withUnit = (size: string, kind: UnitKind): string => {
  if (changesAsRatio(kind)) return size;
  return kind === 'stars' ? words.change.stars(size) : words.change.points(size);
};

/** The size of a change with its unit, unsigned: `18%`, `9 points`. */
export const changeText = (difference: number, kind: UnitKind, formats: Formats): string =>
  withUnit(formats.change(difference, kind), kind);

/** The same with its sign: `+18%`, `−9 points`. */
export const signedChangeText = (difference: number, kind: UnitKind, formats: Formats): string =>
  withUnit(formats.signedChange(difference, kind), kind);

/** `between +9% and +28%`, or nothing where the interval is not known. */
export function changeInterval(verdict: Verdict, kind: UnitKind, formats: Formats): string {
  if (verdict.low === null || verdict.high === null) return '';
  return words.change.between(
    formats.signedChange(verdict.low, kind),
    formats.signedChange(verdict.high, kind),
  );
}

/** `a fifth`, or the percentage where no plain fraction is near. */
export function ratioInWords(ratio: number, formats: Formats): string {
  const size = Math.abs(ratio);
  const near = words.answer.fractions.find(([fraction]) => Math.abs(fraction - size) <= 0.02);
  return near ? near[1] : formats.share(size);
}

/** Shares of the panel, which a team without competitors has none of: neither more talk nor a longer history gives it one. */
export const needsCompetitor = ({ id }: { id?: string | undefined }, brands: number): boolean =>
  brands < 2 && (id === 'share-of-voice' || id === 'attention-share');

/** The finding of a chart: its title as a sentence. */
export function finding(
  figure: Pick<SeriesFigure, 'title' | 'unit'> & Partial<Pick<SeriesFigure, 'id' | 'brands'>>,
  verdict: Verdict | undefined,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): string {
  const { change } = words;
  const { title } = figure;
  const { within, over } = words.spans[window];
  if (figure.brands && needsCompetitor(figure, Object.keys(figure.brands).length))
    return change.needsCompetitor(title);
  if (!verdict) return change.alone(title);
  if (verdict.verdict === 'coverage changed') return change.coverage(title);
  if (isShortHistory(verdict)) return change.short(title);
  if (verdict.verdict === 'too little data' || verdict.difference === null) return change.few(title);
  const by = changeText(verdict.difference, unitKind(figure.unit), formats);
  switch (verdict.verdict) {
    case 'up':
      return change.rose(title, by, within);
    case 'down':
      return change.fell(title, by, within);
    case 'perhaps up':
      return change.perhapsRose(title, by, within);
    case 'perhaps down':
      return change.perhapsFell(title, by, within);
    default:
      return change.none(title.toLocaleLowerCase(), over);
  }
}

/** The numbers behind a finding: `+18%, between +9% and +28%: more than chance explains`. */
export function findingNumbers(
  figure: Pick<SeriesFigure, 'unit'>,
  verdict: Verdict | undefined,
  formats: Formats,
): string {
  if (!verdict || verdict.difference === null) return '';
  if (verdict.verdict === 'too little data' || verdict.verdict === 'coverage changed') return '';
  const kind = unitKind(figure.unit);
  const { change } = words;
  const judged = verdict.verdict.startsWith('perhaps')
    ? change.perhaps
    : verdict.verdict === 'no clear change'
      ? change.chance
      : change.real;
  const interval = changeInterval(verdict, kind, formats);
  return `${signedChangeText(verdict.difference, kind, formats)}${interval ? ` (${interval})` : ''}: ${judged}`;
}

/** The figures on which the first sentence may rest for how much is said: the first that has a verdict. */
const heardBy = ['awareness', 'stories', 'mentions'];

export type Clause = { text: string; figure: string };

/** How much is said, and how kindly: the clauses of the first sentence, each with the figure it rests on. */
export function answer(
  about: About,
  figures: Map<string, Figure>,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): Clause[] {
  const brand = about.brands[0];
  if (!brand) return [];
  const clauses: Clause[] = [];
  const { answer: say } = words;
  const { than } = words.spans[window];

  const heard = heardBy.find((id) => verdictOf(figures.get(id), brand.id, window));
  const volume = heard ? verdictOf(figures.get(heard), brand.id, window) : undefined;
  if (heard && volume) {
    const how = ratioInWords(volume.difference ?? 0, formats);
    const text = {
      up: say.more(how, than),
      down: say.less(how, than),
      'perhaps up': say.perhapsMore(than),
      'perhaps down': say.perhapsLess(than),
      'no clear change': say.same(than),
      'too little data': isShortHistory(volume) ? say.short(than) : say.few,
      'coverage changed': say.sources(than),
    }[volume.verdict];
    clauses.push({ text, figure: heard });
  }
  const tone = verdictOf(figures.get('net-sentiment'), brand.id, window);
  if (tone && clauses.length === 0)
    clauses.push({ text: say.toneAlone[tone.verdict](than), figure: 'net-sentiment' });
  else if (tone && volume && volume.verdict !== 'coverage changed' && volume.verdict !== 'too little data') {
    const text = {
      up: say.toneUp,
      down: say.toneDown,
      'perhaps up': say.tonePerhapsUp,
      'perhaps down': say.tonePerhapsDown,
      'no clear change': say.toneSame,
      'too little data': say.fewTone,
      'coverage changed': '',
    }[tone.verdict];
    if (text) clauses.push({ text, figure: 'net-sentiment' });
  }
  return clauses;
}

/** How much is said against a year ago, as a sentence; empty where that cannot be told. */
export function yearAgo(about: About, figures: Map<string, Figure>, formats: Formats): Clause | null {
  const brand = about.brands[0];
  const heard = heardBy.find((id) => brand && verdictOf(figures.get(id), brand.id));
  const verdict = brand && heard && verdictOf(figures.get(heard), brand.id, 'year');
  if (!heard || !verdict || verdict.difference === null) return null;
  if (verdict.verdict === 'too little data' || verdict.verdict === 'coverage changed') return null;
  const text = words.answer.year[verdict.verdict](ratioInWords(verdict.difference, formats));
  return { text, figure: heard };
}

export type Held = { before: HeldEvent[]; after: HeldEvent[] };
/** An event with the figure it was meant to move, where that is measured. */
export type HeldEvent = { name: string; date: string; figure: string };

/** What happened in each of the two windows that the first sentence compares, oldest first. */
export function meanwhile(
  about: Pick<About, 'events' | 'brands'>,
  figures: Map<string, Figure>,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): Held {
  const brand = about.brands[0];
  const heard = heardBy.find((id) => brand && verdictOf(figures.get(id), brand.id, window));
  const verdict = brand && heard && verdictOf(figures.get(heard), brand.id, window);
  if (!heard || !verdict) return { before: [], after: [] };
  const held = (from: string, to: string): HeldEvent[] =>
    about.events
      .filter(({ date }) => date >= from && date <= to)
      .sort((a, b) => a.date.localeCompare(b.date))
      .map(({ name, date, figure }) => ({
        name,
        date: formats.day(dayToMs(date)),
        figure: figure && figures.has(figure) ? figure : heard,
      }));
  return {
    // Against a year ago, what came just before is not what is compared.
    before:
      window === 'year'
        ? []
        : held(shiftDay(verdict.from, -Number(daysOf(window))), shiftDay(verdict.from, -1)),
    after: held(verdict.from, verdict.to),
  };
}

/** The first sentence whole, as a line of text for those who see the page's address before the page. */
export function answerText(
  about: About,
  figures: Map<string, Figure>,
  formats: Formats,
  window: VerdictWindow = defaultWindow,
): string {
  const brand = about.brands[0];
  if (!brand) return '';
  const clauses = answer(about, figures, formats, window).map(({ text }) => text);
  if (clauses.length === 0) return '';
  return `${brand.name} ${joinClauses(clauses)}.`;
}

/** Clauses one after another, with a comma before one that begins with `and`. */
export const joinClauses = (clauses: string[]): string =>
  clauses.reduce((text, clause) => `${text}${clause.startsWith('and') ? ', ' : ' '}${clause}`);
