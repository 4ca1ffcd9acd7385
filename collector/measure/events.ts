import type { Config, RankingFigure } from '#contract';
import { dayName, dayOf } from './calendar.ts';
import { speaksOf } from './coverage-shares.ts';
import { changeOf, effectOf } from './effect.ts';
import type { Facts } from './facts.ts';
import type { FigureDefinition } from './figure.ts';
import { counts, type LineOf, lineable } from './lines.ts';
import { added } from './moments.ts';
import { complainsOf } from './priorities.ts';
import { ratioLine } from './ratio-figure.ts';
import { round } from './round.ts';
import type { Rows } from './rows.ts';
import { listed, sizeText, spanText } from './written.ts';

const method = 'events@3';
/** Days before and after an action that are compared, where so many have passed. */
const actionWindow = 42;
const fewestDays = 14;

type Row = RankingFigure['brands'][string]['rows'][number];
/** Shares of the panel itself have no control in it. */
const withoutControl = new Set(['share-of-voice', 'attention-share']);

type Asked = {
  id: string;
  name: string;
  date: string;
  window: number;
  title: string;
  unit: string;
  /** Null where there is no such figure, or none that can be compared. */
  lines: LineOf | null;
  control: boolean;
};

/**
 * What else began within the days that are compared: its effect is in the difference as well. What began with the first of them holds
 * for all days before, and what began on the same day is taken for the same thing.
 */
function alsoWithin(facts: Facts, date: string, days: number): { name: string; date: string }[] {
  const { events, actions } = facts.config;
  const day = dayOf(date);
  return [...events, ...actions]
    .filter((other) => other.date !== date && Math.abs(dayOf(other.date) - day) < days)
    .map(({ name, date }) => ({ name, date }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.name < b.name ? -1 : 1));
}

/** Days of the series on which events and actions began: what is different from then on is no unrest of the brand. */
const begun = ({ config, first }: Facts): number[] =>
  [...new Set([...config.events, ...config.actions].map(({ date }) => dayOf(date) - first))].toSorted(
    (a, b) => a - b,
  );

function rowOf(facts: Facts, { id, name, date, window, title, unit, lines, control }: Asked): Row {
  const isCount = unit === counts;
  const day = dayOf(date) - facts.first;
  const days = Math.min(window, facts.days - day);
  const row: Row = {
    id,
    name,
    value: null,
    low: null,
    high: null,
    n: 0,
    parts: { days: Math.max(0, days) },
    mentions: [],
    unit: isCount ? '%' : unit,
    from: date,
  };
  if (lines === null)
    return {
      ...row,
      text: `“${title}” is no figure whose change can be compared; there are: ${listed(Object.keys(lineable))}.`,
    };
  if (days < Math.min(window, fewestDays))
    return {
      ...row,
      text: `${title}: to be told once ${Math.min(window, fewestDays)} days have passed since ${date}.`,
    };
  // A share of a panel of one is always all of it: no history and no talk makes it more.
  if (!control && facts.brands.length < 2)
    return { ...row, text: `${title}: needs a competitor in brand.yml.` };
  const to = dayName(facts.first + day + days - 1);
  const lineOf = lines(facts);
  const pairing = { to: day + days - 1, days, shift: days };
  const ownLine = lineOf(0);
  const seen = ownLine.compare?.(pairing);
  const own = seen && changeOf(seen, isCount);
  const window_ =
    days === 1
      ? `the day ${date} against the day before`
      : `the ${days} days from ${date} against the ${days} before`;
  // To nothing and from nothing have no ratio, and are all the more to be told.
  if (isCount && seen?.standing === 'comparable' && Math.min(...seen.n) === 0 && Math.max(...seen.n) > 0)
    return { ...row, to, text: `${title} went from ${seen.n[0]} to ${seen.n[1]} in ${window_}.` };
  if (!own)
    return { ...row, to, text: `${title}: too little, or too little of it comparable, in ${window_}.` };
  const others = control
    ? facts.brands.flatMap(({ name }, brand) => {
        const line = brand === 0 ? undefined : lineOf(brand);
        const found = line?.compare?.(pairing);
        const change = found && changeOf(found, isCount);
        return line && change ? [{ name, change, scatter: line.scatter }] : [];
      })
    : [];
  const effect = effectOf(
    own,
    others.map(({ change }) => change),
    isCount,
    {
      own: ownLine.scatter,
      others: others.map(({ scatter }) => scatter),
      pairing,
      changes: begun(facts),
      first: facts.first,
    },
  );
  const also = alsoWithin(facts, date, days);
  const mixed =
    also.length === 0
      ? ''
      : ` Within these days began also ${listed(also.map((other) => `“${other.name}” (${other.date})`))}: what each of them did cannot be told apart.`;
  const beyond =
    others.length > 0
      ? `, beyond what happened to ${listed(others.map(({ name }) => name))}`
      : ', with nobody to compare with';
  return {
    ...row,
    to,
    value: round(isCount ? 100 * effect.by : effect.by),
    low: round(isCount ? 100 * effect.low : effect.low),
    high: round(isCount ? 100 * effect.high : effect.high),
    n: round(effect.n),
    parts: { ...row.parts, controls: others.length, alsoBegan: also.length },
    text: `${title} ${effect.by >= 0 ? 'rose' : 'fell'} by ${sizeText(effect.by, unit)} (${spanText(effect.low, effect.high, unit)}) in ${window_}${beyond}: ${
      effect.isSure ? 'more than chance explains' : 'within what chance explains'
    }.${mixed}`,
  };
}

/** What an event or an action asks of the figures; events that name no figure are only drawn. */
function askedOf(facts: Facts): Asked[] {
  const events = facts.config.events.flatMap(({ date, name, figure, window }): Asked[] => {
    if (figure === undefined) return [];
    if (!Object.hasOwn(lineable, figure))
      return [
        {
          id: `${date}-${figure}`,
          name,
          date,
          window,
          title: figure,
          unit: counts,
          control: true,
          lines: null,
        },
      ];
    const known = lineable[figure] as (typeof lineable)[string];
    return [{ id: `${date}-${figure}`, name, date, window, ...known, control: !withoutControl.has(figure) }];
  });
  const actions = facts.config.actions.flatMap(
    ({ date, theme, name }: Config['actions'][number]): Asked[] => {
      const at = facts.themes.findIndex(({ id }) => id === theme);
      if (at < 0) return [];
      const lines: LineOf = (all) => (brand) =>
        ratioLine(
          all,
          brand,
          {
            values: (rows: Rows) => complainsOf(rows, at),
            perStory: true,
            added: added.shares,
            ends: [0, 1],
            scale: 100,
          },
          speaksOf(brand),
        );
      const title = `Complaints about ${facts.themes[at]?.name ?? theme}`;
      return [
        {
          id: `${date}-action-${theme}`,
          name,
          date,
          window: actionWindow,
          title,
          unit: 'points',
          lines,
          control: true,
        },
      ];
    },
  );
  // Two events of one day may be meant for one figure.
  const times = new Map<string, number>();
  const apart = [...events, ...actions].map((asked) => {
    const nth = (times.get(asked.id) ?? 0) + 1;
    times.set(asked.id, nth);
    return nth === 1 ? asked : { ...asked, id: `${asked.id}-${nth}` };
  });
  return apart.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
}

export const events: FigureDefinition = {
  id: 'events',
  title: 'Events',
  question: 'Did what was done, or what happened, move anything?',
  formula:
    'For each event of brand.yml that names a figure: its change from the days before to as many days from the event on, minus the mean of the competitors’ same change (difference in differences; of counts on the log scale, as a ratio). Interval: that of the difference itself, so that what all brands share is no doubt about it. Its sampling error, as of stories that know nothing of each other, is multiplied by the square root of its dispersion from day to day in up to 364 days before the event (Pearson’s X² ÷ its degrees of freedom × (t ÷ 1.96)², never under 1; with a level for each 28 days, anew from each event and action of brand.yml, and a mean for each weekday); to this comes how far the difference drifted from week to week in that time. Where the days before leave fewer than 14 degrees of freedom, the standard errors of all changes are added as if the brands shared nothing, which is rather wide; shares have the interval of their own change. For each action: the same of the share of stories that complain of its theme, over 42 days, from 14 on. Only sources and days covered in both windows count.',
  limits:
    'Competitors stand in for what would have happened anyway: what befell one of them at the same time is taken for an effect with the other sign. Share of voice and share of attention are shares of the panel and have no control; nor has a brand without comparable competitors: such a row says so. Without competitors, waves of news that all brands share stay in the change and its interval. Two events within one window cannot be told apart: such a row names the others, and its `alsoBegan` counts them.',
  unit: 'effect',
  basis: 'stories in the smaller window',
  proxy: true,
  method,
  measure: (facts) => ({
    kind: 'ranking',
    brands: Object.fromEntries(
      facts.brands
        .slice(0, 1)
        .map(({ id }) => [id, { rows: askedOf(facts).map((asked) => rowOf(facts, asked)) }]),
    ),
    period: { from: dayName(facts.first), to: dayName(facts.first + Math.max(0, facts.days - 1)) },
  }),
};
