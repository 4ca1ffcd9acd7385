import { type Figure, type RankingFigure, type VerdictWindow, windows } from '#contract';
import { dayName } from './calendar.ts';
import { type Cells, comparedCells, type Pairing, pairings, type Units, visitCompared } from './compare.ts';
import { unrestOfUnits } from './count-figure.ts';
import { speaksOf } from './coverage-shares.ts';
import type { Facts } from './facts.ts';
import { themesOfRow } from './late-stories.ts';
import { counts as countUnit, lineable } from './lines.ts';
import { added, dailyMoments, withinDay, z95 } from './moments.ts';
import { round } from './round.ts';
import type { Rows } from './rows.ts';
import { givenAt, heldTo } from './verdict.ts';

const method = 'why@3';
/** Parts told of one change: those that make most of it. */
const mostParts = 5;
const mostQuotes = 2;

type Row = RankingFigure['brands'][string]['rows'][number];
/** Of parts that hold the same stories, the kind that says most comes first. */
const kinds = ['theme', 'source', 'site'] as const;
type Part = { kind: (typeof kinds)[number]; id: string; name: string };

/** Figures whose changes are taken apart: what each is made of, and how far a unit of that moves it. */
const explained: readonly { id: string; values?: (rows: Rows) => Float64Array; counts: boolean }[] = [
  { id: 'stories', counts: true },
  { id: 'net-sentiment', values: (rows) => rows.tone, counts: false },
  { id: 'advocacy', values: (rows) => rows.opinion, counts: false },
  { id: 'loyalty', values: (rows) => rows.loyal, counts: false },
];
const percent = 100;

/** Sums over one part in one window: stories, of what each adds, and of its square. */
type Sums = { n: number; sum: number; squares: number; rows: { row: number; adds: number }[] };
const noSums = (): Sums => ({ n: 0, sum: 0, squares: 0, rows: [] });

/** The parts that a row belongs to: the themes it names, its source, its site. */
function partsOf(facts: Facts, rows: Rows, row: number): Part[] {
  const source = facts.sources[rows.source[row] as number];
  const site = facts.sites[rows.site[row] as number] ?? '';
  return [
    ...themesOfRow(rows, row).flatMap((theme) => {
      const found = facts.themes[theme];
      return found ? [{ kind: 'theme' as const, id: found.id, name: found.name }] : [];
    }),
    ...(source ? [{ kind: 'source' as const, id: source.id, name: source.label }] : []),
    ...(site === '' ? [] : [{ kind: 'site' as const, id: site, name: site }]),
  ];
}

type Sides = { part: Part; earlier: Sums; later: Sums };

/** Sums of every part in both windows; `centre` is taken from each value, so that parts add up to the whole change. */
function sidesOf(facts: Facts, units: Units, cells: Cells, centre: number): Map<string, Sides> {
  const found = new Map<string, Sides>();
  for (const side of ['earlier', 'later'] as const)
    visitCompared(units, cells, side, facts.days, (row, value) => {
      const adds = value - centre;
      for (const part of partsOf(facts, units.rows, row)) {
        const key = `${part.kind} ${part.id}`;
        const sides = found.get(key) ?? { part, earlier: noSums(), later: noSums() };
        found.set(key, sides);
        const sums = sides[side];
        sums.n += 1;
        sums.sum += adds;
        sums.squares += adds * adds;
        sums.rows.push({ row, adds });
      }
    });
  return found;
}

/**
 * The window whose stories show a part's share, and two of them, of few themes, the latest first. What is gone moves a
 * figure as well as what came: then it is the earlier one.
 */
function shown(
  { earlier, later }: Sides,
  rows: Rows,
  sign: number,
  all: { earlier: Sums; later: Sums },
  counts: boolean,
): { isEarlier: boolean; mentions: string[] } {
  const came = counts ? later.n : later.sum / all.later.n;
  const gone = counts ? -earlier.n : -earlier.sum / all.earlier.n;
  const isEarlier = gone * sign > came * sign;
  const side = isEarlier ? earlier : later;
  const pulls = isEarlier ? -sign : sign;
  return {
    isEarlier,
    mentions: side.rows
      .filter(({ adds }) => counts || adds * pulls > 0)
      .map(({ row }) => ({ row, themes: themesOfRow(rows, row).length || Number.POSITIVE_INFINITY }))
      .sort((a, b) => (a.themes === b.themes ? b.row - a.row : a.themes - b.themes))
      .slice(0, mostQuotes)
      .map(({ row }) => rows.id(row)),
  };
}

/** `beyond`: by how much a part moved otherwise than the rest, in its unit; `z`: the same in standard errors. */
type Made = {
  id: string;
  part: Part;
  value: number;
  error: number;
  beyond: number;
  z: number;
  sides: Sides;
};

/**
 * How far a part of a count moved beyond its share: where all grow by half, the largest part holds most of the rise and explains
 * nothing. Given how many stories each part and each window hold, a part’s later ones are hypergeometric; counts that are less
 * steady than chance makes them widen that alike.
 */
export function beyondShare(
  part: readonly [before: number, after: number],
  whole: readonly [before: number, after: number],
  dispersion: number,
): { beyond: number; z: number } {
  const [stories, all] = [part[0] + part[1], whole[0] + whole[1]];
  const later = whole[1] / all;
  const beyond = part[1] - stories * later;
  const variance = dispersion * stories * later * (1 - later) * (1 - stories / all);
  return { beyond, z: variance > 0 ? beyond / Math.sqrt(variance) : 0 };
}

/**
 * The parts of one change that moved otherwise than the rest by more than chance explains, those that did so most first; of parts that
 * hold the same stories the first.
 */
function told(made: readonly Made[], sign: number): Made[] {
  const same = new Set<string>();
  return made
    .filter(({ value, z }) => value * sign > 0 && z * sign >= givenAt['28'])
    .sort(
      (a, b) =>
        Math.abs(b.beyond) - Math.abs(a.beyond) ||
        kinds.indexOf(a.part.kind) - kinds.indexOf(b.part.kind) ||
        (a.id < b.id ? -1 : 1),
    )
    .filter(({ value, sides: { earlier, later } }) => {
      const held = `${earlier.n} ${later.n} ${round(value)}`;
      return !same.has(held) && same.add(held);
    })
    .slice(0, mostParts);
}

/** What a change is told of: a window, or a month by its name; `pairing` are the days it compares. */
type Change = { key: string; pairing: Pairing };

/** The parts of a change that is known to be one. */
function partRows(facts: Facts, brand: number, figure: string, { key, pairing }: Change): Row[] {
  const definition = explained.find(({ id }) => id === figure);
  if (!definition) return [];
  const { counts, values } = definition;
  const rows = facts.rows[brand] as Rows;
  const joined = facts.joined[brand] as number;
  const takes = speaksOf(brand);
  const units: Units = { rows, ...(values && { values: values(rows) }), perStory: true };
  const cells = comparedCells(facts, takes, pairing, joined);
  const all = { earlier: noSums(), later: noSums() };
  const byDay = {
    n: new Float64Array(facts.days),
    sum: new Float64Array(facts.days),
    squares: new Float64Array(facts.days),
  };
  for (const side of ['earlier', 'later'] as const)
    visitCompared(units, cells, side, facts.days, (row, value) => {
      all[side].n += 1;
      all[side].sum += value;
      const day = rows.day[row] as number;
      byDay.n[day] = (byDay.n[day] as number) + 1;
      byDay.sum[day] = (byDay.sum[day] as number) + value;
      byDay.squares[day] = (byDay.squares[day] as number) + value * value;
    });
  if (all.earlier.n === 0 || all.later.n === 0) return [];
  const centre = counts ? 0 : all.earlier.sum / all.earlier.n;
  const whole = counts ? all.later.n - all.earlier.n : percent * (all.later.sum / all.later.n - centre);
  if (whole === 0) return [];
  const dispersion = counts ? unrestOfUnits(facts, units, takes, joined).dispersion : 1;
  const correlation = counts ? 0 : withinDay([dailyMoments(byDay.n, byDay.sum, byDay.squares)]);
  const widened = (side: 'earlier' | 'later'): number => 1 + correlation * (all[side].n / pairing.days);

  /**
   * A count's part is its difference, and is told where that is beyond its share; a ratio's, the difference of the means of what its
   * stories add, 0 for all others.
   */
  const make = (sides: Sides): Made => {
    const { part, earlier, later } = sides;
    const id = `${key}:${figure}:${part.kind}:${part.id}`;
    if (counts) {
      const error = Math.sqrt(dispersion * (earlier.n + later.n + 1));
      const { beyond, z } = beyondShare([earlier.n, later.n], [all.earlier.n, all.later.n], dispersion);
      return { id, part, value: later.n - earlier.n, error, beyond, z, sides };
    }
    const variance = (side: 'earlier' | 'later'): number => {
      const n = all[side].n + added.nets.n;
      const { sum, squares } = sides[side];
      return (((squares + added.nets.squares) / n - (sum / n) ** 2) / n) * widened(side);
    };
    const value = percent * (later.sum / all.later.n - earlier.sum / all.earlier.n);
    const error = percent * Math.sqrt(variance('earlier') + variance('later'));
    return { id, part, value, error, beyond: value, z: value / error, sides };
  };
  const sign = Math.sign(whole);
  const made = [...sidesOf(facts, units, cells, centre).values()].map(make);
  const { days, shift } = pairing;
  const end = facts.first + pairing.to;
  return told(made, sign).map(({ id, part, value, error, sides }): Row => {
    const { isEarlier, mentions } = shown(sides, rows, sign, all, counts);
    const to = isEarlier ? end - shift : end;
    return {
      id,
      name: part.name,
      value: round(value),
      low: round(value - z95 * error),
      high: round(value + z95 * error),
      n: sides.earlier.n + sides.later.n,
      parts: {
        before: sides.earlier.n,
        after: sides.later.n,
        whole: round(whole),
        share: round(value / whole),
      },
      mentions,
      unit: counts ? 'stories' : 'points',
      figure,
      from: dayName(to - days + 1),
      to: dayName(to),
    };
  });
}

/** Parts of the change of a window, where its verdict says that there is one. */
function windowRows(facts: Facts, brand: number, figure: Figure, window: VerdictWindow): Row[] {
  const of = facts.brands[brand]?.id ?? '';
  const verdict = figure.kind === 'series' ? figure.verdicts[of]?.[window] : undefined;
  if (!verdict || verdict.difference === null || !/up|down/.test(verdict.verdict)) return [];
  return partRows(facts, brand, figure.id, {
    key: window,
    pairing: { ...pairings[window], to: facts.days - 1 },
  });
}

/** A year, and the month a year before the last. */
const months = 13;

/**
 * For each month that is over: how the four weeks that end with it compare with the four before, and the parts of that where
 * chance does not explain it. Months that cannot be compared have no row.
 */
function monthRows(facts: Facts, brand: number, figure: string): Row[] {
  const line = lineable[figure];
  const compare = line?.lines(facts)(brand).compare;
  if (!line || !compare) return [];
  const last = facts.first + facts.days - 1;
  const counted = line.unit === countUnit;
  return facts.calendar
    .periods('month', facts.first, last)
    .filter(({ ends }) => ends <= last)
    .slice(-months)
    .flatMap(({ name: month, ends }): Row[] => {
      const pairing: Pairing = { ...pairings['28'], to: ends - facts.first };
      const { standing, difference, low, high, z, n } = compare(pairing);
      if (standing !== 'comparable' || difference === null || low === null || high === null) return [];
      const scale = counted ? percent : 1;
      return [
        {
          id: `${month}:${figure}`,
          name: line.title,
          value: round(scale * difference),
          low: round(scale * low),
          high: round(scale * high),
          n: n[0] + n[1],
          parts: { before: round(n[0]), after: round(n[1]), z: round(z) },
          mentions: [],
          unit: counted ? '%' : line.unit,
          figure,
          from: dayName(ends - pairing.days + 1),
          to: dayName(ends),
        },
        ...(Math.abs(z) < heldTo ? [] : partRows(facts, brand, figure, { key: month, pairing })),
      ];
    });
}

/** What the figure is, in words, as figures of the registry say it. */
export const why = {
  id: 'why',
  title: 'Why it moved',
  question: 'Which themes, sources and sites make a change?',
  formula:
    'Of each change of stories, net sentiment, advocacy and loyalty whose verdict is up, down or perhaps, over each window: what every theme, source and site adds to it, on the sources and days covered in both windows. A count’s part is its stories after − before; it is told where its share of the stories changed: a part that grows as all do explains nothing. A ratio’s part is 100 × (Σ after (v − m) ÷ N after − Σ before (v − m) ÷ N before) over its stories, v being a story’s value (−1, 0 or 1), m the mean of the earlier window and N all stories of a window: parts that exclude each other, such as sources, add up to the change. `from` and `to` are the window whose stories show a part, which is the earlier one where they are gone. Told are, of those in the change’s direction, the five that moved most otherwise than the rest and whose z passes 2.81 (of a count: its later stories against its share of all, given how many the part and the window hold, with the dispersion between days); of parts that hold the same stories one. The same for each of the last 13 months that are over: the four weeks that end with it against the four before, by the comparison that a verdict rests on, taken apart where its z passes 1.96.',
  limits:
    'Of 13 months and four figures two or three changes that pass 1.96 are chance. It takes the change apart and names no cause: what happened to be talked about more may go along with what moved the tone. Themes overlap and do not add up; a theme, a source and a site may tell of the same stories. Intervals are each part’s own.',
  unit: 'stories, or points',
  basis: 'stories',
  proxy: false,
  method,
} as const;

/** What made each change that the figures tell of. */
export function whyOf(figures: readonly Figure[], facts: Facts): RankingFigure {
  const of = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
  const last = Math.max(0, facts.days - 1);
  return {
    ...why,
    kind: 'ranking',
    brands: Object.fromEntries(
      facts.brands.map(({ id }, brand) => [
        id,
        {
          rows:
            facts.days === 0
              ? []
              : windows
                  .flatMap((window) =>
                    explained.flatMap(({ id: figure }) => {
                      const found = of(figure);
                      return found ? windowRows(facts, brand, found, window) : [];
                    }),
                  )
                  .concat(
                    facts.headlinesOnly
                      ? []
                      : explained.flatMap(({ id: figure }) => monthRows(facts, brand, figure)),
                  ),
        },
      ]),
    ),
    period: { from: dayName(facts.first + Math.max(0, facts.days - 28)), to: dayName(facts.first + last) },
  };
}
