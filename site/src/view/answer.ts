import type { About, Figure, SeriesFigure, Verdict, VerdictWindow } from '#contract';
import { words } from '../words.ts';
import { dayToMs, shiftDay } from './calendar.ts';
import { changesAsRatio, type Formats, type UnitKind, unitKind } from './numbers.ts';

/** The sentences that answer, computed from the verdicts of the last four weeks. */

export const shownWindow: VerdictWindow = '28';

export function verdictOf(
  figure: Figure | undefined,
  brand: string,
  window = shownWindow,
): Verdict | undefined {
  return figure?.kind === 'series' ? figure.verdicts[brand]?.[window] : undefined;
}

const withUnit = (size: string, kind: UnitKind): string => {
  if (changesAsRatio(kind)) return size;
  return kind === 'stars' ? words.change.stars(size) : words.change.points(size);
};

/** The size of a change with its unit, unsigned: `18%`, `9 points`. */
export const changeText = (difference: number, kind: UnitKind, formats: Formats): string =>
  withUnit(formats.change(difference, kind), kind);

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

/** The finding of a chart: its title as a sentence. */
export function finding(
  figure: Pick<SeriesFigure, 'title' | 'unit'>,
  verdict: Verdict | undefined,
  formats: Formats,
): string {
  const { change } = words;
  const { title } = figure;
  if (!verdict) return change.alone(title);
  if (verdict.verdict === 'coverage changed') return change.coverage(title);
  if (verdict.verdict === 'too little data' || verdict.difference === null) return change.few(title);
  const by = changeText(verdict.difference, unitKind(figure.unit), formats);
  switch (verdict.verdict) {
    case 'up':
      return change.rose(title, by);
    case 'down':
      return change.fell(title, by);
    case 'perhaps up':
      return change.perhapsRose(title, by);
    case 'perhaps down':
      return change.perhapsFell(title, by);
    default:
      return change.none(title.toLocaleLowerCase());
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
  return `${withUnit(formats.signedChange(verdict.difference, kind), kind)}${interval ? ` (${interval})` : ''}: ${judged}`;
}

export type Clause = { text: string; figure: string };

/** How much is said, and how kindly: the clauses of the first sentence, each with the figure it rests on. */
export function answer(about: About, figures: Map<string, Figure>, formats: Formats): Clause[] {
  const brand = about.brands[0];
  if (!brand) return [];
  const clauses: Clause[] = [];
  const { answer: say } = words;

  const heard = ['awareness', 'stories', 'mentions'].find((id) => verdictOf(figures.get(id), brand.id));
  const volume = heard ? verdictOf(figures.get(heard), brand.id) : undefined;
  if (heard && volume) {
    const how = ratioInWords(volume.difference ?? 0, formats);
    const text = {
      up: say.more(how),
      down: say.less(how),
      'perhaps up': say.perhapsMore,
      'perhaps down': say.perhapsLess,
      'no clear change': say.same,
      'too little data': say.few,
      'coverage changed': say.sources,
    }[volume.verdict];
    clauses.push({ text, figure: heard });
  }
  const tone = verdictOf(figures.get('net-sentiment'), brand.id);
  if (tone && clauses.length === 0)
    clauses.push({ text: say.toneAlone[tone.verdict], figure: 'net-sentiment' });
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

/** What the last four weeks show against the four before, for each headline figure that can be compared. */
export function movements(
  ids: string[],
  about: About,
  figures: Map<string, Figure>,
  formats: Formats,
): { id: string; title: string; text: string }[] {
  const brand = about.brands[0];
  if (!brand) return [];
  return ids.flatMap((id) => {
    const figure = figures.get(id);
    const verdict = verdictOf(figure, brand.id);
    if (figure?.kind !== 'series' || !verdict) return [];
    const text = findingNumbers(figure, verdict, formats);
    return text ? [{ id, title: figure.title, text }] : [];
  });
}

/** What happened in either of the two windows that the first sentence compares, oldest first. */
export function meanwhile(
  about: Pick<About, 'events' | 'brands'>,
  figures: Map<string, Figure>,
  formats: Formats,
): { name: string; date: string }[] {
  const brand = about.brands[0];
  const verdict = ['awareness', 'stories', 'mentions']
    .map((id) => brand && verdictOf(figures.get(id), brand.id))
    .find((found) => found !== undefined);
  if (!verdict) return [];
  const from = shiftDay(verdict.from, -Number(shownWindow));
  return about.events
    .filter(({ date }) => date >= from && date <= verdict.to)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ name, date }) => ({ name, date: formats.day(dayToMs(date)) }));
}
