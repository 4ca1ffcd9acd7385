import {
  type Figure,
  mentionKey,
  type RankingFigure,
  type SeriesFigure,
  type VerdictWindow,
} from '#contract';
import type { Heard } from '../data.ts';
import { words } from '../words.ts';
import { verdictOf } from './answer.ts';
import { behindRow } from './behind.ts';
import { dayToMs } from './calendar.ts';
import { box } from './chart-paths.ts';
import { mentionsLink } from './filter.ts';
import { named } from './named.ts';
import type { Formats } from './numbers.ts';

/** One part of a change, as the page tells it. Positions in thousandths of the scale. */
export type WhyPart = Told & { at: number; low: number; high: number };
/** The same in words alone. */
export type Told = {
  id: string;
  kind: string;
  name: string;
  value: string;
  interval: string;
  /** `about half of it` */
  share: string;
  /** `40 stories after 12` */
  stories: string;
  mentions: readonly string[];
  /** Below the base path: the mentions that show it, and the days they are of. */
  list: string;
  days: string;
};
export type Why = { figure: SeriesFigure; parts: WhyPart[]; zero: number };

const isPart = (text: string | undefined): text is 'theme' | 'source' | 'site' =>
  text === 'theme' || text === 'source' || text === 'site';

type Row = RankingFigure['brands'][string]['rows'][number];

/** One part of a change in words. */
export function told(why: RankingFigure, brand: string, row: Row, formats: Formats): Told {
  const [, , kind = ''] = row.id.split(':');
  const { value, low, high, parts } = row;
  const sized = (size: number): string =>
    `${size > 0 ? '+' : size < 0 ? '−' : ''}${formats.number(Math.abs(size))}`;
  const size = sized(value ?? 0);
  return {
    id: row.id.replaceAll(/[^\w-]+/g, '-'),
    kind: isPart(kind) ? words.why.kinds[kind] : '',
    name: row.name,
    value: row.unit === 'stories' ? words.why.stories(size) : words.change.points(size),
    interval: words.interval.range(sized(low ?? 0), sized(high ?? 0)),
    share: words.why.share(Math.round((parts.share ?? 0) * 10)),
    stories: words.why.counts(formats.number(parts.after ?? 0), formats.number(parts.before ?? 0)),
    mentions: row.mentions,
    days: row.from && row.to ? formats.dates(dayToMs(row.from), dayToMs(row.to)) : '',
    list: behindRow(why, brand, row) ?? mentionsLink({ brand, from: row.from ?? '', to: row.to ?? '' }),
  };
}

/** What makes the changes of a window, by figure; those without a part that chance does not explain are left out. */
export function whyOf(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  window: VerdictWindow,
  formats: Formats,
  only?: string,
): Why[] {
  const why = figures.get('why');
  if (why?.kind !== 'ranking') return [];
  const rows = (why.brands[brand]?.rows ?? []).filter(({ id }) => id.startsWith(`${window}:`));
  const ids = [...new Set(rows.flatMap(({ figure }) => figure ?? []))].filter((id) => !only || id === only);
  return ids.flatMap((id) => {
    const figure = figures.get(id);
    const of = rows.filter((row) => row.figure === id && row.value !== null);
    if (figure?.kind !== 'series' || of.length === 0 || !verdictOf(figure, brand, window)) return [];
    const ends = of.flatMap(({ low, high }) => [low ?? 0, high ?? 0]);
    const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    const place = (value: number): number => (most === least ? 0 : ((value - least) / (most - least)) * box);
    return [
      {
        figure,
        zero: place(0),
        parts: of.map((row): WhyPart => {
          const { value, low, high } = row;
          return {
            ...told(why, brand, row, formats),
            at: place(value ?? 0),
            low: place(low ?? 0),
            high: place(high ?? 0),
          };
        }),
      },
    ];
  });
}

const quoted = new WeakMap<Figure, ReadonlyMap<string, Heard>>();
/** The mentions that the parts of all changes name, by their keys; looked for once, since every page that tells why asks. */
export function quotedIn(why: Figure | undefined, mentions: readonly Heard[]): ReadonlyMap<string, Heard> {
  if (why?.kind !== 'ranking') return new Map();
  let known = quoted.get(why);
  if (!known) {
    const wanted = Object.values(why.brands).flatMap(({ rows }) => rows.flatMap((row) => row.mentions));
    known = new Map(named(mentions, wanted).map((mention) => [mentionKey(mention), mention]));
    quoted.set(why, known);
  }
  return known;
}
