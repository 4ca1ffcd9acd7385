import type { About, Figure, Restated, RestatedFigure, VerdictWord } from '#contract';
import { words } from '../words.ts';
import { asOfWords } from '../words-as-of.ts';
import { fewestForRatio, signedChangeText } from './answer.ts';
import { behind } from './behind.ts';
import { dayIn, dayToMs, shiftDay } from './calendar.ts';
import { figuresInOrder } from './figures.ts';
import { intervalText } from './headline.ts';
import { changesAsRatio, type Formats, unitKind } from './numbers.ts';

/** What the page said on a night, as text. */
export type Night = {
  /** The day of the run in the zone of the config; no two nights share it. */
  day: string;
  title: string;
  published: string;
  spoke: string;
  rows: NightRow[];
  restated: number;
  why: string;
  /** Of each figure by its id, the version that published. */
  methods: { id: string; method: string }[];
  config: string;
  commit: string | null;
};
export type NightRow = {
  id: string;
  title: string;
  /** False where the figure is no longer measured, so that it has no page. */
  known: boolean;
  then: string;
  thenInterval: string;
  n: string;
  coverage: string;
  /** The mentions of its days that the figure counts, below the base path; null where it counts none. */
  mentions: string | null;
  verdict: VerdictWord;
  /** Whether the history, not the talk, was too little for a verdict. */
  short: boolean;
  now: string;
  nowInterval: string;
  by: string;
  moved: boolean;
  /** Whether it differs by less than makes it restated. */
  little: boolean;
};

type RestatedNight = Restated['brands'][string][number];

/** Of two nights that began on the same day, the later was what the page said. */
export function nightsByDay(
  restated: Restated | null,
  brand: string,
  zone: string,
): Map<string, RestatedNight> {
  const byDay = new Map<string, RestatedNight>();
  for (const night of restated?.brands[brand] ?? []) byDay.set(dayIn(zone, night.at), night);
  return byDay;
}

/** Days of nights by month, both newest first. */
export function nightMonths(days: Iterable<string>): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const day of [...days].sort((a, b) => b.localeCompare(a)))
    months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), day]);
  return months;
}

/** The day from which on every day up to the newest has its night; null where that is the first of all. */
export function keptWholeFrom(days: Iterable<string>): string | null {
  const sorted = [...days].sort();
  let at = sorted.length - 1;
  while (at > 0 && shiftDay(sorted[at - 1] ?? '', 1) === sorted[at]) at--;
  return at > 0 ? (sorted[at] ?? null) : null;
}

/** One night in words. */
export function nightText(
  day: string,
  night: RestatedNight,
  page: { about: Pick<About, 'brands' | 'themes'>; figures: Map<string, Figure>; formats: Formats },
): Night {
  const { figures, formats } = page;
  const order = figuresInOrder(figures).map(({ id }) => id);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const lines = [...night.figures].sort((a, b) => rank(a.figure) - rank(b.figure));
  const to = lines[0]?.period;
  const changed = lines.flatMap(({ figure, then }) => {
    const today = figures.get(figure);
    return today && today.method !== then.method
      ? [asOfWords.since.methodOf(today.title, then.method, today.method)]
      : [];
  });
  const talk = figures.get('stories');
  const begins =
    talk?.kind === 'series' ? talk.brands[page.about.brands[0]?.id ?? '']?.day[0]?.period : undefined;
  const rows = lines.map((line) => rowOf(line, figures.get(line.figure), page.about, formats, begins));
  const restated = rows.filter(({ moved }) => moved).length;
  return {
    day,
    title: asOfWords.finding(
      formats.day(dayToMs(day)),
      formats.number(restated),
      formats.number(rows.length),
      formats.number(rows.filter(({ little }) => little).length),
    ),
    published: asOfWords.publishedAt(formats.moment(night.at)),
    spoke:
      to === undefined
        ? ''
        : asOfWords.spoke(formats.day(dayToMs(shiftDay(to, -27))), formats.day(dayToMs(to))),
    rows,
    restated,
    why: whyText(night, changed, restated, formats),
    methods: lines.map(({ figure, then }) => ({ id: figure, method: then.method })),
    config: night.config,
    commit: night.commit,
  };
}

function whyText(night: RestatedNight, methods: string[], restated: number, formats: Formats): string {
  const { since } = asOfWords;
  const { late, labels, replays, config, forgotten } = night.since;
  const parts = [
    ...(methods.length > 0 ? [since.methods(methods.join('; '))] : []),
    ...(replays > 0 ? [since.replays(formats.number(replays))] : []),
    ...(config ? [since.config] : []),
    ...(late > 0 ? [since.late(formats.number(late))] : []),
    ...(labels > 0 ? [since.labels(formats.number(labels))] : []),
    ...(forgotten > 0 ? [since.forgotten(formats.number(forgotten))] : []),
  ];
  if (parts.length === 0) return restated > 0 ? since.anew : since.none;
  const list = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return asOfWords.sentence(list ?? '');
}

function rowOf(
  { figure: id, period, then, now, moved }: RestatedFigure,
  figure: Figure | undefined,
  about: Pick<About, 'brands' | 'themes'>,
  formats: Formats,
  begins: string | undefined,
): NightRow {
  const kind = unitKind(figure?.unit ?? '');
  const write = (value: number | null): string =>
    value === null ? words.noValue : formats.value(value, kind);
  const interval = ({ value, low, high }: Pick<RestatedFigure['then'], 'value' | 'low' | 'high'>): string =>
    value === null ? '' : intervalText(value, low, high, kind, formats);
  const apart = now?.value != null && then.value !== null ? now.value - then.value : null;
  // A count's change is told as a share of itself; one that was 0 has none.
  const size =
    apart === null
      ? null
      : changesAsRatio(kind)
        ? then.value === 0
          ? null
          : apart / (then.value ?? 1)
        : apart;
  const by = size === null ? '' : signedChangeText(size, kind, formats);
  const little = !moved && apart !== null && apart !== 0 && /[1-9]/.test(by);
  const told = (): string => {
    if (figure === undefined) return asOfWords.gone;
    if (now === null) return asOfWords.notAgain;
    if (apart === null && then.value !== now.value)
      return now.value === null ? asOfWords.lost : asOfWords.had;
    if (moved) return by || words.change.moved(write(apart));
    return little ? asOfWords.little(by) : asOfWords.unchanged;
  };
  return {
    id,
    title: figure?.title ?? id,
    known: figure !== undefined,
    then: write(then.value),
    thenInterval: interval(then),
    n: words.basis(formats.number(then.n), figure?.basis ?? ''),
    coverage: then.coverage === null ? '' : words.coverage(formats.share(then.coverage)),
    mentions: behind(
      id,
      { brand: about.brands[0]?.id ?? '', from: shiftDay(period, -27), to: period },
      about,
    ),
    verdict: then.verdict,
    short:
      then.verdict === 'too little data' &&
      then.n >= fewestForRatio &&
      begins !== undefined &&
      shiftDay(begins, 2 * 28) > shiftDay(period, 1),
    now: now === null ? words.noValue : write(now.value),
    nowInterval: now === null ? '' : interval(now),
    by: told(),
    moved,
    little: figure !== undefined && now !== null && little,
  };
}
